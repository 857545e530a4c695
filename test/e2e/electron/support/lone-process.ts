import { type ChildProcess, spawn } from 'node:child_process';
import { findElectron } from '../../../../src-main/headless/electron-app.ts';
import { type Home, listArgs, listEnv, ROOT } from './desktop.ts';
import type { Session } from './session.ts';

/** What a process has said. */
export interface Output {
  /** Both streams so far. */
  readOutput(): string;
  /** Resolves when it has said so; rejects when it ends before. */
  waitFor(text: string): Promise<void>;
}

/** The app as a person starts it, with nobody that drives it. */
export interface LoneProcess extends Output {
  readonly child: ChildProcess;
  /** Resolves when the window is on the screen; rejects when the process ends before. */
  waitForWindow(): Promise<void>;
}

/**
 * @param scripts loaded before the app
 * @param env beside what every start has
 */
export function startAlone(
  session: Session,
  home: Home,
  scripts: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): LoneProcess {
  const program = findElectron(ROOT, process);
  if (program === null) throw new Error('there is no Electron here');
  const child = spawn(program, listArgs(home, args, scripts), {
    env: listEnv(session, home, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = watchOutput(child);
  return { child, ...output, waitForWindow: () => output.waitFor('window shown') };
}

export function watchOutput(child: ChildProcess): Output {
  let output = '';
  const hearers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const hear of hearers) hear();
    });
  return {
    readOutput: () => output,
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          if (!output.includes(text)) return;
          hearers.delete(hear);
          resolve();
        };
        hearers.add(hear);
        hear();
        child.once('exit', () => reject(new Error(`It ended before it said "${text}": ${output}`)));
      }),
  };
}
