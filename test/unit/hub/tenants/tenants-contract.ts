import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import type { HubRoomsOptions, RoomsUnderTest } from '../../../support/hub-rooms.ts';
import { visit } from '../../../support/visit.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ORDER = { wooId: 104, cloverId: 'CLOVERORDER', totalCents: 1250, currency: 'USD' };
const BEAT = { appVersion: '1.0', till: 'ok', store: 'ok', waiting: 1, needsYou: 2 };

type Open = (options?: HubRoomsOptions) => Promise<RoomsUnderTest>;

/** What every room of tenants keeps, wherever it keeps it. */
export function describeTenants(name: string, open: Open): void {
  describePairing(name, open);
  describeSettings(name, open);
  describeWatching(name, open);
  describeLeaving(name, open);
}

function describePairing(name: string, open: Open): void {
  describe(`pairing, ${name}`, () => {
    it('a code works once, also when two redeem it at once, for ten minutes and five tries', async () => {
      const { rooms, time } = await open();
      const shopId = await rooms.desk.add('Harbour Pizza');
      const code = (await rooms.pairing.invite(shopId))?.code ?? '';
      const both = await Promise.all(['A', 'B'].map((pc) => rooms.pairing.redeem(code, pc, '192.0.2.1')));
      expect(both.map(({ kind }) => kind).sort()).toEqual(['CODE_WRONG', 'paired']);
      const late = (await rooms.pairing.invite(shopId))?.code ?? '';
      time.nowMs += 10 * MINUTE_MS;
      expect(await rooms.pairing.redeem(late, 'A', '192.0.2.2')).toEqual({ kind: 'CODE_WRONG' });
      const tried = (await rooms.pairing.invite(shopId))?.code ?? '';
      const wrong = tried.slice(0, -1) + (tried.endsWith('0') ? '1' : '0');
      for (let turn = 0; turn < 5; turn += 1) await rooms.pairing.redeem(wrong, 'A', `198.51.100.${turn}`);
      expect(await rooms.pairing.redeem(tried, 'A', '203.0.113.1')).toEqual({ kind: 'CODE_WRONG' });
    });

    it('three codes are open at most, and a shop has ten PCs at most, however many come at once', async () => {
      const { rooms } = await open();
      const shopId = await rooms.desk.add('Harbour Pizza');
      const codes = await Promise.all(Array.from({ length: 6 }, () => rooms.pairing.invite(shopId)));
      expect(codes.filter((code) => code !== null)).toHaveLength(3);
      for (let pc = 0; pc < 10; pc += 1) {
        const code = codes[pc]?.code ?? (await rooms.pairing.invite(shopId))?.code ?? '';
        await rooms.pairing.redeem(code, `PC ${pc}`, `192.0.2.${pc}`);
      }
      const more = (await rooms.pairing.invite(shopId))?.code ?? '';
      expect(rooms.book.listDevices(shopId).length).toBe(10);
      expect(await rooms.pairing.redeem(more, 'PC 11', '203.0.113.1')).toEqual({ kind: 'TOO_MANY_DEVICES' });
    });

    it('a removed PC is told of at once and unknown from then on', async () => {
      const hub = await open();
      const { shopId, deviceId, token } = await hub.pairShop('Harbour Pizza');
      const gone: string[] = [];
      hub.rooms.book.onRevoked((id) => gone.push(id));
      expect(await hub.rooms.pairing.revoke(shopId, deviceId)).toBe(true);
      expect(gone).toEqual([deviceId]);
      expect((await hub.call('GET', '/v1/device', { token })).status).toBe(401);
      expect(await hub.rooms.pairing.revoke(shopId, deviceId)).toBe(false);
    });
  });
}

