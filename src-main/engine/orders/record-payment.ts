import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import type { OutcomeFailure } from '../../domain/outcome.ts';
import type { TillOrder, TillPayment } from '../order-ports.ts';
import { leaveOnTill } from './gone-order.ts';
import type { OrderContext, Step } from './order-context.ts';
import { doubt, goOn, hold, isDoubtful, rest } from './order-rest.ts';

const MOST_TRIES = 6;

/** What was paid in the store is to be recorded; an order to be paid at the door stays open on the till. */
export const decidePayment: Step = async (flow, context) => {
  const order = await context.store.readOrder(flow.wooId);
  if (order.kind !== 'done') return rest(flow, order, context);
  if (order.value === null && flow.storeStatus !== 'gone') return leaveOnTill(flow, context);
  const isPaid = order.value !== null && order.value.paidMs !== null;
  // Nothing to pay is nothing to record: the till takes no payment of zero (clover.md 7.7).
  if (!isPaid || flow.ticket === null || readDue(flow.ticket) <= 0)
    return goOn(flow, { step: 'paid' }, isPaid ? 'nothing to pay' : 'to be paid at the till', context);
  return goOn(flow, { step: 'paying' }, '', context);
};

/**
 * Records the store's payment once. The till knows no key against doubles (clover.md 7.7), so the order's own
 * payments are read before every try; a read by id does not lag.
 */
export const recordPayment: Step = async (flow, context) => {
  const { till, desk } = context;
  const { ticket, tillOrderId } = flow;
  if (ticket === null || tillOrderId === null)
    return hold(flow, 'person', createFailure('ORDER_NOT_PLACED'), context);
  const read = await till.readOrder(tillOrderId);
  if (read.kind !== 'done') return rest(flow, read, context);
  if (read.value === null || read.value.isDeleted)
    return hold(flow, 'person', createFailure('ORDER_GONE_ON_TILL', { paid: 'paid' }), context);
  const ours = findOurs(read.value, ticket);
  if (ours) return settle(flow, ours.id, 'found', context);
  if (isPaidOtherwise(read.value, ticket)) return settle(flow, null, 'paid at the till', context);
  if (flow.tries >= MOST_TRIES) return hold(flow, 'person', createFailure('ORDER_NOT_PAID'), context);
  return pay(flow, ticket, tillOrderId, desk, context);
};

async function pay(
  flow: OrderFlow,
  ticket: TillTicket,
  tillOrderId: CloverId,
  desk: OrderContext['desk'],
  context: OrderContext,
): Promise<OrderFlow | null> {
  const tender = await desk.findTender();
  if (tender.kind !== 'done') return waitForTender(flow, tender, context);
  const paid = await context.till.recordPayment(tillOrderId, {
    tenderId: tender.value,
    amount: readDue(ticket),
    tipAmount: ticket.tipAmount,
    taxAmount: ticket.taxAmount,
    externalId: ticket.reference,
    note: `Web order ${flow.number}`,
  });
  if (paid.kind === 'rejected') return judgeRefusal(flow, tender.value, paid.failure, context);
  if (paid.kind !== 'done') return rest(flow, paid, context);
  return settle(flow, paid.value, '', context, paid.requestId);
}

const waitForTender = (flow: OrderFlow, outcome: OutcomeFailure, context: OrderContext): null =>
  outcome.kind === 'rejected'
    ? hold(flow, 'prerequisite', outcome.failure, context)
    : rest(flow, outcome, context);

/** A tender that was removed on the till since it was read is no fault of the order: another one takes its place. */
async function judgeRefusal(
  flow: OrderFlow,
  tenderId: CloverId,
  failure: Failure,
  context: OrderContext,
): Promise<null> {
  const { desk } = context;
  if (isDoubtful(flow, failure)) return doubt(flow, failure, context);
  // The order itself may be what is gone: the next try reads it first.
  if (failure.code === 'CLOVER_THING_GONE') return rest(flow, { kind: 'unknown', failure }, context);
  desk.forget();
  const tender = await desk.findTender();
  if (tender.kind !== 'done') return waitForTender(flow, tender, context);
  if (tender.value !== tenderId) return rest(flow, { kind: 'retryAfter', delayMs: 0, failure }, context);
  return hold(flow, 'person', failure, context);
}

const readDue = ({ totalAmount }: TillTicket): number => totalAmount;

const findOurs = ({ payments }: TillOrder, { reference }: TillTicket): TillPayment | undefined =>
  payments.find(({ externalId, isSuccess }) => isSuccess && externalId === reference);

/** A cashier was faster. */
function isPaidOtherwise({ payments }: TillOrder, ticket: TillTicket): boolean {
  const paid = payments.filter(({ isSuccess }) => isSuccess).reduce((sum, { amount }) => sum + amount, 0);
  return paid >= readDue(ticket);
}

function settle(
  flow: OrderFlow,
  paymentId: CloverId | null,
  text: EventText,
  context: OrderContext,
  requestId = '',
): OrderFlow {
  context.stock.noteSold(flow);
  const change = { step: 'paid', paymentId, paidMs: context.clock.nowMs() } as const;
  return goOn(flow, change, text, context, requestId);
}
