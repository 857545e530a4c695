import { createFailure, type Failure } from '../../domain/failure.ts';
import { canBeSentAnew, ENDED_STATUSES, hasEndedOnTill } from '../../domain/orders/order-ended.ts';
import type { OrderFlow, PrintState } from '../../domain/orders/order-flow.ts';
import type { OrderLane } from '../../domain/orders/order-lane.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OrderChange } from '../order-ledger.ts';
import { beginAnew, noteOver } from './begin-anew.ts';
import { isByHand } from './see-order.ts';
import { STOCK_MARKS } from './stock-book.ts';

interface Retry {
  readonly change: OrderChange;
  readonly text: EventText;
}

/**
 * What changes when a person lets an order go on; fails with what has to be done first, or instead.
 * @param lane where people look for it
 */
export function decideRetry(flow: OrderFlow, lane: OrderLane): Attempt<Retry> {
  const { hold, step, failure } = flow;
  const isWaiting = hold !== null && (hold !== 'closed' || isByHand(flow));
  if (canBeSentAnew(flow)) return succeed({ change: sendAnew(flow), text: 'sent anew' });
  if (failure && hasEndedOnTill(flow)) return fail(failure);
  if (!isWaiting) return fail(explainIdle(flow, lane));
  const again = { hold: null, failure: null, tries: 0, notBeforeMs: 0 } as const;
  const change = step === 'placing' ? { ...again, ...beginAnew(flow) } : again;
  return succeed({ change, text: 'a person lets it go on' });
}

const NO_PAPER: readonly PrintState[] = ['failed', 'no-printer'];

/** Why there is nothing to try again: it goes on or is over, only its paper is missing, or it is only to be looked at. */
function explainIdle(
  { number, print, failure, storeStatus, tillStatus }: OrderFlow,
  lane: OrderLane,
): Failure {
  const facts = { order: number };
  if (lane !== 'person' && lane !== 'attention') return createFailure('ORDER_NOT_WAITING', facts);
  const lacksPaper = NO_PAPER.includes(print) || failure?.code === 'ORDER_PRINT_UNPROVED';
  const isCalledOff = [storeStatus, tillStatus ?? ''].some((status) => ENDED_STATUSES.includes(status));
  const isOnlyPaper = lane === 'person' && lacksPaper && !isCalledOff;
  return createFailure(isOnlyPaper ? 'ORDER_ONLY_PAPER' : 'ORDER_TO_BE_SEEN', facts);
}

/** As if it had just come in, but for its reference: the next order on the till is another one. */
const sendAnew = (flow: OrderFlow): OrderChange => ({
  ...beginAnew(flow),
  hold: null,
  failure: null,
  paymentId: null,
  print: 'none',
  printEventId: null,
  printAskedMs: null,
  tillStatus: null,
  toldStore: null,
  toldTill: null,
  // Its pieces are taken anew, since what came back came back.
  toldRefunds: noteOver(flow).filter((mark) => !mark.startsWith(STOCK_MARKS)),
  isStatusDue: false,
  tries: 0,
  notBeforeMs: 0,
  placedMs: null,
  paidMs: null,
  printedMs: null,
  reportedMs: null,
});
