/** What a flag or an argument takes. */
export interface ValueRule {
  readonly choices?: readonly string[];
  /** A whole number from this up. */
  readonly least?: number;
}

export interface FlagRule extends ValueRule {
  /** Name of its value in the help; null for a switch. */
  readonly takes: string | null;
  readonly meaning: string;
  readonly isRequired?: boolean;
  readonly isRepeatable?: boolean;
}

export interface ArgumentRule extends ValueRule {
  readonly name: string;
  readonly isOptional?: boolean;
}

/** What a command takes, without what it does. */
export interface CommandRules {
  /** One word or two: `plan`, `connect clover`. */
  readonly name: string;
  readonly summary: string;
  readonly arguments?: readonly ArgumentRule[];
  readonly flags?: Readonly<Record<string, FlagRule>>;
  /** More for `help COMMAND`, a paragraph each. */
  readonly notes?: readonly string[];
  /** Changes the data folder, so only one at a time. */
  readonly isWriter?: boolean;
}

/** Flags that every command takes. */
export const GLOBAL_FLAGS: Readonly<Record<string, FlagRule>> = {
  data: { takes: 'DIR', meaning: 'the data folder, instead of the app’s own' },
  json: { takes: null, meaning: 'one JSON document on standard output and nothing else' },
  quiet: { takes: null, meaning: 'no progress and no remarks' },
  help: { takes: null, meaning: 'what the command does and takes' },
  version: { takes: null, meaning: 'the version of the program' },
};

/** Flags of the commands that print a list. */
export const LIST_FLAGS: Readonly<Record<string, FlagRule>> = {
  limit: { takes: 'N', meaning: 'at most so many rows', least: 0 },
  offset: { takes: 'N', meaning: 'after leaving out so many rows', least: 0 },
};

/** Flag of the commands that take a while. */
export const PROGRESS_FLAG: Readonly<Record<string, FlagRule>> = {
  progress: { takes: null, meaning: 'progress on standard error even when it is not a terminal' },
};

/** Flag of the commands that ask first. */
export const YES_FLAG: Readonly<Record<string, FlagRule>> = {
  yes: { takes: null, meaning: 'approve without being asked' },
};

/** How a command is written: `apply PLAN [--yes]`. */
export function describeUsage(command: CommandRules): string {
  const named = (command.arguments ?? []).map((it) => (it.isOptional ? `[${it.name}]` : it.name));
  const flags = Object.entries(command.flags ?? {}).map(([name, { takes, isRequired, choices }]) => {
    const text = takes === null ? `--${name}` : `--${name} ${choices?.join('|') ?? takes}`;
    return isRequired ? text : `[${text}]`;
  });
  return [command.name, ...named, ...flags].join(' ');
}
