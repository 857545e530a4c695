import { describe, expect, it } from 'vitest';
import { asWooId } from '../../../../../src-main/domain/ids.ts';
import { planGroups } from '../../../../../src-main/domain/modifier-adapters/planned-group.ts';
import { sumChoices } from '../../../../../src-main/domain/orders/choices/settle-drafts.ts';
import { CONTEXT, GROUPS, makeMeta, read, STRANGER, tell } from './support.ts';

const numberOf = (id: string): number => planGroups(GROUPS).find(({ meta }) => meta.id === id)?.number ?? -1;
const pao = (key: string, value: unknown, id: number, raw: Record<string, unknown> = {}) => ({
  key,
  value,
  id,
  ...raw,
});
const raw = (raw_value: unknown, raw_price: unknown, price_type = 'quantity_based') => ({
  raw_value,
  raw_price,
  price_type,
});

describe('what our own meta says', () => {
  it('is read with Clover ids and prices, and the visible rows beside it say nothing twice', () => {
    const line = read(
      makeMeta(
        ['Size', 'Large & Hot'],
        ['Toppings', 'Bacon'],
        [
          '_tillbridge_choices',
          [
            { group_id: 'GRP1', group: 'Size', id: 'M2', name: 'Large & Hot', price_cents: 250 },
            { group_id: 'GRP2', group: 'Toppings', id: 'M3', name: 'Bacon', price_cents: 125, times: 2 },
          ],
        ],
        ['_reduced_stock', '5'],
      ),
    );
    expect(line.source).toBe('own');
    expect(tell(line)).toEqual(['Size/Large & Hot 250', 'Toppings/Bacon 125 x2']);
    expect(line.choices.map(({ modifierId, groupId }) => [modifierId, groupId])).toEqual([
      ['M2', 'GRP1'],
      ['M3', 'GRP2'],
    ]);
  });
});

