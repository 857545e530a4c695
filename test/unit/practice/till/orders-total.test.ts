import { describe, expect, it } from 'vitest';
import { openKitchen } from './open-kitchen.ts';
import { create, type OpenTillOptions, pluck } from './open-till.ts';

/** The example of Clover's documentation (clover.md 7.5): 13.00 at 10 %, 9.00 at 5 %, 15 % off, 5 % service. */
const openExample = async (options: OpenTillOptions = {}) => {
  const open = await openKitchen(options);
  const item = async (name: string, price: number, rate: number) => {
    const id = await create(open, '/items', { name, price, defaultTaxRates: false });
    const taxRate = await create(open, '/tax_rates', { name: `${name} tax`, rate });
    await open.call('POST', '/tax_rate_items', { elements: [{ item: { id }, taxRate: { id: taxRate } }] });
    return id;
  };
  const [dear, cheap] = [await item('Dear', 1300, 1_000_000), await item('Cheap', 900, 500_000)];
  const [charge] = open.till.state.serviceCharges.values();
  if (!charge) throw new Error('no service charge');
  open.till.state.serviceCharges.put({ ...charge, percentageDecimal: 50_000 });
  const cart = {
    lineItems: [{ item: { id: dear } }, { item: { id: cheap } }],
    discounts: [{ name: 'Off', percentage: 15 }],
    serviceCharge: { id: charge.id },
  };
  const place = (orderCart: unknown) => open.call('POST', '/atomic_order/orders', { orderCart });
  return { ...open, dear, cheap, charge: charge.id, cart, place };
};

