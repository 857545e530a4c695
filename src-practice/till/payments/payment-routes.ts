import { z } from 'zod';
import type { TillContext } from '../context.ts';
import type { OrderRow, PaymentRow } from '../order-rows.ts';
import { findOrder } from '../orders/order-desk.ts';
import { clearableText, missField, readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED, readExpand } from '../rest/expand.ts';
import { miss, refuse } from '../rest/failure.ts';
import { type FilterFields, flag, number, text, vacant } from '../rest/filter.ts';
import { answerList, type List } from '../rest/list.ts';
import { readTimedShelf } from '../rest/timed-source.ts';
import type { TenderRow } from '../rows.ts';
import { findTenderByKey, recordPayment, refuseCardTender } from './payment-desk.ts';
import { PAYMENT_EXPANDS, showPayment } from './payment-view.ts';

const RECENT_MS = 90 * 86_400_000;

const PAYMENT_BODY = z.object({
  tender: z.object({ id: z.string().exactOptional(), labelKey: z.string().exactOptional() }).exactOptional(),
  amount: z.int().exactOptional(),
  tipAmount: z.int().min(0).exactOptional(),
  taxAmount: z.int().min(0).exactOptional(),
  externalPaymentId: clearableText(32).exactOptional(),
  employee: z.object({ id: z.string() }).exactOptional(),
  note: clearableText(255).exactOptional(),
  offline: z.boolean().exactOptional(),
});

/** `/payments` and the payments of an order: bookkeeping of money taken elsewhere (clover.md 7.7). */
export function createPaymentRoutes(till: TillContext): Route[] {
  const area = 'payments';
  const find = (call: TillCall): PaymentRow => {
    const payment = till.state.payments.get(call.param('paymentId'));
    if (!payment) throw miss('Payment');
    return payment;
  };
  const pay = (call: TillCall): TillAnswer => {
    const payment = takePayment(till, findOrder(till, call.param('orderId')), readBody(call, PAYMENT_BODY));
    return { body: showPayment(till, payment, NOTHING_EXPANDED) };
  };
  const read = (call: TillCall): TillAnswer => ({
    body: showPayment(till, find(call), readExpand(call, PAYMENT_EXPANDS, till.answers)),
  });
  const list = createPaymentList(till);
  const ofOrder = (call: TillCall): TillAnswer => {
    const order = findOrder(till, call.param('orderId'));
    const payments = order.paymentIds.flatMap((id) => till.state.payments.get(id) ?? []);
    return answerList(till, call, { ...list, source: { scan: () => payments } });
  };
  return [
    { method: 'GET', path: '/payments', area, answer: (call) => answerList(till, call, list) },
    { method: 'GET', path: '/payments/{paymentId}', area, answer: read },
    { method: 'GET', path: '/orders/{orderId}/payments', area, answer: ofOrder },
    { method: 'POST', path: '/orders/{orderId}/payments', area, answer: pay },
  ];
}

function takePayment(till: TillContext, order: OrderRow, body: z.output<typeof PAYMENT_BODY>): PaymentRow {
  const { tender: given, amount, employee, ...fields } = body;
  const tender = findTender(till, given);
  refuseCardTender(tender);
  if (amount === undefined) throw missField('amount');
  if (amount <= 0) throw refuse('Amount must be greater than 0');
  return recordPayment(till, order, {
    ...fields,
    tenderId: tender.id,
    amount,
    ...(employee && { employeeId: employee.id }),
  });
}

function findTender(till: TillContext, given: z.output<typeof PAYMENT_BODY>['tender']): TenderRow {
  const key = given?.labelKey?.replace(/^com\.clover\.tender\./, '');
  if (given?.id === undefined && key !== undefined && till.answers.tenderByLabelKey === 'accept') {
    return findTenderByKey(till, key);
  }
  const tender = till.state.tenders.get(given?.id ?? '');
  if (!tender) throw refuse('Tender must be a valid tender');
  return tender;
}

function createPaymentList(till: TillContext): List<PaymentRow> {
  const { payments, paymentReferences } = till.state;
  const isRecent = (payment: PaymentRow): boolean =>
    payment.createdTime >= till.clock.nowMs() - RECENT_MS || till.answers.paymentsWindow === 'all';
  return {
    source: readTimedShelf(payments, () => till.answers.orderOrder === 'newest', {
      externalPaymentId: (value) => paymentReferences.find(value),
    }),
    fields: createPaymentFields(till),
    expands: PAYMENT_EXPANDS,
    get ignoresOrder() {
      return till.answers.orderByOnOrders === 'ignored';
    },
    isListed: isRecent,
    show: (payment, expand) => showPayment(till, payment, expand),
  };
}

/** In the order of the documentation (clover.md 5.3). */
function createPaymentFields(till: TillContext): FilterFields<PaymentRow> {
  const isIndexed = (payment: PaymentRow): boolean => (payment.referenceIndexedMs ?? 0) <= till.clock.nowMs();
  return {
    modifiedTime: number((payment) => payment.modifiedTime),
    'device.id': vacant(),
    externalReferenceId: vacant(),
    result: text(() => 'SUCCESS'),
    offline: flag((payment) => payment.offline),
    createdTime: number((payment) => payment.createdTime),
    externalPaymentId: text((payment) => (isIndexed(payment) ? payment.externalPaymentId : undefined)),
    voided: flag(() => false),
    id: text((payment) => payment.id),
    'tender.id': text((payment) => payment.tenderId),
    'employee.id': text((payment) => payment.employeeId),
    'order.modifiedTime': number(({ orderId }) => till.state.orders.get(orderId)?.modifiedTime),
    amount: number((payment) => payment.amount),
    cardType: vacant(),
    clientCreatedTime: number((payment) => payment.createdTime),
  };
}
