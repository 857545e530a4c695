import { createFailure } from '../../domain/failure.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { OrderLane } from '../../domain/orders/order-lane.ts';
import type { OrderChange, OrderOverview } from '../order-ledger.ts';
import { beginAnew } from './begin-anew.ts';

/**
 * What changes when a person says that an order is dealt with.
 * @returns null where it waits for no look: it is fine, or has to be tried again first
 */
export function decideSeen({ hold, step }: OrderFlow, lane: OrderLane): OrderChange | null {
  if (lane === 'attention') return {};
  if (lane !== 'person' || hold !== null) return null;
  // Whoever looked into the kitchen knows more than the printer told: nothing is looked for any longer.
  return step === 'printing' ? { step: 'printed', failure: null, notBeforeMs: 0 } : { failure: null };
}

/**
 * What changes when a person says that the order was typed in at the till: ours is not made. What was begun stays
 * unseen and is removed.
 * @returns null where ours is there, or may be
 */
export function decideByHand(flow: OrderFlow): OrderChange | null {
  const { placedMs, tillAmount, hold } = flow;
  // A total is committed before the order is shown.
  const mayBeShown = placedMs !== null || (tillAmount !== null && hold === null);
  if (mayBeShown || hold === 'closed') return null;
  return {
    ...beginAnew(flow),
    hold: 'closed',
    failure: createFailure(BY_HAND),
    tries: 0,
    notBeforeMs: 0,
    isStatusDue: false,
  };
}

const BY_HAND = 'ORDER_BY_HAND';

/** Whether a person looks after it, whatever the store says of it later. */
export const isByHand = ({ hold, failure }: OrderFlow): boolean =>
  hold === 'closed' && failure?.code === BY_HAND;

/** Of a shop that is not connected. */
export const EMPTY_OVERVIEW: OrderOverview = {
  lanes: {
    person: 0,
    attention: 0,
    prerequisite: 0,
    received: 0,
    placed: 0,
    paid: 0,
    printed: 0,
    done: 0,
    'not-due': 0,
    closed: 0,
  },
  newest: null,
  newestPrinted: null,
};
