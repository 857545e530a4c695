import { describe, expect, it } from 'vitest';
import { WINDOW_FRAMES } from '../../../src-hub/protocol/frames.ts';
import { REPEATED_FRAMES } from '../../../src-hub/relay/delivery.ts';
import type { HubDevice } from '../../support/hub-device.ts';
import { createManualHubTime, type ManualHubTime } from '../../support/hub-time.ts';
import { readMetric, settle, startHubWorld, writeBehindTheHubsBack } from '../../support/hub-world.ts';

/** Lets so many seconds pass, with the event loop turning between. */
async function passSeconds(time: ManualHubTime, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    time.pass(1_000);
    if (second % 5 === 4) await settle();
  }
  await settle();
}

async function answerPing(device: HubDevice): Promise<void> {
  await device.until(() => device.of('ping').length > 0);
  device.send({ type: 'pong', id: device.of('ping').at(-1)?.id });
  await device.heard();
}

describe('a device on the relay', () => {
  it('is welcomed by its name, and told what waited for it while it was away', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop('Bakery');
    const first = await world.connect(shop);
    expect(first.frames[0]).toMatchObject({ type: 'welcome', version: 1, device: 'Bakery PC', window: 256 });
    first.socket.close();
    await first.closed();
    await world.sendWoo(shop, { id: 1 });
    await world.sendWoo(shop, { id: 2 });
    await world.sendWoo(shop, { id: 1 });
    const second = await world.connect(shop);
    await second.until(() => second.keys().length === 2);
    expect(second.of('hint').map(({ key, times }) => [key, times])).toEqual([
      ['product:2', 1],
      ['product:1', 2],
    ]);
  });

  it('has at most a window of hints under way, and the next ones when it acknowledges', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    await world.sendClover({ [shop.merchantId]: Array.from({ length: 700 }, (_, at) => `I:${at}`) });
    const device = await world.connect(shop);
    await device.until(() => device.keys().length === WINDOW_FRAMES);
    await settle();
    expect(device.keys()).toHaveLength(WINDOW_FRAMES);
    device.send({ type: 'ack', upTo: device.seqs()[99] });
    await device.until(() => device.keys().length === WINDOW_FRAMES + 100);
    device.ack();
    await device.until(() => device.keys().length === 2 * WINDOW_FRAMES + 100);
    device.ack();
    await device.until(() => device.keys().length === 700);
    expect(device.keys()).toEqual(Array.from({ length: 700 }, (_, at) => `I:${at}`));
  });

  it('is sent again what it did not acknowledge: after half a minute, and on its next connection', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    await world.sendWoo(shop, { id: 1 });
    await world.sendWoo(shop, { id: 2 });
    await device.until(() => device.keys().length === 2);
    device.send({ type: 'ack', upTo: device.seqs()[0] });
    await device.heard();
    await passSeconds(time, 16);
    await answerPing(device);
    await passSeconds(time, 12);
    expect(device.keys()).toHaveLength(2);
    await passSeconds(time, 4);
    await device.until(() => device.keys().length > 2);
    expect(device.keys()).toEqual(['product:1', 'product:2', 'product:2']);
    const again = await world.connect(shop);
    await again.until(() => again.keys().length === 1);
    expect(again.keys()).toEqual(['product:2']);
    expect(await device.closed()).toBe('replaced');
  });

  it('that took nothing of a full window is asked again with a few, and gets the rest as soon as it takes those', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    await world.sendClover({ [shop.merchantId]: Array.from({ length: 300 }, (_, at) => `I:${at}`) });
    const device = await world.connect(shop);
    await device.until(() => device.keys().length === WINDOW_FRAMES);
    await passSeconds(time, 16);
    await answerPing(device);
    await passSeconds(time, 16);
    await device.until(() => device.keys().length === WINDOW_FRAMES + REPEATED_FRAMES);
    await settle();
    expect(device.keys().slice(WINDOW_FRAMES)).toEqual(Array.from({ length: 16 }, (_, at) => `I:${at}`));
    device.send({ type: 'ack', upTo: device.seqs().at(-1) });
    await device.until(() => device.keys().at(-1) === 'I:271');
    expect(device.keys()).toHaveLength(2 * WINDOW_FRAMES + REPEATED_FRAMES);
  });

  it('H3: that does not even answer a ping is repeated nothing until it is let go', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    await world.sendWoo(shop, { id: 1 });
    await device.until(() => device.keys().length === 1);
    await passSeconds(time, 44);
    await device.until(() => device.of('ping').length === 2);
    expect(device.keys()).toEqual(['product:1']);
    await passSeconds(time, 2);
    expect(await device.closed()).toBe('silent');
  });

  it('that says it has more than it acknowledged is not sent that again', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    await world.sendWoo(shop, { id: 1 });
    await device.until(() => device.keys().length === 1);
    const [cursor] = device.seqs();
    const again = await world.connect(shop, { cursor });
    await world.sendWoo(shop, { id: 2 });
    await again.until(() => again.keys().length > 0);
    expect(again.keys()).toEqual(['product:2']);
    expect(again.of('resync')).toEqual([]);
  });

  it('that was set back to an older state, or knows a newer one than the hub, reads everything anew', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    await world.sendWoo(shop, { id: 1 });
    await device.until(() => device.keys().length === 1);
    device.ack();
    await device.heard();
    const setBack = await world.connect(shop, { cursor: 0 });
    await setBack.until(() => setBack.of('resync').length === 1);
    setBack.ack();
    await setBack.heard();
    const ahead = await world.connect(shop, { cursor: 9_000 });
    await ahead.until(() => ahead.of('resync').length === 1);
    expect(ahead.of('resync')[0]?.seq).toBeGreaterThan(9_000);
    await world.sendWoo(shop, { id: 2 });
    await ahead.until(() => ahead.keys().length === 1);
    expect(ahead.seqs()[0]).toBeGreaterThan(9_000);
  });

  it('is pinged after a quarter of a minute of silence, and let go after three', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    await passSeconds(time, 16);
    await answerPing(device);
    await passSeconds(time, 40);
    expect(device.of('bye')).toEqual([]);
    await passSeconds(time, 8);
    expect(await device.closed()).toBe('silent');
  });

  it('is answered a ping, and told of hints although the wake-up was lost', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    device.send({ type: 'ping', id: 7 });
    await device.until(() => device.of('pong').length === 1);
    expect(device.of('pong')).toEqual([{ type: 'pong', id: 7 }]);
    writeBehindTheHubsBack(world.dataDir, shop.shopId);
    await passSeconds(time, 16);
    await device.until(() => device.keys().length === 1);
  });
});

