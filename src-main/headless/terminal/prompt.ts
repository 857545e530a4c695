import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Screen } from './palette.ts';

/** Asks for something that must not be seen; '' when the person gives nothing or stops. */
export async function askHidden(
  keyboard: NodeJS.ReadableStream,
  screen: Screen,
  question: string,
): Promise<string> {
  screen.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typed = await readLine(keyboard, nowhere);
  screen.write('\n');
  return typed;
}

/** Asks yes or no; anything but yes is no. */
export async function askYes(
  keyboard: NodeJS.ReadableStream,
  screen: Screen,
  question: string,
): Promise<boolean> {
  screen.write(`${question} [y/N] `);
  const typed = await readLine(keyboard, null);
  return /^(y|yes)$/i.test(typed.trim());
}

/** @param echo where the terminal shows what is typed; null leaves that to the system */
function readLine(keyboard: NodeJS.ReadableStream, echo: Writable | null): Promise<string> {
  return new Promise((resolve) => {
    const reader = createInterface({ input: keyboard, ...(echo ? { output: echo, terminal: true } : {}) });
    let line = '';
    reader.once('line', (typed) => {
      line = typed;
      reader.close();
    });
    // Ctrl-C in a hidden question is a no.
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => resolve(line));
  });
}
