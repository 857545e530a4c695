import fc from 'fast-check';
import { asCloverId, asWooId } from '../../../../src-main/domain/ids.ts';
import type { MatchedChoice, TicketInput } from '../../../../src-main/domain/orders/ticket-input.ts';
import type { WebOrder, WebTax } from '../../../../src-main/domain/orders/web-order.ts';
import { makeCharge, makeInput, makeItem, makeLine, makeOrder, RATE_A, RATE_B } from './web-orders.ts';

const PERCENTS = [10, 5, 8.875, 7];
const TILL_RATES = [RATE_A, RATE_B, asCloverId('TAXRATE00000C'), asCloverId('TAXRATE00000D')];
const words = fc.string({ unit: 'grapheme', maxLength: 160 });
const longWords = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 300, maxLength: 4000 }) },
);
const money = fc.integer({ min: 0, max: 9999 });

const choice = fc.record({
  group: words,
  label: words,
  unitAmount: fc.option(fc.integer({ min: -500, max: 1500 }), { nil: null }),
  times: fc.integer({ min: 1, max: 4 }),
  isText: fc.boolean(),
  target: fc.constantFrom('MOD1', 'MOD2', 'MOD3', null),
});

const line = fc.record({
  product: fc.integer({ min: 1, max: 8 }),
  name: words,
  quantity: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 15 }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((quarters) => quarters / 4) },
    { weight: 1, arbitrary: fc.constantFrom(0, -1, -2.5, 400) },
  ),
  unit: money,
  keptPercent: fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 120 })),
  rates: fc.subarray([0, 1, 2, 3]),
  choices: fc.array(choice, { maxLength: 4 }),
  refunded: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
  ),
});

