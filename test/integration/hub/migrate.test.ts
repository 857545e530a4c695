import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src-hub/config.ts';
import { migrateToCluster } from '../../../src-hub/operator/migrate.ts';
import { startHubRooms } from '../../support/hub-rooms.ts';
import { openRoomsAt } from '../../support/postgres-rooms.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../../support/postgres-server.ts';

describe.skipIf(!hasPostgres())('"migrate"', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it('brings all of a data file into the database: PCs, secrets, hints, cursors and leases go on', async () => {
    const old = await startHubRooms();
    const { shopId, deviceId, token } = await old.pairShop('Harbour Pizza');
    for (const wooSecret of ['first-secret-0123456789', 'second-secret-012345678'])
      await old.rooms.settings.change(shopId, { wooSecret, merchantId: 'MERCHANT00001' });
    const beat = { appVersion: '1', till: 'ok', store: 'ok', waiting: 0, needsYou: 0 };
    await old.call('POST', '/v1/heartbeat', { token, body: beat });
    await old.rooms.leases.claim(deviceId, 0);
    const hints = Array.from({ length: 700 }, (_, at) => ({
      ...{ shopId, side: 'till' as const, key: `I:${at}`, atMs: at },
    }));
    await old.log.append(hints);
    await old.log.acknowledge(shopId, deviceId, 100);
    await old.log.collapse(shopId, 'store', 'why', 5);
    const before = {
      rows: await old.log.read(shopId, 0, 1000),
      cursor: await old.log.readCursor(shopId, deviceId),
      last: await old.log.readLast(shopId),
      held: (await old.call('GET', '/v1/held', { token })).body,
    };
    await old.close();
    const databaseUrl = await server.createDatabase();
    // The page's line: the options of one machine, and the database's address alone.
    const options = { TILLBRIDGE_HUB_DATA: dirname(old.file), TILLBRIDGE_HUB_DATABASE_URL: databaseUrl };
    const config = readConfig(options);
    const said = await migrateToCluster(config);
    expect(said.join(' ')).toContain('1 shop, 2 woo_secret, 1 device');
    const now = await openRoomsAt(databaseUrl, { key: old.key });
    expect((await now.call('GET', '/v1/device', { token })).body).toMatchObject({
      merchantId: 'MERCHANT00001',
    });
    expect(now.rooms.book.readWooSecrets(shopId)).toEqual([
      'second-secret-012345678',
      'first-secret-0123456789',
    ]);
    expect(await now.log.read(shopId, 0, 1000)).toEqual(before.rows);
    expect(await now.log.readCursor(shopId, deviceId)).toBe(before.cursor);
    expect(await now.log.readLast(shopId)).toBe(before.last);
    expect((await now.call('GET', '/v1/held', { token })).body).toMatchObject({
      ...{ lease: before.held.lease, heartbeats: before.held.heartbeats },
    });
    await expect(migrateToCluster(config)).rejects.toMatchObject({ code: 'NOT_SURE' });
  });

  it('says what is missing: a database, or the data', async () => {
    const config = readConfig({});
    await expect(migrateToCluster(config)).rejects.toMatchObject({ code: 'CONFIG_WRONG' });
    const databaseUrl = await server.createDatabase();
    const nowhere = { ...config, databaseUrl, dataDir: '/nonexistent/hub' };
    await expect(migrateToCluster(nowhere)).rejects.toMatchObject({ code: 'NO_DATA' });
    const nobody = { ...config, dataDir: '/nonexistent', databaseUrl: 'postgres://hub@127.0.0.1:9/none' };
    await expect(openRoomsAt(nobody.databaseUrl)).rejects.toMatchObject({
      code: 'DATA_UNWRITABLE',
    });
  });
});
