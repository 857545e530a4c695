import { describe, expect, it } from 'vitest';
import { countTaken } from '../../../../src-main/domain/shop-order.ts';
import type { OrderStatus } from '../../../../src-practice/store/orders/order.ts';
import { loadSizes, type ServedStore, serveStore, take } from '../support/serve-store.ts';

const AT_FIRST = 20;

const LONG_AGO = '2026-01-01T00:00:00';

const readOrders = async ({ port }: ServedStore, since: string | null) => take(await port.readOrders(since));

const loadPie = ({ service }: ServedStore): number =>
  service.load([
    { name: 'Mac & Cheese', regular_price: '8.95', manage_stock: true, stock_quantity: AT_FIRST },
  ])[0] ?? 0;

describe('orders of a store', () => {
  it('tell what was sold, of which product or variation, when and for how much', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    const [, small = 0] = loadSizes(store, 'Tee', ['Small']);
    const first = store.service.staff.buy(pie, 2);
    store.clock.advance(60_000);
    const second = store.service.staff.buy(small, 1);
    expect(await readOrders(store, LONG_AGO)).toEqual({
      orders: [
        {
          id: String(first),
          number: String(first),
          key: expect.any(String),
          isCounted: true,
          hasTaken: true,
          status: 'processing',
          totalAmount: 1_790,
          createdMs: Date.parse('2026-11-21T02:55:21Z'),
          lines: [{ productId: String(pie), name: 'Mac & Cheese', quantity: 2, taken: 2 }],
        },
        {
          id: String(second),
          number: String(second),
          key: expect.any(String),
          isCounted: true,
          hasTaken: true,
          status: 'processing',
          totalAmount: 2_000,
          createdMs: Date.parse('2026-11-21T02:56:21Z'),
          lines: [{ productId: String(small), name: 'Tee - Small', quantity: 1, taken: 1 }],
        },
      ],
      until: expect.stringMatching(/^2026-11-21T02:56:2[01]$/),
    });
  });

  it.each([
    ['processing', true],
    ['on-hold', true],
    ['completed', true],
    ['pending', false],
    ['cancelled', false],
    ['failed', false],
    ['refunded', false],
  ] as const)('that are %s count: %s', async (status: OrderStatus, isCounted) => {
    const store = await serveStore();
    const order = store.service.staff.buy(loadPie(store), 1);
    store.service.staff.turnOrder(order, status);
    expect((await readOrders(store, LONG_AGO)).orders).toMatchObject([{ status, isCounted }]);
  });

  it('say whether they took anything from a count', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    const taking = store.service.staff.buy(pie, 2);
    store.service.switches.ordersTakeStock = false;
    const kept = store.service.staff.buy(pie, 2);
    const { orders } = await readOrders(store, LONG_AGO);
    expect(orders).toMatchObject([
      { id: String(taking), hasTaken: true },
      { id: String(kept), hasTaken: false },
    ]);
  });

  it('in the trash are told too, and count no more', async () => {
    const store = await serveStore();
    const order = store.service.staff.buy(loadPie(store), 1);
    store.service.staff.trashOrder(order);
    const { orders } = await readOrders(store, LONG_AGO);
    expect(orders).toMatchObject([{ id: String(order), status: 'trash', isCounted: false }]);
  });

  it('are told again when they change, and only then', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    const [first = 0] = [store.service.staff.buy(pie, 1), store.service.staff.buy(pie, 2)];
    store.clock.advance(60_000);
    const now = (await readOrders(store, null)).until;
    expect(now).not.toBeNull();
    expect(await readOrders(store, now)).toEqual({ orders: [], until: null });
    store.clock.advance(60_000);
    store.service.staff.turnOrder(first, 'cancelled');
    const changed = await readOrders(store, now);
    expect(changed.orders).toMatchObject([{ id: String(first), isCounted: false }]);
    store.service.staff.buy(pie, 3);
    expect((await readOrders(store, changed.until)).orders.map(({ lines }) => lines[0]?.quantity)).toEqual([
      1, 3,
    ]);
  });

  it('are fewer pieces by those that were given back', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    const other = store.service.staff.buy(pie, 1);
    const order = store.service.staff.buy(pie, 5);
    const line = store.service.state.orders.get(order)?.lines[0]?.id ?? 0;
    for (const quantity of [1, 2]) {
      store.service.staff.refund(order, [{ id: line, quantity, refund_total: '1.00' }]);
    }
    const { orders } = await readOrders(store, LONG_AGO);
    expect(orders.map(({ id, lines }) => [id, lines[0]?.quantity])).toEqual([
      [String(other), 1],
      [String(order), 2],
    ]);
    // Only an order with refunds costs another call.
    expect(store.listPaths().filter((path) => path.includes('/refunds'))).toHaveLength(1);
  });

  it.each(['refunded', 'failed', 'trash', 'cancelled'] as const)(
    'say what they still hold: %s',
    async (end) => {
      const store = await serveStore();
      const pie = loadPie(store);
      const order = store.service.staff.buy(pie, 5);
      const line = store.service.state.orders.get(order)?.lines[0]?.id ?? 0;
      store.service.staff.refund(order, [{ id: line, quantity: 2, refund_total: '1.00' }]);
      if (end === 'trash') store.service.staff.trashOrder(order);
      else store.service.staff.turnOrder(order, end);
      const [told] = (await readOrders(store, LONG_AGO)).orders;
      if (!told?.lines[0]) throw new Error('no order');
      const { stockQuantity } = store.service.state.products.get(pie) ?? {};
      expect(countTaken(told, told.lines[0])).toBe(end === 'cancelled' ? 0 : 3);
      expect(stockQuantity).toBe(AT_FIRST - countTaken(told, told.lines[0]));
    },
  );

  it('whose product is gone have a line without one', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    store.service.staff.buy(pie, 1);
    store.service.staff.deleteForGood(pie);
    const { orders } = await readOrders(store, LONG_AGO);
    expect(orders[0]?.lines).toEqual([{ productId: '', name: 'Mac & Cheese', quantity: 1, taken: 1 }]);
  });

  it('come all of them, however many pages', async () => {
    const store = await serveStore();
    const pie = loadPie(store);
    const made = Array.from({ length: 230 }, () => String(store.service.staff.buy(pie, 1)));
    expect((await readOrders(store, LONG_AGO)).orders.map(({ id }) => id)).toEqual(made);
  });
});
