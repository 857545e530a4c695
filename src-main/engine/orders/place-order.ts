import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { forgetOlder, isOlder } from '../../domain/orders/older-order.ts';
import { decideDue } from '../../domain/orders/order-due.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import { hasLosses } from '../../domain/orders/ticket-losses.ts';
import { listReferences, makeMarker } from '../../domain/orders/ticket-reference.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { OrderChange } from '../order-ledger.ts';
import type { TillOrder } from '../order-ports.ts';
import { beginAnew, countAttempts } from './begin-anew.ts';
import { compareOrder, findGap, type OrderGap } from './compare-order.ts';
import type { OrderContext, Step } from './order-context.ts';
import { doubt, goOn, hold, isDoubtful, rest } from './order-rest.ts';
import { isByHand } from './see-order.ts';

/** An order that the till refuses as often as this is for a person. */
const MOST_TRIES = 6;
/** So often another order is begun after a lost answer. */
const SAFE_TRIES = 2;
/** The till's index may lag behind an order by minutes (clover.md 7.7), and clocks differ. */
const SEARCH_BACK_MS = 30 * 60_000;
/** The store's time of an order is not the till's. */
const WRONG_CLOCK_MS = 24 * 60 * 60_000;

/** What is to be sent is decided from the order as it is now, and committed before the first call. */
export const planOrder: Step = async (flow, context) => {
  const { planner, desk, bell } = context;
  const order = await readDue(flow, context);
  if (order === null) return null;
  const ticket = await planner.plan(order, countAttempts(flow.abandoned, flow));
  if (!ticket.ok) return rest(flow, { kind: 'unknown', failure: ticket.failure }, context);
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
  context.stock.watch(planned);
  if (ticket.value.isAttention || ticket.value.remarks.some(({ isFlagged }) => isFlagged))
    bell.ringFlagged(planned);
  return planned;
};

/** The store's order as it is now; null where it rests, waits, or is over, and what was begun stays unseen. */
async function readDue(flow: OrderFlow, context: OrderContext): Promise<WebOrder | null> {
  const read = await context.store.readOrder(flow.wooId);
  if (read.kind !== 'done') return rest(flow, read, context);
  const order = read.value;
  const { abandoned, tillOrderId } = beginAnew(flow);
  const unseen = { abandoned, tillOrderId };
  if (order === null) return hold(flow, 'closed', createFailure('ORDER_GONE'), context, unseen);
  const { isDue, isOver, failure } = decideDue(order, context.settings);
  if (isDue) return order;
  const storeStatus = order.status;
  return isOver
    ? hold(flow, 'closed', failure, context, { ...unseen, storeStatus })
    : hold(flow, 'not-due', failure, context, { storeStatus });
}

/**
 * Makes the order on the till. It is begun without a state, so that nobody sees it (clover.md 7.1), filled, read
 * back, and only then shown: whatever is lost on the way leaves nothing that anybody could cook twice.
 */
export const placeOrder: Step = async (flow, context) => {
  const { ticket } = flow;
  if (ticket === null) return goOn(flow, { step: 'seen' }, 'planned anew', context);
  if (flow.tillOrderId !== null) return takeUp(flow, ticket, flow.tillOrderId, context);
  if (isOlder(flow)) {
    const found = await findEarlier(flow, ticket, context);
    if (found !== 'none') return found;
    // The till knows nothing of it: it is an order like any other.
    return placeOrder(context.orders.update(flow.wooId, { toldRefunds: forgetOlder(flow) }), context);
  }
  if (flow.tries > 0) {
    const found = await findVisible(flow, ticket, context);
    if (found !== 'none') return found;
  }
  const begun = await beginOrder(flow, ticket, context);
  if (begun === null) return null;
  // What waited for the till may have been deleted since, and no list of the store's changes tells that.
  if (flow.failure !== null && (await readDue(begun.flow, context)) === null) return null;
  return fillOrder(begun.flow, ticket, begun.id, context);
};

/** Any attempt of a time that the data file does not know; its order was made before it was seen here again. */
async function findEarlier(
  flow: OrderFlow,
  ticket: TillTicket,
  context: OrderContext,
): Promise<OrderFlow | null | 'none'> {
  const seenMs = Math.min(flow.seenMs, flow.createdMs) - WRONG_CLOCK_MS;
  for (const reference of listReferences(ticket.reference, MOST_TRIES)) {
    const found = await findVisible({ ...flow, seenMs }, { ...ticket, reference }, context);
    if (found !== 'none') return found;
  }
  return 'none';
}

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
  const tillAmount = first.totalAmount + ticket.tipAmount;
  return notePlaced(flow, { tillOrderId: first.id, tillAmount }, 'found', context);
}

