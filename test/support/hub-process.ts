import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { HubOrder, HubSaid } from './hub-child.ts';
import type { NodeOrder } from './hub-node-child.ts';

/** The hub's modules as they were compiled for the last one: it starts in half the time. */
const COMPILE_CACHE = join(tmpdir(), 'tillbridge-hub-compile-cache');
const NODE_CHILD = new URL('./hub-node-child.ts', import.meta.url).pathname;
const CHILD = new URL('./hub-child.ts', import.meta.url).pathname;

export interface HubProcess {
  readonly said: HubSaid;
  readonly child: ChildProcess;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts a hub in a process of its own; `wrapper` is a program that runs it, such as strace. */
export const startHubProcess = (order: HubOrder, wrapper: readonly string[] = []): Promise<HubProcess> =>
  startProcess(CHILD, order, wrapper);

/** Starts one node of several; `wrapper` is what runs it in a network of its own. */
export const startNodeProcess = (order: NodeOrder, wrapper: readonly string[] = []): Promise<HubProcess> =>
  startProcess(NODE_CHILD, order, wrapper);

async function startProcess(
  file: string,
  order: HubOrder | NodeOrder,
  wrapper: readonly string[],
): Promise<HubProcess> {
  const [program = '', ...args] = [...wrapper, process.execPath, file, JSON.stringify(order)];
  const env = { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env };
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => Promise.reject(new Error(`the hub ended with ${code}`)));
  ended.catch(() => undefined); // told only where it ends before it has spoken
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return {
    child,
    said: JSON.parse(line) as HubSaid,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}
