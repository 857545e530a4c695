import { createId, readNow, type TillContext } from '../context.ts';
import type { CreditRow, OrderRow, PaymentRow, PaymentState, RefundRow } from '../order-rows.ts';
import { changeOrder } from '../orders/order-desk.ts';
import { raiseStock } from '../orders/order-stock.ts';
import { computeTotal } from '../orders/order-total.ts';
import { refuse } from '../rest/failure.ts';
import { findTenderByKey, sumPayments } from './payment-desk.ts';

/** Gives the money of some lines back, at most what was paid; refunds are made by staff alone (clover.md 7.8). */
export function refundLines(till: TillContext, order: OrderRow, lineIds: readonly string[]): OrderRow {
  const chosen = new Set(lineIds);
  const lines = order.lines.filter(({ id, refunded }) => chosen.has(id) && !refunded);
  if (lines.length === 0 || lines.length < chosen.size) throw refuse('These lines cannot be refunded');
  if ((order.total ?? 0) > 0 && order.paymentIds.length === 0) throw refuse('This order is not paid');
  const isWhole = order.lines.every(({ id, refunded }) => refunded || chosen.has(id));
  const left = countLeft(till, order);
  const amount = isWhole
    ? left
    : Math.min(left, computeTotal(till, { ...order, lines, discounts: [] }).total);
  if (till.answers.refundReturnsStock) for (const line of lines) raiseStock(till, line);
  const marked = order.lines.map((line) => (chosen.has(line.id) ? { ...line, refunded: true } : line));
  return giveBack(till, { ...order, lines: marked }, amount, lineIds);
}

/** Gives all that is left of an order back, with its lines. */
export function refundOrder(till: TillContext, order: OrderRow, reason?: string): OrderRow {
  const lines = order.lines.filter(({ refunded }) => !refunded);
  if (countLeft(till, order) <= 0) throw refuse('There is nothing left to refund on this order');
  if (till.answers.refundReturnsStock) for (const line of lines) raiseStock(till, line);
  const marked = order.lines.map((line) => ({ ...line, refunded: true }));
  const lineIds = lines.map(({ id }) => id);
  return giveBack(till, { ...order, lines: marked }, countLeft(till, order), lineIds, reason);
}

/** Gives a sum back without naming lines. */
export function refundAmount(
  till: TillContext,
  order: OrderRow,
  amountCents: number,
  reason?: string,
): OrderRow {
  if (amountCents <= 0 || amountCents > countLeft(till, order)) {
    throw refuse(`${amountCents} cannot be refunded: ${countLeft(till, order)} is left`);
  }
  return giveBack(till, order, amountCents, [], reason);
}

/** Hands cash out without a payment of its own, perhaps for an order (clover.md 7.8). */
export function giveCredit(till: TillContext, amountCents: number, order?: OrderRow): CreditRow {
  if (amountCents <= 0) throw refuse('Amount must be greater than 0');
  const createdTime = readNow(till);
  const credit = till.state.credits.put({
    id: createId(till),
    tenderId: findTenderByKey(till, 'cash').id,
    amount: amountCents,
    ...(order && { orderId: order.id }),
    createdTime,
    modifiedTime: createdTime,
  });
  if (order) {
    changeOrder(till, order, { paymentState: 'CREDITED', creditIds: [...order.creditIds, credit.id] });
  }
  return credit;
}

function countLeft(till: TillContext, order: OrderRow): number {
  return sumPayments(till, order) - sumRefunds(till, order.refundIds);
}

function sumRefunds({ state }: TillContext, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + (state.refunds.get(id)?.amount ?? 0), 0);
}

/** Takes the sum from the payments, the first one first; each gets a refund of its own. */
function giveBack(
  till: TillContext,
  order: OrderRow,
  amount: number,
  lineIds: readonly string[],
  reason?: string,
): OrderRow {
  const refundIds = [...order.refundIds];
  let missing = amount;
  for (const payment of listPayments(till, order)) {
    const part = Math.min(missing, payment.amount - sumRefunds(till, payment.refundIds));
    if (part <= 0) continue;
    missing -= part;
    const refund = addRefund(till, payment, {
      amount: part,
      lineIds,
      ...(reason !== undefined && { reason }),
    });
    refundIds.push(refund.id);
  }
  const isWhole = sumRefunds(till, refundIds) >= sumPayments(till, order);
  const paymentState: PaymentState = isWhole ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  return changeOrder(till, order, { lines: order.lines, refundIds, paymentState });
}

function listPayments({ state }: TillContext, order: OrderRow): PaymentRow[] {
  return order.paymentIds.flatMap((id) => state.payments.get(id) ?? []);
}

function addRefund(
  till: TillContext,
  payment: PaymentRow,
  given: Pick<RefundRow, 'amount' | 'lineIds' | 'reason'>,
): RefundRow {
  const createdTime = readNow(till);
  const refund = till.state.refunds.put({
    ...given,
    id: createId(till),
    orderId: payment.orderId,
    paymentId: payment.id,
    createdTime,
    modifiedTime: createdTime,
  });
  const refundIds = [...payment.refundIds, refund.id];
  till.state.payments.put({ ...payment, refundIds, modifiedTime: createdTime });
  return refund;
}