function notePlaced(
  flow: OrderFlow,
  change: OrderChange,
  text: EventText,
  context: OrderContext,
  requestId?: string,
): OrderFlow {
  const step = { step: 'placed' as const, placedMs: context.clock.nowMs() };
  const placed = goOn(flow, { ...step, ...change }, text, context, requestId);
  context.stock.notePlaced(placed);
  return placed;
}

async function beginOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  context: OrderContext,
): Promise<{ readonly flow: OrderFlow; readonly id: CloverId } | null> {
  const { till, desk } = context;
  const type = await desk.findOrderType();
  if (type.kind !== 'done') return waitForType(flow, type, context);
  const begun = await till.beginOrder({
    reference: ticket.reference,
    title: ticket.title,
    note: ticket.note,
    orderTypeId: type.value,
    // Where prices hold the tax there is none to take away: the till's report of it stays right.
    isTaxRemoved: ticket.tax === 'line' || ticket.tax === 'none',
    customerId: flow.customerId,
  });
  if (begun.kind === 'rejected') return judgeRefusal(flow, type.value, begun.failure, context);
  if (begun.kind !== 'done') return rest(flow, begun, context);
  const next = goOn(flow, { tillOrderId: begun.value }, 'begun', context, begun.requestId);
  return { flow: next, id: begun.value };
}

const waitForType = (flow: OrderFlow, outcome: OutcomeFailure, context: OrderContext): null =>
  outcome.kind === 'rejected'
    ? hold(flow, 'prerequisite', outcome.failure, context)
    : rest(flow, outcome, context);

/** An order type that was removed since it was read is no fault of the order. */
async function judgeRefusal(
  flow: OrderFlow,
  typeId: CloverId,
  failure: Failure,
  context: OrderContext,
): Promise<null> {
  const { desk } = context;
  desk.forget();
  const type = await desk.findOrderType();
  if (type.kind !== 'done') return waitForType(flow, type, context);
  if (type.value !== typeId) return rest(flow, { kind: 'retryAfter', delayMs: 0, failure }, context);
  await refuse(flow, failure, context);
  return null;
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
  if (read.value === null) {
    // Somebody saw it and took it away: it is not made again by itself.
    const mayHaveBeenSeen = flow.tillAmount !== null;
    if (mayHaveBeenSeen) return hold(flow, 'person', createFailure('ORDER_GONE_ON_TILL'), context);
    return goOn(flow, { tillOrderId: null }, 'was gone', context);
  }
  const found = compareOrder(read.value, ticket);
  // Nobody has seen it yet: it goes on only where the store still has it.
  const isUnseen = found !== 'shown' && flow.tillAmount === null;
  if (isUnseen && (await readDue(flow, context)) === null) return null;
  switch (found) {
    case 'shown':
      // Somebody else made it visible before it was filled; what becomes of it is told when this order is over.
      // Once we may have shown it ourselves, staff took lines away: it is their order then.
      if (flow.tillAmount === null && isUnfinished(read.value, ticket)) return abandon(flow, id, context);
      return notePlaced(flow, { tillAmount: read.value.totalAmount + ticket.tipAmount }, 'shown', context);
    case 'complete':
      return showOrder(flow, ticket, id, context);
    case 'lacking':
      return completeOrder(flow, ticket, read.value, context);
    case 'other':
      return abandon(flow, id, context);
  }
}

/** We show an order together with its total, and only when all of it is there. */
const isUnfinished = (order: TillOrder, ticket: TillTicket): boolean =>
  order.totalAmount !== ticket.totalAmount && order.lines.length < ticket.lines.length;

/**
 * What was begun without a lost answer is filled. After one, something may still be on its way: another order is
 * begun, which that cannot spoil; only where answers are lost again and again is what is there completed.
 */
function completeOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  order: TillOrder,
  context: OrderContext,
): Promise<OrderFlow | null> | OrderFlow | null {
  const isUntouched = flow.tries === 0 && order.lines.length === 0;
  if (!isUntouched && flow.abandoned.length < SAFE_TRIES) return abandon(flow, order.id, context);
  const gap = findGap(order, ticket);
  return gap === null ? abandon(flow, order.id, context) : fillOrder(flow, ticket, order.id, context, gap);
}

/** Nothing is added to what may be there already: another one is begun, and nobody ever sees this one. */
function abandon(flow: OrderFlow, id: CloverId, context: OrderContext): OrderFlow | null {
  const abandoned = [...flow.abandoned, id];
  if (abandoned.length >= MOST_TRIES) return hold(flow, 'person', createFailure('ORDER_NOT_PLACED'), context);
  return goOn(flow, beginAnew({ ...flow, tillOrderId: id }), 'begun anew', context);
}

