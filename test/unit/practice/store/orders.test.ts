import { describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from './open-store.ts';

const BURGER = {
  name: 'Mac & Cheese',
  sku: 'MAC',
  regular_price: '10',
  manage_stock: true,
  stock_quantity: 10,
};

async function openSelling(options: Parameters<typeof openStore>[0] = {}) {
  const open = await openStore(options);
  const [burger = 0] = open.store.load([BURGER]);
  return { ...open, burger };
}

const readStock = async ({ call }: OpenStore, id: number): Promise<number> =>
  (await call('GET', `/products/${id}`)).json.stock_quantity;

const order = async ({ call }: OpenStore, product: number, quantity: number, more = {}) =>
  (await call('POST', '/orders', { line_items: [{ product_id: product, quantity }], ...more })).json;

describe('the stock of an order', () => {
  it.each([
    ['processing', 7],
    ['on-hold', 7],
    ['completed', 7],
    ['pending', 10],
    ['failed', 10],
  ])('made as %s leaves %i of 10', async (status, left) => {
    const open = await openSelling();
    const made = await order(open, open.burger, 3, { status });
    expect(await readStock(open, open.burger)).toBe(left);
    const taken = left === 7 ? [{ key: '_reduced_stock', value: '3' }] : [];
    expect(made.line_items[0].meta_data).toMatchObject(taken);
    expect(made.line_items[0].meta_data).toHaveLength(taken.length);
  });

  it.each([
    ['cancelled', 10],
    ['pending', 10],
    ['failed', 7],
    ['refunded', 7],
    ['completed', 7],
  ])('turned from processing to %s leaves %i of 10, however often', async (status, left) => {
    const open = await openSelling();
    const { id } = await order(open, open.burger, 3, { status: 'processing' });
    for (const _ of [1, 2]) {
      expect((await open.call('PUT', `/orders/${id}`, { status })).json.status).toBe(status);
      expect(await readStock(open, open.burger)).toBe(left);
    }
    await open.call('PUT', `/orders/${id}`, { status: 'processing' });
    expect(await readStock(open, open.burger)).toBe(7);
  });

  it('stays taken when the order goes to the trash, or for good', async () => {
    const open = await openSelling();
    for (const force of ['', '?force=true']) {
      const { id } = await order(open, open.burger, 1, { status: 'processing' });
      expect((await open.call('DELETE', `/orders/${id}${force}`)).status).toBe(200);
    }
    expect(await readStock(open, open.burger)).toBe(8);
  });

  it('is not taken later of what was not counted when it was sold', async () => {
    const open = await openStore();
    const [water = 0] = open.store.load([{ name: 'Water' }]);
    const id = open.store.staff.buy(water, 1);
    open.store.staff.editProduct(water, { manage_stock: true, stock_quantity: 5 });
    open.store.staff.turnOrder(id, 'completed');
    expect(await readStock(open, water)).toBe(5);
  });

  it('is of the variation, or of its product where that one counts; and both are changed then', async () => {
    const open = await openStore();
    const [tee = 0] = open.store.load([
      { name: 'Tee', type: 'variable', manage_stock: true, stock_quantity: 9 },
    ]);
    const own = open.store.staff.addVariation(tee, { manage_stock: true, stock_quantity: 5 });
    const shared = open.store.staff.addVariation(tee, { regular_price: '5' });
    open.clock.advance(60_000);
    await order(open, own, 1, { status: 'processing' });
    await open.call('POST', '/orders', {
      status: 'processing',
      line_items: [{ product_id: tee, variation_id: shared, quantity: 2 }],
    });
    const stocks = [own, tee].map((id) => open.store.state.products.get(id)?.stockQuantity);
    expect(stocks).toEqual([4, 7]);
    const rows = (await open.call('GET', `/products/${tee}/variations`)).json;
    for (const row of rows) expect(row.date_modified_gmt).toBe('2026-11-21T02:56:21');
  });

  it('moves the product’s date where the store’s version does so, back and forth', async () => {
    for (const saleMovesModified of [true, false]) {
      const open = await openSelling({ switches: { saleMovesModified } });
      const seen: string[] = [];
      const look = async () =>
        seen.push((await open.call('GET', `/products/${open.burger}`)).json.date_modified_gmt.slice(11));
      open.clock.advance(60_000);
      const id = open.store.staff.buy(open.burger, 1);
      await look();
      open.clock.advance(60_000);
      open.store.staff.turnOrder(id, 'cancelled');
      await look();
      expect(seen).toEqual(saleMovesModified ? ['02:56:21', '02:57:21'] : ['02:55:21', '02:55:21']);
      expect(await readStock(open, open.burger)).toBe(10);
    }
  });

  it('may be more than there is, and sales are counted once until they are none', async () => {
    const open = await openSelling();
    const id = open.store.staff.buy(open.burger, 12);
    const turn = async (status: 'pending' | 'processing' | 'cancelled') => {
      open.store.staff.turnOrder(id, status);
      const { json } = await open.call('GET', `/products/${open.burger}`);
      return [json.stock_quantity, json.total_sales];
    };
    expect(await turn('pending')).toEqual([10, 12]);
    expect(await turn('processing')).toEqual([-2, 12]);
    expect(await turn('cancelled')).toEqual([10, 0]);
    expect(await turn('processing')).toEqual([-2, 12]);
    await open.call('DELETE', `/orders/${id}`);
    expect((await open.call('GET', `/products/${open.burger}`)).json.total_sales).toBe(0);
  });
});

describe('an order over REST', () => {
  it('has its lines by their names then, its money, its dates and a number', async () => {
    const open = await openSelling();
    const made = await open.call('POST', '/orders', {
      line_items: [{ sku: 'mac', quantity: 2, meta_data: [{ key: 'Add-on', value: 'Extra' }] }],
      transaction_id: 'T-1',
    });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      number: String(made.json.id),
      status: 'pending',
      created_via: 'rest-api',
      total: '20.00',
      currency: 'USD',
      date_created: '2026-11-20T21:55:21',
      date_created_gmt: '2026-11-21T02:55:21',
      date_paid_gmt: null,
      transaction_id: 'T-1',
      refunds: [],
      line_items: [
        {
          name: 'Mac & Cheese',
          product_id: open.burger,
          variation_id: 0,
          quantity: 2,
          total: '20.00',
          price: 10,
          sku: 'MAC',
          meta_data: [{ key: 'Add-on', value: 'Extra', display_key: 'Add-on', display_value: 'Extra' }],
        },
      ],
    });
    expect((await open.call('GET', `/orders/${made.json.id}`)).json).toEqual(made.json);
    open.store.staff.deleteForGood(open.burger);
    expect((await open.call('GET', `/orders/${made.json.id}`)).json.line_items).toMatchObject([
      { name: 'Mac & Cheese', product_id: 0, sku: null, total: '20.00' },
    ]);
  });

  it('takes an unknown product without a word, and nothing that names none', async () => {
    const open = await openSelling();
    expect((await order(open, 9999, 1)).line_items).toMatchObject([
      { product_id: 0, name: '', total: '0.00' },
    ]);
    const post = async (line: unknown) => {
      const { status, json } = await open.call('POST', '/orders', { line_items: [line] });
      return [status, json.code];
    };
    expect(await post({ name: 'Open item', quantity: 1 })).toEqual([
      400,
      'woocommerce_rest_required_product_reference',
    ]);
    expect(await post({ product_id: open.burger, quantity: 0 })).toEqual([500, 'internal_server_error']);
    expect(await post({ product_id: open.burger, quantity: 1.5 })).toEqual([400, 'rest_invalid_param']);
    expect(open.store.state.orders.size).toBe(1);
  });

  it('is paid by set_paid: processing, and completed with cash on delivery', async () => {
    const open = await openSelling();
    const paid = await order(open, open.burger, 1, { set_paid: true, status: 'on-hold' });
    expect(paid).toMatchObject({ status: 'processing', date_paid_gmt: '2026-11-21T02:55:21' });
    const cash = await order(open, open.burger, 1, { set_paid: true, payment_method: 'cod' });
    expect(cash).toMatchObject({ status: 'completed', date_completed_gmt: '2026-11-21T02:55:21' });
  });

  it('refuses a status it does not know, the trash among them, and ids of nothing', async () => {
    const open = await openSelling();
    const { id } = await order(open, open.burger, 1);
    for (const status of ['done', 'trash']) {
      expect((await open.call('PUT', `/orders/${id}`, { status })).json.code).toBe('rest_invalid_param');
    }
    const invalid = 'woocommerce_rest_shop_order_invalid_id';
    expect(await open.call('GET', '/orders/9999')).toMatchObject({ status: 404, json: { code: invalid } });
    expect(await open.call('PUT', '/orders/9999', {})).toMatchObject({
      status: 400,
      json: { code: invalid },
    });
    expect((await open.send('/wp-json/wc/v3/orders')).status).toBe(401);
  });

  it('is changed by any write, even one without a field, and comes back from the trash by a status', async () => {
    const open = await openSelling();
    const { id } = await order(open, open.burger, 1);
    open.clock.advance(60_000);
    expect((await open.call('PUT', `/orders/${id}`, {})).json.date_modified_gmt).toBe('2026-11-21T02:56:21');
    expect((await open.call('DELETE', `/orders/${id}`)).json.status).toBe('pending');
    expect((await open.call('GET', `/orders/${id}`)).json.status).toBe('trash');
    expect((await open.call('DELETE', `/orders/${id}`)).status).toBe(410);
    expect((await open.call('PUT', `/orders/${id}`, { status: 'processing' })).json.status).toBe(
      'processing',
    );
  });
});

