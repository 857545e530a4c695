import { describe, expect, it } from 'vitest';
import { createMachineClock, type PracticeClock } from '../../../../src-practice/clock.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { serve } from '../../../../src-practice/serve.ts';
import { createPracticeStore, MEASURED_WORK } from '../../../../src-practice/store/store.ts';
import { basic, openStore } from './open-store.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `P ${index}` }));

describe('work time', () => {
  it('adds up row by row for what was measured', async () => {
    const { store, call } = await openStore({ work: MEASURED_WORK });
    const spent = async (method: string, path: string, body?: unknown): Promise<number> => {
      const beforeMs = store.counters.workMs;
      await call(method, path, body);
      return store.counters.workMs - beforeMs;
    };
    expect(await spent('POST', '/products/batch', { create: rows(100) })).toBe(1400);
    const update = Array.from({ length: 50 }, (_, index) => ({ id: 10 + index }));
    expect(await spent('POST', '/products/batch', { update })).toBe(600);
    expect(await spent('GET', '/products?per_page=100')).toBe(110);
    expect(await spent('GET', '/products?per_page=50')).toBe(55);
    expect(await spent('GET', '/products?per_page=10')).toBe(40);
    expect(await spent('GET', '/products/10')).toBe(40);
    const create = rows(3);
    expect(await spent('POST', '/products/10/variations/batch', { create })).toBe(90);
    expect(await spent('GET', '/products/10/variations')).toBe(50);
    expect(await spent('GET', '/wp-json/wc-analytics/variations')).toBe(40);
    expect(await spent('GET', '/nope')).toBe(40);
  });

  it('costs nothing when there is none', async () => {
    const { store, clock, call } = await openStore();
    const beforeMs = clock.nowMs();
    await call('POST', '/products/batch', { create: rows(100) });
    expect(clock.nowMs()).toBe(beforeMs);
    expect(store.counters.workMs).toBe(0);
  });
});

/** A store on the machine's own clock, faster than measured. */
async function openWorkingStore() {
  const clock = createMachineClock();
  const work = { ...MEASURED_WORK, createdProductMs: 4, updatedProductMs: 4, otherReadMs: 5 };
  const store = createPracticeStore({ clock, random: createRandom(1), https: true, workers: 2, work });
  const running = await serve(store, { clock });
  const headers = { authorization: basic(store.keys.add()), 'content-type': 'application/json' };
  const call = (method: string, path: string, body: unknown, signal?: AbortSignal) =>
    fetch(`${running.url}/wp-json/wc/v3${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  return { clock, store, running, call };
}

describe('a busy store', () => {
  it('finishes a batch whose client has gone, row by row', async () => {
    const { clock, store, running, call } = await openWorkingStore();
    const gone = AbortSignal.timeout(100);
    await expect(call('POST', '/products/batch', { create: rows(100) }, gone)).rejects.toThrow();
    const half = store.state.products.size;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(100);
    while (store.state.products.size < 100) await clock.sleep(20);
    await running.close();
  });

  it('loses one of two deltas written at once, but never a sale to a PUT without stock', async () => {
    const { store, running, call } = await openWorkingStore();
    store.load([{ name: 'Burger', manage_stock: true, stock_quantity: 100 }]);
    const deltas = Array.from({ length: 10 }, () => call('PUT', '/products/10', { inventory_delta: -1 }));
    await Promise.all(deltas);
    const left = store.state.products.get(10)?.stockQuantity ?? 0;
    expect(left).toBeGreaterThan(90);
    const renamed = call('PUT', '/products/10', { name: 'Renamed' });
    store.staff.buy(10, 3);
    await renamed;
    expect(store.state.products.get(10)).toMatchObject({ name: 'Renamed', stockQuantity: left - 3 });
    await running.close();
  });
});

/** Virtual time: the earliest sleeper wakes as soon as nothing else is left to do, a little late. */
function createVirtualClock(lateMs: number): PracticeClock {
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  let nowMs = 0;
  const wakeNext = (): void => {
    sleepers.sort((a, b) => a.atMs - b.atMs);
    const next = sleepers.shift();
    if (!next) return;
    nowMs = Math.max(nowMs, next.atMs + lateMs);
    next.wake();
  };
  return {
    nowMs: () => nowMs,
    sleep: (delayMs) =>
      new Promise((resolve) => {
        sleepers.push({ atMs: nowMs + delayMs, wake: resolve });
        setImmediate(wakeNext);
      }),
  };
}

describe('the worker slots', () => {
  const openVirtual = (lateMs: number) => {
    const clock = createVirtualClock(lateMs);
    const random = createRandom(1);
    const store = createPracticeStore({ clock, random, https: true, workers: 2, work: MEASURED_WORK });
    const headers = { authorization: basic(store.keys.add()), 'content-type': 'application/json' };
    const createMany = async (count: number): Promise<number> => {
      const body = JSON.stringify({ create: rows(count) });
      const url = '/wp-json/wc/v3/products/batch';
      const answer = await store.handle({ method: 'POST', url, headers, body, origin: 'https://shop.test' });
      expect(answer.status).toBe(200);
      return clock.nowMs();
    };
    return { createMany };
  };

  it('take a hundred rows in 1,400 ms although every timer is late', async () => {
    const { createMany } = openVirtual(1);
    expect(await createMany(100)).toBeLessThanOrEqual(1401);
  });

  it('work as many requests at once as there are, the rest in order of arrival', async () => {
    const { createMany } = openVirtual(0);
    const endedMs = await Promise.all([25, 50, 25, 25].map(createMany));
    expect(endedMs).toEqual([350, 700, 700, 1050]);
  });
});
