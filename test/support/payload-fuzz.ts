import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import { openWindowDesk, type WindowDesk } from '../../src-main/ipc/window-desk.ts';
import { type Practice, startPractice } from '../../src-practice/practice.ts';
import type { WireService } from '../../src-practice/wire.ts';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { OutputOf } from '../../src-preload/contract/channels.ts';
import { openFuzzBridge } from './fuzz-bridge.ts';
import { createInProcessTransport } from './in-process-transport.ts';
import { call, findWrong } from './payloads.ts';
import { unwrap } from './practice-world.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Calls under way at once, as from several windows. */
const AT_ONCE = 8;
/** After so many calls both sides are linked anew, so that there is something to ask for. */
const REFRESH_EVERY = 400;

export interface FuzzOutcome {
  readonly calls: number;
  readonly accepted: number;
  /** What must not be: no answer, a value against its schema, a mistake of ours. */
  readonly violations: readonly string[];
}

/** `gate`: past every transport. `websocket`: as a browser's page, over a real socket. */
export type FuzzRoute = 'gate' | 'websocket';

/** Asks as a window does. Undefined: no answer came, and none will. */
export type FuzzAsk = (channel: unknown, input: unknown) => Promise<Answer<unknown> | undefined>;

/**
 * Sends so many random calls, the same for the same seed, to an engine with a till and a store behind it. No time
 * passes: the till's limits and the engine's patience would be most of it.
 */
export async function fuzzWindow(
  seed: number,
  calls: number,
  route: FuzzRoute = 'gate',
): Promise<FuzzOutcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-fuzz-'));
  const time = createVirtualTime();
  const practice = await startPractice({
    menu: 'pizza',
    limits: false,
    clock: time.practiceClock,
  });
  const core = unwrap(await openFuzzCore(dataDir, practice, time));
  const desk = openDesk(core, practice, time);
  const bridge = route === 'gate' ? null : await openFuzzBridge(desk, seed);
  const caller = desk.admit('fuzz');
  const ask: FuzzAsk = bridge?.ask ?? ((channel, input) => desk.answer(caller, channel, input));
  try {
    return await time.run(sendCalls(ask, fc.sample(call, { seed, numRuns: calls })));
  } finally {
    await bridge?.close();
    await time.run(desk.close());
    await core.close();
    await practice.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function sendCalls(ask: FuzzAsk, calls: readonly [unknown, unknown][]): Promise<FuzzOutcome> {
  const violations: string[] = [];
  let accepted = 0;
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    if (from % REFRESH_EVERY === 0) await linkAnew(ask);
    const asked = calls.slice(from, from + AT_ONCE);
    const answers = await Promise.all(asked.map(([channel, input]) => ask(channel, input)));
    for (const [at, answer] of answers.entries()) {
      const [channel, input] = asked[at] ?? [];
      if (answer?.ok) accepted += 1;
      const wrong = findWrong(channel, answer);
      if (wrong) violations.push(`${fc.stringify([channel, input]).slice(0, 240)}: ${wrong}`);
    }
  }
  return { calls: calls.length, accepted, violations };
}

async function linkAnew(ask: FuzzAsk): Promise<void> {
  await ask('links:clean', {});
  await ask('practice:start', { menu: 'pizza' });
  const plan = (await ask('plan:make', { choices: [] })) as Answer<OutputOf<'plan:make'>> | undefined;
  if (plan?.ok) await ask('run:apply', { runId: plan.value.runId });
}

/** The practice servers are reached without the network, and anything else is an unknown host. */
function openFuzzCore(dataDir: string, practice: Practice, { clock, timers }: VirtualTime) {
  const { till, store, tillService, storeService } = practice;
  const services = new Map<string, WireService>([
    [till.url, tillService],
    [store.url, storeService],
  ]);
  return openCore({
    dataDir,
    secretKey: randomBytes(32).toString('base64'),
    nativeBinding: null,
    isWriter: true,
    ports: { transport: createInProcessTransport(services), clock, timers },
  });
}

/** Practice servers are started once: starting them again and again would be all that the fuzz does. */
const openDesk = (core: Core, { till, store }: Practice, { clock, timers }: VirtualTime): WindowDesk =>
  openWindowDesk({
    engine: core.engine,
    clock,
    timers,
    startPractice: async () => ({ till, store, close: async () => undefined }),
    actAsStaff: async () => ({ ok: true, value: { what: 'Nothing' } }),
    info: { version: '0.0.0', platform: 'test', isDesktop: false },
    support: core.support,
  });
