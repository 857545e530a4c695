import { createFailure } from '../failure.ts';
import { type AmountScale, fitModifications, listChoiceNotes, listModifications } from './ticket-choices.ts';
import {
  LONGEST_DISCOUNT_NAME,
  LONGEST_LINE_NOTE,
  LONGEST_NAME,
  type TicketInput,
  type TicketItem,
} from './ticket-input.ts';
import { splitAmount, sumShares } from './ticket-shares.ts';
import { cleanLine, cutText, splitText } from './ticket-text.ts';
import type { TicketDiscount, TicketLine, TicketRemark } from './till-ticket.ts';
import type { WebOrderLine } from './web-order.ts';

/** What one line of the store's order comes to on the ticket. */
export interface PlannedLine {
  readonly lines: readonly TicketLine[];
  readonly discounts: readonly TicketDiscount[];
  readonly remarks: readonly TicketRemark[];
  /** What coupons and hand-made reductions took off the units that are kept; not negative. */
  readonly reductionAmount: number;
  /** Of pieces that were taken back before the order was sent: what they had cost, and the tax of it. */
  readonly droppedAmount: number;
  readonly droppedTaxAmount: number;
}

/** A line's money in the ticket's way of counting: with tax on a till whose prices hold it, else without. */
export interface LineMoney {
  /** Before reductions. A line that was made dearer by hand counts as it is. */
  readonly fullAmount: number;
  readonly totalAmount: number;
  readonly taxAmount: number;
  readonly isCountable: boolean;
  readonly units: number;
  readonly keptUnits: number;
}

export function readLineMoney(line: WebOrderLine, input: TicketInput): LineMoney {
  const isGross = input.till.pricesIncludeTax;
  const totalAmount = line.totalAmount + (isGross ? line.taxAmount : 0);
  const subtotal = line.subtotalAmount + (isGross ? line.subtotalTaxAmount : 0);
  const fullAmount = Math.max(subtotal, totalAmount);
  const isCountable = line.quantity > 0 && totalAmount >= 0;
  const units = isCountable && Number.isInteger(line.quantity) ? line.quantity : 1;
  const back = input.order.refunds
    .flatMap(({ pieces }) => pieces)
    .filter(({ lineId }) => lineId === line.id)
    .reduce((sum, { quantity }) => sum + Math.abs(quantity), 0);
  // Of a decimal quantity a part cannot be left out; all of it can.
  const isAllBack = isCountable && back >= line.quantity;
  const gone = isAllBack ? units : units > 1 ? Math.floor(back) : 0;
  return { fullAmount, totalAmount, taxAmount: line.taxAmount, isCountable, units, keptUnits: units - gone };
}

/** One ticket line for each unit (clover.md 7.3), the cents that do not divide spread over the first ones. */
export function planLine(line: WebOrderLine, input: TicketInput): PlannedLine {
  const money = readLineMoney(line, input);
  if (!money.isCountable) return planOddLine(line, money, input);
  const { units, keptUnits, fullAmount, totalAmount } = money;
  const item = findItem(line, input);
  const match = input.choices.get(line.id);
  const isWhole = Number.isInteger(line.quantity);
  const listed = isWhole
    ? listModifications(match?.choices ?? [], input.modifiers, readScale(line, money, input))
    : listModifications(match?.choices ?? [], new Map(), { times: 0, by: 1 });
  const { note, extra } = writeLineNote(listChoiceNotes(match?.choices ?? []), line.id);
  const name = nameLine(line, item, isWhole ? '' : `${line.quantity} x `);
  let isLowered = false;
  const lines = splitAmount(fullAmount, units)
    .slice(0, keptUnits)
    .map((unitAmount): TicketLine => {
      const fitted = fitModifications(listed, unitAmount);
      isLowered ||= fitted.isLowered;
      const { priceAmount, modifications } = fitted;
      const itemId = item?.id ?? null;
      return {
        storeLineId: line.id,
        kind: 'product',
        itemId,
        name,
        priceAmount,
        modifications,
        note,
        isRevenue: true,
      };
    });
  return {
    lines: keptUnits > 0 ? [...lines, ...extra] : [],
    discounts: [],
    remarks: keptUnits > 0 ? remarkLine(line, item, match?.findings ?? [], isLowered) : [],
    reductionAmount: sumShares(fullAmount, units, keptUnits) - sumShares(totalAmount, units, keptUnits),
    ...countDropped(money, input),
  };
}

