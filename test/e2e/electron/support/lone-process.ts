import { type ChildProcess, spawn } from 'node:child_process';
import { findElectron } from '../../../../src-main/headless/electron-app.ts';
import { type Home, listArgs, listEnv, ROOT } from './desktop.ts';
import type { Session } from './session.ts';

/** The app as a person starts it, with nobody that drives it. */
export interface LoneProcess {
  readonly child: ChildProcess;
  /** Both streams so far. */
  readOutput(): string;
  /** Resolves when the window is on the screen; rejects when the process ends before. */
  waitForWindow(): Promise<void>;
}

export function startAlone(session: Session, home: Home, args: readonly string[] = []): LoneProcess {
  const program = findElectron(ROOT, process);
  if (program === null) throw new Error('there is no Electron here');
  const child = spawn(program, listArgs(home, args), {
    env: listEnv(session, home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hearers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const hear of hearers) hear();
    });
  const waitForOutput = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const hear = (): void => {
        if (!output.includes(text)) return;
        hearers.delete(hear);
        resolve();
      };
      hearers.add(hear);
      hear();
      child.once('exit', () => reject(new Error(`It ended before it said "${text}": ${output}`)));
    });
  return { child, readOutput: () => output, waitForWindow: () => waitForOutput('window shown') };
}