function describeSettings(name: string, open: Open): void {
  describe(`what a shop says of itself, ${name}`, () => {
    it('a merchant is of one shop, also when two name it at once', async () => {
      const { rooms } = await open();
      const ids = [await rooms.desk.add('One'), await rooms.desk.add('Two')];
      const said = await Promise.all(
        ids.map((id) => rooms.settings.change(id, { merchantId: 'MERCHANT00001' })),
      );
      expect(said.filter((refusal) => refusal === 'MERCHANT_TAKEN')).toHaveLength(1);
      expect(ids).toContain(rooms.book.findByMerchant('MERCHANT00001')?.id);
      expect(await rooms.desk.release('MERCHANT00001')).toBe(1);
      expect(rooms.book.findByMerchant('MERCHANT00001')).toBeNull();
    });

    it('a Clover app with one code is refused with another, also when two bring it at once', async () => {
      const { rooms } = await open();
      const ids = [await rooms.desk.add('One'), await rooms.desk.add('Two')];
      const said = await Promise.all(
        ids.map((id, at) => rooms.settings.setCloverCode(id, 'OWNAPPOWNAPP1', `code-of-shop-${at}`)),
      );
      expect(said.filter((refusal) => refusal === 'APP_TAKEN')).toHaveLength(1);
      expect(rooms.book.readCloverCodes('OWNAPPOWNAPP1')).toHaveLength(1);
    });

    it('a new webhook secret is valid beside the old one for a day', async () => {
      const { rooms, time } = await open();
      const shopId = await rooms.desk.add('One');
      for (const wooSecret of [
        'first-secret-0123456789',
        'first-secret-0123456789',
        'second-secret-012345678',
      ])
        await rooms.settings.change(shopId, { wooSecret });
      expect(rooms.book.readWooSecrets(shopId)).toEqual([
        'second-secret-012345678',
        'first-secret-0123456789',
      ]);
      time.nowMs += DAY_MS;
      await rooms.pruneOnce();
      expect(rooms.book.readWooSecrets(shopId)).toEqual(['second-secret-012345678']);
    });

    it('Clover’s newest verification code is there for every PC, for a day', async () => {
      const { rooms, time } = await open();
      await rooms.book.noteVerificationCode('first', time.nowMs);
      await rooms.book.noteVerificationCode('second', time.nowMs + 1);
      expect(await rooms.book.readVerificationCode()).toEqual({ code: 'second', atMs: time.nowMs + 1 });
      time.nowMs += DAY_MS + 2;
      await rooms.pruneOnce();
      expect(await rooms.book.readVerificationCode()).toBeNull();
    });
  });
}

function describeWatching(name: string, open: Open): void {
  describe(`what watches over shops, ${name}`, () => {
    it('an outage begins after 35 minutes of silence, once, and ends with the next heartbeat', async () => {
      const hub = await open();
      const { token } = await hub.pairShop('Harbour Pizza');
      await hub.call('POST', '/v1/heartbeat', { token, body: BEAT });
      hub.time.nowMs += 36 * MINUTE_MS;
      await hub.rooms.watchOnce();
      await hub.rooms.watchOnce();
      const began = (await hub.call('GET', '/v1/held', { token })).body.outages;
      expect(began).toMatchObject([{ kind: 'silent', endedMs: null, mail: 'no mail server' }]);
      await hub.call('POST', '/v1/heartbeat', { token, body: BEAT });
      await hub.rooms.watchOnce();
      const ended = (await hub.call('GET', '/v1/held', { token })).body.outages;
      expect(ended).toMatchObject([{ kind: 'silent', endedMs: hub.time.nowMs }]);
    });

    it('reports are one row an order, and go 90 days after their month; heartbeats after 30 days', async () => {
      const hub = await open();
      const { token } = await hub.pairShop('Harbour Pizza');
      const report = (totalCents: number) =>
        hub.call('POST', '/v1/reports', {
          token,
          body: { orders: [{ ...ORDER, totalCents, atMs: hub.time.nowMs }] },
        });
      await report(1);
      await report(1250);
      for (let beat = 0; beat < 3; beat += 1) await hub.call('POST', '/v1/heartbeat', { token, body: BEAT });
      const held = async () => (await hub.call('GET', '/v1/held', { token })).body;
      expect(await held()).toMatchObject({ reports: [{ ...ORDER }], heartbeats: [{ ...BEAT }] });
      hub.time.nowMs += 31 * DAY_MS;
      await hub.rooms.pruneOnce();
      expect(await held()).toMatchObject({ reports: [{ ...ORDER }], heartbeats: [] });
      hub.time.nowMs = Date.UTC(2026, 4, 2);
      await hub.rooms.pruneOnce();
      expect(await held()).toMatchObject({ reports: [] });
    });

    it('when PCs and webhooks were last seen is written down', async () => {
      const hub = await open();
      const { token, shopId } = await hub.pairShop('Harbour Pizza');
      hub.rooms.book.noteHook(shopId, 'store', 42);
      await hub.call('GET', '/v1/device', { token });
      await hub.rooms.book.flush();
      await hub.rooms.context.memory.refreshAll();
      const [line] = hub.rooms.desk.list();
      expect(line).toMatchObject({ storeHookMs: 42, devices: [{ seenMs: hub.time.nowMs }] });
    });
  });
}

