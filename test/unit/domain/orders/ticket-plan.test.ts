import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId } from '../../../../src-main/domain/ids.ts';
import type { TicketInput } from '../../../../src-main/domain/orders/ticket-input.ts';
import { planTicket } from '../../../../src-main/domain/orders/ticket-plan.ts';
import type { WebOrder } from '../../../../src-main/domain/orders/web-order.ts';
import { makeCharge, makeChoice, makeInput, makeItem, makeLine, matchTo, RATE_A } from './web-orders.ts';

const codes = (ticket: ReturnType<typeof planTicket>) => ticket.remarks.map(({ failure }) => failure.code);
const plan = (order: Partial<WebOrder>, input: Partial<Omit<TicketInput, 'order'>> = {}) => {
  const ticket = planTicket(makeInput(order, input));
  expect(ticket.totalAmount).toBe(ticket.storeAmount);
  return ticket;
};
const VAT = (input = makeInput({})) => ({ till: { ...input.till, pricesIncludeTax: true } });

describe('lines of a ticket', () => {
  it('are one for each unit, the odd cents on the first ones', () => {
    const { lines, totalAmount } = plan({ lines: [makeLine({ quantity: 3, totalAmount: 1000 })] });
    expect(lines.map(({ priceAmount }) => priceAmount)).toEqual([334, 333, 333]);
    expect(new Set(lines.map(({ itemId }) => itemId))).toEqual(new Set([makeItem(1).id]));
    expect(totalAmount).toBe(1000);
  });

  it('name the variation’s own item, and are free lines where nothing is linked', () => {
    const items = new Map([
      [asWooId(10), makeItem(1)],
      [asWooId(77), makeItem(2)],
    ]);
    const lines = [
      makeLine({ totalAmount: 100, variationId: asWooId(77) }),
      makeLine({ totalAmount: 100, variationId: asWooId(78) }),
      makeLine({ totalAmount: 100, productId: asWooId(11), name: 'Gone' }),
    ];
    const ticket = plan({ lines }, { items });
    expect(ticket.lines.map(({ itemId }) => itemId)).toEqual([makeItem(2).id, makeItem(1).id, null]);
    expect(codes(ticket)).toEqual(['ORDER_LINE_UNLINKED']);
  });

  it('carry choices as modifications, by id only where the till’s own price is meant', () => {
    const line = makeLine({ totalAmount: 3150, quantity: 2 });
    const choices = [
      matchTo('LARGE', makeChoice({ group: 'Size', label: 'Large', unitAmount: 250 })),
      matchTo('BACON', makeChoice({ group: 'Toppings', label: 'Bacon', unitAmount: 125, times: 2 })),
      matchTo('ONION', makeChoice({ group: 'Toppings', label: 'Onion', unitAmount: 60 })),
      matchTo('BASIL', makeChoice({ group: 'Toppings', label: 'Basil' })),
      matchTo(null, makeChoice({ group: 'Toppings', label: 'Gold leaf', unitAmount: 100 })),
      matchTo(null, makeChoice({ label: 'Happy birthday 🎂', isText: true })),
    ];
    const modifiers = new Map(
      Object.entries({ LARGE: 250, BACON: 125, ONION: 50, BASIL: 30 }).map(([id, priceAmount]) => [
        asCloverId(id),
        { priceAmount },
      ]),
    );
    const ticket = plan(
      { lines: [line] },
      { modifiers, choices: new Map([[line.id, { choices, findings: [] }]]) },
    );
    expect(ticket.lines).toHaveLength(2);
    expect(ticket.lines[0]).toMatchObject({
      priceAmount: 1575 - 250 - 250 - 60 - 30,
      modifications: [
        { modifierId: 'LARGE', name: 'Large', amount: 250 },
        { modifierId: 'BACON', name: 'Bacon', amount: 125 },
        { modifierId: 'BACON', name: 'Bacon', amount: 125 },
        { modifierId: null, name: 'Onion', amount: 60 },
        { modifierId: 'BASIL', name: 'Basil', amount: 30 },
      ],
      note: 'Toppings: Gold leaf; Happy birthday',
    });
  });

  it('lower the choices, never below nothing, where they cost more than the line', () => {
    const line = makeLine({ totalAmount: 300 });
    const choices = [
      matchTo('LARGE', makeChoice({ label: 'Large', unitAmount: 250 })),
      matchTo('BACON', makeChoice({ label: 'Bacon', unitAmount: 125 })),
    ];
    const modifiers = new Map([
      [asCloverId('LARGE'), { priceAmount: 250 }],
      [asCloverId('BACON'), { priceAmount: 125 }],
    ]);
    const ticket = plan(
      { lines: [line] },
      { modifiers, choices: new Map([[line.id, { choices, findings: [] }]]) },
    );
    expect(ticket.lines[0]).toMatchObject({
      priceAmount: 0,
      modifications: [
        { modifierId: 'LARGE', amount: 250 },
        { modifierId: null, name: 'Bacon', amount: 50 },
      ],
    });
    expect(codes(ticket)).toEqual(['ORDER_CHOICES_ABOVE_PRICE']);
    expect(ticket.note).toContain('CHECK: Margherita: choices cost more than the price');
  });

  it('tell a decimal quantity in words, and an odd one with its money', () => {
    const ticket = plan({
      lines: [
        makeLine({ name: 'Ham', quantity: 1.5, totalAmount: 1499 }),
        makeLine({ name: 'Old bottle', quantity: -1, totalAmount: -25 }),
      ],
    });
    expect(ticket.lines.map(({ name, priceAmount }) => [name, priceAmount])).toEqual([
      ['1.5 x Ham', 1499],
      ['-1 x Old bottle', 0],
    ]);
    expect(ticket.discounts).toEqual([{ name: '-1 x Old bottle', amount: -25 }]);
    expect(codes(ticket)).toEqual(['ORDER_LINE_ODD']);
  });

  it('lose no choice that is too long for a line’s note', () => {
    const line = makeLine({ totalAmount: 500 });
    const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const choices = [matchTo(null, makeChoice({ group: 'Text', label: text, isText: true }))];
    const ticket = plan({ lines: [line] }, { choices: new Map([[line.id, { choices, findings: [] }]]) });
    expect(ticket.lines[0]?.note.length).toBeLessThanOrEqual(255);
    const told = ticket.lines.filter(({ kind }) => kind === 'text').map(({ name }) => name);
    expect(told.join(' ')).toBe(`Text: ${text}`);
  });
});