/** What the units that are left out had cost. */
export function countDropped(
  { totalAmount, taxAmount, units, keptUnits }: LineMoney,
  input: TicketInput,
): { readonly droppedAmount: number; readonly droppedTaxAmount: number } {
  const droppedTaxAmount = taxAmount - sumShares(taxAmount, units, keptUnits);
  const dropped = totalAmount - sumShares(totalAmount, units, keptUnits);
  return { droppedAmount: dropped + (input.till.pricesIncludeTax ? 0 : droppedTaxAmount), droppedTaxAmount };
}

/** No quantity, or money that the customer gets back by it: one line in words, the money as it is. */
function planOddLine(line: WebOrderLine, { totalAmount }: LineMoney, input: TicketInput): PlannedLine {
  const item = findItem(line, input);
  const name = nameLine(line, item, `${line.quantity} x `);
  const match = input.choices.get(line.id);
  const choices = (match?.choices ?? []).map((each) => ({ ...each, modifierId: null }));
  const { note, extra } = writeLineNote(listChoiceNotes(choices), line.id);
  const told: TicketLine = {
    storeLineId: line.id,
    kind: 'product',
    itemId: null,
    name,
    priceAmount: Math.max(0, totalAmount),
    modifications: [],
    note,
    isRevenue: true,
  };
  const facts = { product: cleanLine(line.name), quantity: line.quantity };
  const odd = { failure: createFailure('ORDER_LINE_ODD', facts), storeLineId: line.id, isFlagged: true };
  return {
    lines: [told, ...extra],
    discounts: totalAmount < 0 ? [{ name: cutText(name, LONGEST_DISCOUNT_NAME), amount: totalAmount }] : [],
    remarks: [odd, ...(match?.findings ?? [])],
    reductionAmount: 0,
    droppedAmount: 0,
    droppedTaxAmount: 0,
  };
}

/** A variation's own item; else that of its product, where sizes are modifiers on the till. */
export const findItem = (line: WebOrderLine, { items }: TicketInput): TicketItem | undefined =>
  (line.variationId === null ? undefined : items.get(line.variationId)) ??
  (line.productId === null ? undefined : items.get(line.productId));

/** In the store's words, which are what the customer bought. */
export function nameLine(line: WebOrderLine, item: TicketItem | undefined, prefix: string): string {
  const name =
    cleanLine(line.name) || cleanLine(item?.name ?? '') || cleanLine(line.sku) || 'Product without a name';
  return cutText(`${prefix}${name}`, LONGEST_NAME);
}

/** The store keeps choices as it keeps prices; the ticket may count the other way. The line itself says the ratio. */
function readScale(line: WebOrderLine, { fullAmount }: LineMoney, { order, till }: TicketInput): AmountScale {
  const storeAmount = line.subtotalAmount + (order.pricesIncludeTax ? line.subtotalTaxAmount : 0);
  const isSame =
    order.pricesIncludeTax === till.pricesIncludeTax || storeAmount <= 0 || line.subtotalTaxAmount === 0;
  return isSame ? { times: 1, by: 1 } : { times: fullAmount, by: storeAmount };
}

/** What is too long for a line's note is told in full by text lines below it. */
function writeLineNote(notes: readonly string[], lineId: number): { note: string; extra: TicketLine[] } {
  const text = notes.join('; ');
  const note = cutText(text, LONGEST_LINE_NOTE);
  const extra =
    note === text ? [] : splitText(text, LONGEST_NAME).map((piece) => makeTextLine(piece, lineId));
  return { note, extra };
}

export const makeTextLine = (name: string, storeLineId: number | null = null): TicketLine => ({
  storeLineId,
  kind: 'text',
  itemId: null,
  name,
  priceAmount: 0,
  modifications: [],
  note: '',
  isRevenue: false,
});

function remarkLine(
  line: WebOrderLine,
  item: TicketItem | undefined,
  findings: readonly TicketRemark[],
  isLowered: boolean,
): TicketRemark[] {
  const remarks = [...findings];
  const facts = { product: cleanLine(line.name) };
  const add = (code: 'ORDER_LINE_UNLINKED' | 'ORDER_CHOICES_ABOVE_PRICE', isFlagged: boolean) =>
    remarks.push({ failure: createFailure(code, facts), storeLineId: line.id, isFlagged });
  if (!item) add('ORDER_LINE_UNLINKED', false);
  if (isLowered) add('ORDER_CHOICES_ABOVE_PRICE', true);
  return remarks;
}
