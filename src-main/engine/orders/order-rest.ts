import type { Failure } from '../../domain/failure.ts';
import type { OrderFlow, OrderHold } from '../../domain/orders/order-flow.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import type { OutcomeFailure } from '../../domain/outcome.ts';
import type { OrderChange } from '../order-ledger.ts';
import type { OrderContext } from './order-context.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A side that no longer takes our keys is asked again at this pace; a person has been told. */
const KEYS_WAIT_MS = 30_000;

/** So often a refusal of this app itself may be a hiccup: half a minute, then a person is told. */
const MOST_DOUBTS = 5;

/** Refused for what this app may do, which says nothing of the order: a till was seen to refuse a good token for seconds. */
export const isDoubtful = ({ tries }: OrderFlow, { code }: Failure): boolean =>
  code === 'CLOVER_PERMISSION_MISSING' && tries < MOST_DOUBTS;

/** Asks once more in a moment. Always answers null. */
export const doubt = (flow: OrderFlow, failure: Failure, context: OrderContext): null =>
  rest(flow, { kind: 'rejected', failure, status: 401 }, context);

/** The order waits for what every call may meet: a busy side, lost keys, a lost answer. Always answers null. */
export function rest(flow: OrderFlow, outcome: OutcomeFailure, context: OrderContext): null {
  const { orders, clock } = context;
  const isTry = outcome.kind === 'unknown' || outcome.kind === 'rejected';
  const tries = flow.tries + (isTry ? 1 : 0);
  orders.update(flow.wooId, {
    tries,
    failure: outcome.failure,
    notBeforeMs: clock.nowMs() + findWaitMs(outcome, tries),
  });
  return null;
}

function findWaitMs(outcome: OutcomeFailure, tries: number): number {
  if (outcome.kind === 'retryAfter')
    return Math.min(Math.max(outcome.delayMs, FIRST_WAIT_MS), LONGEST_WAIT_MS);
  if (outcome.kind === 'authLost') return KEYS_WAIT_MS;
  return Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_MS);
}

/** What it takes to hold an order. */
export type HoldContext = Pick<OrderContext, 'orders' | 'clock' | 'bell'>;

/** The order does not go on by itself. Always answers null. */
export function hold(
  flow: OrderFlow,
  why: OrderHold,
  failure: Failure | null,
  context: HoldContext,
  change: OrderChange = {},
): null {
  const { orders, clock, bell } = context;
  const event = { atMs: clock.nowMs(), what: why, text: failure?.code ?? '', requestId: '' };
  // What waits is tried with every look: its timeline says so once.
  const isTold = failure !== null && flow.failure?.code === failure.code;
  const held = orders.update(flow.wooId, { ...change, hold: why, failure }, isTold ? undefined : event);
  if (why === 'person' && failure) bell.ringLost(held, failure);
  if (why === 'closed' && failure) bell.hush(held);
  if (why === 'prerequisite' && failure) bell.ringPrerequisite(failure);
  return null;
}

/** The next step is committed, with a clean slate of tries. */
export function goOn(
  flow: OrderFlow,
  change: OrderChange,
  text: EventText,
  { orders, clock }: OrderContext,
  requestId = '',
): OrderFlow {
  const event = { atMs: clock.nowMs(), what: change.step ?? flow.step, text, requestId };
  const isNews = change.step !== undefined || text !== '';
  return orders.update(flow.wooId, { ...CLEAN_SLATE, ...change }, isNews ? event : undefined);
}

/** The same for what was carried from one side to the other, whatever step the order is at. */
export function carryOn(
  flow: OrderFlow,
  change: OrderChange,
  text: string,
  { orders, clock }: OrderContext,
): OrderFlow {
  const event = { atMs: clock.nowMs(), what: 'status', text, requestId: '' };
  return orders.update(flow.wooId, { ...CLEAN_SLATE, ...change }, text === '' ? undefined : event);
}

const CLEAN_SLATE = { tries: 0, failure: null, notBeforeMs: 0 } as const;
