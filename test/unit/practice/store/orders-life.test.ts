import { describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from './open-store.ts';

async function openSelling(options: Parameters<typeof openStore>[0] = {}) {
  const open = await openStore(options);
  const [burger = 0, fries = 0] = open.store.load([
    { name: 'Burger', sku: 'BUR', regular_price: '10', manage_stock: true, stock_quantity: 20 },
    { name: 'Fries', regular_price: '4', manage_stock: true, stock_quantity: 20 },
  ]);
  const readStock = (): (number | null | undefined)[] =>
    [burger, fries].map((id) => open.store.state.products.get(id)?.stockQuantity);
  return { ...open, burger, fries, readStock };
}

const make = async ({ call }: OpenStore, fields: object) => (await call('POST', '/orders', fields)).json;
const put = async ({ call }: OpenStore, id: number, fields: object) =>
  (await call('PUT', `/orders/${id}`, fields)).json;
const noteTexts = async ({ call }: OpenStore, id: number): Promise<string[]> =>
  (await call('GET', `/orders/${id}/notes`)).json.map(({ note }: { note: string }) => note);

describe('lines of an order that stands', () => {
  it('take and give stock as they are changed, added and removed; the money of a line is its own', async () => {
    const open = await openSelling();
    const made = await make(open, {
      status: 'processing',
      line_items: [{ product_id: open.burger, quantity: 2 }],
    });
    const line = made.line_items[0].id;
    const more = await put(open, made.id, { line_items: [{ id: line, quantity: 5 }] });
    expect([more.line_items[0].total, open.readStock()]).toEqual(['20.00', [15, 20]]);
    await put(open, made.id, { line_items: [{ product_id: open.fries, quantity: 3 }] });
    expect(open.readStock()).toEqual([15, 17]);
    const left = await put(open, made.id, { line_items: [{ id: line, product_id: null }] });
    expect(left.line_items).toHaveLength(1);
    expect([left.total, open.readStock()]).toEqual(['12.00', [20, 17]]);
    await put(open, made.id, { status: 'cancelled' });
    expect(open.readStock()).toEqual([20, 20]);
    expect((await put(open, made.id, { line_items: [{ id: 999, quantity: 1 }] })).code).toBe(
      'woocommerce_rest_invalid_item_id',
    );
  });

  it('may be fees, which go by a null name', async () => {
    const open = await openSelling();
    const { id } = await make(open, { line_items: [{ product_id: open.burger, quantity: 1 }] });
    const added = await put(open, id, { fee_lines: [{ name: 'Bag', total: '0.25' }] });
    expect(added.total).toBe('10.25');
    const fee = added.fee_lines[0].id;
    expect((await put(open, id, { fee_lines: [{ id: fee, name: null }] })).total).toBe('10.00');
  });
});

describe('the payment of an order', () => {
  it('of a card is its processing; cash on delivery is paid only when it is completed', async () => {
    const open = await openSelling();
    const line_items = [{ product_id: open.burger, quantity: 1 }];
    const card = await make(open, { status: 'processing', payment_method: 'stripe', line_items });
    expect(card.date_paid_gmt).not.toBeNull();
    const cash = await make(open, { status: 'processing', payment_method: 'cod', line_items });
    expect([cash.status, cash.date_paid_gmt]).toEqual(['processing', null]);
    expect((await put(open, cash.id, { status: 'completed' })).date_paid_gmt).not.toBeNull();
  });

  it('is needed while it is pending or failed, and completes what nobody has to pack', async () => {
    const open = await openSelling();
    const [song = 0] = open.store.load([
      { name: 'Song', regular_price: '1', virtual: true, downloadable: true },
    ]);
    const line_items = [{ product_id: song, quantity: 1 }];
    const open1 = await make(open, { line_items });
    expect([open1.needs_payment, open1.needs_processing]).toEqual([true, false]);
    expect((await put(open, open1.id, { set_paid: true })).status).toBe('completed');
    const done = await make(open, { status: 'completed', line_items });
    expect((await put(open, done.id, { status: 'on-hold', set_paid: true })).status).toBe('on-hold');
    const free = await make(open, { line_items: [{ product_id: song, quantity: 1, total: '0' }] });
    expect([free.total, free.needs_payment]).toEqual(['0.00', false]);
  });
});

describe('notes', () => {
  it('tell of stock and status by themselves, and never move the order’s date', async () => {
    const open = await openSelling();
    const { id, date_modified_gmt: before } = await make(open, {
      status: 'processing',
      line_items: [{ product_id: open.burger, quantity: 21 }],
    });
    expect(await noteTexts(open, id)).toEqual([
      'Stock levels reduced: Burger (BUR) 20&rarr;-1',
      'Order status changed from Pending payment to Processing.',
    ]);
    open.clock.advance(60_000);
    await open.call('POST', `/orders/${id}/notes`, { note: 'Sent to the till', added_by_user: true });
    await open.call('POST', `/orders/${id}/notes`, { note: 'Ready 🍕', customer_note: true });
    expect((await open.call('GET', `/orders/${id}`)).json.date_modified_gmt).toBe(before);
    const list = async (type: string) => (await open.call('GET', `/orders/${id}/notes?type=${type}`)).json;
    expect(await list('customer')).toMatchObject([{ note: 'Ready 🍕', author: 'WooCommerce' }]);
    expect(await list('internal')).toHaveLength(3);
    expect((await list('any'))[0]).toMatchObject({ note: 'Sent to the till', author: 'admin' });
    expect((await open.call('POST', '/orders/9999/notes', { note: 'x' })).status).toBe(404);
  });
});

describe('a batch of orders', () => {
  it('takes a status nobody knows for "pending", stock and all, and deletes for good', async () => {
    const open = await openSelling();
    const { id } = await make(open, {
      status: 'completed',
      line_items: [{ product_id: open.burger, quantity: 2 }],
    });
    expect(open.readStock()[0]).toBe(18);
    const { json } = await open.call('POST', '/orders/batch', {
      update: [{ id, status: 'zzz' }, { id: 9999 }],
    });
    expect(json.update[0].status).toBe('pending');
    expect(json.update[1]).toMatchObject({
      id: 9999,
      error: { code: 'woocommerce_rest_shop_order_invalid_id' },
    });
    expect(open.readStock()[0]).toBe(20);
    await open.call('POST', '/orders/batch', { delete: [id] });
    expect((await open.call('GET', `/orders/${id}`)).status).toBe(404);
  });
});

describe('a refund', () => {
  it('gives back fees and shipping too, and can be taken away', async () => {
    const open = await openSelling();
    const made = await make(open, {
      status: 'processing',
      payment_method: 'stripe',
      line_items: [{ product_id: open.burger, quantity: 1 }],
      shipping_lines: [{ method_id: 'flat_rate', total: '3' }],
      fee_lines: [{ name: 'Tip', total: '2' }],
    });
    const { json } = await open.call('POST', `/orders/${made.id}/refunds`, {
      line_items: [
        { id: made.shipping_lines[0].id, refund_total: '3' },
        { id: made.fee_lines[0].id, refund_total: '0.50' },
      ],
    });
    expect(json).toMatchObject({
      amount: '3.50',
      refunded_payment: true,
      shipping_lines: [{ total: '-3.00' }],
      fee_lines: [{ name: 'Tip', total: '-0.50' }],
    });
    expect((await open.call('GET', `/orders/${made.id}/refunds/${json.id}`)).json).toEqual(json);
    await open.call('DELETE', `/orders/${made.id}/refunds/${json.id}`);
    expect((await open.call('GET', `/orders/${made.id}`)).json.refunds).toEqual([]);
  });
});

describe('changes at the same moment', () => {
  it('each take or give the stock once, and the last one stands', async () => {
    const open = await openSelling();
    const { id } = await make(open, { line_items: [{ product_id: open.burger, quantity: 3 }] });
    const statuses = [
      'processing',
      'completed',
      'cancelled',
      'processing',
      'on-hold',
      'cancelled',
      'completed',
    ];
    await Promise.all(statuses.map((status) => put(open, id, { status })));
    const { status } = (await open.call('GET', `/orders/${id}`)).json;
    expect(open.readStock()[0]).toBe(status === 'cancelled' ? 20 : 17);
    const made = Array.from({ length: 12 }, () =>
      make(open, { status: 'processing', line_items: [{ product_id: open.fries, quantity: 1 }] }),
    );
    await Promise.all(made);
    expect(open.readStock()[1]).toBe(8);
  });
});

describe('the table orders are kept in', () => {
  it('decides which orders there are, what a search finds and how their meta is numbered', async () => {
    const open = await openSelling();
    const fields = {
      transaction_id: 'TX-CPT',
      billing: { email: 'ann@example.test' },
      meta_data: [{ key: '_till', value: 'X9' }],
      line_items: [{ product_id: open.burger, quantity: 1 }],
    };
    const first = await make(open, fields);
    expect(first.meta_data[0].id).toBe(1);
    const list = async (query: string): Promise<number[]> =>
      (await open.call('GET', `/orders?_fields=id&${query}`)).json.map((row: { id: number }) => row.id);
    expect(await list('search=tx-cpt')).toEqual([first.id]);
    expect(await list('search=ann@example.test')).toEqual([first.id]);
    expect(await list('search=X9')).toEqual([]);
    expect(await list('meta_key=_till&meta_value=other')).toEqual([first.id]);

    open.store.staff.setting('advanced', 'woocommerce_custom_orders_table_enabled', 'no');
    const { json } = await open.call('GET', '/system_status?_fields=settings');
    expect(json.settings).toMatchObject({ HPOS_enabled: false, order_datastore: 'WC_Order_Data_Store_CPT' });
    const second = await make(open, fields);
    expect(second.meta_data[0].id).toBeGreaterThan(1);
    expect(await list('')).toEqual([second.id]);
    expect(await list('search=tx-cpt')).toEqual([]);
    expect(await list('search=ann@example.test')).toEqual([second.id]);
    expect(await list('modified_after=2000-01-01T00:00:00&dates_are_gmt=true')).toEqual([second.id]);
    expect((await open.call('GET', `/orders/${first.id}`)).status).toBe(404);

    open.store.staff.setting('advanced', 'woocommerce_custom_orders_table_enabled', 'yes');
    expect(await list('')).toEqual([first.id]);
  });
});

describe('customers', () => {
  it('are found by their address, have it once, and own their orders', async () => {
    const open = await openSelling();
    const made = await open.call('POST', '/customers', { email: 'ann@example.test', first_name: 'Ann' });
    expect(made).toMatchObject({ status: 201, json: { username: 'ann', role: 'customer' } });
    expect((await open.call('POST', '/customers', { email: 'ANN@example.test' })).json.code).toBe(
      'registration-error-email-exists',
    );
    expect((await open.call('POST', '/customers', { email: 'ann' })).json.code).toBe('rest_invalid_param');
    expect((await open.call('GET', '/customers?email=ann@example.test')).json).toEqual([made.json]);
    const line_items = [{ product_id: open.burger, quantity: 1 }];
    const { id } = await make(open, { customer_id: made.json.id, line_items });
    await make(open, { line_items });
    const { json } = await open.call('GET', `/orders?customer=${made.json.id}`);
    expect(json).toMatchObject([{ id, customer_id: made.json.id }]);
  });
});
