import { describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../../src-main/boot/core.ts';
import type { Attempt, Side, SyncEvent, SyncResult } from '../../../src-main/engine/face.ts';
import type { Transport, WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';
import { createFetchTransport } from '../../../src-main/runtime/machine.ts';
import { ALL_PERMISSIONS } from '../../../src-practice/till/till.ts';
import { isWrite } from '../../support/faulty-transport.ts';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { unwrap } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';
import { SYNC_CHANGES, type SyncChange } from '../../support/sync-changes.ts';
import { findTroubles } from '../../support/sync-truth.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();

/** What a request meets instead of its side; null lets it through. */
type Weather = (request: WireRequest, side: Side) => WireAnswer | 'unreachable' | 'silent' | null;

interface StormyWorld extends SmallWorld {
  weather: Weather | null;
  once(): Promise<Attempt<SyncResult>>;
}

async function startStormyWorld(): Promise<StormyWorld> {
  const sky: { weather: Weather | null } = { weather: null };
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const side = request.url.includes('/v3/merchants') ? 'till' : 'store';
      const met = sky.weather?.(request, side) ?? null;
      if (met === null) return real.send(request);
      if (met === 'silent') return new Promise(() => undefined);
      if (met !== 'unreachable') return met;
      const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
      throw new TypeError('fetch failed', { cause });
    },
  });
  const world = await startSmallWorld({ wrap });
  return Object.assign(sky, world, { once: () => world.engine.sync.once({ full: false, signal }) });
}

const isAway =
  (away: Side): Weather =>
  (_request, side) =>
    side === away ? 'unreachable' : null;

const answer = (request: WireRequest, status: number, headers: Record<string, string> = {}): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"message":"not now"}',
  url: request.url,
});

/** Changes whose every trace is on one side. */
function makeChanges(world: SmallWorld, on: Side, round: number): void {
  for (const change of SYNC_CHANGES.filter((it) => isMadeOn(it, on) && !it.isSeenByFullOnly))
    change.make(world.sides, world.deeds, round);
}
const isMadeOn = ({ name }: SyncChange, on: Side): boolean =>
  name.endsWith(on === 'till' ? 'in the store' : 'on the till');

async function expectAllIsWell(world: SmallWorld): Promise<void> {
  await syncToQuiet(world);
  await syncToQuiet(world, true);
  expect(findTroubles(world.sides, world.deeds)).toEqual([]);
  expect(world.engine.conflicts.list({ limit: 5, offset: 0 }).conflicts).toEqual([]);
  expect(world.engine.parked.list(5, 0).rows).toEqual([]);
  world.writes();
  await world.sync(true);
  expect(world.writes()).toEqual({ till: 0, store: 0 });
}

describe.each([
  { away: 'store', there: 'till' },
  { away: 'till', there: 'store' },
] as const)('while the $away is away for an hour', ({ away, there }) => {
  it(`changes on the ${there} are noticed, wait with their count and age, and all arrive once`, async () => {
    const world = await startStormyWorld();
    world.weather = isAway(away);
    const waiting: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      makeChanges(world, there, round);
      const result = await world.once();
      expect(result).toMatchObject({ ok: false, failure: { code: 'NET_UNREACHABLE' } });
      waiting.push(world.engine.status().queue.waiting);
      world.time.pass(10 * MINUTE_MS);
    }
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    expect(waiting[0]).toBeGreaterThan(4);
    expect(waiting).toEqual([...waiting].sort((left, right) => left - right));
    expect(world.engine.status().queue.oldestSeconds).toBeGreaterThanOrEqual(3_600);
    expect(readOutages(world), 'one line, however often it is tried').toHaveLength(1);
    world.weather = null;
    await expectAllIsWell(world);
    expect(world.engine.status().queue).toMatchObject({ waiting: 0, oldestSeconds: null });
    const changes = `${waiting.at(-1)} changes waited`;
    expect(readOutages(world)).toEqual([
      expect.stringMatching(new RegExp(`^warn the ${away} is away: No connection to `)),
      expect.stringMatching(
        new RegExp(`^info the ${away} answers again: it was away for [67]\\d minutes, and ${changes}$`),
      ),
    ]);
  });

  it('what waits outlives the app', async () => {
    const world = await startStormyWorld();
    world.weather = isAway(away);
    makeChanges(world, there, 0);
    await world.once();
    const { waiting } = world.engine.status().queue;
    await world.core.close();
    const core = await reopen(world);
    expect(core.engine.status().queue.waiting).toBe(waiting);
    const after = { ...world, engine: core.engine, sides: { ...world.sides, engine: () => core.engine } };
    await syncToQuiet(core);
    expect(findTroubles(after.sides, after.deeds)).toEqual([]);
    expect(readOutages(core), 'whoever noticed it').toHaveLength(2);
    await core.close();
  });
});

