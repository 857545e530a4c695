import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BridgeClient, openBridge } from '../../support/bridge-client.ts';

/** What `npm start` runs. */
const START = join(import.meta.dirname, '../../../src-main/headless/start.ts');

/** The window's server in a process of its own, on a data folder of its own. */
export interface WindowProcess {
  /** With the token, as a person gets it. */
  readonly url: string;
  readonly origin: string;
  readonly pid: number;
  readonly dataDir: string;
  /** The engine without a page, for what a test needs beforehand. */
  openBridge(): Promise<BridgeClient>;
  /** Ends it as a power cut would. The data stays. */
  kill(): Promise<void>;
  /** Ends it in order. The data stays. */
  stop(): Promise<void>;
  /** Starts it again on the same data and port. The address has another token then. */
  start(): Promise<void>;
  /** Ends it in order, and its data with it. */
  close(): Promise<void>;
}

export interface StartFlags {
  /** Beside those that every test has. */
  readonly args?: readonly string[];
  /** Loaded before the program. */
  readonly scripts?: readonly string[];
  /** Over the test's own. */
  readonly env?: NodeJS.ProcessEnv;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Starts the window's server on an empty data folder and a free port. */
export async function startWindow({
  args = [],
  scripts = [],
  env = {},
}: StartFlags = {}): Promise<WindowProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-e2e-'));
  const secretKey = randomBytes(32).toString('base64');
  const spawnAt = (port: string): Promise<Running> =>
    spawnServer({ dataDir, secretKey, port, args, scripts, env });
  let running: Running = await spawnAt('0');
  const readOrigin = (): string => new URL(running.url).origin;
  return {
    get url() {
      return running.url;
    },
    get origin() {
      return readOrigin();
    },
    get pid() {
      return running.child.pid ?? 0;
    },
    dataDir,
    openBridge: () => {
      const token = running.url.split('#token=')[1] ?? '';
      return openBridge(readOrigin(), { origin: readOrigin(), protocol: `tillbridge.${token}` });
    },
    kill: () => end(running.child, 'SIGKILL'),
    stop: () => end(running.child, 'SIGTERM'),
    start: async () => {
      running = await spawnAt(new URL(running.url).port);
    },
    close: async () => {
      await end(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function spawnServer({
  dataDir,
  secretKey,
  port,
  args,
  scripts,
  env,
}: Required<StartFlags> & Record<'dataDir' | 'secretKey' | 'port', string>): Promise<Running> {
  const flags = ['--browser', '--no-open', '--data', dataDir, '--port', port, ...args];
  const loaded = scripts.flatMap((script) => ['--import', script]);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...loaded, START, ...flags],
    {
      env: { ...process.env, TILLBRIDGE_SECRET_KEY: secretKey, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const url = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The window's server ended with ${code}: ${said.join('')}`)),
    );
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
  });
  return { child, url: await url };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
