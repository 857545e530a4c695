import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { HubConfig } from '../../src-hub/config.ts';
import { type Hub, type HubOptions, startHub } from '../../src-hub/hub.ts';
import type { HubTime } from '../../src-hub/runtime/time.ts';
import { connectDevice, type HubDevice } from './hub-device.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export const CLOVER_APP = { appId: 'DRKVJT2ZRRRSC', authCode: '7a1e9f30-2f4f-4bd1-9f0c-0a1b2c3d4e5f' };

export interface PairedShop {
  readonly shopId: string;
  readonly deviceId: string;
  readonly token: string;
  readonly merchantId: string;
  readonly secret: string;
}

export interface WooDelivery {
  readonly resource?: string;
  readonly deliveryId?: string;
  readonly signature?: string;
  readonly headers?: Record<string, string>;
}

export interface HubWorld {
  readonly hub: Hub;
  readonly dataDir: string;
  /** What was logged. */
  readonly lines: readonly string[];
  pairShop(name?: string): Promise<PairedShop>;
  /** One more PC of the shop. */
  pairDevice(shop: PairedShop, name?: string): Promise<PairedShop>;
  connect(shop: PairedShop, hello?: Record<string, unknown>): Promise<HubDevice>;
  sendWoo(shop: PairedShop, body: unknown, more?: WooDelivery): Promise<Response>;
  /** Events by merchant, as `{ MERCHANT: ['I:ABC'] }`. */
  sendClover(merchants: Record<string, readonly string[]>, authCode?: string): Promise<Response>;
  post(path: string, body: string | Buffer, headers?: Record<string, string>): Promise<Response>;
}

export const sign = (secret: string, body: string | Buffer): string =>
  createHmac('sha256', secret).update(body).digest('base64');

/** A whole hub on loopback with a data folder of its own; gone with the test. */
export async function startHubWorld(
  config: Partial<HubConfig> = {},
  time?: HubTime,
  dataDir = makeTemporaryFolder(),
  more: Pick<HubOptions, 'requestMs' | 'onDiskFailure'> = {},
): Promise<HubWorld> {
  const lines: string[] = [];
  const logStream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const hub = await startHub({
    config: { dataDir, port: 0, operatorApp: CLOVER_APP, ...config },
    logStream,
    ...more,
    ...(time ? { time } : {}),
  });
  onTestFinished(() => hub.close());
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(hub.url + path, { method: 'POST', body: Uint8Array.from(Buffer.from(body)), headers });
  let merchants = 0;
  return {
    hub,
    dataDir,
    lines,
    post,
    pairShop: async (name = 'Corner Shop') => {
      merchants += 1;
      const made = { merchantId: `MERCHANT${merchants}`, secret: randomBytes(24).toString('base64url') };
      const shopId = await hub.rooms.desk.add(name);
      const paired = await pairDevice(hub, shopId, `${name} PC`);
      await hub.rooms.settings.change(shopId, { merchantId: made.merchantId, wooSecret: made.secret });
      return { shopId, ...paired, ...made };
    },
    pairDevice: async (shop, name = 'Second PC') => ({
      ...shop,
      ...(await pairDevice(hub, shop.shopId, name)),
    }),
    connect: (shop, hello) => connectDevice(hub.url, shop.token, hello),
    sendWoo: (shop, body, { resource = 'product', deliveryId, signature, headers } = {}) => {
      const raw = typeof body === 'string' ? body : JSON.stringify(body);
      return post(`/v1/hooks/woo/${shop.shopId}`, raw, {
        'content-type': 'application/json',
        'x-wc-webhook-resource': resource,
        'x-wc-webhook-delivery-id': deliveryId ?? randomBytes(16).toString('hex'),
        'x-wc-webhook-signature': signature ?? sign(shop.secret, raw),
        ...headers,
      });
    },
    sendClover: (byMerchant, authCode = CLOVER_APP.authCode) =>
      post('/v1/hooks/clover', writeCloverBody(byMerchant), { 'x-clover-auth': authCode }),
  };
}

export function writeCloverBody(byMerchant: Record<string, readonly string[]>): string {
  const merchants = Object.entries(byMerchant).map(([id, keys]) => [
    id,
    keys.map((objectId) => ({ objectId, type: 'UPDATE', ts: 1537970958000 })),
  ]);
  return JSON.stringify({ appId: CLOVER_APP.appId, merchants: Object.fromEntries(merchants) });
}

async function pairDevice(
  hub: Hub,
  shopId: string,
  deviceName: string,
): Promise<{ deviceId: string; token: string }> {
  const code = (await hub.rooms.pairing.invite(shopId))?.code;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ code, deviceName });
  const answer = await fetch(`${hub.url}/v1/pair`, { method: 'POST', headers, body });
  const { deviceId, token } = (await answer.json()) as { deviceId: string; token: string };
  return { deviceId, token };
}

/** Lets the event loop turn, so that what was begun is done. */
export const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

/** What `/metrics` says of one figure; 0 where it says nothing. */
export async function readMetric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length) ?? 0);
}

/** Makes every new hint fail to be written, as a full disk would, until it is freed. */
export function fillDisk(dataDir: string): { free(): void } {
  const other = new Database(join(dataDir, 'hub.db'));
  other.exec(`CREATE TRIGGER full BEFORE INSERT ON log_rows BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  return {
    free: () => {
      other.exec('DROP TRIGGER full');
      other.close();
    },
  };
}

/** A hint that the running hub is not woken for. */
export function writeBehindTheHubsBack(dataDir: string, shopId: string): void {
  const other = new Database(join(dataDir, 'hub.db'));
  other.prepare(`INSERT INTO log_rows VALUES (?, 1000, 2, 'product:99', 1, 0, 0, NULL)`).run(shopId);
  other.close();
}
