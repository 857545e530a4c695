import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createListener } from '../../../../src-hub/cluster/listener.ts';
import { createNodeTable } from '../../../../src-hub/cluster/node-table.ts';
import { createSharedQuota } from '../../../../src-hub/cluster/shared-quota.ts';
import { createWakeBus, nameChannel } from '../../../../src-hub/cluster/wake-bus.ts';
import { migratePostgres } from '../../../../src-hub/postgres/database.ts';
import { ask, openPool } from '../../../../src-hub/postgres/pool.ts';
import { createMachineTime } from '../../../../src-hub/runtime/machine.ts';
import { UNITS } from '../../../../src-hub/tenants/permit-shares.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../../support/postgres-server.ts';

const PACE = { beatMs: 100, goneMs: 1_000, cutOffMs: 3_000, leaveMs: 500 };

describe.skipIf(!hasPostgres())('what nodes share', () => {
  let server: PostgresServer;
  let url = '';
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    await migratePostgres(url);
    pool = openPool(url, () => undefined);
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
  });
  const time = createMachineTime();
  const fail = (error: unknown): never => {
    throw error;
  };

  it('an app’s quota is never more than whole, is shared fairly, and one node alone has all of it', async () => {
    const quotas = ['a', 'b', 'c'].map((id) => createSharedQuota(pool, id, fail));
    const [first] = quotas;
    await expect.poll(() => first?.readUnits('app', time.monotonicMs())).toBe(UNITS);
    let most = 0;
    const readAll = (): number[] => {
      const units = quotas.map((quota) => quota.readUnits('app', time.monotonicMs()));
      most = Math.max(
        most,
        units.reduce((sum, own) => sum + own, 0),
      );
      return units;
    };
    await expect
      .poll(() => Math.min(...readAll()), { timeout: 15_000, interval: 50 })
      .toBeGreaterThanOrEqual(UNITS / 3 - 1);
    expect(most).toBe(UNITS);
  });

  it('what a node gave up is free for the others only once its last permits are used', async () => {
    const take = async (node: string): Promise<number> => {
      const values = ['slow app', node, UNITS];
      const { rows } = await ask<{ units: number }>(
        pool,
        `SELECT hub_take_share($1, $2, $3, interval '9 s', interval '1 s') AS units`,
        values,
      );
      return rows[0]?.units ?? -1;
    };
    expect([await take('a'), await take('b')]).toEqual([9, 0]);
    expect([await take('a'), await take('b')]).toEqual([5, 0]);
    await new Promise((resolve) => void setTimeout(resolve, 1_100));
    expect([await take('a'), await take('b')]).toEqual([5, 4]);
  });

  it('news of a thousand shops come whole to the node that holds them, and to no other', async () => {
    const heard: Record<'a' | 'b', string[]> = { a: [], b: [] };
    const listen = (id: 'a' | 'b') => {
      const bus = createWakeBus(pool, time, () => null);
      bus.onWake((shop) => heard[id].push(shop));
      return createListener(
        url,
        [nameChannel(id)],
        time,
        (_channel, payload) => bus.hear(payload),
        () => undefined,
      );
    };
    const listeners = [listen('a'), listen('b')];
    await Promise.all(listeners.map((listener) => listener.start()));
    const shops = Array.from({ length: 1_000 }, (_, at) => `s_shop-with-a-long-name-${at}`);
    const bus = createWakeBus(pool, time, (shop) => (shop.endsWith('7') ? null : nameChannel('a')));
    bus.tell(shops);
    bus.tell(shops); // told twice is told once
    await expect.poll(() => heard.a.length).toBeGreaterThanOrEqual(900);
    expect([...heard.a].sort()).toEqual(shops.filter((shop) => !shop.endsWith('7')).sort());
    expect(heard.b).toEqual([]);
    await Promise.all(listeners.map((listener) => listener.stop()));
  });

  it('nodes see each other come, go and fall silent, and their shops have another node at once', async () => {
    const open = (id: string) =>
      createNodeTable(pool, time, { id, url: `http://${id}` }, 'http://home', PACE, () => undefined);
    const [a, b, c] = [open('a'), open('b'), open('c')];
    for (const node of [a, b, c]) await node.join();
    await expect.poll(() => [a, b, c].map(({ placement }) => placement.countNodes())).toEqual([3, 3, 3]);
    const shops = Array.from({ length: 60 }, (_, at) => `s_${at}`);
    const countOwn = ({ placement }: typeof a): number =>
      shops.filter((shop) => placement.findElsewhere(shop) === null).length;
    expect(countOwn(a) + countOwn(b) + countOwn(c)).toBe(60);
    let moved = 0;
    a.placement.onMoved(() => {
      moved += 1;
    });
    const startedMs = performance.now();
    const leaving = b.leave();
    expect(b.placement.isLeaving()).toBe(true);
    await leaving;
    // Others are there, so it answered for a while yet.
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(PACE.leaveMs);
    expect(countOwn(b)).toBe(0);
    c.stop(); // it dies without a word
    await expect.poll(() => countOwn(a), { timeout: 10_000 }).toBe(60);
    expect(moved).toBe(2);
    a.stop();
    b.stop();
  });
});
