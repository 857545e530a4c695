import { describe, expect, it } from 'vitest';
import { create, type OpenTill, type OpenTillOptions, openTill, pluck } from './open-till.ts';

const DAY_MS = 86_400_000;

/** A till with soup to sell, twenty of it. */
const openKitchen = async (options: OpenTillOptions = {}) => {
  const open = await openTill(options);
  const soup = await create(open, '/items', { name: 'Soup', price: 599 });
  open.till.staff.recount(soup, 20);
  return { open, soup, staff: open.till.staff };
};

const readOrder = async (open: OpenTill, id: string, expand = 'lineItems') =>
  (await open.call('GET', `/orders/${id}?expand=${expand}`)).json;

describe('an order rung up at the till', () => {
  it('is paid and locked, with one line for each piece, as Clover shows orders and lines', async () => {
    const { open, soup, staff } = await openKitchen();
    const id = staff.sell(soup, 2);
    const { lineItems, ...order } = await readOrder(open, id);
    expect(order).toEqual({
      href: expect.stringContaining(`/v3/merchants/${open.till.merchant.id}/orders/${id}`),
      id,
      currency: 'USD',
      total: 1198,
      paymentState: 'PAID',
      state: 'locked',
      taxRemoved: false,
      isVat: false,
      manualTransaction: false,
      groupLineItems: true,
      testMode: false,
      createdTime: 1795229721000,
      clientCreatedTime: 1795229721000,
      modifiedTime: 1795229721000,
    });
    expect(lineItems.elements).toHaveLength(2);
    expect(lineItems.elements[0]).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{13}$/),
      orderRef: { id },
      item: { id: soup },
      name: 'Soup',
      price: 599,
      printed: false,
      createdTime: 1795229721000,
      orderClientCreatedTime: 1795229721000,
      exchanged: false,
      refunded: false,
      isRevenue: true,
      isOrderFee: false,
    });
    expect(await readOrder(open, id, '')).not.toHaveProperty('lineItems');
    expect(open.till.state.itemStocks.get(soup)?.quantity).toBe(18);
  });

  it('has one line for what was weighed, in thousandths of its unit', async () => {
    const { open, staff } = await openKitchen();
    const olives = await create(open, '/items', {
      name: 'Olives',
      price: 1000,
      priceType: 'PER_UNIT',
      unitName: 'lb',
    });
    const order = await readOrder(open, staff.sell(olives, 0.355));
    expect(order.total).toBe(355);
    expect(order.lineItems.elements).toMatchObject([{ price: 1000, unitQty: 355, unitName: 'lb' }]);
  });

  it('has the tax of its item on top, rounded once for each rate, and none on top where prices include it', async () => {
    for (const [vat, total] of [
      [false, 1198 + 99 + 12],
      [true, 1198],
    ] as const) {
      const { open, soup, staff } = await openKitchen({ merchant: { vat } });
      await create(open, '/tax_rates', { name: 'State', rate: 825_000, isDefault: true });
      await create(open, '/tax_rates', { name: 'City', rate: 100_000, isDefault: true });
      expect((await readOrder(open, staff.sell(soup, 2))).total).toBe(total);
    }
  });

  it('is refused in broken pieces and beyond 2,500 lines, and then nothing is sold', async () => {
    const { open, soup, staff } = await openKitchen();
    for (const quantity of [0.5, 0, 2501]) expect(() => staff.sell(soup, quantity)).toThrow();
    expect((await open.call('GET', '/orders')).json.elements).toEqual([]);
    expect(open.till.state.itemStocks.get(soup)?.quantity).toBe(20);
  });

  it('is rung up though the item is not counted', async () => {
    const { open, staff } = await openKitchen();
    const bread = await create(open, '/items', { name: 'Bread', price: 100 });
    expect((await readOrder(open, staff.sell(bread, 1))).lineItems.elements).toHaveLength(1);
    expect(open.till.state.itemStocks.has(bread)).toBe(false);
  });
});

