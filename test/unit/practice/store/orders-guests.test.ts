import { describe, expect, it } from 'vitest';
import {
  CHOICE_FORMATS,
  type ChoiceFormat,
  type GuestChoice,
  type GuestOrder,
} from '../../../../src-practice/store/guests/guest-order.ts';
import { GUESTS } from '../../../../src-practice/store/guests/guest-words.ts';
import { type OpenStore, openStore } from './open-store.ts';

const LARGE: GuestChoice = {
  groupId: '1700000001',
  group: 'Size',
  isSingle: true,
  id: 'M2',
  name: 'Large & Hot',
  priceCents: 250,
};
const BACON: GuestChoice = {
  groupId: 'G2',
  group: 'Toppings',
  isSingle: false,
  id: 'M3',
  name: 'Bacon',
  priceCents: 125,
};
const ONION: GuestChoice = { ...BACON, id: 'M4', name: 'No onions', priceCents: 0 };

const ORDER: GuestOrder = {
  lines: [],
  format: 'own',
  checkout: 'classic',
  method: 'pickup',
  payment: 'stripe',
  guest: GUESTS[1] ?? null,
  tipCents: 0,
  deliveryCents: 0,
  giftCardCents: 0,
  coupons: [],
  note: '',
  wantedMs: null,
  timeFormat: 'iconic',
};

async function openShop(options: Parameters<typeof openStore>[0] = {}) {
  const open = await openStore(options);
  const [burger = 0] = open.store.load([{ name: 'Burger', sku: 'BUR', regular_price: '10' }]);
  const line = { productId: burger, quantity: 2, choices: [LARGE, BACON, ONION] };
  const place = (more: Partial<GuestOrder> = {}) =>
    read(open, open.store.staff.placeOrder({ ...ORDER, lines: [line], ...more }));
  return { ...open, burger, line, place };
}

const read = async ({ call }: OpenStore, id: number) => (await call('GET', `/orders/${id}`)).json;

interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

const pairs = (rows: readonly MetaRow[]) => rows.map(({ key, value }) => [key, value]);

