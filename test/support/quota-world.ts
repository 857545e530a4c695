import type { PermitDesk } from '../../src-hub/relay/permit-desk.ts';
import { createFairPermitDesk, type PermitTime } from '../../src-hub/tenants/fair-permit-desk.ts';

export interface QuotaWish {
  readonly installs: number;
  readonly seconds: number;
  readonly hasPermits: boolean;
  readonly seed: number;
}

export interface QuotaResult {
  readonly calls: number;
  /** Answers 429 of the quota that all installs share. */
  readonly tooMany: number;
  /** The most calls that came within any second, and the most that ran at once. */
  readonly mostPerSecond: number;
  readonly mostAtOnce: number;
  /** From the wish for a call to its beginning (that was not refused), in milliseconds. */
  readonly ordersP95Ms: number;
  readonly longestCallMs: number;
  /** From an ask to its permit. */
  readonly longestAskMs: number;
  /** Permits that a busy PC used too late. */
  readonly expired: number;
}

const PER_SECOND = 50;
const AT_ONCE = 10;
/** Calls of one order, and of one look through the catalog; how often an install does either, in seconds. */
const ORDER_CALLS = 3;
const ORDER_EVERY_S = 300;
const LOOK_CALLS = 2;
const LOOK_EVERY_S = 120;
/** All installs begin within this: the hub was restarted. */
const RUSH_MS = 5000;

/** Many installs of one Clover app under a virtual clock, with Clover's quota counted as Clover does (clover.md 3). */
export async function runQuotaWorld(wish: QuotaWish): Promise<QuotaResult> {
  const world = createAgenda();
  const chance = createChance(wish.seed);
  const quota = createQuota(world);
  const waits = { orders: [] as number[], catalog: [] as number[] };
  const counts = { expired: 0, longestAskMs: 0 };
  const desk: PermitDesk = createFairPermitDesk(world, () => ({ key: 'app', shops: wish.installs }));
  const sleep = (delayMs: number): Promise<void> =>
    new Promise((resolve) => void world.after(delayMs, resolve));

  /** A permit that is used in time; the app's own thread may be busy for a moment. */
  const takePermit = async (shop: string, lane: 'orders' | 'catalog'): Promise<void> => {
    for (;;) {
      const askedMs = world.monotonicMs();
      const { n, forMs } = await desk.ask(shop, shop, 1, lane);
      counts.longestAskMs = Math.max(counts.longestAskMs, world.monotonicMs() - askedMs);
      await sleep(20 + chance(40)); // the line to the app
      const idleMs = chance(100) < 3 ? chance(400) : chance(60);
      await sleep(idleMs);
      if (n > 0 && idleMs <= forMs) return;
      counts.expired += 1;
    }
  };
  const call = async (shop: string, lane: 'orders' | 'catalog'): Promise<void> => {
    const wishedMs = world.monotonicMs();
    for (let refusals = 0; ; refusals += 1) {
      if (wish.hasPermits) await takePermit(shop, lane);
      const startedMs = world.monotonicMs();
      await sleep(10 + chance(60)); // the line to Clover
      const isTaken = quota.enter();
      if (isTaken) {
        waits[lane].push(startedMs - wishedMs);
        await sleep(40 + chance(140));
        quota.leave();
        return;
      }
      await sleep(1000 * 2 ** Math.min(refusals, 5) + chance(1000));
    }
  };
  const work = async (
    shop: string,
    lane: 'orders' | 'catalog',
    calls: number,
    everyS: number,
    firstMs: number,
  ) => {
    await sleep(firstMs);
    for (;;) {
      for (let at = 0; at < calls; at += 1) await call(shop, lane);
      await sleep(everyS * (500 + chance(1000)));
    }
  };
  for (let at = 0; at < wish.installs; at += 1) {
    void work(`shop ${at}`, 'orders', ORDER_CALLS, ORDER_EVERY_S, chance(ORDER_EVERY_S * 1000));
    void work(`shop ${at}`, 'catalog', LOOK_CALLS, LOOK_EVERY_S, chance(RUSH_MS));
  }
  await world.run(wish.seconds * 1000);
  const sorted = waits.orders.sort((a, b) => a - b);
  return {
    ...quota.figures(),
    ordersP95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.POSITIVE_INFINITY,
    longestCallMs: Math.max(...waits.orders, ...waits.catalog),
    ...counts,
  };
}

/** Counts as Clover: calls within any second, and calls at once, whoever makes them. */
function createQuota(world: PermitTime) {
  let recentMs: number[] = [];
  let atOnce = 0;
  const most = { calls: 0, tooMany: 0, mostPerSecond: 0, mostAtOnce: 0 };
  return {
    enter: (): boolean => {
      const nowMs = world.monotonicMs();
      recentMs = recentMs.filter((atMs) => atMs > nowMs - 1000);
      most.calls += 1;
      most.mostPerSecond = Math.max(most.mostPerSecond, recentMs.length + 1);
      most.mostAtOnce = Math.max(most.mostAtOnce, atOnce + 1);
      if (recentMs.length >= PER_SECOND || atOnce >= AT_ONCE) {
        most.tooMany += 1;
        return false;
      }
      recentMs.push(nowMs);
      atOnce += 1;
      return true;
    },
    leave: (): void => {
      atOnce -= 1;
    },
    figures: () => most,
  };
}

/** A clock of whole milliseconds that jumps from one thing to the next. */
function createAgenda(): PermitTime & { run(untilMs: number): Promise<void> } {
  const due = new Map<number, (() => void)[]>();
  let nowMs = 0;
  return {
    monotonicMs: () => nowMs,
    after: (delayMs, ring) => {
      const atMs = nowMs + Math.max(1, Math.round(delayMs));
      const others = due.get(atMs);
      if (others) others.push(ring);
      else due.set(atMs, [ring]);
    },
    run: async (untilMs) => {
      for (; nowMs <= untilMs; nowMs += 1) {
        const rings = due.get(nowMs);
        if (!rings) continue;
        due.delete(nowMs);
        for (const ring of rings) ring();
        // Everything that waited for these goes on before the clock does.
        for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
      }
    },
  };
}

/** Whole numbers in [0, most); the same ones for the same seed. */
function createChance(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  };
}
