import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClusterStorage } from '../../../../src-hub/cluster/cluster-storage.ts';
import { createListener } from '../../../../src-hub/cluster/listener.ts';
import { createNodeTable } from '../../../../src-hub/cluster/node-table.ts';
import { createSharedQuota } from '../../../../src-hub/cluster/shared-quota.ts';
import { createTenantChanges } from '../../../../src-hub/cluster/tenant-changes.ts';
import { createWakeBus, nameChannel } from '../../../../src-hub/cluster/wake-bus.ts';
import { migratePostgres } from '../../../../src-hub/postgres/database.ts';
import { ask, openPool } from '../../../../src-hub/postgres/pool.ts';
import { createPostgresSql } from '../../../../src-hub/postgres/postgres-sql.ts';
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
    pool = openPool(url, { name: 'test', most: 8 }, () => undefined);
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
  });
  const time = createMachineTime();
  const fail = (error: unknown): never => {
    throw error;
  };

  const openNode = (id: string, told: (error: unknown) => void, processId = id, on = pool) =>
    createNodeTable(on, time, {
      ...{ own: { id, url: `http://${id}` }, processId, homeUrl: 'http://home', pace: PACE },
      fail: told,
    });

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

  it('a share that becomes smaller twice counts as its largest until its last permits are used', async () => {
    const take = async (node: string, units: number): Promise<number> => {
      const { rows } = await ask<{ units: number }>(
        pool,
        `SELECT hub_take_share($1, $2, $3, interval '9 s', interval '1 s') AS units`,
        ['shrinking app', node, units],
      );
      return rows[0]?.units ?? -1;
    };
    // The quota itself is set lower: it is the same for the node as more nodes that share it.
    expect([await take('a', 9), await take('a', 6), await take('a', 3)]).toEqual([9, 6, 3]);
    expect(await take('b', 9)).toBe(0);
    await new Promise((resolve) => void setTimeout(resolve, 1_100));
    expect(await take('b', 9)).toBe(5);
  });

  it('news of a thousand shops come whole to the node that holds them, and to no other', async () => {
    const heard: Record<'a' | 'b', string[]> = { a: [], b: [] };
    const listen = (id: 'a' | 'b') => {
      const bus = createWakeBus(pool, time, () => null, fail);
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
    const bus = createWakeBus(pool, time, (shop) => (shop.endsWith('7') ? null : nameChannel('a')), fail);
    bus.tell(shops);
    bus.tell(shops); // told twice is told once
    await expect.poll(() => heard.a.length).toBeGreaterThanOrEqual(900);
    expect([...heard.a].sort()).toEqual(shops.filter((shop) => !shop.endsWith('7')).sort());
    expect(heard.b).toEqual([]);
    await Promise.all(listeners.map((listener) => listener.stop()));
  });

  it('nodes see each other come, go and fall silent, and their shops have another node at once', async () => {
    const open = (id: string) => openNode(id, () => undefined);
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

  const listNodes = async (): Promise<string[]> => {
    const { rows } = await ask<{ id: string }>(pool, 'SELECT id FROM hub_node ORDER BY id');
    return rows.map(({ id }) => id);
  };

  it('a node that leaves while it says that it is there has left', async () => {
    let held: Promise<void> | null = null;
    const connect = async () => {
      const own = held;
      held = null;
      await own;
      return pool.connect();
    };
    const node = openNode('leaving', fail, 'leaving', { connect } as unknown as pg.Pool);
    await node.join();
    let release = (): void => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    await expect.poll(() => held === null).toBe(true); // its next word is on its way, and takes long
    const left = node.leave();
    await new Promise((resolve) => void setTimeout(resolve, 200));
    release();
    await left;
    await new Promise((resolve) => void setTimeout(resolve, 3 * PACE.beatMs));
    expect(await listNodes()).not.toContain('leaving');
    node.stop();
  });

  it('a node that died before the database’s clock was set back is not taken for alive', async () => {
    await ask(
      pool,
      `INSERT INTO hub_node (id, url, seen) VALUES ('later', 'http://later', clock_timestamp() + interval '1 hour')`,
    );
    const node = openNode('now', fail);
    await node.join();
    await expect.poll(() => node.placement.countNodes(), { timeout: 5_000 }).toBe(1);
    await node.leave();
    node.stop();
    await ask(pool, `DELETE FROM hub_node WHERE id = 'later'`);
  });

  it('two processes under one node’s address are told of; one that comes after another is not', async () => {
    const told: string[] = [];
    const note = (error: unknown) => void told.push(String(error));
    const before = openNode('same', note, 'before');
    await before.join();
    before.stop(); // it is killed
    const [first, second] = [openNode('same', note, 'first'), openNode('same', note, 'second')];
    await first.join();
    await new Promise((resolve) => void setTimeout(resolve, 3 * PACE.beatMs));
    expect(told).toEqual([]);
    await second.join();
    await expect.poll(() => told.join(), { timeout: 5_000 }).toMatch(/NODE_URL/);
    await first.leave();
    await expect.poll(listNodes, { timeout: 5_000 }).toContain('same');
    await second.leave();
    first.stop();
    second.stop();
  });

  it('after a restore from a dump, what other servers had numbered is not read anew every second', async () => {
    const find = createTenantChanges(pool);
    await find();
    await ask(pool, `INSERT INTO tenant_change (shop_id, xid) VALUES ('s_restored', '9000000000')`);
    expect(await find()).toEqual([]);
    await ask(pool, `INSERT INTO shop (id, name, made_ms) VALUES ('s_new', 'Corner Oven', 1)`);
    expect(await find()).toEqual(['s_new']);
  });

  it('however many wait for leases and pairing, a delivery is written at once', async () => {
    const storage = await openClusterStorage(url, null, {
      ...{ time, say: { warn: () => undefined }, makeBytes: randomBytes },
      ...{ homeUrl: 'http://home', listenUrl: url },
    });
    const slow = Array.from({ length: 20 }, (_, at) =>
      storage.sql.transaction(`slow ${at}`, (inside) => inside.all('SELECT pg_sleep(0.5)')),
    );
    const sinceMs = performance.now();
    await storage.log.append([{ shopId: 's_1', side: 'till', key: 'I:1', atMs: 1 }]);
    expect(performance.now() - sinceMs).toBeLessThan(400);
    await Promise.all(slow);
    await storage.close();
  });

  it('who waits for others of the same name leaves the connections to everybody else', async () => {
    const few = openPool(url, { name: 'test', most: 3 }, () => undefined);
    const sql = createPostgresSql(few);
    const slow = Array.from({ length: 10 }, () =>
      sql.transaction('one name', (inside) => inside.all('SELECT pg_sleep(0.1)')),
    );
    await new Promise((resolve) => void setTimeout(resolve, 50));
    const sinceMs = performance.now();
    await sql.all('SELECT 1');
    expect(performance.now() - sinceMs).toBeLessThan(400);
    await Promise.all(slow);
    await few.end();
  });

  it('a node that vanishes in the midst of a transaction keeps its locks for seconds, not for hours', async () => {
    const { rows } = await ask<{ s: string }>(
      pool,
      `SELECT current_setting('idle_in_transaction_session_timeout') AS s`,
    );
    expect(rows).toEqual([{ s: '15s' }]);
  });

  it('a database whose transactions would not see what others have just written is refused', async () => {
    const other = await server.createDatabase();
    const name = new URL(other).pathname.slice(1);
    await ask(pool, `ALTER DATABASE ${name} SET default_transaction_isolation = 'repeatable read'`);
    await expect(migratePostgres(other)).rejects.toMatchObject({
      code: 'CONFIG_WRONG',
      message: expect.stringContaining('read committed'),
    });
  });
});
