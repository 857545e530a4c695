import { describe, expect, it } from 'vitest';
import { tellEvent } from '../../../src-main/domain/orders/order-story.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

/** A shop with one order that is on the till and printed. */
async function startWithOrder(wish: Parameters<OrderShop['order']>[0] = {}) {
  const shop = await startOrderShop();
  const id = shop.order(wish);
  await shop.settle();
  shop.time.pass(5_000);
  const [row] = shop.shown(id);
  if (!row) throw new Error('it is not on the till');
  const read = () => shop.practice.tillService.state.orders.get(row.id);
  return {
    shop,
    id,
    till: shop.practice.tillService.staff,
    store: shop.practice.storeService.staff,
    row,
    read,
  };
}

/** What its timeline says last of its status. */
const tellLast = (shop: OrderShop, id: number): string =>
  tellEvent(
    shop.events(id).findLast(({ what }) => what === 'status') ?? { what: 'status', text: '' },
    ENGLISH,
  );

/** Ten more looks over some minutes change nothing on either side. */
async function expectQuiet(shop: OrderShop): Promise<void> {
  for (let looks = 0; looks < 4; looks += 1) {
    await shop.look();
    shop.time.pass(31_000);
  }
  shop.writes();
  for (let looks = 0; looks < 10; looks += 1) {
    await shop.look();
    shop.time.pass(31_000);
  }
  expect(shop.writes()).toEqual({ till: 0, store: 0 });
}

describe('what the store says of an order reaches the till', { timeout: 30_000 }, () => {
  it('completed: marked as done', async () => {
    const { shop, id, store, read } = await startWithOrder();
    store.turnOrder(id, 'completed');
    await shop.settle();
    expect(read()?.title).toMatch(/^DONE /);
    expect(shop.flow(id)).toMatchObject({ tillStatus: 'fulfilled', hold: null });
    expect(shop.storeStatus(id)).toBe('completed');
    await expectQuiet(shop);
  });

  it('cancelled, and paid on the till: marked, never deleted, and the store is told', async () => {
    const { shop, id, store, read } = await startWithOrder();
    store.turnOrder(id, 'cancelled');
    await shop.settle();
    expect(read()?.title).toMatch(/^CANCELLED /);
    expect(read()?.paymentIds).toHaveLength(1);
    expect(shop.notes(id).at(-1)).toMatch(/payment/i);
    await expectQuiet(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
  });

  it('cancelled, and not paid: deleted', async () => {
    const { shop, id, store, read } = await startWithOrder({ payment: 'cod' });
    store.turnOrder(id, 'cancelled');
    await shop.settle();
    expect(read()).toBeUndefined();
    await expectQuiet(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
  });

  it('refunded: marked', async () => {
    const { shop, id, store, read } = await startWithOrder();
    store.turnOrder(id, 'refunded');
    await shop.settle();
    expect(read()?.title).toMatch(/^REFUNDED /);
    await expectQuiet(shop);
    expect(shop.storeStatus(id)).toBe('refunded');
  });

  it('refunded in part: a note, once for each refund', async () => {
    const { shop, id, store, read } = await startWithOrder({ lines: [{ sku: 'MARG', quantity: 2 }] });
    store.giveBack(id, { amount: '3.00' });
    await shop.settle();
    await shop.settle();
    expect(read()?.note).toContain('3.00 USD');
    expect(shop.storeStatus(id)).toBe('processing');
    await expectQuiet(shop);
    store.giveBack(id, { amount: '1.25' });
    await shop.settle();
    await shop.settle();
    expect(read()?.note?.match(/3\.00 USD/g)).toHaveLength(1);
    expect(read()?.note?.match(/1\.25 USD/g)).toHaveLength(1);
    await expectQuiet(shop);
  });
});

describe('what the till says of an order reaches the store', { timeout: 30_000 }, () => {
  it('fulfilled: completed', async () => {
    const { shop, id, till, row } = await startWithOrder();
    till.fulfil(row.id);
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('completed');
    await expectQuiet(shop);
  });

  it('fulfilled by being locked and paid, where the shop wants it so', async () => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.lockedIsFulfilled': 'on' }));
    const id = shop.order();
    await shop.settle();
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('completed');
    await expectQuiet(shop);
  });

  it('paid at the counter: an order that waited for its money is worked on', async () => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'orders.sendWhen': 'placed' }));
    const id = shop.order({ payment: 'bacs' });
    await shop.settle();
    shop.time.pass(5_000);
    shop.practice.tillService.staff.pay(shop.shown(id)[0]?.id ?? '');
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('processing');
    expect(shop.payments(id), 'only the cashier’s').toHaveLength(1);
    await expectQuiet(shop);
  });

  it.each(['delete', 'void'] as const)('cancelled by %s: cancelled', async (how) => {
    const { shop, id, till, row } = await startWithOrder({ payment: 'cod' });
    till.cancel(row.id, how);
    shop.time.pass(31_000);
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('cancelled');
    await expectQuiet(shop);
  });

  it('refunded: refunded', async () => {
    const { shop, id, till, row } = await startWithOrder();
    till.refundOrder(row.id);
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('refunded');
    expect(tellLast(shop, id)).toContain('its pieces go back into stock.');
    expect(shop.notes(id).join(' '), 'all of it is no part').not.toContain('A part');
    await expectQuiet(shop);
  });

  it('refunded, of a product that nobody counts: no piece is said to go back', async () => {
    const { shop, id, till, row } = await startWithOrder({ lines: [{ sku: 'WATER' }] });
    till.refundOrder(row.id);
    await shop.settle();
    expect(tellLast(shop, id)).toBe('Refunded on the till: the store was told, where it is refunded now.');
  });

  it('refunded in part: a note in the store, once', async () => {
    const { shop, id, till, row } = await startWithOrder({ lines: [{ sku: 'MARG', quantity: 2 }] });
    till.refundOrder(row.id, { amountCents: 300 });
    await shop.settle();
    expect(shop.notes(id).filter((note) => note.includes('3.00 USD'))).toHaveLength(1);
    expect(shop.storeStatus(id)).toBe('processing');
    await expectQuiet(shop);
    expect(shop.notes(id).filter((note) => note.includes('3.00 USD'))).toHaveLength(1);
  });
});

