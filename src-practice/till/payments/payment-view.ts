import type { TillContext } from '../context.ts';
import type { CreditRow, PaymentRow, RefundRow } from '../order-rows.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';

export const PAYMENT_EXPANDS: ExpandFields = {
  tender: { area: 'merchant' },
  refunds: { area: 'payments' },
};

/** A payment; its fields are those of the documentation (clover.md 7.7), no answer was recorded. */
export function showPayment({ state }: TillContext, payment: PaymentRow, expand: Expand): unknown {
  const tender = state.tenders.get(payment.tenderId);
  return {
    id: payment.id,
    order: { id: payment.orderId },
    tender: expand.has('tender') ? tender : { id: payment.tenderId },
    amount: payment.amount,
    tipAmount: payment.tipAmount,
    taxAmount: payment.taxAmount,
    cashbackAmount: 0,
    externalPaymentId: payment.externalPaymentId,
    employee: payment.employeeId === undefined ? undefined : { id: payment.employeeId },
    note: payment.note,
    offline: payment.offline,
    result: 'SUCCESS',
    createdTime: payment.createdTime,
    clientCreatedTime: payment.createdTime,
    modifiedTime: payment.modifiedTime,
    ...(expand.has('refunds') && { refunds: showRelated(pickRefunds(state, payment.refundIds), showRefund) }),
  };
}

/** A refund (clover.md 7.8). */
export function showRefund(refund: RefundRow): unknown {
  const { id, orderId, paymentId, amount, lineIds, reason, createdTime } = refund;
  return {
    id,
    orderRef: { id: orderId },
    payment: { id: paymentId },
    amount,
    lineItems: { elements: lineIds.map((lineId) => ({ id: lineId })) },
    status: 'SUCCESS',
    voided: false,
    reason,
    createdTime,
    clientCreatedTime: createdTime,
  };
}

/** A manual refund without a payment. */
export function showCredit({ id, orderId, tenderId, amount, createdTime }: CreditRow): unknown {
  const orderRef = orderId === undefined ? undefined : { id: orderId };
  return { id, orderRef, tender: { id: tenderId }, amount, createdTime, clientCreatedTime: createdTime };
}

/** The refunds of these ids. */
export function pickRefunds(state: TillContext['state'], ids: readonly string[]): RefundRow[] {
  return ids.flatMap((id) => state.refunds.get(id) ?? []);
}
