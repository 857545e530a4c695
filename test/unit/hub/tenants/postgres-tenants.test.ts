import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HubRoomsOptions } from '../../../support/hub-rooms.ts';
import { openRoomsAt, openRoomsOnPostgres } from '../../../support/postgres-rooms.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../../support/postgres-server.ts';
import { describeTenants } from './tenants-contract.ts';

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  let server: PostgresServer;
  let url = '';
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  const open = async (options: HubRoomsOptions = {}) => {
    const hub = await openRoomsOnPostgres(server, options);
    url = hub.databaseUrl;
    return hub;
  };
  const openSame = (key: Buffer) => openRoomsAt(url, { key });

  describeTenants('in PostgreSQL', open);

  describe('two nodes', () => {
    it('a PC that was paired at one is known at the other when it says hello there', async () => {
      const first = await open();
      const second = await openSame(first.key);
      const { token, shopId } = await first.pairShop('Harbour Pizza');
      expect(second.rooms.book.findDevice(token)).toBeNull();
      expect((await second.call('GET', '/v1/device', { token })).status).toBe(200);
      expect((await second.rooms.book.seekDevice(token))?.shopId).toBe(shopId);
    });

    it('a PC that was removed at one is out at the other after the next look', async () => {
      const first = await open();
      const second = await openSame(first.key);
      const { shopId, deviceId } = await first.pairShop('Harbour Pizza');
      await second.rooms.takeUpChanges();
      const gone: string[] = [];
      second.rooms.book.onRevoked((id) => gone.push(id));
      await first.rooms.pairing.revoke(shopId, deviceId);
      await second.rooms.takeUpChanges();
      expect(gone).toEqual([deviceId]);
    });

    it('never both give the lease: the one that knows less is told by the database', async () => {
      const first = await open();
      const second = await openSame(first.key);
      const { shopId, deviceId: office } = await first.pairShop('Harbour Pizza');
      expect(await first.rooms.leases.claim(office, 0)).toMatchObject({ isHolder: true, isBinding: false });
      const code = (await second.rooms.pairing.invite(shopId))?.code ?? '';
      const outcome = await second.rooms.pairing.redeem(code, 'Kitchen', '127.0.0.1');
      const kitchen = outcome.kind === 'paired' ? outcome.deviceId : '';
      // The first node has not heard of the kitchen yet, and goes on to tell the office that it is alone.
      expect(await first.rooms.leases.claim(office, 0)).toMatchObject({ isHolder: true });
      second.time.monotonicMs += 500_000;
      expect(await second.rooms.leases.claim(kitchen, 0)).toMatchObject({ isHolder: false, isBinding: true });
      second.time.monotonicMs += 500_000;
      expect(await second.rooms.leases.claim(kitchen, 0)).toMatchObject({ isHolder: false });
      await first.rooms.takeUpChanges();
      expect(await first.rooms.leases.claim(office, 0)).toMatchObject({ isHolder: true, isBinding: true });
      await first.rooms.leases.confirm(office);
      const [held, epoch] = [await second.rooms.leases.claim(kitchen, 0), 1];
      expect(held).toMatchObject({ isHolder: false, epoch });
      second.time.monotonicMs += 60_000;
      await first.rooms.leases.claim(office, 0); // renewed there: seen here
      expect(await second.rooms.leases.claim(kitchen, 0)).toMatchObject({ isHolder: false, epoch });
      second.time.monotonicMs += 89_999;
      expect(await second.rooms.leases.claim(kitchen, 0)).toMatchObject({ isHolder: false, epoch });
      second.time.monotonicMs += 1;
      expect(await second.rooms.leases.claim(kitchen, 0)).toMatchObject({ isHolder: true, epoch: 2 });
      expect(await first.rooms.leases.claim(office, 0)).toMatchObject({ isHolder: false, epoch: 2 });
    });

    it('of many claims at once after a lease is over, one is given the next epoch', async () => {
      const nodes = [await open()];
      const key = nodes[0]?.key ?? Buffer.alloc(0);
      for (let node = 1; node < 3; node += 1) nodes.push(await openSame(key));
      const { rooms } = nodes[0] ?? (await open());
      const shopId = await rooms.desk.add('Harbour Pizza');
      const pcs: string[] = [];
      for (const name of ['A', 'B', 'C', 'D']) {
        const code = (await rooms.pairing.invite(shopId))?.code ?? '';
        const outcome = await rooms.pairing.redeem(code, name, '127.0.0.1');
        if (outcome.kind === 'paired') pcs.push(outcome.deviceId);
      }
      for (const node of nodes) await node.rooms.takeUpChanges();
      for (let round = 1; round <= 10; round += 1) {
        for (const node of nodes) {
          await node.rooms.leases.read(pcs[0] ?? '', 0);
          node.time.monotonicMs += 90_000;
        }
        const told = await Promise.all(
          nodes.flatMap(({ rooms: own }) => pcs.map((pc) => own.leases.claim(pc, 0))),
        );
        expect(new Set(told.map(({ epoch }) => epoch))).toEqual(new Set([round]));
      }
    });

    it('H8: guesses of a pairing code count for all nodes together, by address and in all', async () => {
      const first = await open();
      const second = await openSame(first.key);
      const shopId = await first.rooms.desk.add('Harbour Pizza');
      const code = (await first.rooms.pairing.invite(shopId))?.code ?? '';
      const guess = (turn: number, address: string, what = '0000-0000-00') =>
        [first, second][turn % 2]?.rooms.pairing.redeem(what, 'A', address);
      for (let turn = 0; turn < 10; turn += 1)
        expect(await guess(turn, '192.0.2.1')).toMatchObject({ kind: 'CODE_WRONG' });
      for (const turn of [0, 1])
        expect(await guess(turn, '192.0.2.1', code)).toMatchObject({ kind: 'TOO_MANY_GUESSES' });
      expect(await guess(1, '192.0.2.2', code), 'whoever is right has not guessed').toMatchObject({
        kind: 'paired',
      });
      for (let turn = 10; turn < 300; turn += 1)
        await guess(turn, `198.51.${100 + Math.floor(turn / 100)}.${turn % 100}`);
      const late = (await first.rooms.pairing.invite(shopId))?.code ?? '';
      expect(await guess(0, '203.0.113.1', late)).toMatchObject({ kind: 'TOO_MANY_GUESSES' });
      first.time.nowMs += 10 * 60_000;
      const again = (await first.rooms.pairing.invite(shopId))?.code ?? '';
      expect(await guess(0, '192.0.2.1', again)).toMatchObject({ kind: 'paired' });
    });

    it('H8: what was told of a change is taken up, although the database failed in between', async () => {
      const first = await open();
      const second = await openSame(first.key);
      const { shopId, deviceId } = await first.pairShop('Harbour Pizza');
      await second.rooms.takeUpChanges();
      const gone: string[] = [];
      second.rooms.book.onRevoked((id) => gone.push(id));
      await first.rooms.pairing.revoke(shopId, deviceId);
      const { memory } = second.rooms.context;
      const refresh = vi.spyOn(memory, 'refreshAll').mockRejectedValueOnce(new Error('the database is away'));
      await expect(second.rooms.takeUpChanges()).rejects.toThrow('away');
      refresh.mockRestore();
      await second.rooms.takeUpChanges();
      expect(gone).toEqual([deviceId]);
    });

    it('another key than the one that sealed the data is refused', async () => {
      await open();
      await expect(openSame(randomBytes(32))).rejects.toMatchObject({ code: 'KEY_CHANGED' });
    });
  });
});
