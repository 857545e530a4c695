import { createId, readNow, type TillContext } from '../context.ts';
import { printByItself } from '../kitchen/print-desk.ts';
import type { LineItemRow, OrderRow } from '../order-rows.ts';
import { findTenderByKey, recordPayment } from '../payments/payment-desk.ts';
import { refundLines } from '../payments/refund-desk.ts';
import { refuse } from '../rest/failure.ts';
import type { ItemRow } from '../rows.ts';
import { createLine, refuseTooMany } from './line-desk.ts';
import { NEW_ORDER } from './order-desk.ts';
import { lowerStock } from './order-stock.ts';
import { computeTotal } from './order-total.ts';

/** `unitQty` counts thousandths (clover.md 7.3). */
const UNIT_SCALE = 1000;

/** Adds an order of one item, paid in cash: a line for each piece, or one line for what was weighed. */
export function ringUp(till: TillContext, item: ItemRow, quantity: number): OrderRow {
  const { state } = till;
  const isWeighed = item.priceType === 'PER_UNIT';
  const lineCount = isWeighed ? 1 : quantity;
  if (!Number.isInteger(lineCount) || lineCount < 1) throw refuse(`${item.name} is sold in whole pieces`);
  refuseTooMany(NEW_ORDER, lineCount);
  const createdTime = readNow(till);
  const id = createId(till);
  const body = isWeighed ? { unitQty: Math.round(quantity * UNIT_SCALE) } : {};
  const lines = Array.from({ length: lineCount }, () => createLine(till, body, item));
  const blank = { ...NEW_ORDER, id, state: 'open', createdTime, modifiedTime: createdTime };
  const { total } = computeTotal(till, { ...blank, lines });
  const order = state.orders.put({ ...blank, lines: lowerStock(till, lines), total });
  state.itemSales.add(item.id, id);
  if (total > 0) {
    recordPayment(till, order, { tenderId: findTenderByKey(till, 'cash').id, amount: total }, 'staff');
    return state.orders.get(id) ?? order;
  }
  printByItself(till, id);
  return state.orders.put({ ...order, state: 'locked', paymentState: 'PAID' });
}

/**
 * Refunds what was sold last of an item, the newest order first; a weighed line only whole. What of it shows
 * on the order is unpublished: here the payment state, and the lines unless the switch says no. The total
 * stays.
 */
export function takeBack(till: TillContext, item: ItemRow, quantity: number): void {
  const sold = findSold(till, item, quantity);
  if (!sold) throw refuse(`${quantity} of ${item.name} were not sold`);
  for (const [order, lineIds] of sold) refundLines(till, order, lineIds);
}

function findSold(till: TillContext, item: ItemRow, quantity: number): Map<OrderRow, string[]> | null {
  const isWeighed = item.priceType === 'PER_UNIT';
  const wanted = isWeighed ? Math.round(quantity * UNIT_SCALE) : undefined;
  const found = new Map<OrderRow, string[]>();
  let missing = isWeighed ? 1 : quantity;
  for (const order of listSales(till, item.id)) {
    const isMatch = (line: LineItemRow): boolean =>
      line.itemId === item.id && !line.refunded && line.unitQty === wanted;
    const lineIds = order.lines.filter(isMatch).map(({ id }) => id);
    const taken = lineIds.reverse().slice(0, missing);
    if (taken.length > 0) found.set(order, taken);
    missing -= taken.length;
    if (missing <= 0) return found;
  }
  return null;
}

function* listSales({ state }: TillContext, itemId: string): Generator<OrderRow, undefined> {
  for (const orderId of [...state.itemSales.find(itemId)].reverse()) {
    const order = state.orders.get(orderId);
    if (order) yield order;
  }
}