describe('a socket that is not a device’s', () => {
  it('is sent away: an unknown token, another version, no hello, a hello that never comes', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const stranger = await world.connect({ ...shop, token: 'wrong' });
    expect(await stranger.closed()).toBe('refused');
    expect(stranger.of('bye')[0]?.retryAfterMs).toBeGreaterThan(0);
    expect(await (await world.connect(shop, { version: 2 })).closed()).toBe('refused');
    expect(await (await world.connect(shop, { type: 'ack', upTo: 1 })).closed()).toBe('malformed');
    const early = world.connect(shop, { type: 'from the future' });
    await expect.poll(() => readMetric(world.hub.url, 'hub_sockets'), { timeout: 15_000 }).toBe(1);
    await passSeconds(time, 11);
    expect(await (await early).closed()).toBe('silent');
  });

  it('speaks nonsense: unknown frames are ignored, malformed ones end it politely', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    device.send({ type: 'later', x: 1 });
    device.send({ type: 'ping', id: 1, extra: 'field' });
    await device.until(() => device.of('pong').length === 1);
    for (const junk of [
      'not json',
      '[]',
      '{"type":5}',
      '{"type":"ack","upTo":-1}',
      '{"type":"ack","upTo":99}',
      Buffer.from('x'),
    ]) {
      const other = await world.connect(shop);
      other.send(junk);
      expect(await other.closed()).toBe('malformed');
    }
    const long = await world.connect(shop);
    long.send('x'.repeat(20_000));
    expect(await long.closed()).toBe('no word');
    expect(await readMetric(world.hub.url, 'hub_ignored_frames_total{why="malformed"}')).toBe(5);
  });

  it('is not let in beyond the most sockets, nor at another path', async () => {
    const world = await startHubWorld({ mostSockets: 2 });
    const shop = await world.pairShop();
    await world.connect(shop);
    await world.connect(await world.pairDevice(shop, 'Two'));
    await expect(world.connect(await world.pairDevice(shop, 'Three'))).rejects.toThrow('503');
    const elsewhere = startHubWorld();
    await expect((await elsewhere).connect({ ...shop, token: 'x' })).resolves.toBeDefined();
  });
});

describe('a device that goes', () => {
  it('when it is revoked, its socket closes at once', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const sinceMs = Date.now();
    await world.hub.rooms.pairing.revoke(shop.shopId, shop.deviceId);
    expect(await device.closed()).toBe('revoked');
    expect(Date.now() - sinceMs).toBeLessThan(5_000);
    expect(await (await world.connect(shop)).closed()).toBe('refused');
  });

  it('H6: when the hub stops, all are sent away to come back over two minutes, and nothing is lost', async () => {
    const world = await startHubWorld();
    const shops = await Promise.all(Array.from({ length: 20 }, (_, at) => world.pairShop(`Shop ${at}`)));
    const devices = await Promise.all(shops.map((shop) => world.connect(shop)));
    await Promise.all(shops.map((shop) => world.sendWoo(shop, { id: 1 })));
    await world.hub.close();
    const codes = await Promise.all(devices.map((device) => device.closed()));
    expect(new Set(codes)).toEqual(new Set(['restart']));
    const delays = devices.map((device) => device.of('bye')[0]?.retryAfterMs ?? -1);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(120_000);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(10_000);
    const next = await startHubWorld({}, undefined, world.dataDir);
    const back = await Promise.all(shops.map((shop) => next.connect(shop)));
    await Promise.all(back.map((device) => device.until(() => device.keys().includes('product:1'))));
  });
});

describe('the lease', () => {
  it('is told to both PCs of a shop, and passes to the second when the first says good-bye', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const alone = await world.connect(shop, { wantsLease: true });
    expect(alone.frames[0]).toMatchObject({ lease: { isHolder: true, isBinding: false, epoch: 1 } });
    const other = await world.connect(await world.pairDevice(shop), { wantsLease: true });
    expect(other.frames[0]).toMatchObject({
      lease: { isHolder: false, isBinding: true, holder: 'Corner Shop PC' },
    });
    await alone.until(() => alone.of('lease').length === 1);
    expect(alone.of('lease')[0]?.lease).toMatchObject({ isHolder: true, isBinding: true });
    // Sent is not read: until it answers, it may still believe to be alone.
    await answerPing(alone);
    alone.send({ type: 'bye' });
    await other.until(() => other.of('lease').some(({ lease }) => lease.isHolder));
    expect(other.of('lease').at(-1)?.lease.epoch).toBeGreaterThan(1);
  });
});
