import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { openRooms } from '../../src-main/headless/room.ts';
import type { LastingEngine, LastingEngineDeps } from '../../src-main/ipc/recovery/lasting-engine.ts';
import { openLastingEngine } from '../../src-main/ipc/recovery/lasting-engine.ts';
import { type CrashFile, openCrashFile } from '../../src-main/log/crash-file.ts';
import { createMachineClock, createMachineTimers } from '../../src-main/runtime/machine.ts';
import { type Practice, startPractice } from '../../src-practice/practice.ts';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-preload/contract/channels.ts';
import { unwrap } from './practice-world.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface LastingWorld {
  readonly lasting: LastingEngine;
  readonly practice: Practice;
  readonly dataDir: string;
  readonly secretKey: string;
  readonly crashes: CrashFile;
  ask<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>>;
  /** The value, or an error with the failure's code. */
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** Requests that write, to either side, since this was asked last. */
  writes(): string[];
  /** Connects both sides and imports. */
  import(): Promise<void>;
}

export interface LastingOptions extends Partial<Pick<LastingEngineDeps, 'isSafe' | 'clock' | 'timers'>> {
  /** Wraps what opens the engine: what a test makes fail. */
  readonly wrap?: (open: LastingEngineDeps['openRoom']) => LastingEngineDeps['openRoom'];
  readonly dataDir?: string;
}

/** The engine of a window that stays, beside a practice till and store; all gone when the test is over. */
export async function startLastingWorld(options: LastingOptions = {}): Promise<LastingWorld> {
  const { wrap = (open) => open, isSafe = false, dataDir = makeTemporaryFolder() } = options;
  const clock = options.clock ?? createMachineClock();
  const timers = options.timers ?? createMachineTimers();
  const practice = await startPractice({ menu: 'pizza', limits: false });
  onTestFinished(() => practice.close());
  const secretKey = randomBytes(32).toString('base64');
  const crashes = openCrashFile(dataDir);
  const open = openRooms({ dataDir, secretKey, nativeBinding: null, holder: 'window', crashes }, () => ({
    clock,
    timers: createMachineTimers(),
    actAsStaff: async () => ({ ok: true, value: { what: 'Nothing' } }),
    info: { version: '1.2.3', platform: 'test', isDesktop: false },
  }));
  const lasting = unwrap(
    await openLastingEngine({
      openRoom: wrap(open),
      startPractice: async () => practice,
      crashes,
      clock,
      timers,
      version: '1.2.3',
      isSafe,
    }),
  );
  onTestFinished(() => lasting.close());
  const caller = lasting.desk.admit('test');
  const ask: LastingWorld['ask'] = (channel, input) =>
    lasting.desk.answer(caller, channel, input) as Promise<never>;
  const call: LastingWorld['call'] = async (channel, input) => {
    const answer = await ask(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code} ${answer.failure.message}`);
    return answer.value;
  };
  const writes = countWrites(practice);
  return {
    ...{ lasting, practice, dataDir, secretKey, crashes, ask, call, writes },
    import: async () => {
      const { till, store } = practice;
      const { url: apiUrl, merchant: merchantId, token } = till;
      await call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token });
      await call('store:connect', store);
      const plan = await call('plan:make', { choices: [] });
      if (plan.brake) await call('run:approve', { runId: plan.runId });
      await call('run:apply', { runId: plan.runId });
    },
  };
}

function countWrites({ tillService, storeService }: Practice): () => string[] {
  let writes: string[] = [];
  for (const service of [tillService, storeService]) {
    const { handle } = service;
    const counted: typeof handle = (request) => {
      if (request.method !== 'GET') writes.push(`${request.method} ${request.url}`);
      return handle(request);
    };
    Object.assign(service, { handle: counted });
  }
  return () => {
    const seen = writes;
    writes = [];
    return seen;
  };
}
