import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { decideDue } from '../../domain/orders/order-due.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { makeMarker } from '../../domain/orders/ticket-reference.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import { compareOrder } from './compare-order.ts';
import type { OrderContext, Step } from './order-context.ts';
import { goOn, hold, rest } from './order-rest.ts';

/** An order that the till refuses as often as this is for a person. */
const MOST_TRIES = 6;
/** The till's index may lag behind an order by minutes (clover.md 7.7), and clocks differ. */
const SEARCH_BACK_MS = 30 * 60_000;

/** What is to be sent is decided from the order as it is now, and committed before the first call. */
export const planOrder: Step = async (flow, context) => {
  const { store, settings, planner, desk, bell } = context;
  const read = await store.readOrder(flow.wooId);
  if (read.kind !== 'done') return rest(flow, read, context);
  const order = read.value;
  if (order === null) return hold(flow, 'closed', createFailure('ORDER_GONE'), context);
  const due = decideDue(order, settings);
  if (!due.isDue)
    return hold(flow, due.isOver ? 'closed' : 'not-due', due.failure, context, { storeStatus: order.status });
  const ticket = await planner.plan(order, flow.abandoned.length);
  if (!ticket.ok) return hold(flow, 'prerequisite', ticket.failure, context);
  const customer = await desk.findCustomer(order);
  const planned = goOn(
    flow,
    {
      step: 'placing',
      ticket: ticket.value,
      // Nobody goes hungry because a customer could not be noted.
      customerId: customer.ok ? customer.value : null,
      storeStatus: order.status,
      toldTill: order.status,
      storeAmount: order.totalAmount,
      currency: order.currency,
    },
    describeTicket(ticket.value),
    context,
  );
  if (ticket.value.isAttention || ticket.value.remarks.some(({ isFlagged }) => isFlagged))
    bell.ringFlagged(planned);
  return planned;
};

/**
 * Makes the order on the till. It is begun without a state, so that nobody sees it (clover.md 7.1), filled, read
 * back, and only then shown: whatever is lost on the way leaves nothing that anybody could cook twice.
 */
export const placeOrder: Step = async (flow, context) => {
  const { ticket } = flow;
  if (ticket === null) return goOn(flow, { step: 'seen' }, 'planned anew', context);
  if (flow.tillOrderId !== null) return takeUp(flow, ticket, flow.tillOrderId, context);
  if (flow.tries > 0) {
    const found = await findVisible(flow, ticket, context);
    if (found !== 'none') return found;
  }
  const begun = await beginOrder(flow, ticket, context);
  return begun === null ? null : fillOrder(begun.flow, ticket, begun.id, context);
};

async function findVisible(
  flow: OrderFlow,
  ticket: TillTicket,
  context: OrderContext,
): Promise<OrderFlow | null | 'none'> {
  const { till } = context;
  const sinceMs = flow.seenMs - SEARCH_BACK_MS;
  const found = await till.findOrders({
    reference: ticket.reference,
    marker: makeMarker(ticket.reference),
    sinceMs,
  });
  if (found.kind !== 'done') return rest(flow, found, context);
  const [first] = found.value;
  if (!first) return 'none';
  return goOn(
    flow,
    { ...PLACED(context), tillOrderId: first.id, tillAmount: first.totalAmount + ticket.tipAmount },
    'found',
    context,
  );
}

const PLACED = ({ clock }: OrderContext) => ({ step: 'placed' as const, placedMs: clock.nowMs() });

async function beginOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  context: OrderContext,
): Promise<{ readonly flow: OrderFlow; readonly id: CloverId } | null> {
  const { till, desk } = context;
  const type = await desk.findOrderType();
  if (!type.ok) return hold(flow, 'prerequisite', type.failure, context);
  const begun = await till.beginOrder({
    reference: ticket.reference,
    title: ticket.title,
    note: ticket.note,
    orderTypeId: type.value,
    isTaxRemoved: ticket.tax !== 'till',
    customerId: flow.customerId,
  });
  if (begun.kind === 'rejected') {
    await refuse(flow, begun.failure, context);
    return null;
  }
  if (begun.kind !== 'done') return rest(flow, begun, context);
  const next = goOn(flow, { tillOrderId: begun.value }, 'begun', context, begun.requestId);
  return { flow: next, id: begun.value };
}