describe('money beside the lines', () => {
  it('puts coupons under their codes, hand-made reductions and negative fees as discounts', () => {
    const ticket = plan({
      lines: [makeLine({ subtotalAmount: 2000, totalAmount: 1300 }), makeLine({ totalAmount: 500 })],
      coupons: [{ code: 'friday5', amount: 500, taxAmount: 0 }],
      fees: [makeCharge('Loyal customer', -100), makeCharge('Box', 50)],
      shipping: [makeCharge('Courier', 300), makeCharge('Local pickup', 0)],
    });
    expect(ticket.discounts).toEqual([
      { name: 'friday5', amount: -500 },
      { name: 'Discount', amount: -200 },
      { name: 'Loyal customer', amount: -100 },
    ]);
    expect(ticket.lines.slice(2).map(({ kind, name, isRevenue }) => [kind, name, isRevenue])).toEqual([
      ['fee', 'Box', true],
      ['shipping', 'Courier', false],
    ]);
    expect(ticket.note).toContain('Local pickup');
    expect(ticket.remarks).toEqual([]);
  });

  it('takes a tip out of the total of a paid order, and leaves it on an unpaid one', () => {
    const order = { lines: [makeLine({ totalAmount: 1000 })], fees: [makeCharge('Tip', 200)] };
    const paid = plan(order);
    expect(paid).toMatchObject({ tipAmount: 200, totalAmount: 1000 });
    expect(paid.lines).toHaveLength(1);
    const unpaid = plan({ ...order, paidMs: null });
    expect(unpaid).toMatchObject({ tipAmount: 0, totalAmount: 1200 });
    expect(unpaid.lines.at(-1)).toMatchObject({ name: 'Tip', priceAmount: 200, isRevenue: false });
    expect(unpaid.note).toContain('NOT PAID: 12.00 USD');
    expect(plan({ ...order, fees: [makeCharge('Tipperary cheese', 200)] }).tipAmount).toBe(0);
    const named = plan(
      { ...order, fees: [makeCharge('For the crew', 200)] },
      {
        rules: { customer: 'name', isEuAllowed: false, tipNames: ['for the CREW'] },
      },
    );
    expect(named.tipAmount).toBe(200);
  });

  it('leaves a tip as a line where a gift card paid for all else: the till takes no payment of zero', () => {
    const ticket = plan({
      lines: [makeLine({ totalAmount: 1000 })],
      fees: [makeCharge('Gift card', -1000), makeCharge('Tip', 200)],
      totalAmount: 200,
    });
    expect(ticket).toMatchObject({ tipAmount: 0, totalAmount: 200, storeAmount: 200 });
    expect(ticket.lines.at(-1)).toMatchObject({ name: 'Tip', priceAmount: 200 });
  });

  it('explains what a gift card paid, and flags what nothing explains', () => {
    const lines = [makeLine({ totalAmount: 1000 })];
    const gift = plan({ lines, totalAmount: 400, meta: [{ key: '_ywgc_applied_gift_cards', value: {} }] });
    expect(gift.discounts).toEqual([{ name: 'Gift card', amount: -600 }]);
    expect(gift.remarks.some(({ isFlagged }) => isFlagged)).toBe(false);
    expect(codes(gift)).toEqual(['ORDER_GIFT_CARD']);
    const less = plan({ lines, totalAmount: 400 });
    expect(less.discounts).toEqual([{ name: 'Other reductions of the store', amount: -600 }]);
    expect(less.remarks).toMatchObject([{ isFlagged: true, failure: { code: 'ORDER_TOTAL_ADJUSTED' } }]);
    const more = plan({ lines, totalAmount: 1100 });
    expect(more.lines.at(-1)).toMatchObject({ name: 'Other charges of the store', priceAmount: 100 });
    const credit = plan({
      lines,
      totalAmount: 400,
      coupons: [{ code: 'credit', amount: 600, taxAmount: 0 }],
    });
    expect(credit.discounts).toEqual([{ name: 'credit', amount: -600 }]);
  });

  it('calls the cents of a store’s roundings by their name, without troubling anybody', () => {
    const lines = [makeLine({ totalAmount: 1000 }), makeLine({ totalAmount: 500 })];
    const less = plan({ lines, totalAmount: 1499 });
    expect(less).toMatchObject({ discounts: [{ name: 'Rounding', amount: -1 }], remarks: [] });
    const more = plan({ lines, totalAmount: 1501 });
    expect(more.lines.at(-1)).toMatchObject({ name: 'Rounding', priceAmount: 1, isRevenue: false });
    expect(more.remarks).toEqual([]);
  });

  it('leaves out pieces that were refunded before, and their money', () => {
    const line = makeLine({ quantity: 3, totalAmount: 3000, taxAmount: 300 });
    const refund = {
      id: 1,
      amount: 1100,
      reason: '',
      createdMs: 0,
      pieces: [{ lineId: line.id, quantity: 1 }],
    };
    const ticket = plan({ lines: [line], refunds: [refund] });
    expect(ticket).toMatchObject({ totalAmount: 2200, taxAmount: 200, discounts: [], remarks: [] });
    expect(ticket.lines.filter(({ kind }) => kind === 'product')).toHaveLength(2);
    const money = plan({ lines: [line], refunds: [{ ...refund, pieces: [] }] });
    expect(money.lines.filter(({ kind }) => kind === 'product')).toHaveLength(3);
    expect(money.discounts).toEqual([{ name: 'Refunded in the store', amount: -1100 }]);
  });

  it('makes a ticket of an order that costs nothing', () => {
    const ticket = plan({ lines: [makeLine({ totalAmount: 0, quantity: 2 })] });
    expect(ticket).toMatchObject({ totalAmount: 0, isAttention: false });
    expect(ticket.lines).toHaveLength(2);
    expect(ticket.note).toContain('Nothing to pay');
  });
});

