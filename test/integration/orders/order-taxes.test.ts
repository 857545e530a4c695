import { describe, expect, it } from 'vitest';
import { type OrderShop, startOrderShop, type Wish } from '../../support/order-shop.ts';

interface Rate {
  readonly percent: number;
  readonly isOnShipping?: boolean;
}

interface Taxes {
  /** Of the store: prices as they are entered. */
  readonly isIncluded?: boolean;
  /** Of the till. */
  readonly vat?: boolean;
  /** The store rounds once at the total instead of line by line. */
  readonly isRoundedAtTotal?: boolean;
  readonly store: readonly Rate[];
  readonly till: readonly number[];
  /** Whether the till taxes a line without an item, which nobody has published. */
  readonly adHocTaxes?: 'none' | 'default';
}

/** Odd cents, choices, counts, coupons, a way of shipping, a tip. */
const WISHES: readonly Wish[] = [
  { lines: [{ sku: 'MARG', quantity: 3, chosen: ['Ham'] }, { sku: 'CALZ' }] },
  { lines: [{ sku: 'WATER', quantity: 7 }], coupons: ['TENTH'] },
  {
    lines: [{ sku: 'SALAD', quantity: 2 }, { sku: 'JUICE-1' }],
    method: 'delivery',
    deliveryCents: 399,
    tipCents: 250,
  },
  {
    lines: [
      { sku: 'MARG', chosen: ['Olives', 'Ham'] },
      { sku: 'CALZ', quantity: 2 },
    ],
    method: 'delivery',
    deliveryCents: 333,
    coupons: ['TENTH'],
    giftCardCents: 500,
  },
];

function startTaxed(taxes: Taxes): Promise<OrderShop> {
  const { isIncluded = false, vat = false, isRoundedAtTotal = false, adHocTaxes = 'none' } = taxes;
  return startOrderShop({
    vat,
    settings: { 'price.tax': 'same' },
    tillAnswers: { adHocTaxes },
    beforeFirstLook: ({ practice: { tillService, storeService } }) => {
      const { staff } = storeService;
      staff.setting('general', 'woocommerce_calc_taxes', 'yes');
      staff.setting('tax', 'woocommerce_prices_include_tax', isIncluded ? 'yes' : 'no');
      staff.setting('tax', 'woocommerce_tax_round_at_subtotal', isRoundedAtTotal ? 'yes' : 'no');
      staff.addCoupon({ code: 'TENTH', discount_type: 'percent', amount: '10' });
      for (const [at, { percent, isOnShipping = false }] of taxes.store.entries()) {
        const name = `Tax ${at}`;
        staff.addTaxRate({
          country: 'US',
          rate: String(percent),
          name,
          priority: at + 1,
          shipping: isOnShipping,
        });
      }
      for (const [at, percent] of taxes.till.entries()) {
        const rate = Math.round(percent * 100_000);
        tillService.state.taxRates.put({
          id: `TAXRATE00000${at}`,
          name: `Till ${at}`,
          rate,
          isDefault: true,
        });
      }
    },
  });
}

/** Every order has the store's total on the till, also when its staff open it and the till adds it up anew. */
async function expectSameTotals(shop: OrderShop): Promise<string[]> {
  const ids = WISHES.map((wish) => shop.order(wish));
  await shop.settle();
  return ids.map((id) => {
    const order = shop.practice.storeService.state.orders.get(id);
    expect(order?.totals.cartTax, 'else it proved nothing').toBeGreaterThan(0);
    const due = Math.round((order?.totals.total ?? 0) * 100) - (shop.flow(id).ticket?.tipAmount ?? 0);
    const [row] = shop.shown(id);
    expect(row).toMatchObject({ total: due, paymentState: 'PAID' });
    expect(shop.payments(id)).toMatchObject([{ amount: due }]);
    shop.practice.tillService.staff.editOrder(row?.id ?? '', {});
    expect(shop.shown(id)).toMatchObject([{ total: due, paymentState: 'PAID' }]);
    expect(shop.flow(id)).toMatchObject({ step: 'reported', hold: null, ticket: { isAttention: false } });
    return shop.flow(id).ticket?.tax ?? '';
  });
}

const NEW_YORK: Rate = { percent: 8.875 };

