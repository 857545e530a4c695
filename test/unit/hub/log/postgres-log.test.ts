import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { EventLog } from '../../../../src-hub/log/event-log.ts';
import { createPostgresLog } from '../../../../src-hub/log/postgres-log.ts';
import { migratePostgres } from '../../../../src-hub/postgres/database.ts';
import { openPool } from '../../../../src-hub/postgres/pool.ts';
import { createMachineTime } from '../../../../src-hub/runtime/machine.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../../support/postgres-server.ts';
import { describeEventLog } from './event-log-contract.ts';

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  const openLog = (url: string): { log: EventLog; end(): Promise<void> } => {
    const pool = openPool(url, { name: 'test', most: 6 }, () => undefined);
    const log = createPostgresLog(pool, createMachineTime(), null);
    const end = async (): Promise<void> => {
      if (pool.ending) return;
      await log.close();
      await pool.end();
    };
    onTestFinished(end);
    return { log, end };
  };
  const open = async () => {
    const url = await server.createDatabase();
    await migratePostgres(url);
    return { url, ...openLog(url) };
  };

  describeEventLog('the log in PostgreSQL', async () => {
    const { url, log, end } = await open();
    return {
      log,
      restart: async () => {
        await end();
        return openLog(url).log;
      },
    };
  });

  describe('the log of several nodes', () => {
    it('a shop’s numbers become visible in their order, however many nodes write at once', async () => {
      const { url, log } = await open();
      const others = [openLog(url).log, openLog(url).log];
      const seen: number[] = [];
      let isOver = false;
      const watch = (async () => {
        for (let after = 0; !isOver || seen.length < 600; ) {
          const rows = await log.read('s_1', after, 1000);
          seen.push(...rows.map(({ seq }) => seq));
          after = rows.at(-1)?.seq ?? after;
        }
      })();
      await Promise.all(
        others.map(async (other, node) => {
          for (let at = 0; at < 300; at += 1)
            await other.append([
              { shopId: 's_1', side: 'store', key: `${node}:${at}`, atMs: at },
              { shopId: 's_2', side: 'store', key: `${node}:${at}`, atMs: at },
            ]);
        }),
      );
      isOver = true;
      await watch;
      expect(new Set(seen).size).toBe(600);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });

    it('nodes that write for the same shops in every order never wait for each other for ever', async () => {
      const { url, log } = await open();
      const other = openLog(url).log;
      const shops = Array.from({ length: 20 }, (_, at) => `s_${at}`);
      for (const shop of shops) await log.openCursor(shop, 'd');
      const write = async (on: EventLog, order: readonly string[]): Promise<void> => {
        for (let turn = 0; turn < 40; turn += 1) {
          await on.append(order.map((shopId) => ({ shopId, side: 'till', key: `I:${turn}`, atMs: turn })));
          await Promise.all(order.map((shopId) => on.acknowledge(shopId, 'd', turn * 2)));
        }
      };
      await Promise.all([write(log, shops), write(other, [...shops].reverse())]);
      expect((await log.readFigures()).waiting).toBeGreaterThanOrEqual(0);
    });

    const tell = (log: EventLog, at: number) =>
      log.append([{ shopId: 's', side: 'till', key: `I:${at}`, atMs: at }]);

    /** A log whose database is away for as long as the test says. */
    const openGated = async () => {
      const { url } = await open();
      const pool = openPool(url, { name: 'test', most: 4 }, () => undefined);
      onTestFinished(() => pool.end());
      const gate = { isAway: false };
      const connect = () => (gate.isAway ? Promise.reject(new Error('ECONNREFUSED')) : pool.connect());
      const log = createPostgresLog({ connect } as unknown as pg.Pool, createMachineTime(), null);
      return { gate, log };
    };

    it('H5: a delivery that comes while the database restarts is waited with, from its first question on', async () => {
      const { gate, log } = await openGated();
      gate.isAway = true;
      setTimeout(() => {
        gate.isAway = false;
      }, 500);
      expect(await log.isFirst('s:one', 1)).toBe(true);
      await tell(log, 1);
      expect(await log.read('s', 0, 10)).toHaveLength(1);
    });

    it('H5: while the database is away, whenever a delivery comes, it is told so within some four seconds', {
      timeout: 20_000,
    }, async () => {
      const { gate, log } = await openGated();
      gate.isAway = true;
      const waitedMs: number[] = [];
      const sent: Promise<unknown>[] = [];
      const sinceMs = performance.now();
      while (performance.now() - sinceMs < 5_000) {
        const atMs = performance.now();
        sent.push(tell(log, sent.length).catch(() => waitedMs.push(performance.now() - atMs)));
        await new Promise((resolve) => void setTimeout(resolve, 200));
      }
      await Promise.all(sent);
      expect(waitedMs).toHaveLength(sent.length);
      expect(Math.max(...waitedMs)).toBeLessThan(5_000);
    });

    it('a connection to a server that has become a standby is left for a new one', async () => {
      const { url } = await open();
      const pool = openPool(url, { name: 'test', most: 1 }, () => undefined);
      onTestFinished(() => pool.end());
      const log = createPostgresLog(pool, createMachineTime(), null);
      await pool.query('SET default_transaction_read_only = on');
      await tell(log, 1);
      expect(await log.read('s', 0, 10)).toHaveLength(1);
    });

    it('a statement that the database refuses rejects all of its batch and leaves the log usable', async () => {
      const { log } = await open();
      const tellOf = (key: string) => log.append([{ shopId: 's', side: 'till', key, atMs: 1 }]);
      const outcomes = await Promise.allSettled([tellOf('good'), tellOf('not\u0000valid')]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await tellOf('later');
      expect(await log.read('s', 0, 10)).toMatchObject([{ kind: 'hint', key: 'later' }]);
    });
  });
});
