import { createId, readNow, type TillContext } from '../context.ts';
import { refuse } from '../rest/failure.ts';
import type { ItemRow, LineItemRow, OrderRow } from '../rows.ts';
import { addTax } from './order-total.ts';

/** Of one order, since March 2026 (clover.md 7.2). */
const MAX_LINES = 2500;
/** `unitQty` counts thousandths (clover.md 7.3). */
const UNIT_SCALE = 1000;

/** Adds a paid order of one item: a line for each piece, or one line for what was weighed. */
export function ringUp(till: TillContext, item: ItemRow, quantity: number): OrderRow {
  const { state } = till;
  const isWeighed = item.priceType === 'PER_UNIT';
  const lineCount = isWeighed ? 1 : quantity;
  if (!Number.isInteger(lineCount) || lineCount < 1) throw refuse(`${item.name} is sold in whole pieces`);
  if (lineCount > MAX_LINES) throw refuse(`An order cannot have more than ${MAX_LINES} line items`);
  const createdTime = readNow(till);
  const orderId = createId(till);
  for (let count = 0; count < lineCount; count += 1) {
    const line = state.lineItems.put({
      id: createId(till),
      orderId,
      itemId: item.id,
      name: item.name,
      price: item.price,
      ...(isWeighed && { unitQty: Math.round(quantity * UNIT_SCALE), unitName: item.unitName }),
      refunded: false,
      createdTime,
    });
    state.orderLines.link(orderId, line.id);
    state.itemLines.link(item.id, line.id);
  }
  return state.orders.put({
    id: orderId,
    state: 'locked',
    paymentState: 'PAID',
    total: addTax(till, item, Math.round(item.price * quantity)),
    createdTime,
    modifiedTime: createdTime,
  });
}

/**
 * Refunds what was sold last of an item, the newest line first; a weighed line only whole. What of it shows
 * on the order is unpublished: here the payment state, and the lines unless the switch says no. The total
 * stays.
 */
export function takeBack(till: TillContext, item: ItemRow, quantity: number): void {
  const { state } = till;
  const lines = findSold(till, item, quantity);
  if (!lines) throw refuse(`${quantity} of ${item.name} were not sold`);
  for (const line of lines) state.lineItems.put({ ...line, refunded: true });
  for (const orderId of new Set(lines.map((line) => line.orderId))) {
    const order = state.orders.get(orderId);
    if (!order) continue;
    const left = [...state.lineItems.pick(state.orderLines.rightsOf(orderId))].some((line) => !line.refunded);
    const paymentState = left ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
    state.orders.put({ ...order, paymentState, modifiedTime: readNow(till) });
  }
}

function findSold({ state }: TillContext, item: ItemRow, quantity: number): LineItemRow[] | null {
  const lineIds = [...state.itemLines.rightsOf(item.id)].reverse();
  const sold = [...state.lineItems.pick(lineIds)].filter((line) => !line.refunded);
  if (item.priceType !== 'PER_UNIT') return sold.length < quantity ? null : sold.slice(0, quantity);
  const weighed = sold.find((line) => line.unitQty === Math.round(quantity * UNIT_SCALE));
  return weighed ? [weighed] : null;
}
