/** One rule a merchant can set: its default, what it means, and what values it takes. */
export interface SettingDefinition {
  readonly initial: string;
  readonly meaning: string;
  /** The choices, or words that say what is taken; shown when a value is refused. */
  readonly takes: string;
  /** The value in its kept form, or null when it is refused. */
  readonly accept: (value: string) => string | null;
  /** The log tells that it was changed, not to what: it names a person or an account. */
  readonly isPersonal?: boolean;
}

/** One of a few words. */
export const choose = (initial: string, choices: readonly string[], meaning: string): SettingDefinition => ({
  initial,
  meaning,
  takes: choices.join(' | '),
  accept: (value) => choices.find((choice) => choice === value.trim()) ?? null,
});

export const switchOn = (meaning: string): SettingDefinition => choose('on', ['on', 'off'], meaning);
export const switchOff = (meaning: string): SettingDefinition => choose('off', ['on', 'off'], meaning);

/** As people write it: `10 %`, `2,5`. */
const readPlainNumber = (value: string): string =>
  value
    .trim()
    .replace(/\s*%$/, '')
    .replace(/^(-?\d+),(\d{1,3})$/, '$1.$2');

/** With at most three decimals. */
export const number = (initial: number, least: number, most: number, meaning: string): SettingDefinition => ({
  initial: String(initial),
  meaning,
  takes: `a number from ${least} to ${most}`,
  accept: (value) => {
    const text = readPlainNumber(value);
    if (!/^-?\d+(\.\d{1,3})?$/.test(text)) return null;
    const parsed = Number(text);
    return parsed >= least && parsed <= most ? String(parsed) : null;
  },
});

export const whole = (initial: number, least: number, most: number, meaning: string): SettingDefinition => {
  const definition = number(initial, least, most, meaning);
  return {
    ...definition,
    takes: `a whole number from ${least} to ${most}`,
    accept: (value) => (/^-?\d+$/.test(readPlainNumber(value)) ? definition.accept(value) : null),
  };
};

export const text = (initial: string, longest: number, meaning: string): SettingDefinition => ({
  initial,
  meaning,
  takes: `a text of at most ${longest} characters`,
  accept: (value) => (value.trim().length <= longest ? value.trim() : null),
});

/** What is found elsewhere by its name: nothing has an empty one. */
export const name = (initial: string, longest: number, meaning: string): SettingDefinition => {
  const definition = text(initial, longest, meaning);
  return {
    ...definition,
    takes: `a name of 1 to ${longest} characters`,
    accept: (value) => definition.accept(value) || null,
  };
};
