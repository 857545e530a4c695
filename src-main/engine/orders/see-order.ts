import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { OrderLane } from '../../domain/orders/order-lane.ts';
import type { OrderChange, OrderOverview } from '../order-ledger.ts';

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