describe('taxes of a ticket', () => {
  const taxed = makeLine({ quantity: 2, totalAmount: 1999, taxAmount: 200, taxRateIds: [4] });
  const taxes = [
    { rateId: 4, label: 'Sales tax', percent: 10, isCompound: false, amount: 200, shippingAmount: 0 },
  ];
  const items = new Map([[asWooId(10), makeItem(1, [RATE_A])]]);

  it('are the till’s own where rates and cents are the same', () => {
    const ticket = plan({ lines: [taxed], taxes }, { items });
    expect(ticket).toMatchObject({ tax: 'till', taxAmount: 200, totalAmount: 2199 });
    expect(ticket.lines).toHaveLength(2);
  });

  it.each<[string, Partial<WebOrder>, Partial<Omit<TicketInput, 'order'>>]>([
    ['the item has another rate on the till', { lines: [taxed], taxes }, {}],
    [
      'a cent differs',
      { lines: [{ ...taxed, taxAmount: 201 }], taxes: taxes.map((tax) => ({ ...tax, amount: 201 })) },
      { items },
    ],
    [
      'the rate is compound',
      { lines: [taxed], taxes: taxes.map((tax) => ({ ...tax, isCompound: true })) },
      { items },
    ],
    [
      'shipping is taxed',
      {
        lines: [taxed],
        taxes: taxes.map((tax) => ({ ...tax, shippingAmount: 30 })),
        shipping: [makeCharge('Courier', 300, 30)],
      },
      { items },
    ],
    [
      'the order type is not taxable',
      { lines: [taxed], taxes },
      { items, till: { ...makeInput({}).till, isTypeTaxable: false } },
    ],
    [
      'the till taxes free lines',
      { lines: [taxed], taxes, shipping: [makeCharge('Courier', 300)] },
      { items, till: { ...makeInput({}).till, freeLineRateIds: [RATE_A] } },
    ],
  ])('stand on a line of their own where %s', (_why, order, input) => {
    const ticket = plan(order, input);
    expect(ticket.tax).toBe('line');
    const line = ticket.lines.find(({ kind }) => kind === 'tax');
    expect(line).toMatchObject({ name: 'Sales tax 10 %', isRevenue: false });
    expect(line?.priceAmount).toBe(ticket.taxAmount);
  });

  it('are inside the prices of a till that counts so', () => {
    const ticket = plan(
      {
        lines: [makeLine({ ...taxed, subtotalAmount: 2500, subtotalTaxAmount: 250 })],
        taxes,
        coupons: [{ code: 'five', amount: 501, taxAmount: 50 }],
        shipping: [makeCharge('Courier', 300, 30)],
      },
      { ...VAT(), items },
    );
    expect(ticket).toMatchObject({ tax: 'included', taxAmount: 230, totalAmount: 2529 });
    expect(ticket.lines.map(({ priceAmount }) => priceAmount)).toEqual([1375, 1375, 330]);
    expect(ticket.discounts).toEqual([{ name: 'five', amount: -551 }]);
  });

  it('turn the store’s prices of choices into the till’s kind', () => {
    const line = makeLine({ totalAmount: 1000, taxAmount: 200 });
    const choices = [matchTo('LARGE', makeChoice({ label: 'Large', unitAmount: 300 }))];
    const match = new Map([[line.id, { choices, findings: [] }]]);
    const modifiers = new Map([[asCloverId('LARGE'), { priceAmount: 250 }]]);
    const ticket = plan({ lines: [line], pricesIncludeTax: true }, { choices: match, modifiers });
    expect(ticket.lines[0]).toMatchObject({
      priceAmount: 750,
      modifications: [{ modifierId: 'LARGE', amount: 250 }],
    });
  });
});

