import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RoomsUnderTest, startHubRooms } from '../../../support/hub-rooms.ts';
import { openRoomsAt, openRoomsOnPostgres } from '../../../support/postgres-rooms.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../../support/postgres-server.ts';

const TTL_MS = 90_000;

let server: PostgresServer | null = null;
let file = '';
let databaseUrl = '';

/** Where leases are kept; `reopen` opens the same data anew, once the first is closed. */
const BOOKS = [
  {
    name: 'in a data file',
    open: async (): Promise<RoomsUnderTest> => {
      const hub = await startHubRooms();
      file = hub.file;
      return hub;
    },
    reopen: ({ key }: RoomsUnderTest): Promise<RoomsUnderTest> => startHubRooms({ file, key }),
  },
  {
    name: 'in PostgreSQL',
    open: async (): Promise<RoomsUnderTest> => {
      if (!server) throw new Error('there is no database');
      const hub = await openRoomsOnPostgres(server);
      databaseUrl = hub.databaseUrl;
      return hub;
    },
    reopen: ({ key }: RoomsUnderTest): Promise<RoomsUnderTest> => openRoomsAt(databaseUrl, { key }),
  },
].filter(({ name }) => name !== 'in PostgreSQL' || hasPostgres());

beforeAll(async () => {
  if (BOOKS.length > 1) server = await startPostgres();
});
afterAll(() => server?.stop());

describe.each(BOOKS)('the lease of two devices, $name', ({ open, reopen }) => {
  async function pairTwo() {
    const hub = await open();
    const { shopId, deviceId: office } = await hub.pairShop('Harbour Pizza');
    const code = (await hub.rooms.pairing.invite(shopId))?.code ?? '';
    const outcome = await hub.rooms.pairing.redeem(code, 'Kitchen', '127.0.0.1');
    const kitchen = outcome.kind === 'paired' ? outcome.deviceId : '';
    const { leases } = hub.rooms;
    return { hub, shopId, office, kitchen, claim: (device: string) => leases.claim(device, hub.time.nowMs) };
  }

  it('has one holder at a time, whose renewals keep the epoch', async () => {
    const { hub, office, kitchen, claim } = await pairTwo();
    expect(await claim(office)).toEqual({
      epoch: 1,
      isHolder: true,
      holder: 'Harbour Pizza PC',
      isBinding: true,
      ttlMs: TTL_MS,
    });
    for (let minute = 0; minute < 5; minute += 1) {
      hub.time.monotonicMs += 60_000;
      expect((await claim(kitchen)).isHolder).toBe(false);
      expect(await claim(office)).toMatchObject({ epoch: 1, isHolder: true });
    }
    hub.time.monotonicMs += TTL_MS - 1;
    expect((await claim(kitchen)).isHolder).toBe(false);
    hub.time.monotonicMs += 1;
    expect(await claim(kitchen)).toMatchObject({ epoch: 2, isHolder: true, holder: 'Kitchen' });
    expect(await claim(office)).toMatchObject({ epoch: 2, isHolder: false });
  });

  it('does not run out, nor for ever, because somebody set the clock', async () => {
    const { hub, office, kitchen, claim } = await pairTwo();
    await claim(office);
    hub.time.nowMs += 400 * 24 * 3600_000;
    expect((await claim(kitchen)).isHolder).toBe(false);
    hub.time.nowMs -= 4000 * 24 * 3600_000;
    hub.time.monotonicMs += TTL_MS;
    expect(await claim(kitchen)).toMatchObject({ epoch: 2, isHolder: true });
  });

  it('is still held after the hub’s restart, and the epoch never goes back', async () => {
    const { hub, office, kitchen, claim } = await pairTwo();
    await claim(office);
    await hub.close();
    const again = await reopen(hub);
    const claimAgain = (device: string) => again.rooms.leases.claim(device, 0);
    expect(await claimAgain(kitchen)).toMatchObject({ epoch: 1, isHolder: false });
    again.time.monotonicMs += TTL_MS;
    expect(await claimAgain(kitchen)).toMatchObject({ epoch: 2, isHolder: true });
    await again.rooms.leases.release(kitchen, 0);
    expect(await claimAgain(office)).toMatchObject({ epoch: 3, isHolder: true });
  });

  it('binds a device that is left alone until the revoked holder’s time is over', async () => {
    const { hub, shopId, office, kitchen, claim } = await pairTwo();
    await claim(office);
    await hub.rooms.pairing.revoke(shopId, office);
    expect(await claim(kitchen)).toMatchObject({ isHolder: false, isBinding: true });
    hub.time.monotonicMs += TTL_MS;
    expect(await claim(kitchen)).toMatchObject({ epoch: 2, isHolder: true, isBinding: false });
    expect(await claim(office)).toMatchObject({ isHolder: false });
  });

  it('does not bind a device that was always alone', async () => {
    const hub = await open();
    const { deviceId } = await hub.pairShop('Harbour Pizza');
    expect(await hub.rooms.leases.read(deviceId, 0)).toMatchObject({ isHolder: false, isBinding: false });
    expect(await hub.rooms.leases.claim(deviceId, 0)).toMatchObject({ isHolder: true, isBinding: false });
  });

  it('is given to nobody while a device that was alone does not know that it no longer is', async () => {
    const hub = await open();
    const { shopId, deviceId: office } = await hub.pairShop('Harbour Pizza');
    const { leases, pairing } = hub.rooms;
    expect(await leases.claim(office, 0)).toMatchObject({ isHolder: true, isBinding: false });
    const outcome = await pairing.redeem((await pairing.invite(shopId))?.code ?? '', 'Kitchen', '127.0.0.1');
    const kitchen = outcome.kind === 'paired' ? outcome.deviceId : '';
    // The office is cut off from the hub, not from till and store: it goes on by itself.
    for (let minute = 0; minute < 60; minute += 1) {
      hub.time.monotonicMs += 60_000;
      expect(await leases.claim(kitchen, 0)).toMatchObject({
        isHolder: false,
        isBinding: true,
        holder: 'Harbour Pizza PC',
      });
    }
    // What is sent to it may lie on the way until it is no longer so; only what it has read counts.
    expect((await leases.read(office, 0)).isBinding).toBe(true);
    expect(await leases.claim(kitchen, 0)).toMatchObject({ isHolder: false, holder: 'Harbour Pizza PC' });
    await leases.confirm(office);
    expect(await leases.claim(kitchen, 0)).toMatchObject({ isHolder: true, holder: 'Kitchen' });
  });

  it('is free again when such a device is removed', async () => {
    const hub = await open();
    const { shopId, deviceId: office } = await hub.pairShop('Harbour Pizza');
    const { leases, pairing } = hub.rooms;
    await leases.read(office, 0);
    const outcome = await pairing.redeem((await pairing.invite(shopId))?.code ?? '', 'Kitchen', '127.0.0.1');
    const kitchen = outcome.kind === 'paired' ? outcome.deviceId : '';
    expect((await leases.claim(kitchen, 0)).isHolder).toBe(false);
    await pairing.revoke(shopId, office);
    expect(await leases.claim(kitchen, 0)).toMatchObject({ isHolder: true, isBinding: false });
  });
});
