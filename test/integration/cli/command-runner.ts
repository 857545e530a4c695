import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import { type Practice, type PracticeOptions, startPractice } from '../../../src-practice/practice.ts';
import { connect, unwrap } from '../../support/practice-world.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

/** What was compiled for one process serves the next. */
const { NODE_COMPILE_CACHE } = process.env;
const COMPILED: Record<string, string> = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
const CLI = new URL('../../../src-main/headless/cli.ts', import.meta.url).pathname;

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON document that it has to be. */
  readonly json: Record<string, unknown> & {
    readonly error?: { code: string; message: string; hint: string };
  };
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves when standard error or output contains the text. */
  waitFor(text: string | RegExp): Promise<void>;
  readonly ended: Promise<Outcome>;
}

export interface Shell {
  readonly dataDir: string;
  /** What a person would have exported. */
  readonly env: Record<string, string>;
  start(argv: readonly string[], options?: { readonly input?: string | null }): Running;
  /** Runs one command to its end, with nothing on standard input. */
  run(...argv: readonly string[]): Promise<Outcome>;
}

/** The real program on a data folder of its own; processes that are still there when the test is over are ended. */
export function openShell(): Shell {
  const dataDir = makeTemporaryFolder();
  const env: Record<string, string> = { TILLBRIDGE_SECRET_KEY: randomBytes(32).toString('base64') };
  const start: Shell['start'] = (argv, { input = '' } = {}) => {
    const child = spawn(process.execPath, [CLI, '--data', dataDir, ...argv], {
      env: { PATH: process.env.PATH ?? '', HOME: dataDir, ...COMPILED, ...env },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    if (input !== null) child.stdin.end(input);
    return watchChild(child);
  };
  return { dataDir, env, start, run: (...argv) => start(argv).ended };
}

function watchChild(child: ReturnType<typeof spawn>): Running {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (said.stdout += chunk));
  child.stderr?.on('data', (chunk) => (said.stderr += chunk));
  const ended = once(child, 'close').then(
    ([exitCode]): Outcome => ({
      exitCode,
      ...said,
      get json() {
        return JSON.parse(said.stdout);
      },
    }),
  );
  const waitFor = async (text: string | RegExp): Promise<void> => {
    const isSaid = (): boolean => [said.stdout, said.stderr].some((it) => it.search(text) >= 0);
    while (!isSaid()) {
      const event = await Promise.race([
        once(child.stdout ?? child, 'data').then(() => 'said'),
        once(child.stderr ?? child, 'data').then(() => 'said'),
        ended.then(() => 'ended'),
      ]);
      if (event === 'ended' && !isSaid())
        throw new Error(`ended without ${text}:\n${said.stdout}\n${said.stderr}`);
    }
  };
  return { process: child, waitFor, ended };
}

/** Practice servers in this process, gone when the test is over. */
export async function openPractice(options: Partial<PracticeOptions> = {}): Promise<Practice> {
  const practice = await startPractice({ menu: 'pizza', limits: false, ...options });
  onTestFinished(() => practice.close());
  return practice;
}

/** Puts the keys of practice servers where a person would. */
export function exportKeys({ env }: Shell, { till, store }: Pick<Practice, 'till' | 'store'>): void {
  env.TILLBRIDGE_CLOVER_TOKEN = till.token;
  env.TILLBRIDGE_WOO_KEY = store.key;
  env.TILLBRIDGE_WOO_SECRET = store.secret;
}

export const connectTill = (shell: Shell, { till }: Pick<Practice, 'till'>): Promise<Outcome> =>
  shell.run(
    'connect',
    'clover',
    '--environment',
    'sandbox',
    '--api-url',
    till.url,
    '--merchant',
    till.merchant,
    '--json',
  );

export const connectStore = (shell: Shell, { store }: Pick<Practice, 'store'>): Promise<Outcome> =>
  shell.run('connect', 'woo', '--url', store.url, '--json');

/** A shell whose data folder is connected to both; done in this process, for it is not what is tested. */
export async function openConnectedShell(practice: Practice): Promise<Shell> {
  const shell = openShell();
  const core = unwrap(
    await openCore({
      dataDir: shell.dataDir,
      secretKey: shell.env.TILLBRIDGE_SECRET_KEY ?? null,
      nativeBinding: null,
      isWriter: true,
    }),
  );
  await connect(core.engine, practice);
  await core.close();
  return shell;
}
