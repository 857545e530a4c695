import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { Engine, PlanSummary, RunResult } from '../../src-main/engine/face.ts';
import type { Clock, Timers, Transport } from '../../src-main/engine/ports.ts';
import {
  createFetchTransport,
  createMachineClock,
  createMachineTimers,
} from '../../src-main/runtime/machine.ts';
import { type Practice, type PracticeOptions, startPractice } from '../../src-practice/practice.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { unwrap } from './unwrap.ts';

export { unwrap };

export interface World {
  readonly practice: Practice;
  readonly core: Core;
  readonly engine: Engine;
  readonly dataDir: string;
  readonly secretKey: string;
  plan(): Promise<PlanSummary>;
  apply(plan: PlanSummary, signal?: AbortSignal): Promise<RunResult>;
  /** Plan and apply; throws the failure's code when either is refused. */
  import(): Promise<RunResult>;
}

export interface WorldOptions extends Partial<PracticeOptions> {
  /** Wraps the real network of the engine: what a test loses, delays or forges. */
  readonly wrap?: (transport: Transport) => Transport;
  /** Waits are cut to at most this, so that a test of patience is not one. */
  readonly longestWaitMs?: number;
  /** The engine's own time; the services keep the machine's. */
  readonly engineTime?: { readonly clock: Clock; readonly timers: Timers };
}

/** A practice till and store on real HTTP and an engine connected to both; all gone when the test is over. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { wrap, longestWaitMs, engineTime, ...practiceOptions } = options;
  const practice = await startPractice({ menu: 'pizza', limits: false, ...practiceOptions });
  onTestFinished(() => practice.close());
  const dataDir = makeTemporaryFolder();
  const secretKey = randomBytes(32).toString('base64');
  const transport = wrap ? wrap(createFetchTransport()) : createFetchTransport();
  const opened = await openCore({
    dataDir,
    secretKey,
    nativeBinding: null,
    isWriter: true,
    ports: {
      transport,
      timers: engineTime?.timers ?? shortenWaits(createMachineTimers(), longestWaitMs ?? 20),
      clock: engineTime?.clock ?? createMachineClock(),
    },
  });
  const core = unwrap(opened);
  onTestFinished(() => core.close());
  await connect(core.engine, practice);
  const plan = async (): Promise<PlanSummary> =>
    unwrap(await core.engine.plan({ choices: new Map(), onProgress: () => undefined }));
  const apply = async (planned: PlanSummary, signal = new AbortController().signal): Promise<RunResult> =>
    unwrap(await core.engine.apply(planned.runId, { signal, onProgress: () => undefined }));
  return {
    practice,
    core,
    engine: core.engine,
    dataDir,
    secretKey,
    plan,
    apply,
    import: async () => apply(await plan()),
  };
}

export async function connect(engine: Engine, practice: Practice): Promise<void> {
  const { url: apiUrl, merchant: merchantId, token } = practice.till;
  unwrap(await engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token }));
  unwrap(await engine.connections.connectStore(practice.store));
}

function shortenWaits(timers: Timers, longestMs: number): Timers {
  return { ...timers, sleep: (delayMs, signal) => timers.sleep(Math.min(delayMs, longestMs), signal) };
}
