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
    const pool = openPool(url, () => undefined);
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

    it('a statement that the database refuses rejects all of its batch and leaves the log usable', async () => {
      const { log } = await open();
      const tell = (key: string) => log.append([{ shopId: 's', side: 'till', key, atMs: 1 }]);
      const outcomes = await Promise.allSettled([tell('good'), tell('not\u0000valid')]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await tell('later');
      expect(await log.read('s', 0, 10)).toMatchObject([{ kind: 'hint', key: 'later' }]);
    });
  });
});
