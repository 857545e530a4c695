import { createFailure, type Failure } from '../../domain/failure.ts';
import { readMinorDigits } from '../../domain/money.ts';
import { ENDED_STATUSES } from '../../domain/orders/order-ended.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { isRefunded, wasPaid } from '../../domain/orders/order-status.ts';
import { decideStatus, type StatusAction } from '../../domain/orders/order-status-decision.ts';
import { addToNote, writeMark } from '../../domain/orders/order-status-mark.ts';
import { decideRefunds } from '../../domain/orders/order-status-refund.ts';
import { writeStatus } from '../../domain/orders/order-story.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { OutcomeFailure } from '../../domain/outcome.ts';
import type { TillOrder } from '../order-ports.ts';
import { beginAnew } from './begin-anew.ts';
import { leaveOnTill, wasToldEnd } from './gone-order.ts';
import type { OrderContext, Step } from './order-context.ts';
import { carryOn, hold, rest } from './order-rest.ts';
import { readStatusOnTill } from './till-signs.ts';

/** Carries a status to the other side (features.md, ruling for F7-F10). Both sides are read fresh before a word is said. */
export const carryStatus: Step = async (flow, context) => {
  const order = await context.store.readOrder(flow.wooId);
  if (order.kind !== 'done') return rest(flow, order, context);
  if (flow.placedMs === null || flow.tillOrderId === null) return stopEarly(flow, order.value, context);
  if (order.value === null && !wasToldEnd(flow)) return leaveOnTill(flow, context);
  const onTill = await context.till.readOrder(flow.tillOrderId);
  if (onTill.kind !== 'done') return rest(flow, onTill, context);
  // A cashier's payment may be seen here first, together with what came after it.
  if (onTill.value && wasPaid(onTill.value) && flow.paidMs === null) context.stock.noteSold(flow);
  const there: Sides = { order: order.value, onTill: onTill.value };
  const tillStatus = onTill.value === null ? 'cancelled' : readStatusOnTill(onTill.value, context.settings);
  const decision = decideStatus({
    store: { status: order.value?.status ?? 'trash', isPaid: order.value?.paidMs !== null },
    till: {
      status: tillStatus,
      hasPayment: (onTill.value?.payments ?? []).some(({ isSuccess }) => isSuccess),
    },
    toldStore: flow.toldStore,
    toldTill: flow.toldTill,
  });
  const refunds = readRefunds(flow, there, context);
  const actions = [...decision.actions, ...refunds.actions];
  const idle = new Set<StatusAction>();
  for (const action of actions) {
    const done = await act(action, decision.actions, flow, there, context);
    if (done === 'moved') return carryOn(flow, { isStatusDue: true }, MOVED, context);
    if (done === 'nothing') idle.add(action);
    else if (done !== 'done') return rest(flow, done, context);
  }
  const isPart = !ENDED_STATUSES.includes(tillStatus);
  if (isPart) context.stock.giveBackLines(flow, listRefunded(onTill.value));
  const isOver = ENDED_STATUSES.includes(decision.toldTill) && flow.step !== 'reported';
  const carried = carryOn(
    flow,
    {
      ...keepTries(flow),
      // What a person has to look at stays in sight.
      ...(isOver && decision.flag ? { step: 'reported' as const } : {}),
      isStatusDue: false,
      storeStatus: order.value?.status ?? 'gone',
      tillStatus,
      toldStore: decision.toldStore,
      toldTill: decision.toldTill,
      toldRefunds: joinMarks(flow, refunds.toldRefunds, context),
      failure: decision.flag ?? flow.failure,
    },
    writeStatus(
      actions.filter((action) => !idle.has(action)),
      { store: order.value?.status ?? 'gone', till: tillStatus },
    ),
    context,
  );
  if (decision.flag) ring(carried, decision.flag, context);
  return isOver && !decision.flag ? hold(carried, 'closed', null, context) : carried;
};

/** Of an order that is gone nothing goes to the kitchen any more. */
const ring = (flow: OrderFlow, flag: Failure, { bell }: OrderContext): void =>
  flag.code === 'ORDER_GONE_ON_TILL' ? bell.ringLost(flow, flag) : bell.ringFlagged(flow);

