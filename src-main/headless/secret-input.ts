import { createInterface } from 'node:readline';
import type { Attempt } from '../engine/face.ts';
import type { CommandContext } from './context.ts';
import { missArgument } from './parse-input.ts';
import { askHidden } from './terminal/prompt.ts';

/** What comes through a pipe comes at once, or from a program that asks a person for a passphrase. */
const PIPE_PATIENCE_MS = 15_000;
const LONGEST_SECRET = 4096;

export interface SecretName {
  readonly variable: string;
  /** In the words of the place where the person finds it. */
  readonly title: string;
}

/**
 * Secrets from the environment; those that are not there from a person who types them unseen, or line by line
 * from standard input. Refuses the first that cannot be had, by the name of its variable.
 */
export async function readSecrets(
  names: readonly SecretName[],
  context: CommandContext,
): Promise<Attempt<readonly string[]>> {
  const { env, stdin, stderr } = context.surroundings;
  const found = names.map(({ variable }) => env[variable]?.trim() ?? '');
  const missing = names.filter((_, at) => found[at] === '');
  if (missing.length === 0) return { ok: true, value: found };
  const typed: string[] = [];
  if (stdin.isTTY) {
    for (const { title } of missing) {
      const secret = await askHidden(stdin, stderr, `${title}: `);
      if (secret === null) break;
      typed.push(secret);
    }
  } else {
    context.note(
      `Waiting for ${missing.map(({ title }) => title).join(' and ')} on standard input, a line each.`,
    );
    typed.push(...(await readLines(missing.length, context)));
  }
  for (const [at, { variable, title }] of missing.entries()) {
    const value = typed[at]?.trim() ?? '';
    if (value === '' || value.length > LONGEST_SECRET) {
      return missArgument(context.input.command, `${title} in ${variable} or on standard input`);
    }
    found[found.indexOf('')] = value;
  }
  return { ok: true, value: found };
}

/** The first lines of standard input; fewer when it ends or stays silent. */
function readLines(count: number, { surroundings }: CommandContext): Promise<string[]> {
  const { stdin, timers } = surroundings;
  return new Promise((resolve) => {
    const lines: string[] = [];
    const reader = createInterface({ input: stdin, terminal: false });
    const patience = timers.after(PIPE_PATIENCE_MS, () => reader.close());
    reader.on('line', (line) => {
      if (line.trim() !== '' && lines.length < count) lines.push(line);
      if (lines.length === count) reader.close();
    });
    reader.on('close', () => {
      patience.cancel();
      // A pipe that its writer keeps open would keep this program too.
      stdin.destroy();
      resolve(lines);
    });
  });
}
