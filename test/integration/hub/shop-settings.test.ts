import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startHubRooms } from '../../support/hub-rooms.ts';

const OLD = 'old-secret-of-the-store-1';
const NEW = 'new-secret-of-the-store-2';
const DAY_MS = 24 * 3600_000;
const OPERATOR_APP = { appId: 'OPERATORAPP12', authCode: 'operator-code-0001' };

describe('the store’s webhook secret', () => {
  it('is rotated mid-stream without a refusal: both verify for a day, then the new one alone', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    const read = (): readonly string[] => hub.rooms.book.readWooSecrets(shopId);
    await hub.call('PUT', '/v1/shop', { token, body: { wooSecret: OLD } });
    expect(read()).toEqual([OLD]);
    await hub.call('PUT', '/v1/shop', { token, body: { wooSecret: NEW } });
    await hub.call('PUT', '/v1/shop', { token, body: { wooSecret: NEW } });
    expect(read()).toEqual([NEW, OLD]);
    hub.time.nowMs += DAY_MS - 1;
    expect(read()).toEqual([NEW, OLD]);
    hub.time.nowMs += 1;
    expect(read()).toEqual([NEW]);
    await hub.rooms.pruneOnce();
    expect(hub.db.prepare('SELECT count(*) AS n FROM woo_secret').get()).toEqual({ n: 1 });
  });

  it('of a rotation that broke off half-way still verifies after the next one', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    for (const wooSecret of [OLD, 'never-reached-the-store', NEW])
      await hub.call('PUT', '/v1/shop', { token, body: { wooSecret } });
    expect(hub.rooms.book.readWooSecrets(shopId)).toEqual([NEW, 'never-reached-the-store', OLD]);
  });

  it('and Clover’s auth code are sealed in the file, and there again after a restart', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    await hub.call('PUT', '/v1/shop', { token, body: { wooSecret: OLD } });
    const body = { appId: 'MERCHANTAPP01', authCode: 'merchant-code-0001' };
    await hub.call('PUT', '/v1/clover/code', { token, body });
    const files = [hub.file, `${hub.file}-wal`].map((file) => readFileSync(file).toString('latin1')).join('');
    expect(files).not.toContain(OLD);
    expect(files).not.toContain(body.authCode);
    await hub.close();
    const again = await startHubRooms({ file: hub.file, key: hub.key });
    expect(again.rooms.book.readWooSecrets(shopId)).toEqual([OLD]);
    expect(again.rooms.book.readCloverCodes(body.appId)).toEqual([body.authCode]);
  });
});

describe('a Clover merchant', () => {
  it('stays with the shop that named it first, until the operator releases it', async () => {
    const hub = await startHubRooms();
    const first = await hub.pairShop('Harbour Pizza');
    const second = await hub.pairShop('Hill Bakery');
    const body = { merchantId: 'MERCHANT00001' };
    expect((await hub.call('PUT', '/v1/shop', { token: first.token, body })).status).toBe(200);
    expect((await hub.call('PUT', '/v1/shop', { token: first.token, body })).status).toBe(200);
    const refused = await hub.call('PUT', '/v1/shop', {
      token: second.token,
      body: { ...body, email: 'a@b.example' },
    });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'MERCHANT_TAKEN' } } });
    expect(hub.rooms.book.findByMerchant(body.merchantId)?.id).toBe(first.shopId);
    expect(hub.rooms.book.findShop(second.shopId)?.email).toBe('');
    expect(await hub.rooms.desk.release(body.merchantId)).toBe(1);
    expect(hub.rooms.book.findByMerchant(body.merchantId)).toBeNull();
    expect((await hub.call('PUT', '/v1/shop', { token: second.token, body })).status).toBe(200);
    expect(hub.rooms.book.findByMerchant(body.merchantId)?.id).toBe(second.shopId);
  });
});

describe('the auth code of a Clover app', () => {
  it('of the operator serves every shop, and no shop can set it', async () => {
    const hub = await startHubRooms({ operatorApp: OPERATOR_APP });
    const { token } = await hub.pairShop('Harbour Pizza');
    expect((await hub.call('GET', '/v1/clover/code', { token })).body.hasAuthCode).toBe(true);
    const body = { appId: OPERATOR_APP.appId, authCode: 'forged-code-0001' };
    expect((await hub.call('PUT', '/v1/clover/code', { token, body })).status).toBe(409);
    expect(hub.rooms.book.readCloverCodes(OPERATOR_APP.appId)).toEqual([OPERATOR_APP.authCode]);
  });

  it('of a merchant cannot be set beside another code by another shop', async () => {
    const hub = await startHubRooms();
    const first = await hub.pairShop('Harbour Pizza');
    const second = await hub.pairShop('Hill Bakery');
    const body = { appId: 'MERCHANTAPP01', authCode: 'merchant-code-0001' };
    await hub.call('PUT', '/v1/clover/code', { token: first.token, body });
    const forged = { ...body, authCode: 'forged-code-0001' };
    expect((await hub.call('PUT', '/v1/clover/code', { token: second.token, body: forged })).status).toBe(
      409,
    );
    expect((await hub.call('PUT', '/v1/clover/code', { token: second.token, body })).status).toBe(200);
    expect(hub.rooms.book.readCloverCodes(body.appId)).toEqual([body.authCode]);
  });

  it('comes after a handshake whose code every app can show, for a day', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    hub.rooms.book.noteVerificationCode('4f1e-2b', hub.time.nowMs);
    hub.rooms.book.noteHook(shopId, 'till', 1234);
    expect((await hub.call('GET', '/v1/clover/code', { token })).body).toEqual({
      verificationCode: '4f1e-2b',
      receivedMs: hub.time.nowMs,
      hasAuthCode: false,
      lastHookMs: 1234,
    });
    hub.time.nowMs += DAY_MS + 1;
    await hub.rooms.pruneOnce();
    expect((await hub.call('GET', '/v1/clover/code', { token })).body.verificationCode).toBeNull();
  });
});
