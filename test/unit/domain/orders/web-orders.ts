import { asCloverId, asWooId } from '../../../../src-main/domain/ids.ts';
import type { Choice } from '../../../../src-main/domain/orders/choice.ts';
import type {
  MatchedChoice,
  TicketInput,
  TicketItem,
} from '../../../../src-main/domain/orders/ticket-input.ts';
import type { WebCharge, WebOrder, WebOrderLine } from '../../../../src-main/domain/orders/web-order.ts';

export const RATE_A = asCloverId('TAXRATE00000A');
export const RATE_B = asCloverId('TAXRATE00000B');

/** A web order with nothing in it. */
export const EMPTY_ORDER: WebOrder = {
  id: asWooId(1001),
  number: '1001',
  key: '',
  status: 'processing',
  currency: 'USD',
  createdMs: 1_000,
  modifiedMs: 1_000,
  paidMs: 2_000,
  payment: { method: 'stripe', title: 'Card', transactionId: 'ch_1' },
  totalAmount: 0,
  taxAmount: 0,
  pricesIncludeTax: false,
  customer: {
    firstName: 'Maria',
    lastName: 'Rossi',
    company: '',
    email: 'maria@example.com',
    phone: '+1 555 0100',
    country: 'US',
  },
  delivery: { kind: 'pickup', when: 'today 18:30', address: [], instructions: '' },
  note: '',
  lines: [],
  fees: [],
  shipping: [],
  coupons: [],
  taxes: [],
  refunds: [],
  meta: [],
};

let lineId = 0;

export const makeLine = (line: Partial<WebOrderLine> & { readonly totalAmount: number }): WebOrderLine => ({
  id: ++lineId,
  productId: asWooId(10),
  variationId: null,
  name: 'Margherita',
  sku: 'PIZ-1',
  quantity: 1,
  subtotalAmount: line.totalAmount,
  subtotalTaxAmount: line.taxAmount ?? 0,
  taxAmount: 0,
  taxRateIds: [],
  meta: [],
  ...line,
});

export const makeCharge = (name: string, amount: number, taxAmount = 0): WebCharge => ({
  id: ++lineId,
  name,
  amount,
  taxAmount,
  meta: [],
});

export const makeItem = (index: number, taxRateIds: TicketItem['taxRateIds'] = []): TicketItem => ({
  id: asCloverId(`ITEM${String(index).padStart(9, '0')}`),
  name: `Till item ${index}`,
  taxRateIds,
});

export const makeChoice = (choice: Partial<Choice> & { readonly label: string }): Choice => ({
  group: '',
  unitAmount: null,
  times: 1,
  modifierId: null,
  groupId: null,
  isText: false,
  ...choice,
});

export const matchTo = (modifierId: string | null, choice: Choice): MatchedChoice => ({
  choice,
  modifierId: modifierId === null ? null : asCloverId(modifierId),
  name: choice.label,
});

/** An order whose total is the sum of what stands in it, as a store without roundings would have it. */
export function makeOrder(order: Partial<WebOrder>): WebOrder {
  const whole = { ...EMPTY_ORDER, ...order };
  const charges = [...whole.fees, ...whole.shipping];
  const taxAmount =
    order.taxAmount ?? [...whole.lines, ...charges].reduce((sum, { taxAmount: tax }) => sum + tax, 0);
  const lines = whole.lines.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
  const extra = charges.reduce((sum, { amount }) => sum + amount, 0);
  return { ...whole, taxAmount, totalAmount: order.totalAmount ?? lines + extra + taxAmount };
}

/** A till in the United States that knows every product of the tests. */
export function makeInput(
  order: Partial<WebOrder>,
  input: Partial<Omit<TicketInput, 'order'>> = {},
): TicketInput {
  return {
    order: makeOrder(order),
    attempt: 0,
    shopSalt: 'shop',
    till: {
      currency: 'USD',
      digits: 2,
      country: 'US',
      pricesIncludeTax: false,
      taxRates: new Map([
        [RATE_A, 1_000_000],
        [RATE_B, 500_000],
      ]),
      freeLineRateIds: [],
      isTypeTaxable: true,
    },
    items: new Map([[asWooId(10), makeItem(1)]]),
    choices: new Map(),
    modifiers: new Map(),
    rules: { customer: 'full', isEuAllowed: false, tipNames: [] },
    ...input,
  };
}
