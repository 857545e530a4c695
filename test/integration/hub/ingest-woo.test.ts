import { describe, expect, it } from 'vitest';
import { createMachineTime } from '../../../src-hub/runtime/machine.ts';
import type { HubTime } from '../../../src-hub/runtime/time.ts';
import { fillDisk, readMetric, settle, sign, startHubWorld } from '../../support/hub-world.ts';

describe('the store’s webhooks', () => {
  it('a change is told to the shop’s PC by its key, and nothing else of it', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const answers = [
      await world.sendWoo(shop, { id: 12, name: 'Margherita', type: 'simple' }),
      await world.sendWoo(shop, { id: 9, type: 'variation', parent_id: 7 }),
      await world.sendWoo(shop, { id: 104, billing: { email: 'jane@example.com' } }, { resource: 'order' }),
      await world.sendWoo(shop, { id: 11 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await device.until(() => device.keys().length === 4);
    expect(device.keys()).toEqual(['product:12', 'variation:7:9', 'order:104', 'product:11']);
    expect(Object.keys(device.of('hint')[0] ?? {}).sort()).toEqual(
      ['firstMs', 'key', 'lastMs', 'seq', 'side', 'times', 'type'].sort(),
    );
  });

  it('V1: with any byte of the signature or of the body changed it is refused with 401', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const body = '{"id":12,"a":"\\u00e9"}';
    const signature = sign(shop.secret, body);
    const statuses = new Set<number>();
    for (let at = 0; at < signature.length; at += 1) {
      const other = signature[at] === 'A' ? 'B' : 'A';
      statuses.add((await world.sendWoo(shop, body, { signature: replaceAt(signature, at, other) })).status);
    }
    for (let at = 0; at < body.length; at += 1) {
      const changed = replaceAt(body, at, body[at] === '1' ? '2' : '1');
      statuses.add((await world.sendWoo(shop, changed, { signature })).status);
    }
    // Base64 has four spellings of the last byte: only WooCommerce's own counts.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    for (const letter of alphabet) {
      const twin = replaceAt(signature, 42, letter);
      if (twin !== signature) statuses.add((await world.sendWoo(shop, body, { signature: twin })).status);
    }
    for (const odd of ['', 'x', `${signature}=`, signature.slice(0, 43), 'é'.repeat(44)]) {
      const headers = odd === '' ? { 'x-wc-webhook-signature': '' } : {};
      const given = Buffer.from(odd).toString('latin1');
      statuses.add((await world.sendWoo(shop, body, { signature: given, headers })).status);
    }
    expect([...statuses]).toEqual([401]);
    expect((await world.sendWoo(shop, body, { signature })).status).toBe(200);
    expect(
      await readMetric(world.hub.url, 'hub_deliveries_total{side="store",outcome="refused"}'),
    ).toBeGreaterThan(100);
  });

  it('V3: an identical delivery again is answered 200 and told once; two orders with one delivery id are two', async () => {
    const time = createOffsetTime();
    const world = await startHubWorld({}, time);
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const deliveryId = 'aa644ace9e';
    const send = (id: number) => world.sendWoo(shop, { id }, { resource: 'order', deliveryId });
    const first = await Promise.all([send(1), send(1), send(1), send(2)]);
    await device.until(() => device.keys().length === 2);
    device.ack();
    // A thousand times over nearly a day; the clock of this machine goes on for the sockets.
    const again: Response[] = [];
    for (let hour = 0; hour < 20; hour += 1) {
      again.push(...(await Promise.all(Array.from({ length: 50 }, () => send(1)))));
      time.offsetMs += 70 * 60_000;
    }
    expect([...first, ...again].every(({ status }) => status === 200)).toBe(true);
    await device.heard();
    expect(device.keys().sort()).toEqual(['order:1', 'order:2']);
    expect(again).toHaveLength(1000);
    time.offsetMs += 60 * 60_000;
    await send(1);
    await device.until(() => device.keys().length === 3);
  });

  it('V3: a delivery that could not be kept is not a replay when it comes again', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const disk = fillDisk(world.dataDir);
    const refused = await world.sendWoo(shop, { id: 5 }, { deliveryId: 'd1' });
    disk.free();
    const kept = await world.sendWoo(shop, { id: 5 }, { deliveryId: 'd1' });
    expect([refused.status, kept.status]).toEqual([503, 200]);
    await device.until(() => device.keys().length === 1);
    expect(world.lines.filter((line) => line.includes('"level":60')).length).toBe(1);
  });

  it('V5: a secret that is changed in the midst of deliveries costs none of them', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const renewed = { ...shop, secret: 'the-new-secret-of-the-store' };
    const statuses = new Map<number, number>();
    const send = async (id: number): Promise<void> => {
      // The store signs with the old one for a while: what was queued there goes out as it was.
      const signer = id < 150 || id % 3 === 0 ? shop : renewed;
      const { status } = await world.sendWoo(signer, { id });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (id === 100)
        await world.hub.rooms.settings.change(shop.shopId, { wooSecret: 'the-new-secret-of-the-store' });
    };
    for (let at = 1; at <= 300; at += 10)
      await Promise.all(Array.from({ length: 10 }, (_, number) => send(at + number)));
    expect([...statuses]).toEqual([[200, 300]]);
  });

  it('V4: more than one wrong signature in a hundred is told to the operator, once', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const isTold = (): boolean => world.lines.some((line) => line.includes('refused for their signature'));
    const send = async (good: number, bad: number): Promise<void> => {
      for (let at = 0; at < good; at += 100)
        await Promise.all(Array.from({ length: 100 }, (_, id) => world.sendWoo(shop, { id: at + id + 1 })));
      for (let at = 0; at < bad; at += 1) {
        const refused = await world.sendWoo(shop, { id: 1 }, { signature: 'x'.repeat(44) });
        expect(refused.status).toBe(401);
      }
    };
    await send(1_500, 15);
    expect(isTold(), 'just under one in a hundred').toBe(false);
    await send(0, 20);
    expect(world.lines.filter((line) => line.includes('refused for their signature'))).toHaveLength(1);
  });

  it('V5: while a secret is changed, both the old and the new one verify', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    await world.hub.rooms.settings.change(shop.shopId, { wooSecret: 'the-new-secret-of-the-store' });
    const renewed = { ...shop, secret: 'the-new-secret-of-the-store' };
    const statuses = [
      (await world.sendWoo(shop, { id: 1 })).status,
      (await world.sendWoo(renewed, { id: 2 })).status,
    ];
    expect(statuses).toEqual([200, 200]);
    expect((await world.sendWoo({ ...shop, secret: 'some-other-secret-000' }, { id: 3 })).status).toBe(401);
  });

  it('V7: WooCommerce’s ping is answered 200 and tells nothing', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const ping = await world.post(`/v1/hooks/woo/${shop.shopId}`, 'webhook_id=1', headers);
    const long = await world.post(`/v1/hooks/woo/${shop.shopId}`, 'webhook_id=1&id=7', headers);
    expect([ping.status, long.status]).toEqual([200, 401]);
    await world.sendWoo(shop, { id: 1 });
    await device.until(() => device.keys().length > 0);
    expect(device.keys()).toEqual(['product:1']);
  });

  it('a signed body without an id, or not JSON, is taken and tells nothing', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    for (const body of ['{"action":"woocommerce_low_stock","arg":{}}', 'not json', '[]', '{"id":"12"}'])
      expect((await world.sendWoo(shop, body, { resource: 'action' })).status).toBe(200);
    expect((await world.sendWoo(shop, { id: 1 }, { resource: '../../x' })).status).toBe(200);
    const device = await world.connect(shop, { cursor: 0 });
    await settle();
    expect(device.of('hint')).toEqual([]);
  });

  it('one shop’s secret says nothing for another shop', async () => {
    const world = await startHubWorld();
    const [a, b] = [await world.pairShop('A'), await world.pairShop('B')];
    expect((await world.sendWoo({ ...a, shopId: b.shopId }, { id: 1 })).status).toBe(401);
    expect((await world.sendWoo({ ...a, shopId: 'unknown' }, { id: 1 })).status).toBe(401);
  });
});

/** The machine's time, with a wall clock that can be put forward. */
function createOffsetTime(): HubTime & { offsetMs: number } {
  const machine = createMachineTime();
  const time = { ...machine, offsetMs: 0, nowMs: () => machine.nowMs() + time.offsetMs };
  return time;
}

const replaceAt = (text: string, at: number, letter: string): string =>
  text.slice(0, at) + letter + text.slice(at + 1);
