import { describe, expect, it } from 'vitest';
import { startHub } from '../../../src-hub/hub.ts';
import { makeGuestOrder } from '../../support/guest-order.ts';
import { unwrap } from '../../support/practice-world.ts';
import { type RelayWorld, startRelayWorld, waitFor } from '../../support/relay-world.ts';

/** Looks are ten minutes apart: whatever comes sooner came by a hint. */
async function startHinted(
  options: Parameters<typeof startRelayWorld>[0] = {},
): Promise<RelayWorld & { stop(): Promise<void> }> {
  const world = await startRelayWorld(options);
  const { stop } = world.run();
  const { webhooks } = world.practice.storeService.state;
  await waitFor('the store’s webhooks', () => webhooks.size === 7);
  await waitFor('the first look', () => world.events.some(({ kind }) => kind === 'synced'));
  return { ...world, stop };
}

/** A change on each side, told of: from then on the relay is trusted. */
async function earnTrust(world: RelayWorld): Promise<void> {
  const { practice, engine } = world;
  const { item, product } = world.pick(1);
  practice.tillService.staff.editItem(item.id, { price: 777 });
  await waitFor('a price in the store', () => world.product(product.id).regularPrice === '7.77');
  await waitFor('trust', () => engine.hub.state().isHinted);
}

/** Until nothing was asked for a second; what was asked before is forgotten. */
async function waitForRest(calls: Map<string, number>): Promise<void> {
  do {
    calls.clear();
    await new Promise((resolve) => void setTimeout(resolve, 1_000));
  } while (calls.size > 0);
}

describe('hints of the relay, while looks are ten minutes apart', { timeout: 60_000 }, () => {
  it('a price changed on either side is on the other one within seconds', async () => {
    const world = await startHinted();
    const { practice, engine } = world;
    const { item, product } = world.pick();
    practice.tillService.staff.editItem(item.id, { price: 1234 });
    await waitFor('the price in the store', () => world.product(product.id).regularPrice === '12.34');
    practice.storeService.staff.editProduct(product.id, { regular_price: '13.50' });
    await waitFor('the price on the till', () => world.item(item.id).price === 1350);
    expect(engine.hub.state()).toMatchObject({ word: 'connected', failure: null });
    expect(world.hubLines.join('')).not.toContain(item.name);
  });

  it('a sale on either side lowers the other one, once', async () => {
    const world = await startHinted();
    await earnTrust(world);
    const { tillService, storeService } = world.practice;
    const { item, product } = world.pick();
    const before = world.stock(item.id) ?? 0;
    tillService.staff.sell(item.id, 2);
    await waitFor('the count in the store', () => world.product(product.id).stockQuantity === before - 2);
    storeService.staff.buy(product.id, 1);
    await waitFor('the count on the till', () => world.stock(item.id) === before - 3);
    expect(world.product(product.id).stockQuantity).toBe(before - 3);
  });

  it('once hints flow, a change costs no look at everything, and rest costs next to nothing', async () => {
    const world = await startHinted({ pollSeconds: 2 });
    await earnTrust(world);
    const { practice } = world;
    const { item, product } = world.pick();
    const calls = practice.tillService.counters.requests as Map<string, number>;
    await waitFor('quiet', () => !practice.storeService.hasWaitingHooks());
    await waitForRest(calls);
    practice.storeService.staff.editProduct(product.id, { regular_price: '21.00' });
    await waitFor('the price on the till', () => world.item(item.id).price === 2100);
    expect(calls.get('GET /v3/merchants/{mId}/item_stocks') ?? 0, 'all counts').toBe(0);
    await waitForRest(calls);
    // Without the relay there would be two looks in this time.
    await new Promise((resolve) => void setTimeout(resolve, 4_500));
    expect([...calls]).toEqual([]);
  });

  it('when the relay goes away, looks are as often as before; when it is back, nothing was missed', async () => {
    const world = await startHinted({ pollSeconds: 2 });
    await earnTrust(world);
    const { practice, engine, hub } = world;
    const { item, product } = world.pick();
    await hub.close();
    await waitFor('the loss', () => engine.hub.state().word === 'away');
    expect(engine.hub.state()).toMatchObject({
      isHinted: false,
      failure: { code: expect.stringMatching(/^(HUB_(LOST|FAILING)|NET_UNREACHABLE)$/) },
    });
    practice.tillService.staff.editItem(item.id, { price: 1111 });
    await waitFor('the price in the store', () => world.product(product.id).regularPrice === '11.11');
    const { port } = hub;
    const again = await startHub({ config: { dataDir: world.hubDir, port } });
    try {
      engine.hub.retry();
      await waitFor('the relay', () => engine.hub.state().word === 'connected');
    } finally {
      await again.close();
    }
  });

  it('webhooks that the store has switched off are on again, with a line in the log', async () => {
    const world = await startHinted();
    const { practice, engine } = world;
    const { webhooks } = practice.storeService.state;
    const [hook] = [...webhooks.values()];
    if (!hook) throw new Error('no webhook');
    webhooks.set(hook.id, { ...hook, status: 'disabled' });
    engine.hub.retry();
    await waitFor('the healing', () => webhooks.get(hook.id)?.status === 'active');
    const read = () =>
      engine
        .log({ limit: 20, offset: 0 })
        .find(({ action, level }) => action === 'webhook' && level === 'warn');
    await waitFor('the line in the log', () => read() !== undefined);
    expect(read()?.message).toContain(hook.topic);
  });

  it('outage mail goes to the first address of the alerts, and to one of its own where that is set', async () => {
    const { hub, engine, shopId } = await startHinted();
    const readEmail = (): string | undefined => hub.rooms.book.findShop(shopId)?.email;
    expect(readEmail()).toBe('');
    const alerts = { 'alerts.mail': 'on', 'alerts.mailTo': 'owner@example.com, chef@example.com' };
    unwrap(engine.settings.set(alerts));
    await waitFor('the address of the alerts', () => readEmail() === 'owner@example.com');
    unwrap(engine.settings.set({ 'hub.mailTo': 'night@example.com' }));
    await waitFor('its own address', () => readEmail() === 'night@example.com');
    unwrap(engine.settings.set({ 'alerts.mail': 'off' }));
    unwrap(engine.settings.set({ 'hub.mailTo': '' }));
    await waitFor('none', () => readEmail() === '');
    const told = engine.log({ limit: 40, offset: 0 }).map(({ message }) => message);
    expect(told.join()).not.toContain('night@example.com');
  });

  it('disconnecting the store takes its webhooks away, and leaves others and the pairing', async () => {
    const world = await startHinted();
    const { practice, engine, stop } = world;
    const { webhooks } = practice.storeService.state;
    const [own] = [...webhooks.values()];
    if (!own) throw new Error('no webhook');
    webhooks.set(99, { ...own, id: 99, name: 'Of another app', deliveryUrl: 'https://other.example/hook' });
    await stop();
    expect(await engine.connections.disconnect('store')).toBe(true);
    expect([...webhooks.keys()]).toEqual([99]);
    expect(unwrap(await engine.hub.test()).devices).toHaveLength(1);
    expect(await engine.connections.disconnect('store')).toBe(false);
  });

  it('disconnecting a store that does not answer ends all the same', async () => {
    const world = await startHinted();
    const { practice, engine, stop } = world;
    await stop();
    await practice.close();
    expect(await engine.connections.disconnect('store')).toBe(true);
    expect(engine.connections.readStore()).toBeNull();
  });

  it('disconnecting takes the webhooks away and ends the pairing there', async () => {
    const world = await startHinted();
    const { practice, engine, hub, shopId } = world;
    expect(await engine.hub.disconnect()).toBe(true);
    expect(practice.storeService.state.webhooks.size).toBe(0);
    expect(hub.rooms.book.listDevices(shopId)).toEqual([]);
    expect(engine.hub.state()).toMatchObject({ word: 'not-connected', connection: null });
    expect(await engine.hub.test()).toMatchObject({ ok: false, failure: { code: 'HUB_NOT_CONNECTED' } });
  });

  it('a web order is on the till and printed within seconds', async () => {
    const world = await startHinted({ hasOrders: true });
    await earnTrust(world);
    const { practice, engine } = world;
    const lines = [{ productId: world.pick().product.id, quantity: 1, choices: [] }];
    practice.storeService.staff.placeOrder(makeGuestOrder({ lines }));
    await waitFor('the ticket', () => (engine.orders.overview().newestPrinted?.printedMs ?? null) !== null);
  });
});