async function fillOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  id: CloverId,
  context: OrderContext,
  gap: OrderGap = { lines: ticket.lines, modifications: [], discounts: ticket.discounts },
): Promise<OrderFlow | null> {
  const { orders, till } = context;
  // Committed as a try before the first call: after a crash here nobody knows what is on its way.
  const begun = orders.update(flow.wooId, { tries: flow.tries + 1 });
  const filled = await fillGap(id, gap, till);
  if (filled.kind === 'rejected') return refuse(flow, filled.failure, context);
  // `rest` counts a lost answer as a try; one that was certainly not heard is none.
  if (filled.kind !== 'done') return rest(flow, filled, context);
  const read = await till.readOrder(id);
  if (read.kind !== 'done') return rest(begun, read, context);
  if (read.value === null || compareOrder(read.value, ticket) !== 'complete')
    return abandon(begun, id, context);
  return showOrder(begun, ticket, id, context);
}

async function fillGap(id: CloverId, gap: OrderGap, till: OrderContext['till']): Promise<Outcome<void>> {
  const lines: Outcome<void> = gap.lines.length === 0 ? NOTHING_TO_DO : await till.addLines(id, gap.lines);
  if (lines.kind !== 'done') return lines;
  for (const { lineId, modifications } of gap.modifications) {
    const added = await till.addModifications(id, lineId, modifications);
    if (added.kind !== 'done') return added;
  }
  return gap.discounts.length === 0 ? NOTHING_TO_DO : till.addDiscounts(id, gap.discounts);
}

const NOTHING_TO_DO = { kind: 'done', value: undefined, requestId: '' } as const;

async function showOrder(
  flow: OrderFlow,
  ticket: TillTicket,
  id: CloverId,
  context: OrderContext,
): Promise<OrderFlow | null> {
  const now = context.orders.get(flow.wooId);
  if (now && isByHand(now)) {
    // Somebody typed it in meanwhile: what was filled stays unseen.
    context.orders.update(flow.wooId, beginAnew({ ...now, tillOrderId: id }));
    return null;
  }
  // Committed before the call: from now on somebody may see it.
  context.orders.update(flow.wooId, { tillAmount: sumTill(ticket) });
  const shown = await context.till.openOrder(id, ticket.totalAmount);
  if (shown.kind === 'rejected') return refuse(flow, shown.failure, context);
  if (shown.kind !== 'done') return rest(flow, shown, context);
  const text = describeTicket(ticket);
  return notePlaced(flow, { tillAmount: sumTill(ticket) }, text, context, shown.requestId);
}

/** What the till does not take as it is goes to the kitchen in words; only if that is refused too, a person has to act. */
async function refuse(flow: OrderFlow, failure: Failure, context: OrderContext): Promise<OrderFlow | null> {
  const { store, planner, bell } = context;
  if (isDoubtful(flow, failure)) return doubt(flow, failure, context);
  if (flow.ticket?.isAttention) return hold(flow, 'person', sayWhatToDo(failure), context);
  const read = await store.readOrder(flow.wooId);
  if (read.kind !== 'done') return rest(flow, read, context);
  if (read.value === null) return hold(flow, 'closed', createFailure('ORDER_GONE'), context);
  const abandoned = flow.tillOrderId === null ? flow.abandoned : [...flow.abandoned, flow.tillOrderId];
  const ticket = await planner.planAttention(read.value, countAttempts(abandoned, flow), failure);
  // A side that is busy now says nothing of the order: it is refused once more, and planned then.
  if (!ticket.ok) return rest(flow, { kind: 'unknown', failure: ticket.failure }, context);
  const change = { ticket: ticket.value, tillOrderId: null, tillAmount: null, abandoned };
  const next = goOn(flow, change, `refused: ${failure.code}; goes in words`, context);
  bell.ringFlagged(next);
  return next;
}

const REFUSALS: readonly string[] = ['CLOVER_REFUSED', 'CLOVER_THING_GONE'];

/** What lacks a permission has a sentence of its own; a refusal of the order itself is told with its way out. */
const sayWhatToDo = ({ code, facts }: Failure): Failure =>
  createFailure(REFUSALS.includes(code) ? 'ORDER_REFUSED' : code, facts);

/** With the tip, which the till keeps with the payment (clover.md 7.4). */
const sumTill = ({ totalAmount, tipAmount }: TillTicket): number => totalAmount + tipAmount;

const describeTicket = ({ lines, isAttention, remarks }: TillTicket): EventText =>
  `${lines.length} lines${isAttention ? ', in words' : ''}${hasLosses(remarks) ? ', signs left out' : ''}`;