describe.each([
  { orders: 'off', most: 30_000 },
  { orders: 'on', most: 30_000 },
] as const)('two servers that take calls and never answer (web orders $orders)', ({ orders, most }) => {
  const startFrozen = async () => {
    const world = await startStormyWorld();
    unwrap(world.engine.settings.set({ 'orders.enabled': orders }));
    await world.once();
    if (orders === 'on') {
      const { product } = world.pick();
      const lines = [{ productId: product.id, quantity: 1, choices: [] }];
      world.practice.storeService.staff.placeOrder(makeGuestOrder({ lines }));
      for (let looks = 0; looks < 5; looks += 1) {
        await world.once();
        world.time.pass(3_000);
      }
    }
    makeChanges(world, 'till', 0);
    makeChanges(world, 'store', 0);
    world.weather = () => 'silent';
    return world;
  };

  it('are as away as two that cannot be reached: half a minute, and both are named', async () => {
    const world = await startFrozen();
    const startedMs = world.time.clock.monotonicMs();
    expect(await world.once()).toMatchObject({ ok: false, failure: { code: 'NET_TIMED_OUT' } });
    expect(world.time.clock.monotonicMs() - startedMs).toBeLessThanOrEqual(most + 2_000);
    await world.core.close();
    const core = await reopen(world);
    const gone = { code: 'NET_TIMED_OUT' };
    expect(core.engine.sync.state().away).toMatchObject({ till: gone, store: gone });
    await core.close();
  });

  it('hold up nothing of the one that answers', async () => {
    const world = await startFrozen();
    world.weather = (_request, side) => (side === 'till' ? 'silent' : null);
    const startedMs = world.time.clock.monotonicMs();
    expect(await world.once()).toMatchObject({ ok: false, failure: { code: 'NET_TIMED_OUT' } });
    expect(world.time.clock.monotonicMs() - startedMs).toBeLessThanOrEqual(most + 5_000);
    expect(world.engine.sync.state().away).toMatchObject({ till: { code: 'NET_TIMED_OUT' }, store: null });
    expect(world.engine.status().queue.waiting, 'what the store said is kept').toBeGreaterThan(4);
    world.weather = null;
    await syncToQuiet(world);
    expect(world.engine.sync.state().away).toEqual({ till: null, store: null });
  });
});

/** What the log says of sides that were away, the oldest first. */
const readOutages = ({ engine }: Pick<Core, 'engine'>): string[] =>
  engine
    .log({ limit: 5000, offset: 0 })
    .filter(({ action }) => action === 'outage')
    .toReversed()
    .map(({ level, message }) => `${level} ${message}`);

async function reopen({ dataDir, secretKey, time }: SmallWorld): Promise<Core> {
  const { clock, timers } = time;
  const ports = { transport: time.watch(createFetchTransport()), clock, timers };
  return unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true, ports }));
}

describe('a key that is taken back in the middle of a sync', () => {
  it.each([
    { side: 'till', code: 'CLOVER_TOKEN_REFUSED' },
    { side: 'store', code: 'WOO_KEYS_REFUSED' },
  ] as const)('says so ($side), and everything flows after connecting anew', async ({ side, code }) => {
    const world = await startStormyWorld();
    const { till, store, tillService, storeService } = world.practice;
    makeChanges(world, 'till', 0);
    makeChanges(world, 'store', 0);
    let writes = 0;
    world.weather = (request, to) => {
      if (to === side && isWrite(request)) writes += 1;
      if (writes === 2 && side === 'till') tillService.tokens.revoke(till.token);
      if (writes === 2 && side === 'store') storeService.keys.revoke(store.key);
      return null;
    };
    const failures = [await world.once(), await world.once()];
    for (const failure of failures) expect(failure).toMatchObject({ ok: false, failure: { code } });
    world.weather = null;
    if (side === 'till') {
      const token = tillService.tokens.add(ALL_PERMISSIONS);
      const { url: apiUrl, merchant: merchantId } = till;
      unwrap(
        await world.engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token }),
      );
    } else {
      const { consumerKey: key, consumerSecret: secret } = storeService.keys.add({
        permission: 'read_write',
      });
      unwrap(await world.engine.connections.connectStore({ url: store.url, key, secret }));
    }
    await expectAllIsWell(world);
  });
});