describe('the till’s total is the store’s to the cent', { timeout: 30_000 }, () => {
  it.each<[string, Taxes, string | null]>([
    ['prices without tax, the same rate on both', { store: [NEW_YORK], till: [8.875] }, null],
    ['prices without tax, none on the till', { store: [NEW_YORK], till: [] }, 'line'],
    ['prices without tax, another rate on the till', { store: [NEW_YORK], till: [7] }, 'line'],
    [
      'prices with tax in the store, without on the till',
      { isIncluded: true, store: [NEW_YORK], till: [8.875] },
      null,
    ],
    [
      'prices with tax on both',
      { isIncluded: true, vat: true, store: [{ percent: 19 }], till: [19] },
      'included',
    ],
    [
      'prices with tax on the till, without in the store',
      { vat: true, store: [{ percent: 7 }], till: [7] },
      'included',
    ],
    ['two rates on every line', { store: [{ percent: 4 }, { percent: 4.875 }], till: [4, 4.875] }, null],
    [
      'two rates in the store, their sum on the till',
      { store: [{ percent: 4 }, { percent: 4.875 }], till: [8.875] },
      'line',
    ],
    [
      'two rates inside the prices',
      { isIncluded: true, store: [{ percent: 5 }, { percent: 9.975 }], till: [5] },
      'line',
    ],
    ['shipping taxed too', { store: [{ ...NEW_YORK, isOnShipping: true }], till: [8.875] }, null],
    [
      'shipping taxed too, inside the prices',
      { isIncluded: true, vat: true, store: [{ percent: 19, isOnShipping: true }], till: [19] },
      'included',
    ],
    ['rounded at the total', { isRoundedAtTotal: true, store: [NEW_YORK], till: [8.875] }, null],
    [
      'rounded at the total, two rates inside the prices',
      {
        isRoundedAtTotal: true,
        isIncluded: true,
        store: [{ percent: 5 }, { percent: 9.975 }],
        till: [5, 9.975],
      },
      null,
    ],
    [
      'a till that taxes lines without an item',
      { store: [NEW_YORK], till: [8.875], adHocTaxes: 'default' },
      null,
    ],
    [
      'a till that taxes lines without an item, shipping taxed',
      { store: [{ ...NEW_YORK, isOnShipping: true }], till: [8.875], adHocTaxes: 'default' },
      null,
    ],
  ])('%s', async (_, taxes, all) => {
    const ways = await expectSameTotals(await startTaxed(taxes));
    if (all !== null) expect(new Set(ways)).toEqual(new Set([all]));
  });

  it('by the till’s own taxes where they come to the same cents, so that its tax report is right', async () => {
    const shop = await startTaxed({ store: [{ percent: 10 }], till: [10] });
    const id = shop.order({ lines: [{ sku: 'MARG', quantity: 2 }] });
    await shop.settle();
    const [row] = shop.shown(id);
    expect(row).toMatchObject({ total: 2409, taxRemoved: false });
    expect(row?.lines.map(({ name }) => name)).toEqual(['Margherita', 'Margherita']);
  });

  it('without touching the tax inside the prices of a till that counts so', async () => {
    const shop = await startTaxed({ isIncluded: true, vat: true, store: [{ percent: 19 }], till: [19] });
    const id = shop.order();
    await shop.settle();
    expect(shop.shown(id)).toMatchObject([{ total: 1095, taxRemoved: false }]);
    expect(shop.flow(id).ticket?.taxAmount).toBe(175);
  });

  it('where the order type takes no tax, and where a tax is a sum and no share', async () => {
    const shop = await startTaxed({ store: [{ percent: 10 }], till: [10] });
    const { orderTypes, taxRates, itemTaxRates, items } = shop.practice.tillService.state;
    const expectSame = (id: number, tax: string) => {
      expect(shop.flow(id).ticket?.tax).toBe(tax);
      shop.practice.tillService.staff.editOrder(shop.shown(id)[0]?.id ?? '', {});
      expect(shop.shown(id)).toMatchObject([{ total: 1205 }]);
    };
    const first = shop.order();
    await shop.settle();
    expectSame(first, 'till');
    const [type] = orderTypes.values();
    if (!type) throw new Error('no order type');
    orderTypes.put({ ...type, taxable: false });
    shop.time.pass(120_000);
    const second = shop.order();
    await shop.settle();
    expectSame(second, 'line');
    orderTypes.put(type);
    taxRates.put({ id: 'TAXRATE00000F', name: 'Bag', rate: 0, taxAmount: 5, isDefault: false });
    for (const item of items.values()) {
      items.put({ ...item, defaultTaxRates: false });
      itemTaxRates.link(item.id, 'TAXRATE000000');
      itemTaxRates.link(item.id, 'TAXRATE00000F');
    }
    shop.time.pass(120_000);
    const third = shop.order();
    await shop.settle();
    expectSame(third, 'line');
  });
});
