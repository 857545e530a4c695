import { describe, expect, it } from 'vitest';
import { asWooId } from '../../../src-main/domain/ids.ts';
import {
  CHANNELS,
  type ChannelName,
  type InputOf,
  type OutputOf,
} from '../../../src-preload/contract/channels.ts';
import type { BridgeClient } from '../../support/bridge-client.ts';
import { startWindowWorld, type WindowWorld } from '../../support/window-world.ts';

const PAGE = { limit: 100, offset: 0 };

interface Shop {
  readonly world: WindowWorld;
  readonly client: BridgeClient;
  readonly practice: WindowWorld['practices'][number];
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  refused<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<string>;
  look(): Promise<void>;
}

/** A practice shop whose products are for sale, behind the window's own channels. */
async function openShop(): Promise<Shop> {
  const world = await startWindowWorld();
  const client = await world.openPage();
  const call: Shop['call'] = async (channel, input) => {
    const answer = await client.call(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code} ${answer.failure.message}`);
    return CHANNELS[channel].output.parse(answer.value) as never;
  };
  const refused: Shop['refused'] = async (channel, input) => {
    const answer = await client.call(channel, input);
    if (answer.ok) throw new Error(`${channel} was not refused`);
    return answer.failure.code;
  };
  await call('practice:start', { menu: 'pizza' });
  await call('settings:set', { values: { 'import.status': 'publish', 'poll.fastestSeconds': '2' } });
  const { runId } = await call('plan:make', { choices: [] });
  await call('run:apply', { runId });
  const [practice] = world.practices;
  if (!practice) throw new Error('no practice was started');
  const look = async (): Promise<void> => void (await call('sync:now', { isFull: false }));
  return { world, client, practice, call, refused, look };
}

/** Looks until the order is in the lane. */
async function waitForLane(shop: Shop, id: number, lane: string): Promise<void> {
  await expect
    .poll(async () => (await shop.call('orders:get', { order: String(id) })).order.lane, { timeout: 20_000 })
    .toBe(lane);
}

describe('web orders over the window’s channels', { timeout: 60_000 }, () => {
  it('an order is listed without its texts, opened with them, found by number, and told as changed', async () => {
    const shop = await openShop();
    const { call, client, practice } = shop;
    expect(await call('orders:list', PAGE)).toMatchObject({ rows: [], total: 0 });
    const before = client.events.filter(({ event }) => event === 'orders:changed').length;
    const id = practice.storeService.staff.placeRandomOrder(7, { lines: 3 });
    await shop.look();
    await waitForLane(shop, id, 'done');
    const list = await call('orders:list', { ...PAGE, search: String(id) });
    expect(list).toMatchObject({ total: 1, lanes: { done: 1, person: 0 } });
    expect(list.rows[0]).not.toHaveProperty('ticket');
    expect((await call('orders:list', { ...PAGE, search: 'x' })).total).toBe(0);
    expect((await call('orders:list', { ...PAGE, lane: 'person' })).total).toBe(0);
    const { order, ticket, events } = await call('orders:get', { order: String(id) });
    expect(order.tillAmount).toBe(order.storeAmount);
    expect(ticket?.lines.length).toBeGreaterThanOrEqual(3);
    expect(events.some(({ requestId }) => requestId !== '')).toBe(true);
    expect(await call('orders:needs', {})).toMatchObject({
      needs: [],
      newest: { number: String(id) },
      newestPrinted: { number: String(id) },
    });
    const after = client.events.filter(({ event }) => event === 'orders:changed').length;
    expect(after).toBeGreaterThan(before);
    expect(await shop.refused('orders:get', { order: '4711' })).toBe('USE_UNKNOWN_ORDER');
    expect(await shop.refused('orders:retry', { order: String(id) })).toBe('ORDER_NOT_WAITING');
    expect(await shop.refused('orders:see', { order: String(id) })).toBe('ORDER_NOT_WAITING');
  });

  it('a ticket that failed stands first until it is reprinted or seen, and no alert outlives that', async () => {
    const shop = await openShop();
    const { call, practice, world } = shop;
    const { staff, state } = practice.tillService;
    staff.jamPrinter('fails');
    const ids = [1, 2].map((seed) => practice.storeService.staff.placeRandomOrder(seed, { lines: 1 }));
    const [first = 0, second = 0] = ids;
    await shop.look();
    for (const id of ids) await waitForLane(shop, id, 'person');
    staff.clearPrinter();
    const fine = practice.storeService.staff.placeRandomOrder(3, { lines: 1 });
    await shop.look();
    await waitForLane(shop, fine, 'done');
    const listed = (await call('orders:list', PAGE)).rows.map(({ wooId }) => wooId);
    expect(listed).toEqual([asWooId(second), asWooId(first), asWooId(fine)]);
    const tickets = state.kitchen.tickets.length;
    await call('orders:reprint', { order: String(first) });
    await call('orders:see', { order: String(second) });
    await shop.look();
    await waitForLane(shop, second, 'done');
    await expect.poll(() => state.kitchen.tickets.length, { timeout: 20_000 }).toBe(tickets + 1);
    await expect.poll(async () => (await call('orders:needs', {})).lanes.person, { timeout: 20_000 }).toBe(0);
    const alerts = world.core.engine.alerts.list(PAGE).alerts.filter(({ key }) => key.startsWith('order.'));
    expect(alerts.map(({ key }) => key)).toEqual([]);
  });

  it('a test print says whether it was printed, and leaves no order behind', async () => {
    const shop = await openShop();
    expect(await shop.call('orders:testPrint', {})).toEqual({ isPrinted: true, failure: null });
    shop.practice.tillService.staff.setDefaultPrinter(false);
    expect(await shop.call('orders:testPrint', {})).toMatchObject({
      isPrinted: false,
      failure: { code: 'CLOVER_NO_PRINTER' },
    });
    expect((await shop.call('orders:list', PAGE)).total).toBe(0);
  });

  it('the practice staff places orders, jams and clears the printer, fulfils and cancels', async () => {
    const shop = await openShop();
    const { call, practice } = shop;
    await call('practice:act', { side: 'till', verb: 'jam' });
    await call('practice:act', { side: 'till', verb: 'clear' });
    await call('practice:act', { side: 'store', verb: 'order-random' });
    const [id = 0] = practice.storeService.state.orders.keys();
    await shop.look();
    await waitForLane(shop, id, 'done');
    const { order } = await call('orders:get', { order: String(id) });
    const fulfilled = await call('practice:act', {
      side: 'till',
      verb: 'fulfil',
      target: order.tillOrderId ?? '',
    });
    expect(fulfilled.what).toContain('done in the kitchen');
    const cancelled = await call('practice:act', { side: 'store', verb: 'cancel', target: String(id) });
    expect(cancelled.what).toContain(String(id));
  });

  it('nothing of a customer is in the log', async () => {
    const shop = await openShop();
    const id = shop.practice.storeService.staff.placeRandomOrder(7, { lines: 2 });
    await shop.look();
    await waitForLane(shop, id, 'done');
    await shop.call('orders:reprint', { order: String(id) });
    const log = await shop.call('log:page', { sort: 'atMs', isDescending: true, ...PAGE, limit: 1000 });
    const { billing } = shop.practice.storeService.state.orders.get(id) ?? {};
    const said = JSON.stringify(log.entries);
    const private_ = Object.values(billing ?? {}).filter((text) => String(text).length > 3);
    expect(private_.length).toBeGreaterThan(2);
    for (const text of private_) expect(said).not.toContain(String(text));
  });
});
