import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-preload/contract/channels.ts';

const CHILD = new URL('./app-child.ts', import.meta.url).pathname;
const PATIENCE_MS = 30_000;

export interface AppOptions {
  readonly dataDir: string;
  readonly secretKey: string;
  /** Put before the program: `strace ...`. */
  readonly wrapper?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user, with no rights of the one who tests. */
  readonly uid?: number;
}

/** The running app. */
export interface AppProcess {
  readonly pid: number;
  /** Why it did not start; null where it did. */
  readonly failure: string | null;
  ask<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>>;
  /** Milliseconds for which the event loop was held at most since this was asked last. */
  askLongestHeld(): Promise<number>;
  signal(name: NodeJS.Signals): void;
  /** Ends it in order. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts the app on a data folder; resolves once it answers. */
export async function startApp({
  dataDir,
  secretKey,
  wrapper = [],
  env = {},
  uid,
}: AppOptions): Promise<AppProcess> {
  const [program = '', ...args] = [
    ...wrapper,
    process.execPath,
    CHILD,
    JSON.stringify({ dataDir, secretKey }),
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, 'exit');
  const asked = new Map<number, (answer: Answer<never>) => void>();
  let newest = 0;
  const started = new Promise<string | null>((resolve, reject) => {
    child.on('message', (message: { failure: string | null } | { id: number; answer: Answer<never> }) => {
      if ('failure' in message) return resolve(message.failure);
      asked.get(message.id)?.(message.answer);
      asked.delete(message.id);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} before it answered`)));
  });
  const ask = (channel: string, input: unknown): Promise<Answer<never>> =>
    new Promise((resolve, reject) => {
      newest += 1;
      const id = newest;
      const patience = setTimeout(() => reject(new Error(`no answer to ${channel}`)), PATIENCE_MS);
      asked.set(id, (answer) => {
        clearTimeout(patience);
        resolve(answer);
      });
      child.send({ id, channel, input });
    });
  // Whatever stands before the program keeps signals to itself: the end of the conversation reaches it.
  const hangUp = (): void => {
    if (child.connected) child.disconnect();
  };
  return {
    pid: child.pid ?? 0,
    failure: await started,
    ask: ask as AppProcess['ask'],
    askLongestHeld: async () => {
      const answer = (await ask('test:longestHeld', {})) as Answer<number>;
      return answer.ok ? answer.value : Number.POSITIVE_INFINITY;
    },
    signal: (name) => void child.kill(name),
    stop: async () => {
      hangUp();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      hangUp();
      await ended;
    },
  };
}