describe('what does not fit', () => {
  it('is put together in words beyond the till’s number of lines, money and pieces right', () => {
    const lines = [
      makeLine({ quantity: 3000, totalAmount: 300_001 }),
      makeLine({ name: 'Cola', quantity: 2, totalAmount: 401 }),
    ];
    const ticket = plan({ lines });
    expect(ticket.lines.map(({ name, priceAmount }) => [name, priceAmount])).toEqual([
      ['3000 x Margherita', 300_001],
      ['2 x Cola', 401],
    ]);
    expect(codes(ticket)).toEqual(['ORDER_TOO_LONG']);
  });

  it('keeps the names of discounts on an order that is put together', () => {
    const lines = [makeLine({ quantity: 3000, subtotalAmount: 300_000, totalAmount: 270_000 })];
    const ticket = plan({ lines, coupons: [{ code: 'ten', amount: 30_000, taxAmount: 0 }] });
    expect(ticket.discounts).toEqual([{ name: 'ten', amount: -30_000 }]);
  });

  it('keeps an order of thousands of the store’s own lines under the limit, each of them told', () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      makeLine({ name: `Dish ${index}`, totalAmount: index }),
    );
    const ticket = plan({ lines });
    expect(ticket.lines.length).toBeLessThanOrEqual(2500);
    const told = ticket.lines.map(({ name, note }) => `${name} ${note}`).join(' ');
    expect([0, 1, 2499, 4998, 4999].every((index) => told.includes(`Dish ${index}`))).toBe(true);
  });

  it('makes one line for each of 150 units, since the till takes them in parts', () => {
    expect(plan({ lines: [makeLine({ quantity: 150, totalAmount: 1500 })] }).lines).toHaveLength(150);
  });

  it('goes to the kitchen as text where it cannot be mapped, never with money of another currency', () => {
    const lines = [makeLine({ name: 'Gnocchi '.repeat(40), quantity: 2, totalAmount: 1000 })];
    const ticket = planTicket(makeInput({ currency: 'EUR', lines }));
    expect(ticket).toMatchObject({ isAttention: true, totalAmount: 0, storeAmount: 1000 });
    expect(ticket.title).toMatch(/^CHECK #1001/);
    expect(codes(ticket)).toEqual(['ORDER_CURRENCY_DIFFERS']);
    const texts = ticket.lines.filter(({ kind }) => kind === 'text').map(({ name }) => name);
    expect(texts.join(' ')).toContain(`2 x ${'Gnocchi '.repeat(40).trim()}`.slice(0, 200));
    expect(texts).toContain('Total: 10.00 EUR');
    const unreadable = planTicket(
      makeInput({ lines: [makeLine({ totalAmount: Number.NaN })], totalAmount: 700 }),
    );
    expect(unreadable).toMatchObject({ isAttention: true, totalAmount: 700, storeAmount: 700 });
    expect(codes(unreadable)).toContain('ORDER_UNREADABLE');
  });

  it('says once of signs that the till cannot keep that they are left out', () => {
    const line = makeLine({ name: 'Danke 😀', totalAmount: 100 });
    const ticket = plan({ lines: [line, makeLine({ name: '𠮷田', totalAmount: 100 })] });
    expect(codes(ticket).filter((code) => code === 'ORDER_SIGNS_LEFT_OUT')).toHaveLength(1);
  });
});
