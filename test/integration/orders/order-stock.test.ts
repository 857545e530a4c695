import { describe, expect, it } from 'vitest';
import type { TillAnswers } from '../../../src-practice/till/till.ts';
import { type OrderShop, startOrderShop } from '../../support/order-shop.ts';
import { unwrap } from '../../support/practice-world.ts';

const AT_FIRST = 50;

/** Both counts of the margherita. */
function readCounts({ practice }: OrderShop): {
  readonly till: number | undefined;
  readonly store: number | null;
} {
  const [item] = [...practice.tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
  const [product] = [...practice.storeService.state.products.values()].filter(({ sku }) => sku === 'MARG');
  return {
    till: practice.tillService.state.itemStocks.get(item?.id ?? '')?.quantity,
    store: product?.stockQuantity ?? null,
  };
}

const both = (count: number) => ({ till: count, store: count });

async function runOn(shop: OrderShop): Promise<void> {
  for (let looks = 0; looks < 12; looks += 1) {
    await shop.look();
    shop.time.pass(20_000);
  }
}

const VARIANTS: readonly TillAnswers['restOrderStock'][] = ['never', 'onPaid', 'onLine'];

describe.each(VARIANTS)('where the till lowers its counts for our orders: %s', (restOrderStock) => {
  it('each order is taken off both sides once, from the first on', { timeout: 30_000 }, async () => {
    const shop = await startOrderShop({ tillAnswers: { restOrderStock } });
    shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
    shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] });
    await shop.settle();
    await shop.settle();
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 5));
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 5));
    expect(shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts).toEqual([]);
  });

  it('a sale at the counter meanwhile counts too', { timeout: 30_000 }, async () => {
    const shop = await startOrderShop({ tillAnswers: { restOrderStock } });
    const [item] = [...shop.practice.tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
    shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await shop.look();
    shop.practice.tillService.staff.sell(item?.id ?? '', 4);
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 7));
    shop.order({ lines: [{ sku: 'MARG' }] });
    shop.practice.tillService.staff.sell(item?.id ?? '', 1);
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 9));
  });
});

const CASES = VARIANTS.flatMap((restOrderStock) =>
  (['auto', restOrderStock === 'never' ? 'app' : 'clover'] as const).map((who) => ({ restOrderStock, who })),
);

describe.each(CASES)(
  'an order to be paid at the door, where the till lowers its counts: $restOrderStock, and the setting says $who',
  ({ restOrderStock, who }) => {
    const start = async () => {
      const shop = await startOrderShop({
        tillAnswers: { restOrderStock },
        settings: { 'stock.whoLowersTill': who },
      });
      const { staff } = shop.practice.tillService;
      const placeUnpaid = async (quantity: number) => {
        const id = shop.order({ lines: [{ sku: 'MARG', quantity }], payment: 'cod' });
        await runOn(shop);
        return { id, tillId: shop.shown(id)[0]?.id ?? '' };
      };
      const { tillId } = await placeUnpaid(3);
      return { shop, staff, placeUnpaid, tillId };
    };

    it('is taken off both sides once, before it is paid and after', { timeout: 30_000 }, async () => {
      const { shop, staff, placeUnpaid, tillId } = await start();
      expect(readCounts(shop), 'the first of all, unpaid').toEqual(both(AT_FIRST - 3));
      const second = await placeUnpaid(2);
      expect(readCounts(shop), 'the next, unpaid').toEqual(both(AT_FIRST - 5));
      for (const id of [tillId, second.tillId]) staff.pay(id);
      await runOn(shop);
      expect(readCounts(shop), 'paid at the till').toEqual(both(AT_FIRST - 5));
      shop.order({ lines: [{ sku: 'MARG', quantity: 4 }] });
      await runOn(shop);
      expect(readCounts(shop), 'one that was paid in the store').toEqual(both(AT_FIRST - 9));
    });

    it('is taken off once where it is paid and handed over between two looks', {
      timeout: 30_000,
    }, async () => {
      const { shop, staff, tillId } = await start();
      staff.pay(tillId);
      staff.fulfil(tillId);
      await runOn(shop);
      // The next orders tell at the latest who lowers the till.
      for (const payment of ['stripe', 'cod'] as const) {
        shop.order({ lines: [{ sku: 'MARG' }], payment });
        await runOn(shop);
      }
      expect(readCounts(shop)).toEqual(both(AT_FIRST - 3 - 2));
    });

    it('comes back once when it is called off', { timeout: 30_000 }, async () => {
      const { shop, staff, placeUnpaid, tillId } = await start();
      staff.cancel(tillId, 'delete');
      await runOn(shop);
      expect(readCounts(shop), 'the first, on the till').toEqual(both(AT_FIRST));
      const second = await placeUnpaid(2);
      expect(readCounts(shop)).toEqual(both(AT_FIRST - 2));
      shop.practice.storeService.staff.turnOrder(second.id, 'cancelled');
      await runOn(shop);
      expect(readCounts(shop), 'the second, in the store').toEqual(both(AT_FIRST));
      const third = await placeUnpaid(1);
      staff.cancel(third.tillId, 'void');
      await runOn(shop);
      expect(readCounts(shop), 'the third, voided on the till').toEqual(both(AT_FIRST));
    });
  },
);

