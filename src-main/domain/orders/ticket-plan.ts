import { createFailure, type Failure } from '../failure.ts';
import { writeNote } from './order-note.ts';
import { canTillTax, nameTax, totalTicket } from './order-tax.ts';
import { planAttention } from './ticket-attention.ts';
import { balanceTicket } from './ticket-balance.ts';
import { makeChargeLine, type PlannedCharges, planCharges } from './ticket-charges.ts';
import { isCrowded, planCrowd } from './ticket-crowd.ts';
import { planReductions } from './ticket-discounts.ts';
import { LONGEST_NAME, MOST_LINES, type TicketInput } from './ticket-input.ts';
import { makeTextLine, type PlannedLine, planLine } from './ticket-lines.ts';
import { remarkLosses } from './ticket-losses.ts';
import { makeReference } from './ticket-reference.ts';
import { splitText } from './ticket-text.ts';
import { writeTitle } from './ticket-title.ts';
import type { TicketDiscount, TicketLine, TicketRemark, TillTicket } from './till-ticket.ts';

/** Of texts that the note had no room for. */
const MOST_EXTRA_TEXTS = 100;

/** What the till gets for a web order, its total the store's to the cent; else an attention ticket. */
export function planTicket(input: TicketInput): TillTicket {
  const failure = findObstacle(input);
  if (failure) return planAttention(input, failure);
  const ticket = isCrowded(input)
    ? null
    : planMapped(
        input,
        input.order.lines.map((line) => planLine(line, input)),
      );
  if (ticket && ticket.lines.length <= MOST_LINES) return ticket;
  const crowd = planMapped(input, [planCrowd(input)]);
  return crowd.lines.length <= MOST_LINES ? crowd : planAttention(input, createFailure('ORDER_UNREADABLE'));
}

function planMapped(input: TicketInput, products: readonly PlannedLine[]): TillTicket {
  const { order } = input;
  const charges = planCharges(input);
  const money = settle(input, products, charges);
  const remarks = [
    ...products.flatMap((product) => product.remarks),
    ...money.remarks,
    ...remarkLosses(input),
  ];
  const { note, overflow } = writeNote(input, money, remarks);
  const texts = overflow.flatMap((text) => splitText(text, LONGEST_NAME)).slice(0, MOST_EXTRA_TEXTS);
  const ticket: TillTicket = {
    reference: makeReference(order.id, input.attempt, input.shopSalt),
    title: writeTitle(input, false),
    note,
    lines: [...money.lines, ...texts.map((text) => makeTextLine(text))],
    discounts: money.discounts.filter(({ amount }) => amount !== 0),
    tax: money.tax,
    totalAmount: totalTicket(money, input).totalAmount,
    storeAmount: money.storeAmount,
    tipAmount: money.tipAmount,
    taxAmount: Math.max(0, Math.min(money.taxAmount, money.storeAmount)),
    remarks,
    isAttention: false,
  };
  return ticket.totalAmount === ticket.storeAmount
    ? ticket
    : planAttention(input, createFailure('ORDER_UNREADABLE'));
}

interface Settled {
  readonly lines: readonly TicketLine[];
  readonly discounts: readonly TicketDiscount[];
  readonly tax: TillTicket['tax'];
  readonly storeAmount: number;
  readonly tipAmount: number;
  readonly taxAmount: number;
  readonly remarks: readonly TicketRemark[];
}

/** Puts the parts together so that they come to what the store took. */
function settle(input: TicketInput, products: readonly PlannedLine[], charges: PlannedCharges): Settled {
  const { order } = input;
  const sum = (read: (product: PlannedLine) => number) =>
    products.reduce((all, product) => all + read(product), 0);
  const refundAmount = order.refunds.reduce((all, { amount }) => all + amount, 0);
  const tipAmount = Math.min(charges.tipAmount, order.totalAmount - refundAmount);
  const storeAmount = order.totalAmount - refundAmount - tipAmount;
  const reductions = planReductions(
    sum((product) => product.reductionAmount),
    input,
  );
  const lines = [...products.flatMap((product) => product.lines), ...charges.lines];
  const discounts = [
    ...products.flatMap((product) => product.discounts),
    ...reductions.discounts,
    ...charges.discounts,
  ];
  const taxAmount = order.taxAmount - sum((product) => product.droppedTaxAmount) - charges.tipTaxAmount;
  const money = { storeAmount, tipAmount, taxAmount };
  if (taxAmount > 0 && canTillTax({ lines, discounts }, storeAmount, input)) {
    return { ...money, lines, discounts, tax: 'till', remarks: [] };
  }
  const tax = input.till.pricesIncludeTax ? 'included' : taxAmount > 0 ? 'line' : 'none';
  if (tax === 'line') lines.push(makeChargeLine(nameTax(input), taxAmount, 'tax', false));
  const parts = [...lines, ...discounts].reduce((all, part) => all + countPart(part), 0);
  const known = {
    refundAmount: refundAmount - sum((product) => product.droppedAmount),
    unusedCoupons: reductions.unusedCoupons,
  };
  const balance = balanceTicket(storeAmount - parts, known, input);
  return {
    ...money,
    tax,
    lines: [...lines, ...balance.lines],
    discounts: [...discounts, ...balance.discounts],
    remarks: balance.remarks,
  };
}

const countPart = (part: TicketLine | TicketDiscount): number =>
  'amount' in part
    ? part.amount
    : part.modifications.reduce((sum, { amount }) => sum + amount, part.priceAmount);

/** What makes it impossible to say in lines what was charged. */
function findObstacle({ order, till }: TicketInput): Failure | null {
  if (order.currency !== till.currency) {
    return createFailure('ORDER_CURRENCY_DIFFERS', { store: order.currency, till: till.currency });
  }
  const amounts = [
    order.totalAmount,
    order.taxAmount,
    ...order.lines.flatMap((line) => [
      line.subtotalAmount,
      line.totalAmount,
      line.subtotalTaxAmount,
      line.taxAmount,
    ]),
    ...[...order.fees, ...order.shipping, ...order.coupons].flatMap(({ amount, taxAmount }) => [
      amount,
      taxAmount,
    ]),
    ...order.taxes.flatMap(({ amount, shippingAmount }) => [amount, shippingAmount]),
    ...order.refunds.map(({ amount }) => amount),
  ];
  const isReadable =
    amounts.every(Number.isSafeInteger) && order.lines.every(({ quantity }) => Number.isFinite(quantity));
  const due = order.totalAmount - order.refunds.reduce((sum, { amount }) => sum + amount, 0);
  return isReadable && due >= 0 ? null : createFailure('ORDER_UNREADABLE');
}