describe('what Product Add-Ons keeps', () => {
  const visible = [
    ['Size', 'Large & Hot'],
    ['Toppings', 'Bacon'],
    ['Toppings', 'Onion'],
    ['Toppings', 'Cheese'],
    ['Toppings', 'Gold leaf'],
  ] as const;

  it('since 6.9: per unit, once a line and in percent come to what the line was charged', () => {
    const line = read(
      makeMeta(
        ...visible,
        [
          '_pao_ids',
          [
            pao('Size', 'Large & Hot', numberOf('GSIZE'), raw('Large & Hot', 2.5)),
            pao('Toppings', 'Bacon', numberOf('GTOPPINGS'), raw('Bacon', 1.25)),
            pao('Toppings', 'Onion', numberOf('GTOPPINGS'), raw('Onion', 0.5)),
            pao('Toppings', 'Cheese', numberOf('GTOPPINGS'), raw('Cheese', 1, 'flat_fee')),
            pao('Toppings', 'Gold leaf', numberOf('GTOPPINGS'), raw('Gold leaf', 10, 'percentage_based')),
          ],
        ],
        ['_pao_total', '11.5'],
        ['_reduced_stock', '2'],
      ),
      { quantity: 2, subtotalAmount: 3150 },
    );
    expect(line.source).toBe('product-add-ons');
    expect(tell(line)).toEqual([
      'Size/Large & Hot 250',
      'Toppings/Bacon 125',
      'Toppings/Onion 50',
      'Toppings/Cheese 50',
      'Toppings/Gold leaf 100',
    ]);
    expect(sumChoices(line.choices) * 2).toBe(1150);
    expect(line.choices.map(({ groupId }) => groupId)).toEqual([
      'GSIZE',
      'GTOPPINGS',
      'GTOPPINGS',
      'GTOPPINGS',
      'GTOPPINGS',
    ]);
  });

  it('a percentage is of the price in which the store was told it, with tax too', () => {
    const meta = makeMeta([
      '_pao_ids',
      [pao('Extra', 'Gold leaf', 7, raw('Gold leaf', 10, 'percentage_based'))],
    ]);
    const parts = { subtotalAmount: 1000, subtotalTaxAmount: 100 };
    expect(tell(read(meta, parts))).toEqual(['Extra/Gold leaf 90']);
    expect(tell(read(meta, parts, { ...CONTEXT, pricesIncludeTax: true }))).toEqual(['Extra/Gold leaf 100']);
  });

  it('a price once a line is rounded down for each unit, so what is left for the units is never negative', () => {
    const meta = makeMeta(['_pao_ids', [pao('Wrap', 'Gift', 7, raw('Gift', 2, 'flat_fee'))]]);
    expect(tell(read(meta, { quantity: 3, subtotalAmount: 200 }))).toEqual(['Wrap/Gift 66']);
  });

  it('a multiplier is its option, several times; a price that the customer typed is none', () => {
    const line = read(
      makeMeta(
        ['Extra shot', '2'],
        ['Donation', '5'],
        ['_pao_ids', [pao('Extra shot', '2', 7, raw(2, 1.5)), pao('Donation', '5', 8, raw(5, 5, ''))]],
      ),
    );
    expect(tell(line)).toEqual(['Extra shot/Extra shot 75 x2', 'Donation/5 500']);
  });

  it('6.4 to 6.8: names and ids without prices', () => {
    const line = read(
      makeMeta(...visible.slice(0, 2), [
        '_pao_ids',
        [pao('Size', 'Large & Hot', numberOf('GSIZE')), pao('Toppings', 'Bacon', 1_700_000_002)],
      ]),
    );
    expect(line.source).toBe('product-add-ons');
    expect(tell(line)).toEqual(['Size/Large & Hot ?', 'Toppings/Bacon ?']);
    expect(line.choices.map(({ groupId }) => groupId)).toEqual(['GSIZE', null]);
  });

  it('before 6.4 with ids: the price is taken from the name', () => {
    const line = read(
      makeMeta(
        ['Size ($2.50)', 'Large & Hot'],
        ['_pao_ids', [{ key: 'Size ($2.50)', value: 'Large & Hot' }]],
      ),
    );
    expect(tell(line)).toEqual(['Size/Large & Hot 250']);
  });

  it('2.x to 6.3: visible rows only, the price in the name and none for a free choice', () => {
    const line = read(
      makeMeta(
        ['Size ($2.50)', 'Large & Hot'],
        ['Toppings (&euro;1,25)', 'Bacon'],
        ['Toppings', 'Salt, pepper'],
      ),
    );
    expect(line.source).toBe('product-add-ons');
    expect(tell(line)).toEqual(['Size/Large & Hot 250', 'Toppings/Bacon 125', 'Toppings/Salt, pepper 0']);
    expect(tell(read(makeMeta(['Toppings (1,25&nbsp;&#8364;)', 'Bacon'])))).toEqual(['Toppings/Bacon 125']);
  });

  it('the same option twice is one choice of two', () => {
    const bacon = pao('Toppings', 'Bacon', 7, raw('Bacon', 1.25));
    expect(tell(read(makeMeta(['_pao_ids', [bacon, bacon]])))).toEqual(['Toppings/Bacon 125 x2']);
  });
});

