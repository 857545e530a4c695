import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createManualHubTime } from '../../support/hub-time.ts';
import { fillDisk, readMetric, settle, startHubWorld } from '../../support/hub-world.ts';

const SLOW_CLIENTS = 200;
const REQUEST_MS = 700;

describe('the limits of what comes in', () => {
  it('V6: a body over 256 KiB is refused and one of 256 KiB is taken; headers over 16 KiB are refused', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const fill = (bytes: number): string => {
      const body = '{"id":1,"name":""}';
      return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
    };
    expect((await world.sendWoo(shop, fill(256 * 1024))).status).toBe(200);
    expect((await world.sendWoo(shop, fill(256 * 1024 + 1))).status).toBe(413);
    expect((await world.post('/v1/hooks/clover', fill(256 * 1024 + 1))).status).toBe(413);
    const long = await world.sendWoo(shop, { id: 2 }, { headers: { 'x-long': 'x'.repeat(17 * 1024) } });
    expect(long.status).toBe(431);
  });

  it('V6: senders that drip are cut off, and the others are answered meanwhile', async () => {
    const world = await startHubWorld({}, undefined, undefined, { requestMs: REQUEST_MS });
    const shop = await world.pairShop();
    const drips = Array.from({ length: SLOW_CLIENTS }, () => drip(world.hub.port));
    const timesMs: number[] = [];
    for (let id = 1; id <= 100; id += 1) {
      const sinceMs = performance.now();
      expect((await world.sendWoo(shop, { id })).status).toBe(200);
      timesMs.push(performance.now() - sinceMs);
    }
    const ends = await Promise.all(drips);
    expect(ends.every((lifeMs) => lifeMs < REQUEST_MS * 5)).toBe(true);
    expect(timesMs).toHaveLength(100); // how fast, with a thousand of them, is in the bench
  });

  it('the disk that fails is answered 503, rings once, and shows in /health until it is well', async () => {
    const rings: unknown[] = [];
    const world = await startHubWorld({}, createManualHubTime(), undefined, {
      onDiskFailure: (error) => rings.push(error),
    });
    const shop = await world.pairShop();
    const disk = fillDisk(world.dataDir);
    const statuses = [
      (await world.sendWoo(shop, { id: 1 })).status,
      (await world.sendWoo(shop, { id: 2 })).status,
    ];
    expect(statuses).toEqual([503, 503]);
    expect((await fetch(`${world.hub.url}/health`)).status).toBe(503);
    expect(rings).toHaveLength(1);
    disk.free();
    expect((await world.sendWoo(shop, { id: 3 })).status).toBe(200);
    expect((await fetch(`${world.hub.url}/health`)).status).toBe(200);
    expect(await readMetric(world.hub.url, 'hub_disk_failures_total')).toBe(2);
  });

  it('H5: what was refused while the disk failed is made good: the shop’s PC is told to read that side anew', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const disk = fillDisk(world.dataDir);
    expect((await world.sendWoo(shop, { id: 1 })).status).toBe(503);
    disk.free();
    expect((await world.sendWoo(shop, { id: 2 })).status).toBe(200);
    await device.until(() => device.of('resync').length > 0);
    const reason = 'changes could not be written for a while';
    expect(device.of('resync')).toMatchObject([{ side: 'store', reason }]);
  });

  it('metrics are for this machine, or for whoever has the token', async () => {
    const open = await startHubWorld();
    const read = (url: string, headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers });
    expect((await read(open.hub.url)).status).toBe(200);
    expect((await read(open.hub.url, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
    const closed = await startHubWorld({ metricsToken: 'a-token-of-the-operator' });
    expect((await read(closed.hub.url)).status).toBe(403);
    const right = { authorization: 'Bearer a-token-of-the-operator' };
    expect((await read(closed.hub.url, right)).status).toBe(200);
  });

  it('a port that is taken is said in words', async () => {
    const world = await startHubWorld();
    await expect(startHubWorld({ port: world.hub.port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
  });

  it('H4: over some thousand hints to twenty shops, none reaches another’s PC', async () => {
    const world = await startHubWorld({ shopRate: 100_000, sourceRate: 1_000_000 });
    const shops = await Promise.all(Array.from({ length: 20 }, (_, at) => world.pairShop(`Shop ${at}`)));
    const devices = await Promise.all(shops.map((shop) => world.connect(shop)));
    for (let round = 0; round < 10; round += 1) {
      const byMerchant = shops.map((shop, at) => {
        const keys = Array.from({ length: 15 }, (_, number) => `I:SHOP${at}-${round * 15 + number}`);
        return [shop.merchantId, keys] as const;
      });
      await world.sendClover(Object.fromEntries(byMerchant));
      await Promise.all(shops.map((shop, at) => world.sendWoo(shop, { id: at * 1000 + round + 1 })));
      for (const device of devices) if (device.frames.length > 1) device.ack();
      // One of them goes and comes back in the middle.
      const at = round % shops.length;
      const shop = shops[at];
      if (shop) devices.push(await world.connect(shop));
    }
    await settle();
    let seen = 0;
    for (const [at, device] of devices.entries()) {
      const owner = at < 20 ? at : at - 20;
      for (const key of device.keys()) {
        seen += 1;
        const isOwn =
          key.startsWith(`I:SHOP${owner}-`) || Math.floor((Number(key.split(':')[1]) - 1) / 1000) === owner;
        expect(isOwn, `${key} at the PC of shop ${owner}`).toBe(true);
      }
    }
    expect(seen).toBeGreaterThanOrEqual(20 * 160);
  });
});

/** Sends a header byte by byte, never to its end; resolves with how long it was let, in milliseconds. */
const drip = (port: number): Promise<number> =>
  new Promise((resolve) => {
    const sinceMs = performance.now();
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST /v1/hooks/clover HTTP/1.1\r\nHost: x\r\nX: '),
    );
    const timer = setInterval(() => socket.write('x'), 100);
    const end = (): void => {
      clearInterval(timer);
      socket.destroy();
      resolve(performance.now() - sinceMs);
    };
    socket.on('error', end);
    socket.on('data', end);
    socket.on('close', end);
  });