describe.each(['onPaid', 'onLine'] as const)(
  'a count that both sides were given otherwise, on a till that lowers its counts: %s',
  (restOrderStock) => {
    it('says nothing of that till while a person is asked, and the orders after it are taken off once', {
      timeout: 30_000,
    }, async () => {
      const shop = await startOrderShop({ tillAnswers: { restOrderStock } });
      const { tillService, storeService } = shop.practice;
      const [item] = [...tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
      const [product] = [...storeService.state.products.values()].filter(({ sku }) => sku === 'MARG');
      tillService.staff.recount(item?.id ?? '', 30);
      storeService.staff.editProduct(product?.id ?? 0, { stock_quantity: 40 });
      shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
      await runOn(shop);
      const [asked] = shop.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts;
      expect(readCounts(shop), 'a person is asked').toEqual({ till: 27, store: 37 });
      unwrap(shop.engine.conflicts.resolve({ id: asked?.id ?? 0, take: 'till' }));
      await runOn(shop);
      expect(readCounts(shop), 'and takes the till’s').toEqual(both(27));
      for (const left of [25, 23]) {
        shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] });
        await runOn(shop);
        expect(readCounts(shop)).toEqual(both(left));
      }
    });
  },
);

describe('where a person says who lowers the till', { timeout: 30_000 }, () => {
  it('the till: nothing is carried over twice, not even for the first order', async () => {
    const shop = await startOrderShop({ tillAnswers: { restOrderStock: 'onPaid' } });
    unwrap(shop.engine.settings.set({ 'stock.whoLowersTill': 'clover' }));
    shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await shop.look();
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
  });

  it('the app: the store’s sale lowers the till', async () => {
    const shop = await startOrderShop();
    unwrap(shop.engine.settings.set({ 'stock.whoLowersTill': 'app' }));
    shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
  });
});

describe('an order that somebody typed in at the till', { timeout: 30_000 }, () => {
  it('is taken off both sides once', async () => {
    const shop = await startOrderShop({
      wrap: (real) => ({
        send: async (request) => {
          const isType = request.method === 'POST' && request.url.endsWith('/order_types');
          if (!isType) return real.send(request);
          return { status: 403, headers: {}, body: '{"message":"not allowed"}', url: request.url };
        },
      }),
    });
    const [item] = [...shop.practice.tillService.state.items.values()].filter(({ sku }) => sku === 'MARG');
    shop.practice.tillService.staff.sell(item?.id ?? '', 1);
    await runOn(shop);
    expect(readCounts(shop), 'counts follow orders here').toEqual(both(AT_FIRST - 1));
    const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
    await shop.look();
    expect(shop.flow(id).hold).toBe('prerequisite');
    shop.practice.tillService.staff.sell(item?.id ?? '', 3);
    unwrap(shop.engine.orders.leaveByHand(String(id), 'the window'));
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 4));
  });
});

