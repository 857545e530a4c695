import { describe, expect, it } from 'vitest';
import { startOrderShop } from '../../support/order-shop.ts';
import { startWorld, unwrap, type World } from '../../support/practice-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

/** The same server under another name, as after a move to https, www or a new domain. */
const moveTo = async (
  { practice, engine }: Pick<World, 'practice' | 'engine'>,
  host: string,
): Promise<void> => {
  const { key, secret } = practice.store;
  const url = practice.store.url.replace('127.0.0.1', host);
  unwrap(await engine.connections.connectStore({ url, key, secret }));
};

describe('a store that is reached under another address', { timeout: 30_000 }, () => {
  it('gets no order a second time onto the till, paid or printed', async () => {
    const shop = await startOrderShop();
    const done = shop.order({ lines: [{ sku: 'MARG' }] });
    await shop.finish(60_000);
    expect([shop.shown(done).length, shop.payments(done).length, shop.tickets(done)]).toEqual([1, 1, 1]);
    const waiting = shop.order({ lines: [{ sku: 'MARG' }] });
    await moveTo(shop, 'localhost');
    await shop.finish(60_000);
    await moveTo(shop, '127.0.0.1');
    await shop.finish(60_000);
    for (const id of [done, waiting])
      expect([shop.shown(id).length, shop.payments(id).length, shop.tickets(id)]).toEqual([1, 1, 1]);
  });

  it('is told what becomes of the orders that were placed before', async () => {
    const shop = await startOrderShop();
    const id = shop.order({ lines: [{ sku: 'MARG' }] });
    await shop.finish(60_000);
    shop.time.pass(20 * 60_000);
    await moveTo(shop, 'localhost');
    await shop.look();
    expect(shop.flow(id).step).toBe('reported');
    expect(shop.events(id).length).toBeGreaterThan(3);
    shop.practice.tillService.staff.refundOrder(shop.shown(id)[0]?.id ?? '');
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('refunded');
  });

  it('keeps its imports: the last one is known, and can still be undone', async () => {
    const world = await startWorld();
    await world.import();
    await moveTo(world, 'localhost');
    const [run] = world.engine.runs(1);
    const undone = unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
    expect(undone.undone).toBeGreaterThan(0);
  });
});

it('an order of another store, with the number of one that is on the till, goes there too', async () => {
  const shop = await startOrderShop();
  const id = shop.order({ lines: [{ sku: 'MARG' }] });
  await shop.finish(60_000);
  // As in a copy of the store that went on by itself.
  shop.time.pass(60_000);
  const { orders } = shop.practice.storeService.state;
  const order = orders.get(id);
  const nowMs = shop.time.clock.nowMs();
  if (order) orders.set(id, { ...order, createdMs: nowMs, modifiedMs: nowMs });
  await moveTo(shop, 'localhost');
  await shop.finish(60_000);
  expect(shop.shown(id)).toHaveLength(2);
});
