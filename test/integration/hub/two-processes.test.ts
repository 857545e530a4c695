import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { startHubRooms } from '../../support/hub-rooms.ts';

describe('what the operator’s command changes in its own process', () => {
  it('is seen by the running hub within a second: a revoked device is out', async () => {
    const hub = await startHubRooms();
    const { token, deviceId } = await hub.pairShop('Harbour Pizza');
    const gone = new Promise<string>((resolve) => void hub.rooms.book.onRevoked(resolve));
    hub.rooms.start();
    const startedMs = Date.now();
    const other = new Database(hub.file);
    other.prepare('DELETE FROM device WHERE id = ?').run(deviceId);
    other.close();
    expect(await gone).toBe(deviceId);
    expect(Date.now() - startedMs).toBeLessThan(5000);
    expect((await hub.call('GET', '/v1/device', { token })).status).toBe(401);
  });

  it('and the other way round: a hub on the same file with another key does not start', async () => {
    const hub = await startHubRooms();
    await hub.pairShop('Harbour Pizza');
    await hub.close();
    await expect(startHubRooms({ file: hub.file })).rejects.toMatchObject({ code: 'KEY_CHANGED' });
    const again = await startHubRooms({ file: hub.file, key: hub.key });
    expect(again.rooms.desk.list().map(({ name }) => name)).toEqual(['Harbour Pizza']);
  });
});