describe('when both sides move', { timeout: 30_000 }, () => {
  it('the store is not overwritten where it has moved on since it was read', async () => {
    const ref: { strike: (() => void) | null } = { strike: null };
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const isLook = ref.strike !== null && /_fields=id(%2C|,)status/.test(request.url);
          if (isLook) {
            ref.strike?.();
            ref.strike = null;
          }
          return real.send(request);
        },
      }),
    });
    const id = shop.order();
    await shop.settle();
    shop.time.pass(5_000);
    const [row] = shop.shown(id);
    shop.practice.tillService.staff.fulfil(row?.id ?? '');
    let struck = 0;
    ref.strike = () => {
      struck += 1;
      shop.practice.storeService.staff.turnOrder(id, 'cancelled');
    };
    await shop.settle();
    expect(struck, 'else it proved nothing').toBe(1);
    expect(shop.storeStatus(id)).toBe('cancelled');
    await expectQuiet(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
  });

  it('an order cancelled while its lines are on the way to the till is never shown there', async () => {
    const ref: { strike: (() => void) | null } = { strike: null };
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: (request) => {
          if (!request.url.includes('bulk_line_items') || ref.strike === null) return real.send(request);
          ref.strike();
          ref.strike = null;
          throw new TypeError('fetch failed', {
            cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }),
          });
        },
      }),
    });
    const id = shop.order();
    ref.strike = () => {
      shop.time.pass(2_000);
      shop.practice.storeService.staff.turnOrder(id, 'cancelled');
    };
    await shop.settle();
    expect(shop.storeStatus(id)).toBe('cancelled');
    expect(shop.shown(id)).toEqual([]);
    expect(shop.tickets(id)).toBe(0);
    expect(shop.flow(id).hold).toBe('closed');
    await shop.look();
    expect(shop.hidden()).toEqual([]);
  });
});