describe('what WooCommerce Food keeps', () => {
  const hidden = [
    { name: 'Size', value: 'Large & Hot', type_of_price: '', price: 2.5, _type: 'radio' },
    { name: 'Toppings', value: 'Bacon', type_of_price: '', price: 1.25, _type: '' },
    { name: 'Toppings', value: 'Cheese', type_of_price: 'fixed', price: 1, _type: '' },
    { name: 'Extra shot', value: '2', type_of_price: '', price: 1.5, _type: 'quantity' },
    { name: 'Note', value: 'no salt', type_of_price: '', price: 0, _type: 'textarea' },
  ];
  const expected = [
    'Size/Large & Hot 250',
    'Toppings/Bacon 125',
    'Toppings/Cheese 50',
    'Extra shot/Extra shot 75 x2',
    'Note/no salt 0 (text)',
  ];

  it('is read from the hidden list, and the visible rows with entities say nothing twice', () => {
    const line = read(
      makeMeta(
        ['Size (+&#36;2.50)', 'Large & Hot'],
        ['Toppings (+&#36;1.25)', 'Bacon'],
        ['Toppings (+&#36;1.00)', 'Cheese'],
        ['Extra shot (x&#36;1.50)', '2'],
        ['Note (+&#36;0.00)', 'no salt'],
        ['_exoptions', hidden],
      ),
      { quantity: 2, subtotalAmount: 3150 },
    );
    expect(line.source).toBe('woocommerce-food');
    expect(tell(line)).toEqual(expected);
    expect(sumChoices(line.choices)).toBe(1575 - 1000);
  });

  it('one row a group with the prices inside is the same', () => {
    const rows = [['Toppings', 'Bacon + $1.25, Cheese + $1.00']] as const;
    const line = read(makeMeta(...rows, ['_exoptions', hidden]), { quantity: 2, subtotalAmount: 3150 });
    expect(tell(line)).toEqual(expected);
    expect(tell(read(makeMeta(...rows)))).toEqual(['Toppings/Bacon 125', 'Toppings/Cheese 100']);
  });

  it('without the hidden list the visible rows are read', () => {
    const line = read(
      makeMeta(
        ['Toppings (+&#36;1.25)', 'Bacon'],
        ['Extra shot (x&#36;1.50)', '2'],
        ['Note (+&#36;0.00)', 'no salt'],
      ),
    );
    expect(line.source).toBe('woocommerce-food');
    expect(tell(line)).toEqual(['Toppings/Bacon 125', 'Extra shot/Extra shot 75 x2', 'Note/no salt 0']);
  });
});

describe('what WooFood keeps', () => {
  const onion = {
    id: 36,
    price: '$0.50',
    price_float: 0.5,
    category: 'Toppings',
    name: 'Onion',
    hide_prices: false,
  };
  const keep = (extra: unknown): string =>
    JSON.stringify({
      extra_options: extra,
      extra_options_price: 0.5,
      original_price: '10.00',
      additional_comments: 'no salt',
    });

  it('is read from its JSON text, a forged price as it was charged', () => {
    const line = read(
      makeMeta(['woofood_meta', keep({ Toppings: [onion, { ...onion, name: 'Bacon', price_float: -9 }] })]),
    );
    expect(line.source).toBe('woofood');
    expect(tell(line)).toEqual(['Toppings/Onion 50', 'Toppings/Bacon -900', '/no salt 0 (text)']);
  });

  it('a line without options chose nothing', () => {
    expect(read(makeMeta(['woofood_meta', 'null']))).toEqual({ source: 'none', choices: [] });
    expect(read(makeMeta(['woofood_meta', '{"original_price":"10.00"}'])).choices).toEqual([]);
  });

  it('the old list with marker rows is read', () => {
    const line = read(
      makeMeta([
        'extra_options',
        [
          { name: 'cat', category: 'Sauces' },
          { name: 'Mayo', price: '€0,50' },
        ],
      ]),
    );
    expect(tell(line)).toEqual(['Sauces/Mayo 50']);
    expect(tell(read(makeMeta(['extra_options', [{ name: 'cat' }]])))).toEqual(['/cat ?']);
  });
});

