import type { Failure } from '../failure.ts';
import { formatDecimal } from '../money.ts';
import { writeNote } from './order-note.ts';
import { makeChargeLine } from './ticket-charges.ts';
import { listChoiceNotes } from './ticket-choices.ts';
import { LONGEST_NAME, MOST_LINES, type TicketInput } from './ticket-input.ts';
import { makeTextLine } from './ticket-lines.ts';
import { remarkLosses } from './ticket-losses.ts';
import { makeReference } from './ticket-reference.ts';
import { cleanLine, cleanText, splitText } from './ticket-text.ts';
import { writeTitle } from './ticket-title.ts';
import type { TillTicket } from './till-ticket.ts';

/** Room for the money and the line that says that there is more. */
const MOST_TEXTS = MOST_LINES - 2;

/**
 * The ticket of an order that cannot be mapped (features.md X9): all of it in words, on lines of no price, and
 * one line that carries the money where it is the till's kind of money.
 */
export function planAttention(input: TicketInput, failure: Failure): TillTicket {
  const { order, till } = input;
  const due = order.totalAmount - order.refunds.reduce((sum, { amount }) => sum + amount, 0);
  const storeAmount = Number.isSafeInteger(due) && due > 0 ? due : 0;
  const totalAmount = order.currency === till.currency ? storeAmount : 0;
  const remarks = [
    { failure, storeLineId: null, isFlagged: true },
    ...[...input.choices.values()].flatMap(({ findings }) => findings),
    ...remarkLosses(input),
  ];
  const { note, overflow } = writeNote(input, { storeAmount, tipAmount: 0 }, remarks);
  const texts = [...listTexts(input), ...overflow].flatMap((text) =>
    splitText(cleanText(text), LONGEST_NAME),
  );
  const told = texts.slice(0, MOST_TEXTS).map((text) => makeTextLine(text));
  if (texts.length > MOST_TEXTS)
    told.push(makeTextLine(`${texts.length - MOST_TEXTS} more lines: see the web store`));
  return {
    reference: makeReference(order.id, input.attempt, input.shopSalt),
    title: writeTitle(input, true),
    note,
    lines: [
      ...told,
      makeChargeLine(cleanLine(`Web order ${order.number || order.id}`), totalAmount, 'fee', true),
    ],
    discounts: [],
    tax: till.pricesIncludeTax ? 'included' : 'none',
    totalAmount,
    storeAmount,
    tipAmount: 0,
    taxAmount:
      totalAmount > 0 && Number.isSafeInteger(order.taxAmount) ? Math.min(order.taxAmount, totalAmount) : 0,
    remarks,
    isAttention: true,
  };
}

function listTexts(input: TicketInput): string[] {
  const { order, till } = input;
  const write = (amount: number) =>
    Number.isSafeInteger(amount) ? `${formatDecimal(amount, till.digits)} ${order.currency}` : '?';
  const lines = order.lines.flatMap((line) => {
    const choices = (input.choices.get(line.id)?.choices ?? []).map((each) => ({
      ...each,
      modifierId: null,
    }));
    const name = line.name || line.sku || 'Product without a name';
    const amount = write(line.totalAmount + line.taxAmount);
    return [`${line.quantity} x ${name}: ${amount}`, ...listChoiceNotes(choices).map((note) => `- ${note}`)];
  });
  const charges = [...order.fees, ...order.shipping].map(
    (charge) => `${charge.name || 'Fee'}: ${write(charge.amount + charge.taxAmount)}`,
  );
  const coupons = order.coupons.map(({ code, amount }) => `Coupon ${code}: ${write(-amount)}`);
  const refunds = order.refunds.flatMap(({ amount, pieces }) => [
    `Refunded: ${write(amount)}`,
    ...pieces.map(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      return `- not wanted any more: ${quantity} x ${line?.name ?? `line ${lineId}`}`;
    }),
  ]);
  return [...lines, ...charges, ...coupons, ...refunds, `Total: ${write(order.totalAmount)}`];
}