/** What stands on the line in the words of each plugin (modifiers.md 1.6, 2.3, 3, 4, 6). */
const WRITTEN: Readonly<Record<ChoiceFormat, readonly (readonly [string, unknown])[]>> = {
  own: [
    ['Size', 'Large & Hot'],
    ['Toppings', 'Bacon'],
    ['Toppings', 'No onions'],
    [
      '_tillbridge_choices',
      [
        { group_id: '1700000001', group: 'Size', id: 'M2', name: 'Large & Hot', price_cents: 250 },
        { group_id: 'G2', group: 'Toppings', id: 'M3', name: 'Bacon', price_cents: 125 },
        { group_id: 'G2', group: 'Toppings', id: 'M4', name: 'No onions', price_cents: 0 },
      ],
    ],
  ],
  'add-ons': [
    ['Size', 'Large & Hot'],
    ['Toppings', 'Bacon'],
    ['Toppings', 'No onions'],
    [
      '_pao_ids',
      [
        {
          key: 'Size',
          value: 'Large & Hot',
          id: 1700000001,
          raw_value: 'Large & Hot',
          raw_price: 2.5,
          price_type: 'quantity_based',
        },
        expect.objectContaining({ key: 'Toppings', value: 'Bacon', raw_price: 1.25 }),
        expect.objectContaining({ raw_value: 'No onions', raw_price: 0 }),
      ],
    ],
    ['_pao_total', '7.5'],
  ],
  'add-ons-6.4': [
    ['Size', 'Large & Hot'],
    ['Toppings', 'Bacon'],
    ['Toppings', 'No onions'],
    [
      '_pao_ids',
      [
        { key: 'Size', value: 'Large & Hot', id: 1700000001 },
        { key: 'Toppings', value: 'Bacon', id: expect.any(Number) },
        { key: 'Toppings', value: 'No onions', id: expect.any(Number) },
      ],
    ],
  ],
  'add-ons-3.5': [
    ['Size ($2.50)', 'Large & Hot'],
    ['Toppings ($1.25)', 'Bacon'],
    ['Toppings', 'No onions'],
  ],
  food: [
    ['Size (+&#36;2.50)', 'Large & Hot'],
    ['Toppings (+&#36;1.25)', 'Bacon'],
    ['Toppings (+&#36;0.00)', 'No onions'],
    [
      '_exoptions',
      [
        { name: 'Size', value: 'Large & Hot', type_of_price: '', price: 2.5, _type: 'radio' },
        { name: 'Toppings', value: 'Bacon', type_of_price: '', price: 1.25, _type: '' },
        { name: 'Toppings', value: 'No onions', type_of_price: '', price: 0, _type: '' },
      ],
    ],
  ],
  woofood: [['woofood_meta', expect.stringContaining('"extra_options_price":3.75,"original_price":"10.00"')]],
  'advanced-fields': [
    ['Size', 'Large & Hot (+$2.50)'],
    ['Toppings', 'Bacon (+$1.25), No onions'],
    [
      '_wapf_meta',
      {
        1700000001: { id: '1700000001', label: 'Size', value: 'Large & Hot (+$2.50)', raw: ['large-hot'] },
        G2: expect.objectContaining({ raw: ['bacon', 'no-onions'] }),
      },
    ],
  ],
  ppom: [
    ['size', 'Large & Hot (+$2.50)'],
    ['toppings', 'Bacon (+$1.25), No onions'],
    ['_ppom_fields', { fields: { size: ['Large & Hot'], toppings: ['Bacon', 'No onions'] } }],
  ],
  yith: [
    ['Size', expect.stringMatching(/^Large & Hot \(\+<span .*2\.50<\/bdi><\/span>\)$/)],
    ['Toppings', expect.stringMatching(/^Bacon \(\+<span/)],
    ['Toppings', 'No onions'],
    ['_ywapo_meta_data', [{ '1-0': 'Large & Hot' }, { '2-0': 'Bacon' }, { '2-1': 'No onions' }]],
  ],
  'tm-options': [
    ['Size', 'Large & Hot'],
    ['Toppings', 'Bacon'],
    ['Toppings', 'No onions'],
    [
      '_tmcartepo_data',
      [
        expect.objectContaining({ name: 'Size', value: 'Large & Hot', price: 2.5, multiple: '' }),
        expect.objectContaining({ name: 'Toppings', value: 'Bacon', price: 1.25, multiple: '1' }),
        expect.objectContaining({ value: 'No onions', price: 0 }),
      ],
    ],
  ],
  acowebs: [
    ['Size', 'Large & Hot (+$2.50)'],
    ['Toppings', 'Bacon (+$1.25), No onions'],
    [
      '_WCPA_order_meta_data',
      {
        default: {
          fields: [
            [{ type: 'radio-group', label: 'Size', value: 'Large & Hot', price: 2.5 }],
            [
              { type: 'checkbox-group', label: 'Toppings', value: 'Bacon', price: 1.25 },
              { type: 'checkbox-group', label: 'Toppings', value: 'No onions', price: 0 },
            ],
          ],
        },
      },
    ],
  ],
  plain: [
    ['Add-on: Large & Hot', '+ $2.50'],
    ['Add-on: Bacon', '+ $1.25'],
    ['Toppings', 'No onions'],
  ],
};

describe('what a guest chose', () => {
  it.each(CHOICE_FORMATS)('is charged and written as %s does', async (format) => {
    const { place } = await openShop();
    const { line_items: lines, total } = await place({ format });
    expect(pairs(lines[0].meta_data)).toEqual(WRITTEN[format]);
    expect([lines[0].price, lines[0].total, total]).toEqual([13.75, '27.50', '27.50']);
  });

  it('is shown escaped, and under its label where the key is a name for machines', async () => {
    const { place } = await openShop();
    const food = (await place({ format: 'food' })).line_items[0].meta_data[0];
    expect(food).toMatchObject({ display_key: 'Size (+&#036;2.50)', display_value: 'Large &amp; Hot' });
    const ppom = (await place({ format: 'ppom' })).line_items[0].meta_data[1];
    expect(ppom).toMatchObject({ key: 'toppings', display_key: 'Toppings' });
    const yith = (await place({ format: 'yith' })).line_items[0].meta_data[0];
    expect(yith.display_value).toBe('Large &amp; Hot (+&#036;2.50)');
  });

  it('may be forged: the line costs what the guest’s browser said', async () => {
    const { place, line } = await openShop();
    const forged = { ...line, quantity: 1, choices: [{ ...BACON, priceCents: -900 }] };
    const { line_items: lines, total } = await place({ format: 'woofood', lines: [forged] });
    expect(total).toBe('1.00');
    const meta = JSON.parse(lines[0].meta_data[0].value);
    expect(meta.extra_options.Toppings[0]).toMatchObject({ name: 'Bacon', price_float: -9 });
  });

  it('of a variation stands beside its options', async () => {
    const open = await openShop();
    const [tee = 0] = open.store.load([
      { name: 'Pie', type: 'variable', attributes: [{ name: 'Size', options: ['L'], variation: true }] },
    ]);
    const large = open.store.staff.addVariation(tee, {
      regular_price: '20',
      attributes: [{ name: 'Size', option: 'L' }],
    });
    const lines = [{ productId: large, quantity: 1, choices: [BACON] }];
    const made = await open.place({ lines, format: 'add-ons-3.5' });
    expect(made.line_items[0]).toMatchObject({ name: 'Pie - L', product_id: tee, variation_id: large });
    expect(pairs(made.line_items[0].meta_data)).toEqual([
      ['size', 'L'],
      ['Toppings ($1.25)', 'Bacon'],
    ]);
    expect(made.line_items[0].meta_data[0].display_key).toBe('Size');
  });

  it('includes its tax where prices do', async () => {
    const { place, store } = await openShop({ pricesIncludeTax: true });
    store.staff.addTaxRate({ country: 'US', rate: '10', name: 'Sales' });
    expect(await place()).toMatchObject({ total: '27.50', total_tax: '2.50' });
  });
});

describe('a checkout', () => {
  it('of blocks keeps a draft first; the classic one knows none', async () => {
    const open = await openShop();
    const block = await open.place({ checkout: 'block' });
    expect(block).toMatchObject({
      created_via: 'store-api',
      status: 'processing',
      shipping_lines: [{ method_id: 'pickup_location' }],
    });
    const notes = (await open.call('GET', `/orders/${block.id}/notes`)).json;
    expect(notes.map(({ note }: { note: string }) => note)).toContain(
      'Order status changed from Draft to Pending payment.',
    );
    const draft = await open.place({ checkout: 'block', status: 'checkout-draft' });
    expect([draft.status, draft.date_paid]).toEqual(['checkout-draft', null]);
    expect(await open.place()).toMatchObject({
      created_via: 'checkout',
      shipping_lines: [{ method_id: 'local_pickup' }],
    });
  });

  it.each([
    ['stripe', 'processing', true],
    ['cod', 'processing', false],
    ['bacs', 'on-hold', false],
  ] as const)('by %s leaves the order %s', async (payment, status, isPaid) => {
    const { place } = await openShop();
    const made = await place({ payment });
    expect([made.status, made.date_paid !== null, made.transaction_id !== '']).toEqual([
      status,
      isPaid,
      isPaid,
    ]);
  });

  it('sends guest, note, tip, delivery and a gift card along', async () => {
    const { place } = await openShop();
    const made = await place({
      method: 'delivery',
      deliveryCents: 399,
      tipCents: 300,
      giftCardCents: 1000,
      note: 'no onions 🧅',
      currency: 'CAD',
    });
    expect(made).toMatchObject({
      currency: 'CAD',
      total: '24.49',
      customer_note: 'no onions 🧅',
      billing: { first_name: 'José', last_name: 'Muñoz', email: 'guest2@example.test' },
      shipping: { address_1: '27 Río Grande Ave' },
      shipping_lines: [{ method_id: 'flat_rate', total: '3.99' }],
      fee_lines: [
        { name: 'Tip', total: '3.00' },
        { name: 'Gift card', total: '-10.00' },
      ],
    });
  });

  it.each([
    ['food', { exwfood_order_method: 'takeaway', exwfood_time_deli: '6:30 PM' }],
    ['iconic', { jckwds_date_ymd: '20261121', jckwds_timeslot: '18:30 - 19:00' }],
    ['coderockz', { delivery_type: 'pickup', pickup_date: '2026-11-21', pickup_time: '18:30 - 19:00' }],
    ['block-field', { '_wc_other/shop/pickup-time': '2026-11-21 18:30' }],
  ] as const)('tells when the order is wanted as %s does', async (timeFormat, wanted) => {
    const { place } = await openShop();
    const made = await place({ timeFormat, wantedMs: Date.parse('2026-11-21T23:30:00Z') });
    expect(Object.fromEntries(pairs(made.meta_data))).toMatchObject(wanted);
  });
});

describe('an order left to chance', () => {
  const PIZZAS = ['big_meat_s', 'thai_ckn_l', 'the_greek_xxl', 'SIDE-KNOT'];
  const openPizzeria = async () => {
    const open = await openStore();
    open.store.load(PIZZAS.map((sku) => ({ name: sku, sku, regular_price: '12.00' })));
    return open;
  };

  it('is the same for the same seed, and another for another', async () => {
    const drawn: unknown[] = [];
    for (const seed of [1, 1, 2]) {
      const open = await openPizzeria();
      const made = await read(open, open.store.staff.placeRandomOrder(seed));
      drawn.push([made.line_items, made.fee_lines, made.customer_note, made.meta_data]);
    }
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn[2]).not.toEqual(drawn[0]);
  });

  it('orders what the real guests did, with what must be chosen', async () => {
    const open = await openPizzeria();
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const id = open.store.staff.placeRandomOrder(seed, { format: 'own' });
      for (const { name, meta } of open.store.state.orders.get(id)?.lines ?? []) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
        const groups = meta.map(({ key }) => key);
        if (name !== 'SIDE-KNOT') expect(groups.filter((key) => key === 'Crust')).toHaveLength(1);
      }
    }
    const [meat = 0, thai = 0, greek = 0] = PIZZAS.map((sku) => counts.get(sku));
    expect(meat).toBeGreaterThan(thai);
    expect(thai).toBeGreaterThan(greek * 10);
    const lines = [...open.store.state.orders.values()].map(({ lines: { length } }) => length);
    expect(Math.max(...lines)).toBeGreaterThan(5);
    expect(lines.filter((length) => length === 1).length).toBeGreaterThan(100);
  });

  it('may have 120 lines, and one forged price', async () => {
    const open = await openPizzeria();
    const long = await read(open, open.store.staff.placeRandomOrder(3, { lines: 120 }));
    expect(long.line_items).toHaveLength(120);
    const forged = open.store.staff.placeRandomOrder(5, { format: 'own', forgedCents: -500, lines: 1 });
    const { line_items: lines } = await read(open, forged);
    expect(lines[0].price).toBeLessThan(12);
  });
});
