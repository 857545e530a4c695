import { describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from './open-store.ts';

type Options = Parameters<typeof openStore>[0];

/** A store with one tax rate and products at the given prices. */
async function openTaxed(rate: string, prices: readonly string[], options: Options = {}) {
  const open = await openStore(options);
  open.store.staff.addTaxRate({ country: 'US', state: 'NY', rate, name: 'Sales' });
  const ids = open.store.load(prices.map((price, at) => ({ name: `P${at}`, regular_price: price })));
  return { ...open, ids };
}

const order = async ({ call }: OpenStore, fields: object) => (await call('POST', '/orders', fields)).json;
const piece = (id = 0, quantity = 1) => ({ product_id: id, quantity });

describe('a store whose prices include tax', () => {
  it('unpacks the price of a product, and takes an explicit total as net', async () => {
    const open = await openTaxed('10', ['11.00'], { pricesIncludeTax: true });
    const implicit = await order(open, { line_items: [piece(open.ids[0])] });
    expect(implicit).toMatchObject({ prices_include_tax: true, total: '11.00', total_tax: '1.00' });
    expect(implicit.line_items).toMatchObject([{ total: '10.00', price: 10 }]);
    const explicit = await order(open, { line_items: [{ ...piece(open.ids[0]), total: '11.00' }] });
    expect(explicit).toMatchObject({ total: '12.10', total_tax: '1.10' });
  });

  it('shows the price of a piece unrounded, and still totals what the shelf says', async () => {
    const open = await openTaxed('8', ['4.99'], { pricesIncludeTax: true });
    const { line_items: lines, total } = await order(open, { line_items: [piece(open.ids[0], 3)] });
    expect(total).toBe('14.97');
    expect(lines[0].total).toBe('13.86');
    expect(lines[0].price).toBeCloseTo(4.62037, 6);
    expect(lines[0].price).not.toBe(4.62);
  });

  it('takes a coupon off prices with tax', async () => {
    const open = await openTaxed('10', ['11.00'], { pricesIncludeTax: true });
    open.store.staff.addCoupon({ code: 'TEN', discount_type: 'percent', amount: '10' });
    const made = await order(open, { line_items: [piece(open.ids[0])], coupon_lines: [{ code: 'ten' }] });
    expect(made).toMatchObject({ total: '9.90', discount_total: '1.00', discount_tax: '0.10' });
  });
});

describe('rounding', () => {
  it.each([
    [false, '0.09', '3.09'],
    [true, '0.08', '3.08'],
  ])('on the sum: %s', async (roundAtSubtotal, tax, total) => {
    const open = await openTaxed('2.5', ['1.00', '1.00', '1.00'], { roundAtSubtotal });
    const made = await order(open, { line_items: open.ids.map((id) => piece(id)) });
    expect([made.total_tax, made.total]).toEqual([tax, total]);
  });

  it.each([
    [false, '0.03'],
    [true, '0.02'],
  ])('of half a cent of tax goes down only where prices include tax: %s', async (pricesIncludeTax, tax) => {
    const open = await openTaxed('5', ['1'], { pricesIncludeTax });
    const line = { ...piece(open.ids[0]), subtotal: '0.50', total: '0.50' };
    expect((await order(open, { line_items: [line] })).total_tax).toBe(tax);
  });

  it('has the decimals of the store, three too', async () => {
    const open = await openTaxed('0', ['1'], { decimals: 3 });
    const line = { ...piece(open.ids[0]), total: '1.2345', subtotal: '1.2345' };
    expect((await order(open, { line_items: [line] })).total).toBe('1.235');
  });
});

describe('taxes', () => {
  it('are by class and place, one rate of each priority, and compound ones on top', async () => {
    const open = await openStore();
    const { staff } = open.store;
    staff.addTaxRate({ country: 'US', rate: '5', name: 'Country' });
    staff.addTaxRate({ country: 'US', state: 'NY', rate: '8', name: 'State' });
    staff.addTaxRate({ country: 'US', state: 'NY', rate: '10', name: 'On top', priority: 2, compound: true });
    staff.addTaxRate({ country: 'US', rate: '1', name: 'Food', class: 'reduced-rate', shipping: false });
    const [book = 0, soup = 0] = open.store.load([
      { name: 'Book', regular_price: '100' },
      { name: 'Soup', regular_price: '100', tax_class: 'reduced-rate' },
    ]);
    const made = await order(open, { line_items: [piece(book), piece(soup)] });
    expect(made.tax_lines).toMatchObject([
      { label: 'State', tax_total: '8.00', compound: false },
      { label: 'On top', tax_total: '10.80', compound: true },
      { label: 'Food', tax_total: '1.00' },
    ]);
    expect(made.total).toBe('219.80');
    const billing = { country: 'US', state: 'CA' };
    expect((await order(open, { billing, line_items: [piece(book)] })).total).toBe('105.00');
    const pickup = { method_id: 'local_pickup', method_title: 'Pickup', total: '0' };
    const picked = await order(open, { billing, line_items: [piece(book)], shipping_lines: [pickup] });
    expect(picked.total).toBe('118.80');
  });

  it('are none where the store counts none', async () => {
    const open = await openTaxed('10', ['5'], { calcTaxes: false });
    const made = await order(open, { line_items: [piece(open.ids[0])] });
    expect([made.total, made.tax_lines]).toEqual(['5.00', []]);
  });
});

describe('fees', () => {
  it('may be negative, and take no more than there is', async () => {
    const open = await openTaxed('0', ['5']);
    const made = await order(open, {
      line_items: [piece(open.ids[0])],
      fee_lines: [
        { name: 'Tip', total: '2.00', tax_status: 'none' },
        { name: 'Gift card', total: '-50.00', tax_status: 'none' },
      ],
    });
    expect(made.fee_lines).toMatchObject([
      { name: 'Tip', total: '2.00' },
      { name: 'Gift card', total: '-7.00' },
    ]);
    expect(made).toMatchObject({ total: '0.00', needs_payment: false });
  });

  it('need a name, and shipping a method; amounts are texts', async () => {
    const open = await openTaxed('0', ['5']);
    const refuse = async (fields: object) => {
      const { status, json } = await open.call('POST', '/orders', fields);
      return [status, json.code];
    };
    expect(await refuse({ fee_lines: [{ total: '1' }] })).toEqual([400, 'woocommerce_rest_invalid_fee_item']);
    expect(await refuse({ shipping_lines: [{ total: '1' }] })).toEqual([
      400,
      'woocommerce_rest_invalid_shipping_item',
    ]);
    const line = { ...piece(open.ids[0]), total: 5 };
    expect(await refuse({ line_items: [line] })).toEqual([400, 'rest_invalid_param']);
    expect(await refuse({ billing: { email: 'nobody' } })).toEqual([400, 'rest_invalid_param']);
    expect(open.store.state.orders.size).toBe(0);
  });
});

describe('coupons', () => {
  it.each([
    ['percent', '33', ['3.31', '1.09', '0.33'], '4.73'],
    ['fixed_cart', '5', ['2.00', '2.00', '1.00'], '5.00'],
    ['fixed_product', '2', ['2.00', '2.00', '1.00'], '5.00'],
    ['fixed_cart', '99', ['10.00', '3.33', '1.00'], '14.33'],
  ] as const)('%s %s', async (discount_type, amount, off, whole) => {
    const open = await openTaxed('0', ['10', '3.33', '1']);
    open.store.staff.addCoupon({ code: 'OFF', discount_type, amount });
    const made = await order(open, {
      line_items: open.ids.map((id) => piece(id)),
      coupon_lines: [{ code: 'OFF' }],
    });
    const taken = made.line_items.map((line: { subtotal: string; total: string }) =>
      (Number(line.subtotal) - Number(line.total)).toFixed(2),
    );
    expect(made.discount_total).toBe(whole);
    expect(Number(made.coupon_lines[0].discount).toFixed(2)).toBe(whole);
    expect(taken).toEqual(off);
    expect(made.total).toBe((14.33 - Number(whole)).toFixed(2));
  });

  it('two on one order take of what the first left, and are counted while the order stands', async () => {
    const open = await openTaxed('0', ['10']);
    const id = open.store.staff.addCoupon({ code: 'HALF', discount_type: 'percent', amount: '50' });
    open.store.staff.addCoupon({ code: 'EIGHT', discount_type: 'fixed_cart', amount: '8', usage_limit: 1 });
    const fields = {
      status: 'processing',
      line_items: [piece(open.ids[0])],
      coupon_lines: [{ code: 'HALF' }, { code: 'EIGHT' }],
    };
    const made = await order(open, fields);
    expect(made).toMatchObject({ total: '0.00', discount_total: '10.00' });
    expect(made.coupon_lines.map((line: { discount: string }) => line.discount)).toEqual(['5', '5']);
    const readUse = async () => (await open.call('GET', `/coupons/${id}`)).json.usage_count;
    expect(await readUse()).toBe(1);
    expect((await order(open, fields)).code).toBe('woocommerce_rest_invalid_coupon');
    await open.call('PUT', `/orders/${made.id}`, { status: 'cancelled' });
    expect(await readUse()).toBe(0);
  });
});