describe('what other plugins keep', () => {
  it('Advanced Product Fields: names from hidden meta, prices from the visible row', () => {
    const line = read(
      makeMeta(
        ['Toppings', 'Bacon (+$1.25), Truffle (+$3.00)'],
        ['Greeting', 'Hello, you'],
        [
          '_wapf_meta',
          {
            f1: { id: 'f1', label: 'Toppings', value: 'Bacon, Truffle', raw: ['bacon', 'truffle'] },
            f2: { id: 'f2', label: 'Greeting', value: 'Hello, you', raw: 'Hello, you' },
          },
        ],
      ),
    );
    expect(line.source).toBe('advanced-product-fields');
    expect(tell(line)).toEqual(['Toppings/Bacon 125', 'Toppings/Truffle 300', 'Greeting/Hello, you ?']);
  });

  it('Advanced Product Fields: the newer wrapping without visible rows', () => {
    const meta = makeMeta([
      '_wapf_meta',
      { fields: { f1: { label: 'Toppings', value: 'Bacon, Truffle', raw: ['a', 'b'] } } },
    ]);
    expect(tell(read(meta))).toEqual(['Toppings/Bacon ?', 'Toppings/Truffle ?']);
  });

  it('PPOM: the visible row of the same name has the prices', () => {
    const line = read(
      makeMeta(
        ['sticks', 'Stick Audi (+5,34 €), Stick Logo (+17,08 €)'],
        ['_ppom_fields', { fields: { id: '3', sticks: ['stick_audi', 'stick_logo'] } }],
      ),
    );
    expect(line.source).toBe('ppom');
    expect(tell(line)).toEqual(['sticks/Stick Audi 534', 'sticks/Stick Logo 1708']);
  });

  it('YITH: names and prices from the visible rows with markup, newer ones from the hidden values', () => {
    const price = '<span class="amount"><bdi><span>&#36;</span>1.25</bdi></span>';
    const old = read(
      makeMeta(['Toppings', `Bacon (+${price})`], ['_ywapo_meta_data', [{ '12-3': 'Bacon' }]]),
    );
    expect(old.source).toBe('yith');
    expect(tell(old)).toEqual(['Toppings/Bacon 125']);
    const twice = read(
      makeMeta(
        ['First half', `Bacon (+${price})`],
        ['Second half', 'Bacon'],
        ['_ywapo_meta_data', [{ '12-3': 'Bacon' }, { '13-3': 'Bacon' }]],
      ),
    );
    expect(tell(twice)).toEqual(['First half/Bacon 125', 'Second half/Bacon ?']);
    const newer = read(
      makeMeta([
        '_ywapo_meta_data',
        [{ '12-3': { display_label: 'Toppings', display_value: 'Bacon', addon_id: 12 } }],
      ]),
    );
    expect(tell(newer)).toEqual(['Toppings/Bacon ?']);
  });

  it('plugins that hide their rows are read too', () => {
    const epo = [{ mode: 'builder', name: 'Toppings', value: 'Bacon', price: 2.5, quantity: 2 }];
    expect(tell(read(makeMeta(['_tmcartepo_data', epo])))).toEqual(['Toppings/Bacon 125 x2']);
    const fields = { a: { fields: [[{ type: 'select', label: 'Size', value: 'Small', price: 0 }]] } };
    expect(tell(read(makeMeta(['_WCPA_order_meta_data', fields])))).toEqual(['Size/Small 0']);
  });

  it('plain rows: known lists are taken apart, unknown texts stay whole', () => {
    const line = read(
      makeMeta(
        ['Toppings', 'Bacon, Salt, pepper, Onion'],
        ['Cola (0.33 l)', 'cold, please'],
        ['Gift', ['a', 'b']],
      ),
    );
    expect(line.source).toBe('plain');
    expect(tell(line)).toEqual([
      'Toppings/Bacon ?',
      'Toppings/Salt, pepper ?',
      'Toppings/Onion ?',
      'Cola (0.33 l)/cold, please ?',
      'Gift/a, b ?',
    ]);
  });

  it('what only another plugin shows is kept beside the hidden meta', () => {
    const line = read(
      makeMeta(
        ['Toppings', 'Bacon'],
        ['Gift wrap', 'red'],
        ['_exoptions', [{ name: 'Toppings', value: 'Bacon', price: 1.25 }]],
      ),
    );
    expect(tell(line)).toEqual(['Toppings/Bacon 125', 'Gift wrap/red ?']);
  });
});

describe('what is no choice', () => {
  it('internal keys, stock marks and what the variation says already are left out', () => {
    const meta = makeMeta(
      ['pa_colour', 'red'],
      ['bread', 'A'],
      ['_reduced_stock', '2'],
      ['_anything', 'x'],
      ['Backordered', '1'],
      ['pa_size', 'large'],
    );
    const variation = { variationId: asWooId(11) };
    const known = {
      ...CONTEXT,
      variationOptions: [
        { name: 'Colour', option: 'Red' },
        { name: 'Bread', option: 'A' },
      ],
    };
    // The variation leaves its size open, so only the line says it.
    expect(tell(read(meta, variation, known))).toEqual(['pa_size/large ?']);
    expect(tell(read(meta, variation, STRANGER))).toEqual(['bread/A ?']);
  });
});
