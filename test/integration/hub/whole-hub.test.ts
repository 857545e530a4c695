import { describe, expect, it } from 'vitest';
import { CLOVER_APP, startHubWorld } from '../../support/hub-world.ts';

const OWN_APP = { appId: 'MERCHANTAPP01', authCode: 'merchant-code-0001' };

describe('tenants of a running hub', () => {
  it('with a Clover app of their own hear of deliveries of that app alone', async () => {
    const world = await startHubWorld();
    const own = await world.pairShop();
    const shared = await world.pairShop();
    await world.hub.rooms.settings.setCloverCode(own.shopId, OWN_APP.appId, OWN_APP.authCode);
    const atOwn = await world.connect(own);
    const atShared = await world.connect(shared);
    const send = (appId: string, authCode: string, key: string): Promise<Response> => {
      const event = [{ objectId: key, type: 'UPDATE', ts: 1537970958000 }];
      const merchants = { [own.merchantId]: event, [shared.merchantId]: event };
      const body = JSON.stringify({ appId, merchants });
      return world.post('/v1/hooks/clover', body, { 'x-clover-auth': authCode });
    };
    expect((await send(CLOVER_APP.appId, CLOVER_APP.authCode, 'I:FORGED')).status).toBe(200);
    expect((await send(OWN_APP.appId, OWN_APP.authCode, 'I:OWN')).status).toBe(200);
    expect((await send(OWN_APP.appId, CLOVER_APP.authCode, 'I:MIXED')).status).toBe(403);
    await atOwn.until(() => atOwn.keys().length > 0);
    expect(atOwn.keys()).toEqual(['I:OWN']);
    expect(atShared.keys()).not.toContain('I:MIXED');
  });

  it('that share the operator’s app are given permits over their sockets', async () => {
    const world = await startHubWorld();
    const first = await world.pairShop();
    const second = await world.pairShop();
    const devices = [await world.connect(first), await world.connect(second)];
    for (const device of devices) {
      expect(device.of('welcome')[0]?.needsPermits).toBe(true);
      device.send({ type: 'want', n: 2, lane: 'orders' });
    }
    for (const device of devices) await device.until(() => device.of('permit').length > 0);
    for (const device of devices)
      expect(device.of('permit')[0]).toMatchObject({ n: expect.any(Number), forMs: 200 });
  });

  it('are cut off when they erase themselves, and nothing of their secrets was ever logged', async () => {
    const world = await startHubWorld({ logLevel: 'debug' });
    const shop = await world.pairShop('Planted Pizza');
    const device = await world.connect(shop);
    const headers = { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json' };
    await fetch(`${world.hub.url}/oauth?code=planted-code&state=planted-state&merchant_id=planted-merchant`);
    const keys = { user_id: 'planted-user', consumer_key: 'ck_planted', consumer_secret: 'cs_planted' };
    await world.post('/v1/wc-auth/callback', JSON.stringify(keys), { 'content-type': 'application/json' });
    await world.post('/v1/wc-auth/callback', 'ck_planted', { 'content-type': 'application/json' });
    const body = JSON.stringify({ email: 'planted@example.com', wooSecret: 'planted-secret-of-the-store' });
    await fetch(`${world.hub.url}/v1/shop?planted=query`, { method: 'PUT', headers, body });
    const erased = await fetch(`${world.hub.url}/v1/held`, {
      method: 'DELETE',
      headers: { authorization: headers.authorization },
    });
    expect(erased.status).toBe(200);
    expect(await device.closed()).toBe('revoked');
    const lines = world.lines.join('');
    expect(lines).toContain('/v1/shop');
    for (const secret of ['lanted', shop.token, shop.secret]) expect(lines).not.toContain(secret);
  });
});