describe('a token that may only read', () => {
  it('parks what it cannot write with the permission that is missing, and retrying it later is enough', async () => {
    const world = await startStormyWorld();
    const { till, tillService } = world.practice;
    makeChanges(world, 'store', 0);
    tillService.tokens.revoke(till.token);
    tillService.tokens.add({ ...ALL_PERMISSIONS, inventory: 'r' }, till.token);
    await world.once();
    const { rows } = world.engine.parked.list(50, 0);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.failure.code))).toEqual(new Set(['CLOVER_PERMISSION_MISSING']));
    tillService.tokens.revoke(till.token);
    tillService.tokens.add(ALL_PERMISSIONS, till.token);
    world.engine.parked.retry('all');
    await expectAllIsWell(world);
  });
});

describe('a side that is troubled', () => {
  it.each(['till', 'store'] as const)(
    '%s: "too many" for minutes is waited for, and all arrives once',
    async (troubled) => {
      const world = await startStormyWorld();
      makeChanges(world, 'till', 0);
      makeChanges(world, 'store', 0);
      const startedMs = world.time.clock.monotonicMs();
      let refused = 0;
      world.weather = (request, side) => {
        if (side !== troubled || world.time.clock.monotonicMs() - startedMs > 4 * MINUTE_MS) return null;
        refused += 1;
        return answer(request, 429, { 'retry-after': '30' });
      };
      await expectAllIsWell(world);
      expect(refused).toBeGreaterThan(3);
      expect(refused).toBeLessThan(40);
    },
  );

  it.each(['till', 'store'] as const)('%s: bursts of failures double nothing', async (troubled) => {
    const world = await startStormyWorld();
    for (let round = 0; round < 3; round += 1) {
      makeChanges(world, 'till', round);
      makeChanges(world, 'store', round);
      let count = 0;
      world.weather = (request, side) => {
        if (side !== troubled) return null;
        count += 1;
        // Three of four fail, for a while; the connector's own patience is spent more than once.
        return count < 60 && count % 4 !== 0 ? answer(request, 502) : null;
      };
      for (let passes = 0; passes < 4; passes += 1) await world.once();
      world.weather = null;
    }
    world.engine.parked.retry('all');
    await expectAllIsWell(world);
  });
});

describe('a sale while a count waits to be written', () => {
  const isCount = (request: WireRequest, on: Side): boolean => {
    if (!isWrite(request)) return false;
    return on === 'till' ? request.url.includes('/item_stocks/') : request.url.includes('/products/batch');
  };

  it.each([
    { on: 'till', what: 'too many', status: 429 },
    { on: 'store', what: 'too many', status: 429 },
    { on: 'till', what: 'nobody there', status: null },
    { on: 'store', what: 'nobody there', status: null },
  ] as const)('is neither lost nor asked about ($on: $what)', async ({ on, status }) => {
    const world = await startStormyWorld();
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    const sell = (side: Side): void => {
      if (side === 'till') world.practice.tillService.staff.sell(item.id, 2);
      else world.practice.storeService.staff.buy(product.id, 2);
    };
    sell(on === 'till' ? 'store' : 'till');
    let isMet = false;
    world.weather = (request, side) => {
      if (side !== on || isMet || !isCount(request, on)) return null;
      isMet = true;
      sell(on);
      return status === null ? 'unreachable' : answer(request, status, { 'retry-after': '20' });
    };
    await syncToQuiet(world);
    expect(isMet).toBe(true);
    expect([world.stock(item.id), world.product(product.id).stockQuantity]).toEqual([before - 4, before - 4]);
    expect(world.engine.conflicts.list({ limit: 5, offset: 0 }).conflicts).toEqual([]);
  });
});

