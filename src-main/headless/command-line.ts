import { describeFailure, type Failure } from '../../src-preload/contract/failures.ts';
import type { Attempt } from '../engine/face.ts';
import { COMMANDS } from './command-list.ts';
import { type Answer, answer } from './command.ts';
import { createContext } from './context.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { findCommand } from './find-command.ts';
import { describeCommand, describeCommands } from './help.ts';
import { readInput, splitWords, type Words } from './parse-input.ts';
import type { Surroundings } from './surroundings.ts';
import { createPalette, hasColours } from './terminal/palette.ts';

/** Runs one command line and says what came of it. Answers the exit code; throws nothing. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  // Known before anything else, for a line that cannot be read answers in the same form.
  const isJson = argv.includes('--json');
  const outcome = await attemptCommand(argv, surroundings).catch((error: unknown) => {
    surroundings.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return { ok: false as const, failure: { code: 'BUG' as const, facts: {} } };
  });
  return outcome.ok
    ? sayAnswer(outcome.value, isJson, surroundings)
    : sayFailure(outcome.failure, isJson, surroundings);
}

async function attemptCommand(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<Attempt<Answer>> {
  const words = splitWords(argv, COMMANDS);
  const general = answerGeneral(words, surroundings);
  if (general) return general;
  const command = findCommand(words.positionals, COMMANDS);
  if (!command.ok) return command;
  const input = readInput(command.value, words);
  if (!input.ok) return input;
  const context = createContext(input.value, surroundings);
  try {
    return await command.value.run(context);
  } finally {
    await context.close();
  }
}

/** Help and version, which need no data. */
function answerGeneral({ positionals, flags }: Words, surroundings: Surroundings): Attempt<Answer> | null {
  const asks = (name: string): boolean => flags.some((flag) => flag.name === name);
  const [first, ...rest] = positionals;
  if (asks('version')) {
    const version = surroundings.readVersion();
    return answer({ document: { version }, lines: () => [`Tillbridge ${version}`] });
  }
  const wanted = first === 'help' ? rest : asks('help') ? positionals : null;
  if (wanted === null && first !== undefined) return null;
  if (wanted === null || wanted.length === 0) return answer(describeCommands(COMMANDS));
  const command = findCommand(wanted, COMMANDS);
  // `help connect` shows the whole family.
  const family = COMMANDS.filter((it) => it.name.startsWith(`${wanted[0]} `));
  if (!command.ok && (wanted.length > 1 || family.length === 0)) return command;
  return answer(describeCommand(command.ok ? [command.value] : family));
}

function sayAnswer(said: Answer, isJson: boolean, { stdout, env }: Surroundings): number {
  if (said.document !== undefined) {
    const paint = createPalette(hasColours(stdout, env));
    const text = isJson ? JSON.stringify(said.document) : said.lines(paint).join('\n');
    if (text !== '') stdout.write(`${text}\n`);
  }
  return said.exitCode ?? EXIT.done;
}

function sayFailure(failure: Failure, isJson: boolean, { stdout, stderr, env }: Surroundings): number {
  const view = describeFailure(failure);
  if (isJson) {
    stdout.write(`${JSON.stringify({ error: view })}\n`);
  } else {
    const paint = createPalette(hasColours(stderr, env));
    stderr.write(`${paint.red(view.message)}\n${view.hint}\n${paint.dim(view.code)}\n`);
  }
  return exitCodeOf(view.code);
}
