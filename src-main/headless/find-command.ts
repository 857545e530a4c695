import type { Attempt } from '../engine/face.ts';
import { type Command, refuse } from './command.ts';
import { findNearest } from './nearest-word.ts';

/** The command that the first one or two words name; refuses what is none and says the nearest. */
export function findCommand(words: readonly string[], commands: readonly Command[]): Attempt<Command> {
  const [first = '', second] = words;
  const pair = second === undefined ? undefined : commands.find((it) => it.name === `${first} ${second}`);
  const found = pair ?? commands.find((it) => it.name === first);
  if (found) return { ok: true, value: found };
  const family = commands.filter((it) => it.name.startsWith(`${first} `));
  const choices = family.map((it) => it.name.slice(first.length + 1));
  if (family.length > 0 && second === undefined) {
    return refuse('USE_MISSING_ARGUMENT', {
      command: first,
      name: `one more word: ${choices.join(' or ')}`,
      how: `The command "help ${family[0]?.name}" says more.`,
    });
  }
  if (family.length > 0) {
    const nearest = findNearest(second ?? '', choices);
    return refuseCommand(`${first} ${second}`, nearest === null ? null : `${first} ${nearest}`);
  }
  return refuseCommand(first, findNearest(first, listFirstWords(commands)));
}

const refuseCommand = (command: string, nearest: string | null): ReturnType<typeof refuse> =>
  refuse('USE_UNKNOWN_COMMAND', { command, ...(nearest === null ? {} : { nearest }) });

const listFirstWords = (commands: readonly Command[]): string[] => [
  ...new Set(commands.map((command) => command.name.split(' ')[0] ?? '')),
];