function describeLeaving(name: string, open: Open): void {
  describe(`approvals and erasure, ${name}`, () => {
    it('an approval’s keys are handed over once, to the PC that began it alone', async () => {
      const hub = await open();
      const first = await hub.pairShop('One');
      const other = await hub.pairShop('Two');
      const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519' });
      const { kty, crv, x } = await exportJWK(pair.publicKey);
      const body = { publicKey: { kty, crv, x } };
      const { userId } = (await hub.call('POST', '/v1/wc-auth', { token: first.token, body })).body;
      const keys = { user_id: userId, consumer_key: 'ck_1', consumer_secret: 'cs_1' };
      const collect = (token: string) => hub.call('GET', `/v1/wc-auth/${userId}`, { token });
      expect((await collect(first.token)).body).toMatchObject({ sealed: null });
      expect((await hub.call('POST', '/v1/wc-auth/callback', { body: keys })).status).toBe(200);
      expect((await hub.call('POST', '/v1/wc-auth/callback', { body: keys })).status).toBe(404);
      expect((await collect(other.token)).status).toBe(404);
      expect(String((await collect(first.token)).body.sealed)).toMatch(/^ey/);
      expect((await collect(first.token)).status).toBe(404);
    });

    it('an approval that the owner refuses says so once', async () => {
      const hub = await open();
      const { token } = await hub.pairShop('One');
      const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519' });
      const { kty, crv, x } = await exportJWK(publicKey);
      const body = { publicKey: { kty, crv, x } };
      const { userId } = (await hub.call('POST', '/v1/wc-auth', { token, body })).body;
      await visit(`${hub.url}/v1/wc-auth/return?success=0&user_id=${String(userId)}`);
      const collect = () => hub.call('GET', `/v1/wc-auth/${String(userId)}`, { token });
      expect((await collect()).body).toEqual({ sealed: null, isRefused: true });
      expect((await collect()).status).toBe(404);
    });

    it('an erased shop is gone from every table, with its hints, and others keep theirs', async () => {
      const hub = await open();
      const other = await hub.pairShop('Other');
      const { token, shopId } = await hub.pairShop('Erased');
      await hub.call('PUT', '/v1/shop', { token, body: { wooSecret: 'a-secret-of-the-store' } });
      await hub.call('POST', '/v1/heartbeat', { token, body: BEAT });
      await hub.log.append([{ shopId, side: 'till', key: 'I:1', atMs: 1 }]);
      const { status, body } = await hub.call('DELETE', '/v1/held', { token });
      expect(status).toBe(200);
      expect(body.erased).toMatchObject({ shop: 1, device: 1, heartbeat: 1, woo_secret: 1 });
      expect((await hub.call('GET', '/v1/held', { token })).status).toBe(401);
      expect(await hub.log.read(shopId, 0, 10)).toEqual([]);
      expect((await hub.call('GET', '/v1/held', { token: other.token })).status).toBe(200);
    });
  });
}