describe('what is called off comes back on both sides, once', { timeout: 30_000 }, () => {
  const start = async (wish: Parameters<OrderShop['order']>[0] = {}) => {
    const shop = await startOrderShop();
    const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }], ...wish });
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
    return { shop, id, store: shop.practice.storeService.staff, till: shop.practice.tillService.staff };
  };

  it('cancelled in the store', async () => {
    const { shop, id, store } = await start();
    store.turnOrder(id, 'cancelled');
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it('refunded in the store, by its status', async () => {
    const { shop, id, store } = await start();
    store.turnOrder(id, 'refunded');
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it('cancelled on the till', async () => {
    const { shop, id, till } = await start({ payment: 'cod' });
    till.cancel(shop.shown(id)[0]?.id ?? '', 'delete');
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('cancelled');
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it.each([
    ['delete', 'onLine'],
    ['void', 'onLine'],
    ['delete', 'onPaid'],
  ] as const)(
    'cancelled on the till (%s), where it lowers its count by itself (%s)',
    async (how, restOrderStock) => {
      const shop = await startOrderShop({
        tillAnswers: { restOrderStock },
        settings: { 'stock.whoLowersTill': 'clover' },
      });
      const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }], payment: 'cod' });
      await runOn(shop);
      shop.practice.tillService.staff.cancel(shop.shown(id)[0]?.id ?? '', how);
      await runOn(shop);
      expect(shop.storeStatus(id)).toBe('cancelled');
      expect(readCounts(shop)).toEqual(both(AT_FIRST));
    },
  );

  it('refunded on the till', async () => {
    const { shop, id, till } = await start();
    till.refundOrder(shop.shown(id)[0]?.id ?? '');
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('refunded');
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it.each(['app', 'clover'] as const)(
    'lines refunded on the till, each once, where %s lowers it',
    async (who) => {
      const restOrderStock = who === 'clover' ? 'onPaid' : 'never';
      const shop = await startOrderShop({
        tillAnswers: { restOrderStock },
        settings: { 'stock.whoLowersTill': who },
      });
      const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
      await runOn(shop);
      const { staff } = shop.practice.tillService;
      const lines = shop.shown(id)[0]?.lines ?? [];
      for (const [at, count] of [AT_FIRST - 2, AT_FIRST - 1].entries()) {
        staff.refundOrder(shop.shown(id)[0]?.id ?? '', { lineIds: [lines[at]?.id ?? ''] });
        await runOn(shop);
        expect(readCounts(shop)).toEqual(both(count));
        const told = shop.notes(id).filter((note) => note.includes('10.95 USD'));
        expect(told, 'a note for each').toHaveLength(at + 1);
      }
      expect(shop.storeStatus(id)).toBe('processing');
      staff.refundOrder(shop.shown(id)[0]?.id ?? '');
      await runOn(shop);
      expect(shop.storeStatus(id)).toBe('refunded');
      expect(readCounts(shop)).toEqual(both(AT_FIRST));
    },
  );

  describe.each(['never', 'onPaid'] as const)(
    'on the till, while nobody knows yet who lowers it; in truth it is lowered there: %s',
    (restOrderStock) => {
      const startEarly = async () => {
        const shop = await startOrderShop({ tillAnswers: { restOrderStock } });
        const id = shop.order({ lines: [{ sku: 'MARG', quantity: 3 }] });
        await shop.look();
        shop.time.pass(5_000);
        await shop.look();
        expect(shop.flow(id).paidMs).not.toBeNull();
        const [row] = shop.shown(id);
        const finish = async (): Promise<ReturnType<typeof readCounts>> => {
          await runOn(shop);
          // The next order tells at the latest who lowers it.
          shop.order({ lines: [{ sku: 'MARG', quantity: 1 }] });
          await runOn(shop);
          return readCounts(shop);
        };
        const { storeService, tillService } = shop.practice;
        return { shop, id, row, finish, till: tillService.staff, store: storeService.staff };
      };

      it('a line refunded there comes back once', async () => {
        const { row, finish, till } = await startEarly();
        till.refundOrder(row?.id ?? '', { lineIds: [row?.lines[0]?.id ?? ''] });
        expect(await finish()).toEqual(both(AT_FIRST - 2 - 1));
      });

      it('all of it refunded there comes back once', async () => {
        const { row, finish, till } = await startEarly();
        till.refundOrder(row?.id ?? '');
        expect(await finish()).toEqual(both(AT_FIRST - 1));
      });

      it('a line refunded there, and then the rest', async () => {
        const { shop, row, finish, till } = await startEarly();
        till.refundOrder(row?.id ?? '', { lineIds: [row?.lines[0]?.id ?? ''] });
        await shop.settle();
        till.refundOrder(row?.id ?? '');
        expect(await finish()).toEqual(both(AT_FIRST - 1));
      });

      it('a line refunded there, and then all of it cancelled in the store', async () => {
        const { shop, id, row, finish, till, store } = await startEarly();
        till.refundOrder(row?.id ?? '', { lineIds: [row?.lines[0]?.id ?? ''] });
        await shop.settle();
        store.turnOrder(id, 'cancelled');
        expect(await finish()).toEqual(both(AT_FIRST - 1));
      });
    },
  );

  it('refunded in part in the store with its pieces, and then all of it', async () => {
    const { shop, id, store } = await start();
    const line = shop.practice.storeService.state.orders.get(id)?.lines[0];
    store.refund(id, [{ id: line?.id, quantity: 1, refund_total: '10.95' }]);
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 2));
    store.turnOrder(id, 'refunded');
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it('a line refunded on the till, and then all of it cancelled in the store', async () => {
    const { shop, id, store, till } = await start();
    unwrap(shop.engine.settings.set({ 'stock.whoLowersTill': 'app' }));
    const [row] = shop.shown(id);
    till.refundOrder(row?.id ?? '', { lineIds: [row?.lines[0]?.id ?? ''] });
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 2));
    store.turnOrder(id, 'cancelled');
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST));
  });

  it('not a sum that is given back without its lines', async () => {
    const { shop, id, till } = await start();
    till.refundOrder(shop.shown(id)[0]?.id ?? '', { amountCents: 1095 });
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
  });

  it('refunded in part in the store, with the pieces that a person put back', async () => {
    const { shop, id, store } = await start();
    const line = shop.practice.storeService.state.orders.get(id)?.lines[0];
    store.refund(id, [{ id: line?.id, quantity: 2, refund_total: '21.90' }]);
    await runOn(shop);
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 1));
  });

  it('not the pieces that a person kept back when all was refunded', async () => {
    const { shop, id, store } = await start();
    const line = shop.practice.storeService.state.orders.get(id)?.lines[0];
    const lines = [{ id: line?.id, quantity: 3, refund_total: '32.85' }];
    store.giveBack(id, { amount: '32.85', line_items: lines, api_restock: false });
    await runOn(shop);
    expect(shop.storeStatus(id)).toBe('refunded');
    expect(readCounts(shop)).toEqual(both(AT_FIRST - 3));
  });
});
