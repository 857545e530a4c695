import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { HubFrame } from '../../src-hub/protocol/frames.ts';
import type { HubSaid } from '../support/hub-child.ts';
import { HUB_APP } from '../support/hub-child-app.ts';
import type { MadeShop } from '../support/make-shops.ts';

const CONNECTING_AT_ONCE = 100;

export interface BenchDevice {
  readonly shop: MadeShop;
  readonly socket: WebSocket;
}

/** Connects one device of each shop; each acknowledges what it is sent, and hands it to `onFrame`. */
export async function connectAll(
  { url }: HubSaid,
  shops: readonly MadeShop[],
  onFrame: (shop: MadeShop, frame: HubFrame) => void,
): Promise<BenchDevice[]> {
  const devices: BenchDevice[] = [];
  for (let at = 0; at < shops.length; at += CONNECTING_AT_ONCE) {
    const some = shops.slice(at, at + CONNECTING_AT_ONCE);
    devices.push(...(await Promise.all(some.map((shop) => connectOne(url, shop, onFrame)))));
  }
  return devices;
}

function connectOne(
  url: string,
  shop: MadeShop,
  onFrame: (shop: MadeShop, frame: HubFrame) => void,
): Promise<BenchDevice> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/relay`, { perMessageDeflate: false });
  const hello = { type: 'hello', version: 1, token: shop.token, cursor: null, wantsLease: false };
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(JSON.stringify(hello)));
    socket.on('error', reject);
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as HubFrame;
      if (frame.type === 'welcome') resolve({ shop, socket });
      if (frame.type === 'ping') socket.send(JSON.stringify({ type: 'pong', id: frame.id }));
      if (frame.type === 'hint' || frame.type === 'resync')
        socket.send(JSON.stringify({ type: 'ack', upTo: frame.seq }));
      onFrame(shop, frame);
    });
  });
}

export interface Senders {
  /** Resolves when everything that was sent is answered. */
  idle(): Promise<void>;
  /** Resolves with the status. */
  sendWoo(shop: MadeShop, id: number): Promise<number>;
  sendClover(byMerchant: Record<string, readonly string[]>): Promise<number>;
  end(): void;
}

export function createSenders({ port }: HubSaid, connections: number): Senders {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let open = 0;
  const post = (path: string, body: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      open += 1;
      const options = { agent, port, host: '127.0.0.1', method: 'POST', path, headers };
      const call = request(options, (answer) => {
        answer.resume();
        answer.on('end', () => {
          open -= 1;
          resolve(answer.statusCode ?? 0);
        });
      });
      call.on('error', reject);
      call.end(body);
    });
  return {
    idle: async () => {
      while (open > 0) await sleep(10);
    },
    sendWoo: (shop, id) => {
      const body = `{"id":${id},"name":"${'x'.repeat(1200)}"}`; // about as long as a simple product
      return post(`/v1/hooks/woo/${shop.shopId}`, body, {
        'content-type': 'application/json',
        'x-wc-webhook-resource': 'product',
        'x-wc-webhook-delivery-id': `d${id}`,
        'x-wc-webhook-signature': createHmac('sha256', shop.secret).update(body).digest('base64'),
      });
    },
    sendClover: (byMerchant) => {
      const merchants = Object.entries(byMerchant).map(([id, keys]) => [
        id,
        keys.map((objectId) => ({ objectId, type: 'UPDATE', ts: 1537970958000 })),
      ]);
      const body = JSON.stringify({ appId: HUB_APP.appId, merchants: Object.fromEntries(merchants) });
      return post('/v1/hooks/clover', body, { 'x-clover-auth': HUB_APP.authCode });
    },
    end: () => agent.destroy(),
  };
}

export const sleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, delayMs));

/** Calls `send` so often a second for so long, whether or not the earlier ones are answered (an open loop). */
export async function sendSteadily(
  perSecond: number,
  forMs: number,
  send: (number: number) => void,
): Promise<void> {
  const sinceMs = performance.now();
  for (let sent = 0; ; ) {
    const elapsedMs = performance.now() - sinceMs;
    if (elapsedMs >= forMs) return;
    for (const due = Math.floor((elapsedMs / 1000) * perSecond); sent < due; sent += 1) send(sent);
    await sleep(1);
  }
}

/** A quantile of milliseconds, as `12.3`. */
export function sayQuantile(timesMs: readonly number[], quantile: number): string {
  const sorted = [...timesMs].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0).toFixed(1);
}