describe('the list of orders', () => {
  it('is what was asked for by status, page, id and change', async () => {
    const open = await openSelling();
    const ids: number[] = [];
    for (const status of ['pending', 'processing', 'completed', 'processing']) {
      ids.push((await order(open, open.burger, 1, { status })).id);
      open.clock.advance(60_000);
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = ids;
    await open.call('DELETE', `/orders/${third}`);
    const list = async (query: string): Promise<number[]> =>
      (await open.call('GET', `/orders?_fields=id&${query}`)).json.map((row: { id: number }) => row.id);
    expect(await list('')).toEqual([fourth, second, first]);
    expect(await list('orderby=id&order=asc')).toEqual([first, second, fourth]);
    expect(await list('status=trash')).toEqual([third]);
    expect(await list('status=processing,pending&order=asc')).toEqual([first, second, fourth]);
    expect(await list('status=any,trash')).toEqual([fourth, second, first]);
    expect(await list(`include=${fourth},${first},9999&orderby=include`)).toEqual([fourth, first]);
    expect(await list(`include=${third}`)).toEqual([]);
    expect(await list('per_page=2&page=2&orderby=id&order=asc')).toEqual([fourth]);
    const { headers } = await open.call('GET', '/orders?per_page=2');
    expect([headers.get('x-wp-total'), headers.get('x-wp-totalpages')]).toEqual(['3', '2']);
    expect((await open.call('GET', '/orders?status=odd')).json.code).toBe('rest_invalid_param');

    await open.call('PUT', `/orders/${first}`, { status: 'processing' });
    const listAfter = (text: string) =>
      list(`modified_after=${text}&dates_are_gmt=true&orderby=id&order=asc`);
    expect(await listAfter('2026-11-21T02:56:20')).toEqual([first, second, fourth]);
    expect(await listAfter('2026-11-21T02:56:21')).toEqual([first, fourth]);
    expect(await listAfter('2026-11-21T02:59:21')).toEqual([]);
    expect(await listAfter(`2026-11-21T02:56:21&include=${second},${fourth}`)).toEqual([fourth]);
    expect(await list('modified_after=2026-11-20T21:58:20')).toEqual([fourth, first]);
  });
});

describe('a refund', () => {
  it('gives pieces back to the shelf unless told not to, and its lines are negative', async () => {
    const open = await openSelling();
    const { id, line_items: lines } = await order(open, open.burger, 4, { status: 'processing' });
    const give = (more: object) =>
      open.call('POST', `/orders/${id}/refunds`, {
        api_refund: false,
        line_items: [{ id: lines[0].id, quantity: 1, refund_total: '10' }],
        ...more,
      });
    const made = await give({ reason: 'oops' });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      amount: '10.00',
      line_items: [
        {
          product_id: open.burger,
          quantity: -1,
          total: '-10.00',
          meta_data: [{ key: '_refunded_item_id', value: String(lines[0].id) }],
        },
      ],
    });
    expect(await readStock(open, open.burger)).toBe(7);
    await give({ api_restock: false });
    expect(await readStock(open, open.burger)).toBe(7);
    expect((await open.call('GET', `/orders/${id}`)).json).toMatchObject({
      status: 'processing',
      total: '40.00',
      refunds: [{ reason: 'oops', total: '-10.00' }, { total: '-10.00' }],
    });
    expect((await open.call('GET', `/orders/${id}/refunds`)).json).toHaveLength(2);
    const { line_items: left } = (await open.call('GET', `/orders/${id}`)).json;
    expect(left[0].meta_data).toMatchObject([
      { key: '_reduced_stock', value: '3' },
      { key: '_restock_refunded_items', value: '1' },
    ]);
    await open.call('PUT', `/orders/${id}`, { status: 'cancelled' });
    expect(await readStock(open, open.burger)).toBe(10);
  });

  it('of all that is left makes the order "refunded"; of more, or through a payment provider, it is refused', async () => {
    const open = await openSelling();
    const { id } = await order(open, open.burger, 4, { status: 'processing' });
    const give = async (fields: object) => (await open.call('POST', `/orders/${id}/refunds`, fields)).status;
    expect(await give({ amount: '5.00' })).toBe(500);
    expect(await give({ amount: '40.01', api_refund: false })).toBe(500);
    expect(await give({ amount: '40.00', api_refund: false })).toBe(201);
    expect((await open.call('GET', `/orders/${id}`)).json.status).toBe('refunded');
    expect(await readStock(open, open.burger)).toBe(6);
  });

  it('of the rest is made by WooCommerce itself when an order is set to "refunded"', async () => {
    const open = await openSelling();
    const { id } = await order(open, open.burger, 2, { status: 'processing' });
    const { json } = await open.call('PUT', `/orders/${id}`, { status: 'refunded' });
    expect(json.refunds).toMatchObject([{ total: '-20.00' }]);
    expect((await open.call('GET', `/orders/${id}/refunds`)).json).toMatchObject([{ line_items: [] }]);
  });
});
