import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import type { Screen } from './palette.ts';

/** Asks for something that must not be seen; null when the person stops with Ctrl-C or Ctrl-D. */
export async function askHidden(
  keyboard: Readable,
  screen: Screen,
  question: string,
): Promise<string | null> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // The terminal stops echoing when the reading begins, so the question comes after that.
  const typed = readLine(keyboard, nowhere);
  screen.write(question);
  try {
    return await typed;
  } finally {
    screen.write('\n');
  }
}

/** Asks yes or no; anything but yes is no. */
export async function askYes(keyboard: Readable, screen: Screen, question: string): Promise<boolean> {
  screen.write(`${question} [y/N] `);
  const typed = await readLine(keyboard, null);
  return /^(y|yes)$/i.test(typed?.trim() ?? '');
}

/** @param echo where what is typed is shown; null leaves that to the terminal */
function readLine(keyboard: Readable, echo: Writable | null): Promise<string | null> {
  const reader = createInterface({ input: keyboard, ...(echo ? { output: echo, terminal: true } : {}) });
  return new Promise((resolve) => {
    let line: string | null = null;
    reader.once('line', (typed) => {
      line = typed;
      reader.close();
    });
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => resolve(line));
  });
}