describe('a relay that lies', { timeout: 60_000 }, () => {
  it('costs reads, and changes nothing', async () => {
    const world = await startHinted();
    const { hub, practice, engine } = world;
    await waitFor('quiet', () => !practice.storeService.hasWaitingHooks());
    world.writes();
    const { id: merchantId } = practice.tillService.merchant;
    const keys = ['I:AAAAAAAAAAAAA', `IS:${world.pick().item.id}`, 'O:BBBBBBBBBBBBB', 'I:../../x', 'ZZ:1'];
    const events = keys.map((objectId) => ({ objectId, type: 'DELETE', ts: 1 }));
    const body = JSON.stringify({ appId: practice.app.id, merchants: { [merchantId]: events } });
    const headers = { 'content-type': 'application/json', 'x-clover-auth': practice.app.authCode };
    const sent = await fetch(`${hub.url}/v1/hooks/clover`, { method: 'POST', body, headers });
    expect(sent.status).toBe(200);
    await waitFor('a hint', () => engine.hub.state().lastHintMs.till !== null);
    await new Promise((resolve) => void setTimeout(resolve, 1_500));
    expect(world.writes()).toEqual({ till: 0, store: 0 });
    expect(engine.status().products).toMatchObject({ error: 0, conflict: 0, deleted: 0 });
  });
});

describe('pairing', { timeout: 60_000 }, () => {
  it('refuses in words what is no relay, a wrong code, and no code', async () => {
    const { engine, hub, practice } = await startRelayWorld();
    const connect = async (url: string, code: string) => {
      const attempt = await engine.hub.connect({ url, code, deviceName: 'Office' });
      return attempt.ok ? 'connected' : attempt.failure.code;
    };
    expect(await connect(hub.url, '')).toBe('HUB_NO_CODE');
    expect(await connect(hub.url, 'WRON-GCOD-E2')).toBe('HUB_REFUSED');
    expect(await connect(practice.store.url, 'ABCD-EFGH-JK')).toBe('HUB_NOT_A_HUB');
    expect(await connect('http://relay.example.com', 'ABCD-EFGH-JK')).toBe('NET_PLAIN_HTTP');
    expect(unwrap(await engine.hub.test()).devices, 'the first pairing stands').toHaveLength(1);
  });
});
