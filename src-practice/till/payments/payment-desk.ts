import { createId, readNow, type TillContext } from '../context.ts';
import { printByItself } from '../kitchen/print-desk.ts';
import type { OrderRow, PaymentRow } from '../order-rows.ts';
import { changeOrder, drawIndexTime } from '../orders/order-desk.ts';
import { lowerStock } from '../orders/order-stock.ts';
import { refuse } from '../rest/failure.ts';
import type { TenderRow } from '../rows.ts';

/** Tenders whose money Clover itself would have to take (clover.md 7.7). */
const CARD_KEYS: ReadonlySet<string | undefined> = new Set([
  'com.clover.tender.credit_card',
  'com.clover.tender.debit_card',
]);

/** A payment that may be recorded. */
export type NewPayment = Pick<PaymentRow, 'tenderId' | 'amount'> &
  Partial<Omit<PaymentRow, 'id' | 'orderId' | 'createdTime' | 'modifiedTime'>>;

/** A system tender by the end of its key: `cash`. */
export function findTenderByKey({ state }: TillContext, key: string): TenderRow {
  for (const tender of state.tenders.values()) {
    if (tender.labelKey === `com.clover.tender.${key}`) return tender;
  }
  throw refuse(`Tender does not exist: ${key}`);
}

/** Refuses a tender a client cannot pay with, in Clover's words (clover.md 3.3). */
export function refuseCardTender(tender: TenderRow): void {
  if (!CARD_KEYS.has(tender.labelKey)) return;
  throw refuse(
    "We currently don't allow you to add native credit or debit payments, please use an external tender type such as 'external payment'",
  );
}

/**
 * Writes a payment down and lets its order follow: the exact sum pays it, any other sum in part
 * (clover.md 7.7).
 */
export function recordPayment(
  till: TillContext,
  order: OrderRow,
  given: NewPayment,
  by: 'client' | 'staff' = 'client',
): PaymentRow {
  const { state } = till;
  const createdTime = readNow(till);
  const { externalPaymentId } = given;
  const payment = state.payments.put({
    offline: false,
    refundIds: [],
    ...given,
    id: createId(till),
    orderId: order.id,
    ...(externalPaymentId !== undefined && { referenceIndexedMs: drawIndexTime(till) }),
    createdTime,
    modifiedTime: createdTime,
  });
  if (externalPaymentId !== undefined) state.paymentReferences.add(externalPaymentId, payment.id);
  settleOrder(till, { ...order, paymentIds: [...order.paymentIds, payment.id] }, by);
  return payment;
}

/** The sum of an order's payments; tips are not part of its total. */
export function sumPayments({ state }: TillContext, order: OrderRow): number {
  return order.paymentIds.reduce((sum, id) => sum + (state.payments.get(id)?.amount ?? 0), 0);
}

function settleOrder(till: TillContext, order: OrderRow, by: 'client' | 'staff'): void {
  const { answers } = till;
  const { paymentIds, lines } = order;
  if (by === 'client' && !answers.externalPaymentLocks) {
    changeOrder(till, order, { paymentIds });
    return;
  }
  const isPaid = sumPayments(till, order) === order.total;
  const isLowering = isPaid && answers.restOrderStock === 'onPaid';
  changeOrder(till, order, {
    paymentIds,
    paymentState: isPaid ? 'PAID' : 'PARTIALLY_PAID',
    ...(isPaid && { state: 'locked' }),
    ...(isLowering && { lines: lowerStock(till, lines) }),
  });
  if (isPaid && (by === 'staff' || answers.autoPrintWhen === 'onPaid')) printByItself(till, order.id);
}