const MOVED = 'the store moved meanwhile';

const listRefunded = (order: TillOrder | null): TillOrder['lines'] =>
  (order?.lines ?? []).filter(({ isRefunded, isVoided }) => isRefunded && !isVoided);

interface Sides {
  readonly order: WebOrder | null;
  readonly onTill: TillOrder | null;
}

/** Called off before anybody saw it on the till: what was begun there stays unseen. */
function stopEarly(flow: OrderFlow, order: WebOrder | null, context: OrderContext): OrderFlow | null {
  const status = order?.status ?? 'gone';
  if (!ENDED_STATUSES.includes(status))
    return carryOn(flow, { ...keepTries(flow), isStatusDue: false, storeStatus: status }, status, context);
  const { abandoned, tillOrderId } = beginAnew(flow);
  const change = { isStatusDue: false, storeStatus: status, toldTill: status, abandoned, tillOrderId };
  return hold(flow, 'closed', createFailure('ORDER_ENDED_EARLY', { status }), context, change);
}

/** The step that it is at goes on where it was. */
const keepTries = ({ tries, notBeforeMs, failure }: OrderFlow) => ({ tries, notBeforeMs, failure });

/** Marks that were set meanwhile stay. */
const joinMarks = ({ wooId, toldRefunds }: OrderFlow, told: readonly string[], { orders }: OrderContext) => [
  ...new Set([...(orders.get(wooId)?.toldRefunds ?? toldRefunds), ...told]),
];

function readRefunds(flow: OrderFlow, { order, onTill }: Sides, { currency }: OrderContext) {
  if (order === null) return { actions: [], pieces: [], toldRefunds: flow.toldRefunds };
  return decideRefunds({
    order,
    tillRefunds: onTill?.refunds ?? [],
    isTillFull: onTill !== null && isRefunded(onTill),
    digits: readMinorDigits(currency),
    toldRefunds: flow.toldRefunds,
    placedMs: flow.placedMs ?? 0,
  });
}

async function act(
  action: StatusAction,
  all: readonly StatusAction[],
  flow: OrderFlow,
  { order, onTill }: Sides,
  context: OrderContext,
): Promise<'done' | 'nothing' | 'moved' | OutcomeFailure> {
  const { store, till, stock, say: putInWords } = context;
  const id = flow.tillOrderId;
  switch (action.kind) {
    case 'set-store': {
      const set = await store.setStatus(flow.wooId, action.from, action.to);
      if (set.kind !== 'done') return set;
      return set.value.isDone ? 'done' : 'moved';
    }
    case 'note-store': {
      const noted = await store.addNote(flow.wooId, putInWords(action.says), false);
      // One note too few is better than the same note again and again.
      return noted.kind === 'retryAfter' || noted.kind === 'authLost' ? noted : 'done';
    }
    case 'mark-till': {
      if (id === null || onTill === null || flow.ticket === null) return 'done';
      return settle(await till.describeOrder(id, writeMark(flow.ticket, onTill.note, action.mark)));
    }
    case 'note-till': {
      if (id === null || onTill === null) return 'done';
      return settle(await till.describeOrder(id, { note: addToNote(onTill.note, putInWords(action.says)) }));
    }
    case 'delete-till':
      return id === null ? 'done' : settle(await till.deleteOrder(id));
    case 'restock':
      return stock.giveBack(flow, order, readEnd(all, order)) ? 'done' : 'nothing';
  }
}

/** How the store's order stands when all of it is done, and which side began. */
function readEnd(all: readonly StatusAction[], order: WebOrder | null) {
  const set = all.find((action) => action.kind === 'set-store');
  return { status: set?.to ?? order?.status ?? 'gone', isFromTill: set !== undefined };
}

/** What the other side refuses for good is not asked again; the timeline has it. */
const settle = (outcome: { readonly kind: 'done' } | OutcomeFailure): 'done' | OutcomeFailure =>
  outcome.kind === 'done' || outcome.kind === 'rejected' ? 'done' : outcome;
