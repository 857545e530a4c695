import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { Engine, SyncResult } from '../../src-main/engine/face.ts';
import type { Transport } from '../../src-main/engine/ports.ts';
import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';
import { createPracticeStore, MEASURED_WORK, type PracticeStore } from '../../src-practice/store/store.ts';
import type { TillCatalog } from '../../src-practice/till/catalog.ts';
import { ALL_PERMISSIONS, createPracticeTill, type PracticeTill } from '../../src-practice/till/till.ts';
import type { WireService } from '../../src-practice/wire.ts';
import { createInProcessTransport } from '../support/in-process-transport.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import type { BenchPair } from './live-practice-process.ts';

const TILL = 'http://127.0.0.1:1';
const STORE = 'http://127.0.0.1:2';
const LATENCY_MS = 60;
const SEED = 4;

/** What left the engine for one side. */
export interface Traffic {
  reads: number;
  writes: number;
  /** Rows that the writes carried: a batch is one write of many. */
  rows: number;
}

/**
 * A till with its limits on, a store that takes as long as a measured one, and an engine, all in this process
 * under one virtual clock: 60 ms a request, and computing takes no time.
 */
export interface VirtualWorld {
  readonly till: PracticeTill;
  readonly store: PracticeStore;
  readonly time: VirtualTime;
  readonly random: PracticeRandom;
  readonly engine: Engine;
  readonly traffic: { readonly till: Traffic; readonly store: Traffic };
  /** A side that is away refuses every connection. */
  readonly away: { till: boolean; store: boolean };
  /** Counted things with a fixed price, one for each product or variation. */
  pairs(): BenchPair[];
  sync(isFull: boolean): Promise<SyncResult>;
  resetTraffic(): void;
  /** Lets `run` poll at its fastest until the work is done. */
  runWhile(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openVirtualWorld(
  catalog: TillCatalog,
  prepare: (till: PracticeTill) => void = () => undefined,
): Promise<VirtualWorld> {
  const time = createVirtualTime();
  const clock = time.practiceClock;
  const till = createPracticeTill({
    clock,
    random: createRandom(SEED),
    merchant: MERCHANT,
    holdMs: LATENCY_MS,
  });
  till.load(catalog);
  prepare(till);
  const random = createRandom(SEED + 1);
  const store = createPracticeStore({ clock, random, name: 'Bench', currency: 'USD', work: MEASURED_WORK });
  const traffic = { till: createTraffic(), store: createTraffic() };
  const away = { till: false, store: false };
  const carrier = createInProcessTransport(
    new Map<string, WireService>([
      [TILL, till],
      [STORE, store],
    ]),
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-virtual-'));
  const transport = watch(carrier, time, traffic, away);
  const core = unwrap(
    await openCore({
      dataDir,
      secretKey: Buffer.alloc(32, 7).toString('base64'),
      nativeBinding: null,
      isWriter: true,
      ports: {
        // A machine tells whole milliseconds.
        clock: { ...time.clock, nowMs: () => Math.floor(time.clock.nowMs()) },
        timers: time.timers,
        transport,
      },
    }),
  );
  await time.run(connectAndImport(core, till, store));
  const { engine } = core;
  const sync = async (isFull: boolean): Promise<SyncResult> =>
    unwrap(await engine.sync.once({ full: isFull, signal: new AbortController().signal }));
  const resetTraffic = (): void => {
    Object.assign(traffic.till, createTraffic());
    Object.assign(traffic.store, createTraffic());
    till.counters.reset();
  };
  resetTraffic();
  return {
    till,
    store,
    time,
    random,
    engine,
    traffic,
    away,
    pairs: () => listPairs(engine, till, store),
    sync: (isFull) => time.run(sync(isFull)),
    resetTraffic,
    runWhile: (work) => time.run(runWhile(engine, work)),
    close: async () => {
      await core.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const MERCHANT = {
  name: 'Bench',
  currency: 'USD',
  timezone: 'America/New_York',
  country: 'US',
  vat: false,
  trackStock: true,
  updateStock: true,
};

const createTraffic = (): Traffic => ({ reads: 0, writes: 0, rows: 0 });

function watch(
  carrier: Transport,
  time: VirtualTime,
  traffic: VirtualWorld['traffic'],
  away: VirtualWorld['away'],
): Transport {
  return {
    send: async (request) => {
      const side = request.url.startsWith(TILL) ? 'till' : 'store';
      if (away[side])
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('ECONNREFUSED'), { code: 'ECONNREFUSED' }),
        });
      const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
      traffic[side][isWrite ? 'writes' : 'reads'] += 1;
      if (isWrite) traffic[side].rows += countRows(request.body ?? '{}');
      // The till sleeps its latency itself: a slot is held as long as the client waits (clover.md 4).
      if (side === 'store') await time.practiceClock.sleep(LATENCY_MS);
      return carrier.send(request);
    },
  };
}

function countRows(body: string): number {
  const value: unknown = JSON.parse(body);
  if (typeof value !== 'object' || value === null) return 1;
  const lists = Object.entries(value).filter(
    ([name, list]) =>
      ['create', 'update', 'delete', 'items', 'elements'].includes(name) && Array.isArray(list),
  );
  return lists.length === 0 ? 1 : lists.reduce((total, [, list]) => total + (list as unknown[]).length, 0);
}

async function connectAndImport({ engine }: Core, till: PracticeTill, store: PracticeStore): Promise<void> {
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  const token = till.tokens.add(ALL_PERMISSIONS);
  const address = { environment: 'sandbox' as const, apiUrl: TILL, merchantId: till.merchant.id };
  unwrap(await engine.connections.connectTill({ ...address, token }));
  unwrap(await engine.connections.connectStore({ url: STORE, key, secret }));
  unwrap(engine.settings.set({ 'import.status': 'publish', 'poll.fastestSeconds': '2' }));
  const silent = { onProgress: () => undefined };
  const plan = unwrap(await engine.plan({ choices: new Map(), ...silent }));
  const { signal } = new AbortController();
  unwrap(await engine.apply(plan.runId, { signal, ...silent }));
  unwrap(await engine.sync.once({ full: false, signal }));
}

async function runWhile(engine: Engine, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const running = engine.sync.run({ signal: stop.signal, onEvent: () => undefined });
  await work();
  stop.abort();
  await running;
}

function listPairs(engine: Engine, till: PracticeTill, store: PracticeStore): BenchPair[] {
  return engine
    .links({ limit: 100_000, offset: 0 })
    .filter(
      ({ cloverId, wooId }) =>
        wooId !== null &&
        till.state.itemStocks.get(cloverId) !== undefined &&
        till.state.items.get(cloverId)?.priceType === 'FIXED' &&
        store.state.products.get(wooId)?.manageStock === true,
    )
    .map(({ cloverId, wooId }) => ({ cloverId, wooId: Number(wooId) }));
}

/** The value, or an error that names the failure. */
export function unwrap<T>(
  attempt: { ok: true; value: T } | { ok: false; failure: { code: string; facts: object } },
): T {
  if (attempt.ok) return attempt.value;
  throw new Error(`${attempt.failure.code} ${JSON.stringify(attempt.failure.facts)}`);
}