const shape = fc.record({
  lines: fc.array(line, { maxLength: 12 }),
  fees: fc.array(
    fc.record({
      name: fc.oneof(words, fc.constantFrom('Tip', 'Box')),
      amount: fc.integer({ min: -400, max: 900 }),
      taxed: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  shipping: fc.array(
    fc.record({ name: words, amount: fc.integer({ min: 0, max: 900 }), taxed: fc.boolean() }),
    { maxLength: 2 },
  ),
  couponShare: fc.constantFrom(0, 0.5, 1, 1.2),
  drift: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -3000, max: 300 }) },
  ),
  isPaid: fc.boolean(),
  isVat: fc.boolean(),
  pricesIncludeTax: fc.boolean(),
  roundsLines: fc.boolean(),
  isForeign: fc.oneof(
    { weight: 20, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  isPlain: fc.boolean(),
  country: fc.constantFrom('US', 'DE', ''),
  texts: fc.record({
    note: longWords,
    instructions: longWords,
    first: words,
    when: words,
    address: words,
    number: words,
  }),
  kind: fc.constantFrom('pickup', 'delivery', 'dine-in', 'unknown'),
  customer: fc.constantFrom('full', 'name', 'none'),
});

export type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** Orders as a store adds them up, with its roundings, and with what plugins do to totals. */
export const anyInput: fc.Arbitrary<TicketInput> = shape.map((random) => {
  // Every other order is one without oddities, as most are.
  const { lines, choices } = random.isPlain
    ? readLines({ ...random, lines: random.lines.map(tame) })
    : readLines(random);
  const percentOf = (rate: number) => PERCENTS[rate] ?? 0;
  const charge = ({ name, amount, taxed }: { name: string; amount: number; taxed: boolean }) =>
    makeCharge(name, amount, taxed ? Math.round((amount * percentOf(0)) / 100) : 0);
  const fees = random.isPlain ? [] : random.fees.map(charge);
  const shipping = random.isPlain ? [] : random.shipping.map(charge);
  const extraTax = [...fees, ...shipping].reduce((sum, { taxAmount }) => sum + taxAmount, 0);
  const taxes: WebTax[] = [0, 1, 2, 3].map((rate) => {
    const bases = lines
      .filter(({ taxRateIds }) => taxRateIds.includes(rate))
      .map(({ totalAmount }) => totalAmount);
    const exact = bases.map((base) => (base * percentOf(rate)) / 100);
    const amount = random.roundsLines
      ? exact.reduce((sum, tax) => sum + Math.round(tax), 0)
      : Math.round(exact.reduce((sum, tax) => sum + tax, 0));
    return {
      rateId: rate,
      label: `Tax ${rate}`,
      percent: percentOf(rate),
      isCompound: false,
      amount: rate === 0 ? amount + extraTax : amount,
      shippingAmount: 0,
    };
  });
  const reduced = lines.reduce((sum, each) => sum + Math.max(0, each.subtotalAmount - each.totalAmount), 0);
  const order: Partial<WebOrder> = {
    number: random.texts.number,
    currency: random.isForeign ? 'EUR' : 'USD',
    lines,
    fees,
    shipping,
    taxes,
    taxAmount: taxes.reduce((sum, { amount }) => sum + amount, 0),
    paidMs: random.isPaid ? 1 : null,
    pricesIncludeTax: random.pricesIncludeTax,
    note: random.texts.note,
    coupons:
      random.couponShare === 0
        ? []
        : [{ code: 'C0DE', amount: Math.round(reduced * random.couponShare), taxAmount: 0 }],
    delivery: {
      kind: random.kind,
      when: random.texts.when,
      address: [random.texts.address],
      instructions: random.texts.instructions,
    },
    customer: {
      firstName: random.texts.first,
      lastName: 'Rossi',
      company: '',
      email: 'm@example.com',
      phone: '1',
      country: random.country,
    },
  };
  const whole = makeOrder(order);
  const drift = random.isPlain ? 0 : random.drift;
  const refunds = random.isPlain ? [] : readRefunds(random, lines);
  const input = makeInput({ ...whole, refunds, totalAmount: whole.totalAmount + drift });
  const rated = [1, 2, 3, 4, 5, 6].map((product) => {
    const first = lines.find(({ productId }) => productId === product);
    const rates = (first?.taxRateIds ?? []).map((rate) => TILL_RATES[rate] ?? RATE_A);
    return [asWooId(product), makeItem(product, rates)] as const;
  });
  return {
    ...input,
    items: new Map(rated),
    choices,
    modifiers: new Map([
      [asCloverId('MOD1'), { priceAmount: 250 }],
      [asCloverId('MOD2'), { priceAmount: 0 }],
    ]),
    till: {
      ...input.till,
      pricesIncludeTax: random.isVat,
      taxRates: new Map(TILL_RATES.map((id, at) => [id, (PERCENTS[at] ?? 0) * 100_000])),
    },
    rules: { customer: random.customer, isEuAllowed: false, tipNames: [] },
  };
});

type RandomLine = Shape['lines'][number];

const tame = (each: RandomLine): RandomLine => ({
  ...each,
  quantity: Math.max(1, Math.round(Math.min(15, each.quantity))),
  keptPercent: 100,
  product: (each.product % 6) + 1,
  rates: [each.product % 4],
  choices: [],
});

function readLines(random: Pick<Shape, 'lines' | 'roundsLines'>) {
  const choices = new Map<number, { choices: MatchedChoice[]; findings: [] }>();
  const lines = random.lines.map((each) => {
    const subtotalAmount = Math.round(each.unit * each.quantity);
    const totalAmount = Math.round((subtotalAmount * each.keptPercent) / 100);
    const tax = (amount: number) =>
      each.rates.reduce((sum, rate) => sum + Math.round((amount * (PERCENTS[rate] ?? 0)) / 100), 0);
    const made = makeLine({
      productId: asWooId(each.product),
      name: each.name,
      quantity: each.quantity,
      subtotalAmount,
      totalAmount,
      subtotalTaxAmount: tax(subtotalAmount),
      taxAmount: tax(totalAmount),
      taxRateIds: each.rates,
    });
    const matched = each.choices.map(({ target, ...rest }) => ({
      choice: { ...rest, modifierId: null, groupId: null },
      modifierId: target === null ? null : asCloverId(target),
      name: '',
    }));
    choices.set(made.id, { choices: matched, findings: [] });
    return made;
  });
  return { lines, choices };
}

function readRefunds(random: Shape, lines: WebOrder['lines']): WebOrder['refunds'] {
  return lines.flatMap((made, at) => {
    const quantity = random.lines[at]?.refunded ?? 0;
    if (quantity === 0 || made.totalAmount < 0) return [];
    const amount = Math.round(made.totalAmount / 3);
    return [{ id: at, amount, reason: '', createdMs: 0, pieces: [{ lineId: made.id, quantity }] }];
  });
}
