import { describe, expect, it } from 'vitest';
import { startHubRooms } from '../../../support/hub-rooms.ts';
import { describeTenants } from './tenants-contract.ts';

describeTenants('in a data file', startHubRooms);

describe('a hub that stops', () => {
  it('stops, and says so, where it cannot write down when webhooks were last seen', async () => {
    const hub = await startHubRooms();
    const { shopId } = await hub.pairShop('Harbour Pizza');
    hub.db.exec('ALTER TABLE shop RENAME COLUMN store_hook_ms TO gone');
    hub.rooms.book.noteHook(shopId, 'store', 42);
    await expect(hub.rooms.stop()).resolves.toBeUndefined();
    expect(hub.told.join('\n')).toContain('writing down times failed: no such column: store_hook_ms');
  });
});