describe('a refund at the till', () => {
  it('takes back what was sold last, marks its lines, and gives the pieces back', async () => {
    const { open, soup, staff } = await openKitchen();
    const first = staff.sell(soup, 2);
    open.clock.advance(5_000);
    const second = staff.sell(soup, 1);
    open.clock.advance(5_000);
    staff.refund(soup, 2);
    expect(open.till.state.itemStocks.get(soup)?.quantity).toBe(19);
    const [old, young] = [await readOrder(open, first), await readOrder(open, second)];
    expect([old.paymentState, young.paymentState]).toEqual(['PARTIALLY_REFUNDED', 'REFUNDED']);
    expect(young.modifiedTime).toBe(1795229731000);
    const marks = old.lineItems.elements.map(({ refunded }: { refunded: boolean }) => refunded);
    expect(marks.sort()).toEqual([false, true]);
    expect(old.total).toBe(1198);
  });

  it('of more than was sold is refused, and nothing is taken back', async () => {
    const { open, soup, staff } = await openKitchen();
    staff.sell(soup, 2);
    staff.refund(soup, 1);
    expect(() => staff.refund(soup, 2)).toThrow('not sold');
    expect(open.till.state.itemStocks.get(soup)?.quantity).toBe(19);
  });

  it('takes a weighed line back whole or not at all', async () => {
    const { open, staff } = await openKitchen();
    const olives = await create(open, '/items', { name: 'Olives', price: 1000, priceType: 'PER_UNIT' });
    const id = staff.sell(olives, 0.35);
    expect(() => staff.refund(olives, 0.1)).toThrow('not sold');
    staff.refund(olives, 0.35);
    expect((await readOrder(open, id)).paymentState).toBe('REFUNDED');
  });

  it('leaves stock and lines as they are where the switches say so', async () => {
    const { open, soup, staff } = await openKitchen({
      answers: { refundReturnsStock: false, refundMarksLines: false },
    });
    const id = staff.sell(soup, 2);
    staff.refund(soup, 2);
    expect(open.till.state.itemStocks.get(soup)?.quantity).toBe(18);
    const order = await readOrder(open, id);
    expect(order.paymentState).toBe('REFUNDED');
    expect(order.lineItems.elements.every(({ refunded }: { refunded: boolean }) => !refunded)).toBe(true);
  });
});

describe('the list of orders', () => {
  it('can be read by what changed since a moment, newest first and in pages', async () => {
    const { open, soup, staff } = await openKitchen();
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.unshift(staff.sell(soup, 1));
      open.clock.advance(2_000);
    }
    expect(pluck(await open.call('GET', '/orders'), 'id')).toEqual(ids);
    const since = open.till.state.orders.get(ids[1] ?? '')?.modifiedTime;
    const changed = await open.call('GET', `/orders?filter=modifiedTime%3E%3D${since}`);
    expect(pluck(changed, 'id')).toEqual(ids.slice(0, 2));
    expect(pluck(await open.call('GET', '/orders?limit=1&offset=2'), 'id')).toEqual(ids.slice(2));
    expect(pluck(await open.call('GET', `/orders?filter=id%3D${ids[1]}`), 'id')).toEqual([ids[1]]);
    expect(changed.headers.get('x-clover-allowed-filter-fields')).toContain('modifiedTime');
    expect((await open.call('GET', '/orders?filter=lineItems.id%3D1')).status).toBe(400);
  });

  it('looks back 90 days only when a filter names the time of creation, and for ever by the time of change', async () => {
    const { open, soup, staff } = await openKitchen();
    const id = staff.sell(soup, 1);
    const since = 'Time%3E%3D0';
    open.clock.advance(89 * DAY_MS);
    expect(pluck(await open.call('GET', `/orders?filter=created${since}`), 'id')).toEqual([id]);
    open.clock.advance(2 * DAY_MS);
    expect(pluck(await open.call('GET', `/orders?filter=created${since}`), 'id')).toEqual([]);
    expect(pluck(await open.call('GET', `/orders?filter=modified${since}`), 'id')).toEqual([id]);
  });

  it('shows a hundred lines of an order; the lines themselves have pages', async () => {
    const { open, soup, staff } = await openKitchen();
    const id = staff.sell(soup, 130);
    expect((await readOrder(open, id)).lineItems.elements).toHaveLength(100);
    const lines = await open.call('GET', `/orders/${id}/line_items?limit=1000`);
    expect(lines.json.elements).toHaveLength(130);
    expect((await open.call('GET', '/orders/0000000000000/line_items')).status).toBe(404);
  });

  it('is closed to a token without the permission, and an unknown order is answered as recorded', async () => {
    const { open } = await openKitchen();
    const token = open.till.tokens.add({ inventory: 'rw' });
    expect((await open.call('GET', '/orders', undefined, token)).status).toBe(401);
    const unknown = await open.call('GET', '/orders/0000000000000');
    expect([unknown.status, unknown.json]).toEqual([
      404,
      { message: 'Not Found', details: 'Order not found' },
    ]);
  });
});