describe('an atomic order', () => {
  it('is added up as in the documentation’s example, to the cent', async () => {
    const { place, cart, call } = await openExample();
    const { status, json } = await place(cart);
    expect([status, json.total]).toEqual([200, 2113]);
    expect(json).toMatchObject({ state: 'open', paymentState: 'OPEN', taxAmount: 0 });
    expect(json.lineItems.elements).toHaveLength(2);
    expect(pluck(await call('GET', '/orders'), 'total')).toEqual([2113]);
  });

  it('can be priced without being made', async () => {
    const { call, cart } = await openExample();
    const { json } = await call('POST', '/atomic_order/checkouts', { orderCart: cart });
    expect(json).toMatchObject({ subtotal: 1870, totalTaxAmount: 149, total: 2113 });
    expect(pluck(await call('GET', '/orders'), 'id')).toEqual([]);
    expect((await call('GET', '/atomic_order/orders')).status).toBe(405);
  });

  it('taxes the discounted sum as seen live: (6.45 - 1.00) x 1.07 is 5.83', async () => {
    const open = await openExample();
    await create(open, '/tax_rates', { name: 'Sales', rate: 700_000, isDefault: true });
    const item = await create(open, '/items', { name: 'Tea', price: 645 });
    const cart = { lineItems: [{ item: { id: item } }], discounts: [{ name: 'Off', amount: -100 }] };
    expect((await open.place(cart)).json.total).toBe(583);
  });

  it('rounds each rate once over all its lines, half up', async () => {
    const open = await openExample();
    await create(open, '/tax_rates', { name: 'Sales', rate: 500_000, isDefault: true });
    const item = await create(open, '/items', { name: 'Bun', price: 10 });
    const lines = (count: number) => ({
      lineItems: Array.from({ length: count }, () => ({ item: { id: item } })),
    });
    expect((await open.place(lines(1))).json.total).toBe(11);
    // Three times 0.5 is 1.5 and rounds to 2; rounded line by line it would be 3.
    expect((await open.place(lines(3))).json.total).toBe(32);
  });

  it('takes percentages of a line before its amounts, and modifications before both', async () => {
    const { place, soup, cheese } = await openExample();
    const modifications = [
      { modifier: { id: cheese } },
      { modifier: { id: cheese }, name: 'Half', amount: 51 },
      { name: 'Without an id', amount: 9_999 },
    ];
    const discounts = [
      { name: 'Amount', amount: -100 },
      { name: 'Part', percentage: 50 },
    ];
    const { json } = await place({ lineItems: [{ item: { id: soup }, modifications, discounts }] });
    expect(json.total).toBe(Math.floor((599 + 150 + 51) / 2) - 100);
  });

  it('has no tax where the type says so, where it was removed, or where prices include it', async () => {
    const tax = { name: 'Sales', rate: 1_000_000, isDefault: true };
    const open = await openExample();
    await create(open, '/tax_rates', tax);
    const lineItems = [{ item: { id: open.soup } }];
    expect((await open.place({ lineItems })).json.total).toBe(659);
    const orderType = { id: await create(open, '/order_types', { label: 'Charity', taxable: false }) };
    expect((await open.place({ lineItems, orderType })).json.total).toBe(599);
    const vat = await openExample({ merchant: { vat: true } });
    await create(vat, '/tax_rates', tax);
    expect((await vat.place({ lineItems: [{ item: { id: vat.soup } }] })).json.total).toBe(599);
  });

  it('is refused by code, with the id it is about, and nothing is made', async () => {
    const { place, call, soup } = await openExample();
    const none = '0000000000000';
    const line = { item: { id: soup } };
    for (const [cart, body] of [
      [undefined, { message: 'cart_is_empty_or_missing' }],
      [{ lineItems: [] }, { message: 'cart_is_empty_or_missing' }],
      [{ lineItems: [{ item: { id: none } }] }, { message: 'item_does_not_exist', details: none }],
      [
        { lineItems: [{ ...line, modifications: [{ modifier: { id: none } }] }] },
        { message: 'invalid_modifier', details: none },
      ],
      [
        { lineItems: [line], serviceCharge: { id: none } },
        { message: 'service_charge_does_not_exist', details: none },
      ],
      [
        { lineItems: [line], discounts: [{ name: 'Up', amount: 100 }] },
        { message: 'invalid_discount_attribute' },
      ],
    ]) {
      const { status, json } = await place(cart);
      expect([status, json]).toEqual([400, body]);
    }
    const long = { lineItems: Array.from({ length: 2501 }, () => line) };
    expect((await place(long)).status).toBe(400);
    expect(pluck(await call('GET', '/orders'), 'id')).toEqual([]);
  });

  it('keeps its reference, takes lines without an item, needs a type, or is not there, as switched', async () => {
    const { place, soup, till } = await openExample();
    const { answers } = till;
    const lineItems = [{ item: { id: soup } }];
    expect((await place({ lineItems, externalReferenceId: 'A' })).json).not.toHaveProperty(
      'externalReferenceId',
    );
    answers.atomicReference = 'kept';
    expect((await place({ lineItems, externalReferenceId: 'A' })).json.externalReferenceId).toBe('A');
    const custom = { lineItems: [{ name: 'Fee', price: 100 }] };
    expect((await place(custom)).json.total).toBe(100);
    answers.atomicAdHoc = 'refuse';
    expect((await place(custom)).status).toBe(400);
    answers.atomicOrderType = 'required';
    expect((await place({ lineItems })).status).toBe(400);
    answers.atomicOrders = 'missing';
    expect((await place({ lineItems })).status).toBe(404);
  });
});

describe('the till’s own sum of a plain order', () => {
  it('replaces the client’s total as soon as staff saves the order, unless the tax was removed', async () => {
    const open = await openExample();
    await create(open, '/tax_rates', { name: 'Sales', rate: 1_000_000, isDefault: true });
    for (const [taxRemoved, total] of [
      [false, 659],
      [true, 599],
    ] as const) {
      const id = await open.order({ total: 640, taxRemoved });
      await open.line(id);
      open.till.staff.editOrder(id, { note: 'checked' });
      expect(await open.read(id)).toMatchObject({ total, note: 'checked' });
    }
  });

  it('taxes lines without an item by the rates they bring, or by the default ones where switched', async () => {
    const open = await openExample();
    const sales = await create(open, '/tax_rates', { name: 'Sales', rate: 1_000_000, isDefault: true });
    const sum = async (line: Record<string, unknown>) => {
      const id = await open.order();
      await open.line(id, { name: 'Custom', price: 1000, ...line });
      open.till.staff.editOrder(id, {});
      return (await open.read(id)).total;
    };
    expect(await sum({})).toBe(1000);
    expect(await sum({ taxRates: [{ id: sales }] })).toBe(1100);
    open.till.answers.adHocTaxes = 'default';
    expect(await sum({})).toBe(1100);
  });
});