/** An order that was begun earlier: shown, complete, empty, or cut off in the middle. */
async function takeUp(
  flow: OrderFlow,
  ticket: TillTicket,
  id: CloverId,
  context: OrderContext,
): Promise<OrderFlow | null> {
  const read = await context.till.readOrder(id);
  if (read.kind !== 'done') return rest(flow, read, context);
  if (read.value === null) return goOn(flow, { tillOrderId: null }, 'was gone', context);
  switch (compareOrder(read.value, ticket)) {
    case 'shown':
      return goOn(
        flow,
        { ...PLACED(context), tillAmount: read.value.totalAmount + ticket.tipAmount },
        'shown',
        context,
      );
    case 'complete':
      return showOrder(flow, ticket, id, context);
    case 'empty':
      return fillOrder(flow, ticket, id, context);
    case 'partial':
      return abandon(flow, id, context);
  }
}

/** Nothing is added to what may be there already: another one is begun, and nobody ever sees this one. */
function abandon(flow: OrderFlow, id: CloverId, context: OrderContext): OrderFlow | null {
  const abandoned = [...flow.abandoned, id];
  if (abandoned.length >= MOST_TRIES) return hold(flow, 'person', createFailure('ORDER_NOT_PLACED'), context);
  return goOn(flow, { step: 'seen', tillOrderId: null, abandoned }, 'begun anew', context);
}

async function fillOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  id: CloverId,
  context: OrderContext,
): Promise<OrderFlow | null> {
  const { till } = context;
  const lines = await till.addLines(id, ticket.lines);
  if (lines.kind === 'rejected') return refuse(flow, lines.failure, context);
  if (lines.kind !== 'done') return rest(flow, lines, context);
  if (ticket.discounts.length > 0) {
    const discounts = await till.addDiscounts(id, ticket.discounts);
    if (discounts.kind === 'rejected') return refuse(flow, discounts.failure, context);
    if (discounts.kind !== 'done') return rest(flow, discounts, context);
  }
  const read = await till.readOrder(id);
  if (read.kind !== 'done') return rest(flow, read, context);
  if (read.value === null || compareOrder(read.value, ticket) !== 'complete')
    return abandon(flow, id, context);
  return showOrder(flow, ticket, id, context);
}

async function showOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  id: CloverId,
  context: OrderContext,
): Promise<OrderFlow | null> {
  const shown = await context.till.openOrder(id, ticket.totalAmount);
  if (shown.kind === 'rejected') return refuse(flow, shown.failure, context);
  if (shown.kind !== 'done') return rest(flow, shown, context);
  const text = describeTicket(ticket);
  return goOn(flow, { ...PLACED(context), tillAmount: sumTill(ticket) }, text, context, shown.requestId);
}

/** What the till does not take as it is goes to the kitchen in words; only if that is refused too, a person has to act. */
async function refuse(flow: OrderFlow, failure: Failure, context: OrderContext): Promise<OrderFlow | null> {
  const { store, planner, bell } = context;
  if (flow.ticket?.isAttention) return hold(flow, 'person', failure, context);
  const read = await store.readOrder(flow.wooId);
  if (read.kind !== 'done') return rest(flow, read, context);
  if (read.value === null) return hold(flow, 'closed', createFailure('ORDER_GONE'), context);
  const abandoned = flow.tillOrderId === null ? flow.abandoned : [...flow.abandoned, flow.tillOrderId];
  const ticket = await planner.planAttention(read.value, abandoned.length, failure);
  if (!ticket.ok) return hold(flow, 'person', ticket.failure, context);
  const change = { ticket: ticket.value, tillOrderId: null, abandoned };
  const next = goOn(flow, change, `refused: ${failure.code}; goes in words`, context);
  bell.ringFlagged(next);
  return next;
}

/** With the tip, which the till keeps with the payment (clover.md 7.4). */
const sumTill = ({ totalAmount, tipAmount }: TillTicket): number => totalAmount + tipAmount;

const describeTicket = ({ lines, isAttention }: TillTicket): string =>
  `${lines.length} lines${isAttention ? ', in words' : ''}`;