describe('the same number sold on both sides', () => {
  const sellOnBoth = (world: SmallWorld): (() => readonly (number | null | undefined)[]) => {
    const { item, product } = world.pick();
    world.practice.tillService.staff.sell(item.id, 1);
    world.practice.storeService.staff.buy(product.id, 1);
    return () => [world.stock(item.id), world.product(product.id).stockQuantity];
  };

  // Sales count as known only if they were noted after the link's last write, by this computer's clock: the look
  // notes them, then the run that was stopped is finished first, and they are taken for one recount.
  it('while a write of the product waited is taken twice', async () => {
    const world = await startStormyWorld();
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.practice.storeService.staff.editProduct(product.id, { name: 'Waits' });
    world.weather = (request, side) => (side === 'till' && isWrite(request) ? 'unreachable' : null);
    await world.once();
    world.weather = null;
    const readCounts = sellOnBoth(world);
    await syncToQuiet(world);
    expect(readCounts()).toEqual([before - 2, before - 2]);
  });

  it('after the clock was set back is taken twice', async () => {
    const world = await startStormyWorld();
    const { item } = world.pick();
    const before = world.stock(item.id) ?? 0;
    world.time.setClock(-60 * MINUTE_MS);
    const readCounts = sellOnBoth(world);
    await syncToQuiet(world);
    expect(readCounts()).toEqual([before - 2, before - 2]);
  });
});

describe('a row that a side cannot bear', () => {
  it('never delays the others, pass after pass', async () => {
    const world = await startStormyWorld();
    const [bad, good] = [world.pick(0), world.pick(1)];
    world.weather = (request) =>
      isWrite(request) && (request.body ?? '').includes('Poison')
        ? answer(request, 500, { 'content-type': 'text/html' })
        : null;
    world.practice.tillService.staff.editItem(bad.item.id, { name: 'Poison' });
    for (let round = 0; round < 3; round += 1) {
      world.practice.tillService.staff.editItem(good.item.id, { price: 3_000 + round });
      expect((await world.once()).ok).toBe(true);
      expect(world.product(good.product.id).regularPrice).toBe(`30.0${round}`);
      expect(world.engine.parked.list(5, 0).total).toBe(1);
    }
    world.weather = null;
    world.engine.parked.retry('all');
    await expectAllIsWell(world);
  });
});

describe('the loop', () => {
  it('tells which side is away and that it is back, and never ends for it', async () => {
    const world = await startStormyWorld();
    const stop = new AbortController();
    const told: SyncEvent[] = [];
    let looks = 0;
    world.weather = isAway('store');
    const loop = world.engine.sync.run({
      signal: stop.signal,
      onEvent: (event) => {
        told.push(event);
        if (event.kind === 'side' && event.failure !== null) world.weather = null;
        if (event.kind !== 'synced') return;
        looks += 1;
        if (looks === 3) stop.abort();
      },
    });
    await loop;
    const sides = told.filter((event) => event.kind === 'side');
    expect(sides).toMatchObject([
      { side: 'store', failure: { code: 'NET_UNREACHABLE' } },
      { side: 'store', failure: null },
    ]);
    expect(told.at(-1)).toEqual({ kind: 'stopped' });
  });
});

describe('this computer', () => {
  it('may have its clock set back or forward by a day', async () => {
    const world = await startStormyWorld();
    const day = 24 * 60 * MINUTE_MS;
    for (const [round, offsetMs] of [-day, day, -2 * day].entries()) {
      world.time.setClock(offsetMs);
      makeChanges(world, 'till', round);
      makeChanges(world, 'store', round);
      await expectAllIsWell(world);
    }
  });

  it('knows in a later process which side the last look did not reach, until one reaches both', async () => {
    const world = await startStormyWorld();
    const { dataDir, secretKey } = world;
    expect((await world.once()).ok).toBe(true);
    const later = unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: false }));
    const read = () => later.engine.sync.state();
    const { lastPassMs } = read();
    expect(lastPassMs).not.toBeNull();
    world.weather = isAway('store');
    expect((await world.once()).ok).toBe(false);
    expect(read()).toMatchObject({
      isLooking: false,
      away: { till: null, store: { code: 'NET_UNREACHABLE' } },
      lastPassMs,
    });
    world.weather = null;
    expect((await world.once()).ok).toBe(true);
    expect(read().away).toEqual({ till: null, store: null });
    await later.close();
  });

  it('lets only one app write to a data folder', async () => {
    const { dataDir, secretKey, core } = await startStormyWorld();
    const second = await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true });
    expect(second).toMatchObject({
      ok: false,
      failure: { code: 'DATA_IN_USE', facts: { pid: String(process.pid) } },
    });
    await core.close();
  });
});
