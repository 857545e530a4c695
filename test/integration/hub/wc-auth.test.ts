import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { type HubRooms, startHubRooms } from '../../support/hub-rooms.ts';
import { CLICK, visit } from '../../support/visit.ts';

const KEYS = {
  key_id: 4,
  consumer_key: 'ck_0123456789abcdef',
  consumer_secret: 'cs_fedcba9876543210',
  key_permissions: 'read_write',
};

async function announce(hub: HubRooms, token: string) {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  const answer = await hub.call('POST', '/v1/wc-auth', { token, body: { publicKey: { kty, crv, x } } });
  return { answer, privateKey, userId: String(answer.body.userId) };
}

const deliver = (hub: HubRooms, userId: string, keys: object = KEYS) =>
  hub.call('POST', '/v1/wc-auth/callback', { body: { ...keys, user_id: userId } });

describe('an approval in the store', () => {
  it('hands the keys to the device that began it, once, in a form that it alone can open', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const { answer, privateKey, userId } = await announce(hub, token);
    expect(answer.body).toMatchObject({ callbackUrl: 'https://hub.example.com/v1/wc-auth/callback' });
    expect((await hub.call('GET', `/v1/wc-auth/${userId}`, { token })).body).toEqual({
      sealed: null,
      isRefused: false,
    });
    expect((await deliver(hub, userId)).status).toBe(200);
    const { body } = await hub.call('GET', `/v1/wc-auth/${userId}`, { token });
    const { plaintext, protectedHeader } = await compactDecrypt(String(body.sealed), privateKey);
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM' });
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ ...KEYS, user_id: userId });
    expect((await hub.call('GET', `/v1/wc-auth/${userId}`, { token })).status).toBe(404);
    expect((await deliver(hub, userId)).status).toBe(404);
  });

  it('that nobody began, or that is ten minutes old, is answered 404, so that WooCommerce deletes the key', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    expect((await deliver(hub, 'tb-unknown')).status).toBe(404);
    const { userId } = await announce(hub, token);
    hub.time.nowMs += 10 * 60_000;
    expect((await deliver(hub, userId)).status).toBe(404);
  });

  it('that is denied is told once, to the device that began it, by the page that "Deny" leads to', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const other = await hub.pairShop('Hill Bakery');
    const { answer, userId } = await announce(hub, token);
    expect(answer.body.returnUrl).toBe('https://hub.example.com/v1/wc-auth/return');
    const open = (query: string, headers?: Record<string, string>) =>
      visit(`${hub.url}/v1/wc-auth/return?${query}`, headers);
    const ask = (own = token) => hub.call('GET', `/v1/wc-auth/${userId}`, { token: own });
    // Neither the way back after "Approve" nor what a browser fetches by itself is a refusal.
    await open(`success=1&user_id=${userId}`);
    await open(`success=0&user_id=tb-unknown`);
    await open(`success=0&user_id=${userId}`, { ...CLICK, 'sec-purpose': 'prefetch' });
    await open(`success=0&user_id=${userId}`, { 'sec-fetch-mode': 'no-cors' });
    expect((await ask()).body).toEqual({ sealed: null, isRefused: false });
    const page = await open(`success=0&user_id=${userId}`);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Nothing was handed over')]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await ask(other.token)).status).toBe(404);
    expect((await ask()).body).toEqual({ sealed: null, isRefused: true });
    expect((await ask()).status).toBe(404);
    expect((await deliver(hub, userId)).status, 'so that WooCommerce deletes the key').toBe(404);
  });

  it('whose keys came cannot be denied any more', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const { userId } = await announce(hub, token);
    await deliver(hub, userId);
    await visit(`${hub.url}/v1/wc-auth/return?success=0&user_id=${userId}`);
    const { body } = await hub.call('GET', `/v1/wc-auth/${userId}`, { token });
    expect(body).toEqual({ sealed: expect.any(String), isRefused: false });
  });

  it('takes the first keys and no second ones', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const { privateKey, userId } = await announce(hub, token);
    const forged = { ...KEYS, consumer_key: 'ck_forged' };
    const [first, second] = await Promise.all([deliver(hub, userId), deliver(hub, userId, forged)]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    expect((await deliver(hub, userId, forged)).status).toBe(404);
    const { body } = await hub.call('GET', `/v1/wc-auth/${userId}`, { token });
    const { plaintext } = await compactDecrypt(String(body.sealed), privateKey);
    const key = JSON.parse(new TextDecoder().decode(plaintext)).consumer_key;
    expect(key).toBe(first.status === 200 ? KEYS.consumer_key : 'ck_forged');
  });

  it('is another device’s or another shop’s never', async () => {
    const hub = await startHubRooms();
    const ours = await hub.pairShop('Harbour Pizza');
    const code = (await hub.call('POST', '/v1/invitations', { token: ours.token })).body.code;
    const kitchen = (await hub.call('POST', '/v1/pair', { body: { code, deviceName: 'Kitchen' } })).body;
    const theirs = await hub.pairShop('Hill Bakery');
    const { userId } = await announce(hub, ours.token);
    await deliver(hub, userId);
    for (const token of [String(kitchen.token), theirs.token])
      expect((await hub.call('GET', `/v1/wc-auth/${userId}`, { token })).status).toBe(404);
    expect((await hub.call('GET', `/v1/wc-auth/${userId}`, { token: ours.token })).status).toBe(200);
  });

  it('leaves no key in any file of the hub', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const { userId } = await announce(hub, token);
    await deliver(hub, userId);
    await hub.rooms.book.flush();
    const folder = dirname(hub.file);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    expect(files.join('')).toContain('Harbour Pizza');
    for (const secret of [KEYS.consumer_key, KEYS.consumer_secret, userId])
      expect(files.join('')).not.toContain(secret);
  });

  it('is refused for a key that nothing can be sealed for, and when three are under way', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    for (const x of ['', 'AAAA', 'A'.repeat(43), '!'.repeat(43)]) {
      const body = { publicKey: { kty: 'OKP', crv: 'X25519', x } };
      expect((await hub.call('POST', '/v1/wc-auth', { token, body })).status, x).toBe(400);
    }
    for (let turn = 0; turn < 3; turn += 1) expect((await announce(hub, token)).answer.status).toBe(200);
    expect((await announce(hub, token)).answer.status).toBe(429);
  });
});
