import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type HubRooms, startHubRooms } from '../../support/hub-rooms.ts';

const DAY_MS = 24 * 3600_000;
const ORDER = { wooId: 104, cloverId: 'PLANTEDCLOVER', totalCents: 1250, currency: 'USD' };
const SETTINGS = {
  merchantId: 'PLANTED00001',
  email: 'planted@example.com',
  wooSecret: 'planted-secret-of-the-store',
};

async function fillShop(hub: HubRooms) {
  const paired = await hub.pairShop('Planted Pizza');
  const { token, shopId } = paired;
  await hub.call('PUT', '/v1/shop', { token, body: SETTINGS });
  await hub.call('PUT', '/v1/clover/code', {
    token,
    body: { appId: 'PLANTEDAPP01', authCode: 'planted-code-01' },
  });
  for (let turn = 0; turn < 60; turn += 1) {
    hub.time.nowMs += 5 * 60_000;
    const beat = { appVersion: `planted-1.${turn}`, till: 'ok', store: 'failing', waiting: 1, needsYou: 2 };
    await hub.call('POST', '/v1/heartbeat', { token, body: beat });
  }
  const orders = Array.from({ length: 200 }, (_, at) => ({
    ...ORDER,
    wooId: at,
    cloverId: `PLANTED${at}`,
    atMs: hub.time.nowMs,
  }));
  expect((await hub.call('POST', '/v1/reports', { token, body: { orders } })).body).toEqual({
    received: 200,
  });
  await hub.log.append(
    Array.from({ length: 300 }, (_, at) => ({
      shopId,
      side: 'till' as const,
      key: `I:PLANTED${at}`,
      atMs: at,
    })),
  );
  await hub.rooms.watchOnce();
  await hub.rooms.leases.claim(paired.deviceId, 0);
  hub.rooms.pairing.invite(shopId);
  return paired;
}

const readFiles = (hub: HubRooms): string => {
  const folder = dirname(hub.file);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('');
};

describe('what the hub holds on a shop', () => {
  it('is exported whole as JSON, with secrets named but not shown', async () => {
    const hub = await startHubRooms();
    const { token, shopId, deviceId } = await fillShop(hub);
    const { status, body } = await hub.call('GET', '/v1/held', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      shop: { id: shopId, name: 'Planted Pizza', merchantId: SETTINGS.merchantId, email: SETTINGS.email },
      secrets: { wooWebhookSecrets: 1, cloverAuthCode: true },
      devices: [{ id: deviceId, name: 'Planted Pizza PC' }],
      invitations: [{ triesLeft: 5 }],
      lease: { epoch: 1, deviceId },
      outages: [{ kind: 'store', endedMs: null }],
    });
    for (const [part, rows] of [
      ['heartbeats', 60],
      ['reports', 200],
      ['hints', 300],
    ] as const)
      expect(body[part], part).toHaveLength(rows);
    const text = JSON.stringify(body);
    for (const secret of [token, SETTINGS.wooSecret, 'planted-code-01']) expect(text).not.toContain(secret);
    const tables = hub.db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all();
    // A new table belongs into the export and the erasure, or holds nothing of a shop.
    expect(tables).toEqual([
      ...['device', 'heartbeat', 'hub_fact', 'invitation', 'lease', 'log_cursors', 'log_digests', 'log_rows'],
      ...['log_shops', 'outage', 'report', 'shop', 'woo_secret'],
    ]);
  });

  it('is erased before it is answered: nothing of it is in any file, and the others keep theirs', async () => {
    const hub = await startHubRooms();
    const other = await hub.pairShop('Hill Bakery');
    const { token, shopId, deviceId } = await fillShop(hub);
    const planted = ['lanted', shopId, deviceId];
    for (const text of planted) expect(readFiles(hub), text).toContain(text);
    const { status, body } = await hub.call('DELETE', '/v1/held', { token });
    expect(status).toBe(200);
    expect(body.erased).toMatchObject({ shop: 1, device: 1, report: 200, heartbeat: 60, outage: 1 });
    for (const text of planted) expect(readFiles(hub), text).not.toContain(text);
    expect((await hub.call('GET', '/v1/held', { token })).status).toBe(401);
    expect((await hub.call('GET', '/v1/device', { token: other.token })).status).toBe(200);
    hub.rooms.stop();
    for (const text of planted) expect(readFiles(hub), text).not.toContain(text);
  });
});

describe('order reports', () => {
  it('carry ids and totals only; anything else is not kept', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const order = {
      ...ORDER,
      atMs: hub.time.nowMs,
      customer: 'Planted Person',
      email: 'planted@example.com',
    };
    await hub.call('POST', '/v1/reports', { token, body: { orders: [order] } });
    expect((await hub.call('GET', '/v1/held', { token })).body.reports).toEqual([
      { ...ORDER, atMs: hub.time.nowMs },
    ]);
    expect(readFiles(hub)).not.toContain('lanted Person');
  });

  it('that are switched off are refused, and those that were kept are gone', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const body = { orders: [{ ...ORDER, atMs: hub.time.nowMs }] };
    await hub.call('POST', '/v1/reports', { token, body });
    await hub.call('PUT', '/v1/shop', { token, body: { keepsReports: false } });
    expect((await hub.call('POST', '/v1/reports', { token, body })).status).toBe(409);
    expect((await hub.call('GET', '/v1/held', { token })).body.reports).toEqual([]);
  });

  it('go 90 days after their month, heartbeats and ended outages after 30 days', async () => {
    const hub = await startHubRooms();
    const { token } = await fillShop(hub);
    const count = (table: string): unknown => hub.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const pruneAt = async (atMs: number): Promise<void> => {
      hub.time.nowMs = atMs;
      await hub.rooms.pruneOnce();
    };
    const startMs = hub.time.nowMs;
    await pruneAt(startMs + 29 * DAY_MS);
    expect([count('heartbeat'), count('report')]).toEqual([60, 200]);
    await pruneAt(startMs + 30 * DAY_MS);
    expect([count('heartbeat'), count('report')]).toEqual([1, 200]);
    await pruneAt(Date.UTC(2026, 4, 2) - 1);
    expect([count('heartbeat'), count('report')]).toEqual([0, 200]);
    await pruneAt(Date.UTC(2026, 4, 2));
    expect(count('report')).toBe(0);
    expect((await hub.call('GET', '/v1/device', { token })).status).toBe(200);
  });

  it('of a PC whose clock is years ahead are kept no longer for that', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const body = { orders: [{ ...ORDER, atMs: hub.time.nowMs + 4000 * DAY_MS }] };
    await hub.call('POST', '/v1/reports', { token, body });
    hub.time.nowMs = Date.UTC(2026, 4, 2);
    await hub.rooms.pruneOnce();
    expect((await hub.call('GET', '/v1/held', { token })).body.reports).toEqual([]);
  });
});
