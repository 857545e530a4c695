import { describe, expect, it } from 'vitest';
import type { Permit } from '../../../../src-hub/relay/permit-desk.ts';
import { createPermitPool, PERMIT_MS } from '../../../../src-hub/tenants/permit-pool.ts';
import { UNITS } from '../../../../src-hub/tenants/permit-shares.ts';
import { startHubRooms } from '../../../support/hub-rooms.ts';
import { runQuotaWorld } from '../../../support/quota-world.ts';

const WISH = { installs: 1000, seconds: 240, seed: 7 };

/** A pool under a clock of its own, and who got what in which order. */
function openPool() {
  const pool = createPermitPool();
  const given: { who: string; n: number; atMs: number }[] = [];
  let nowMs = 0;
  return {
    pool,
    given,
    ask: (shopId: string, lane: 'orders' | 'catalog' = 'catalog', n = 1, deviceId = shopId): boolean =>
      pool.add({
        ...{ shopId, deviceId, lane, n, sinceMs: nowMs },
        answer: (permit: Permit) => void given.push({ who: `${deviceId} ${lane}`, n: permit.n, atMs: nowMs }),
      }),
    pass: (delayMs: number): void => {
      for (const untilMs = nowMs + delayMs; nowMs < untilMs; ) {
        pool.give(nowMs, UNITS);
        nowMs += 100;
      }
    },
  };
}

describe('the permits of one Clover app', () => {
  it('let 1,000 installs share its quota: no call is refused, orders wait under 5 s, nobody over a minute', async () => {
    const result = await runQuotaWorld({ ...WISH, hasPermits: true });
    expect(result.calls).toBeGreaterThan(4000);
    expect(result).toMatchObject({ tooMany: 0 });
    expect(result.mostPerSecond).toBeLessThanOrEqual(45);
    expect(result.mostAtOnce).toBeLessThanOrEqual(10);
    expect(result.ordersP95Ms).toBeLessThan(5000);
    expect(result.longestAskMs).toBeLessThan(60_000);
  });

  it('are needed: the same installs without them storm the quota', async () => {
    const { tooMany } = await runQuotaWorld({ ...WISH, hasPermits: false });
    expect(tooMany).toBeGreaterThan(1000);
  });

  it('are never more than 45 within a second and the life of one, however much is asked for', () => {
    const { ask, pass, given } = openPool();
    for (let shop = 0; shop < 300; shop += 1) ask(`shop ${shop}`, shop % 2 === 0 ? 'orders' : 'catalog', 50);
    for (let turn = 0; turn < 60; turn += 1) {
      pass(100);
      ask('greedy', 'orders', 50);
    }
    expect(given.length).toBeGreaterThan(100);
    for (const { atMs: fromMs } of given) {
      const inWindow = given.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + 1000 + PERMIT_MS);
      expect(inWindow.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(45);
    }
  });

  it('go to every shop in turn, however often and with however many devices one asks', () => {
    const { ask, pass, given } = openPool();
    for (let device = 0; device < 10; device += 1) ask('greedy', 'catalog', 50, `greedy ${device}`);
    for (const shop of ['a', 'b', 'c']) ask(shop);
    pass(200);
    expect(given.slice(0, 4).map(({ who }) => who)).toEqual([
      'greedy 0 catalog',
      'a catalog',
      'b catalog',
      'c catalog',
    ]);
    expect(given.every(({ n }) => n === 1)).toBe(true);
  });

  it('go to orders before the catalog, but the catalog is not starved', () => {
    const { ask, pass, given } = openPool();
    ask('patient', 'catalog');
    for (let second = 0; second < 40; second += 1) {
      for (let order = 0; order < 60; order += 1) ask(`shop ${second} ${order}`, 'orders');
      pass(1000);
      if (second === 25) expect(given.some(({ who }) => who === 'patient catalog')).toBe(false);
    }
    const waitedMs = given.find(({ who }) => who === 'patient catalog')?.atMs ?? Number.POSITIVE_INFINITY;
    expect(waitedMs).toBeLessThan(60_000);
    expect(given[0]?.who).toContain('orders');
  });

  it('of a device that has gone are not given', () => {
    const { ask, pass, given, pool } = openPool();
    ask('gone');
    ask('here');
    pool.forget('gone', 'gone');
    pass(100);
    expect(given).toEqual([
      { who: 'gone catalog', n: 0, atMs: 0 },
      { who: 'here catalog', n: 1, atMs: 0 },
    ]);
  });

  it('are needed only where several shops share an app; a shop with its own app is not held up by others', async () => {
    const hub = await startHubRooms({ operatorApp: { appId: 'OPERATORAPP12', authCode: null } });
    const own = await hub.pairShop('Own App');
    const first = await hub.pairShop('Harbour Pizza');
    await hub.call('PUT', '/v1/clover/code', {
      token: own.token,
      body: { appId: 'MERCHANTAPP01', authCode: 'code-0001' },
    });
    const { permits } = hub.rooms;
    expect([permits.isNeeded(own.shopId), permits.isNeeded(first.shopId)]).toEqual([false, false]);
    const second = await hub.pairShop('Hill Bakery');
    expect(permits.isNeeded(first.shopId)).toBe(true);
    expect(permits.isNeeded(own.shopId)).toBe(false);
    for (const { shopId, deviceId } of [first, second]) void permits.ask(deviceId, shopId, 50, 'orders');
    const granted = await permits.ask(own.deviceId, own.shopId, 2, 'catalog');
    expect(granted.n).toBe(2);
  });
});
