import { describeFailure, type Failure } from '../../src-preload/contract/failures.ts';
import { createFailure } from '../domain/failure.ts';
import type { Attempt } from '../engine/face.ts';
import { type Answer, answer } from './command.ts';
import { COMMANDS } from './command-list.ts';
import { createContext } from './context.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { findCommand } from './find-command.ts';
import { describeCommand, describeCommands } from './help.ts';
import { readInput, splitWords, type Words } from './parse-input.ts';
import type { Surroundings } from './surroundings.ts';
import { createPalette, hasColours } from './terminal/palette.ts';

/** Runs one command line and says what came of it. Answers the exit code; throws nothing. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  // Known before anything else, for a line that cannot be read answers in the same form.
  const isJson = argv.includes('--json');
  const said = await attemptCommand(argv, isJson, surroundings).catch((error: unknown) => {
    surroundings.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return { ok: false as const, failure: createFailure('BUG') };
  });
  if (!said.ok) return sayFailure(said.failure, isJson, surroundings);
  if (said.value.text !== '') surroundings.stdout.write(`${said.value.text}\n`);
  return said.value.exitCode;
}

interface Said {
  readonly text: string;
  readonly exitCode: ExitCode;
}

async function attemptCommand(
  argv: readonly string[],
  isJson: boolean,
  surroundings: Surroundings,
): Promise<Attempt<Said>> {
  const words = splitWords(argv, COMMANDS);
  const general = answerGeneral(words, surroundings);
  if (general) return write(general, isJson, surroundings);
  const command = findCommand(words.positionals, COMMANDS);
  if (!command.ok) return command;
  const input = readInput(command.value, words);
  if (!input.ok) return input;
  const context = createContext(input.value, surroundings);
  try {
    // Written before the data is closed: the lines for people are read from it.
    return write(await command.value.run(context), isJson, surroundings);
  } finally {
    await context.close();
  }
}

function write(answered: Attempt<Answer>, isJson: boolean, { stdout, env }: Surroundings): Attempt<Said> {
  if (!answered.ok) return answered;
  const { document, lines, exitCode = EXIT.done } = answered.value;
  const paint = createPalette(hasColours(stdout, env));
  const text = document === undefined ? '' : isJson ? JSON.stringify(document) : lines(paint).join('\n');
  return { ok: true, value: { text, exitCode } };
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
