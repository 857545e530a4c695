import type { CommandRules } from './command-rules.ts';

/** What a person typed after the program's name, checked against the command's rules. */
export interface Input {
  readonly command: CommandRules;
  /** Null when an optional argument was left out. */
  argument(name: string): string | null;
  has(flag: string): boolean;
  /** The last value given; null when there was none. */
  text(flag: string): string | null;
  /** All values given. */
  texts(flag: string): readonly string[];
  /** The value as a whole number; null when there was none. */
  count(flag: string): number | null;
}

/** A flag's values; a switch that was given has none. */
export type GivenFlags = ReadonlyMap<string, readonly string[]>;

export function createInput(
  command: CommandRules,
  given: { readonly arguments: ReadonlyMap<string, string>; readonly flags: GivenFlags },
): Input {
  const texts = (flag: string): readonly string[] => given.flags.get(flag) ?? [];
  const text = (flag: string): string | null => texts(flag).at(-1) ?? null;
  return {
    command,
    argument: (name) => given.arguments.get(name) ?? null,
    has: (flag) => given.flags.has(flag),
    text,
    texts,
    count: (flag) => {
      const value = text(flag);
      return value === null ? null : Number(value);
    },
  };
}
