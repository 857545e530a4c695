import { parseArgs } from 'node:util';
import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import {
  type CommandRules,
  describeUsage,
  type FlagRule,
  GLOBAL_FLAGS,
  type ValueRule,
} from './command-rules.ts';
import { createInput, type GivenFlags, type Input } from './input.ts';
import { findNearest } from './nearest-word.ts';
import { findSecretFlag } from './secret-flags.ts';

/** `-5` is a value and no flag; a sign that no argument can hold marks it while flags are told apart. */
const NEGATIVE = /^-\d+(\.\d+)?$/;
const MARK = '\0';

export interface Words {
  readonly positionals: readonly string[];
  /** As they were written, in order. */
  readonly flags: readonly {
    readonly raw: string;
    readonly name: string;
    readonly value: string | undefined;
  }[];
}

/** Takes a command line apart; what each word means is decided afterwards. */
export function splitWords(argv: readonly string[], commands: readonly CommandRules[]): Words {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const flags of [GLOBAL_FLAGS, ...commands.map((command) => command.flags ?? {})]) {
    for (const [name, rule] of Object.entries(flags)) {
      options[name] = { type: rule.takes === null ? 'boolean' : 'string' };
    }
  }
  options.help = { type: 'boolean', short: 'h' };
  const args = argv.map((word) => (NEGATIVE.test(word) ? MARK + word : word));
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const flags: Words['flags'][number][] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(unmark(token.value));
    if (token.kind !== 'option') continue;
    // A value that looks like a flag is one: the value itself was forgotten.
    const isForgotten = token.inlineValue === false && token.value?.startsWith('-');
    const value = token.value === undefined || isForgotten ? undefined : unmark(token.value);
    flags.push({ raw: token.rawName, name: token.name, value });
    if (isForgotten && token.value !== undefined)
      flags.push({ raw: token.value, name: token.value.slice(2), value: undefined });
  }
  return { positionals, flags };
}

const unmark = (word: string): string => (word.startsWith(MARK) ? word.slice(MARK.length) : word);

/** Checks the words after the command's name against its rules; refuses the first that does not fit, by name. */
export function readInput(command: CommandRules, words: Words): Attempt<Input> {
  const flags = readFlags(command, words);
  if (!flags.ok) return flags;
  const given = readArguments(command, words.positionals);
  if (!given.ok) return given;
  for (const [name, rule] of Object.entries(command.flags ?? {})) {
    if (rule.isRequired && !flags.value.has(name)) return missArgument(command, `--${name}`);
  }
  return { ok: true, value: createInput(command, { arguments: given.value, flags: flags.value }) };
}

function readFlags(command: CommandRules, words: Words): Attempt<GivenFlags> {
  const rules: Readonly<Record<string, FlagRule>> = { ...GLOBAL_FLAGS, ...command.flags };
  const given = new Map<string, string[]>();
  for (const { raw, name, value } of words.flags) {
    const secret = findSecretFlag(name);
    if (secret !== null) return refuse('USE_BAD_VALUE', { name: raw, ...secret });
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) return refuseFlag(command, raw, Object.keys(rules));
    const values = given.get(name) ?? [];
    given.set(name, values);
    if (rule.takes === null) {
      if (value !== undefined) return refuse('USE_BAD_VALUE', { name: raw, why: 'it takes no value' });
      continue;
    }
    if (value === undefined || value === '')
      return missArgument(command, `a value after ${raw} (${rule.takes})`);
    const refusal = checkValue(command, raw, value, rule);
    if (refusal) return refusal;
    if (!rule.isRepeatable) values.length = 0;
    values.push(value);
  }
  return { ok: true, value: given };
}

function readArguments(
  command: CommandRules,
  positionals: readonly string[],
): Attempt<ReadonlyMap<string, string>> {
  const rules = command.arguments ?? [];
  const values = positionals.slice(command.name.split(' ').length);
  const given = new Map<string, string>();
  for (const [at, rule] of rules.entries()) {
    const value = values[at];
    if (value === undefined) {
      if (rule.isOptional) continue;
      return missArgument(command, rule.choices ? `${rule.name} (${rule.choices.join(' or ')})` : rule.name);
    }
    const refusal = checkValue(command, rule.name, value, rule);
    if (refusal) return refusal;
    given.set(rule.name, value);
  }
  const extra = values[rules.length];
  if (extra === undefined) return { ok: true, value: given };
  return refuse('USE_BAD_VALUE', {
    name: `"${extra}"`,
    why: `"${command.name}" has no place for it`,
    how: explainUse(command),
  });
}

function checkValue(
  command: CommandRules,
  name: string,
  value: string,
  rule: ValueRule,
): ReturnType<typeof refuse> | null {
  const refuseValue = (takes: string, nearest: string | null) =>
    refuse('USE_BAD_VALUE', {
      name,
      why: `it takes ${takes}, not "${value}"`,
      how: nearest === null ? `The command "help ${command.name}" says more.` : `Did you mean "${nearest}"?`,
    });
  const { choices, least } = rule;
  if (choices && !choices.includes(value))
    return refuseValue(choices.join(' | '), findNearest(value, choices));
  if (least === undefined || (/^\d{1,15}$/.test(value) && Number(value) >= least)) return null;
  return refuseValue(`a whole number from ${least} up`, null);
}

/** A command was given too little. */
export const missArgument = (command: CommandRules, name: string): ReturnType<typeof refuse> =>
  refuse('USE_MISSING_ARGUMENT', { command: command.name, name, how: explainUse(command) });

export function refuseFlag(
  command: CommandRules,
  raw: string,
  known: readonly string[],
): ReturnType<typeof refuse> {
  const nearest = findNearest(raw.replace(/^-+/, ''), known);
  return refuse('USE_UNKNOWN_FLAG', {
    command: command.name,
    flag: raw,
    ...(nearest === null ? {} : { nearest: `--${nearest}` }),
  });
}

const explainUse = (command: CommandRules): string => `Use it so: ${describeUsage(command)}`;
