import { createFailure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { isKnownOver } from './begin-anew.ts';
import type { OrderContext } from './order-context.ts';

/** Orders whose leftovers are seen to in one turn: nobody waits for it. */
const FLOWS_A_TURN = 5;
/** So long a refusal of this app itself may be a hiccup: a till was seen to refuse a good token for seconds. */
const DOUBT_MS = 2 * 60_000;

/**
 * Removes what was begun on the till for orders that are over now, and was never shown. One that somebody sees
 * after all is left alone, and told of: it may have been cooked.
 */
export async function removeAbandoned(context: OrderContext): Promise<void> {
  for (const flow of context.orders.withAbandoned(FLOWS_A_TURN)) {
    for (const id of flow.abandoned) {
      if (context.signal.aborted) return;
      const isSeenTo = await removeOne(flow, id, context);
      if (!isSeenTo) return;
    }
  }
}

async function removeOne(flow: OrderFlow, id: CloverId, context: OrderContext): Promise<boolean> {
  const { till, orders, clock, bell } = context;
  const forget = (what: string, failure: OrderFlow['failure'] = null): OrderFlow => {
    const abandoned = (orders.get(flow.wooId) ?? flow).abandoned.filter((one) => one !== id);
    const event = { atMs: clock.nowMs(), what, text: id, requestId: '' };
    return orders.update(flow.wooId, { abandoned, ...(failure ? { failure } : {}) }, event);
  };
  const read = await till.readOrder(id);
  if (read.kind !== 'done') return false;
  if (read.value === null || isKnownOver(flow, id)) forget('removed');
  else if (read.value.state !== null) {
    // A step that is still to come would take the flag off again.
    if (flow.step !== 'reported' && flow.hold !== 'closed') return true;
    const failure = createFailure('ORDER_SHOWN_TWICE', { order: flow.number });
    bell.ringFlagged(forget('flagged', failure));
  } else {
    const removed = await till.deleteOrder(id);
    if (removed.kind === 'unknown' || removed.kind === 'retryAfter' || removed.kind === 'authLost')
      return false;
    // A till that lowers its counts with the lines has their pieces until then.
    const sinceMs = flow.placedMs ?? flow.seenMs;
    const isEarly = Math.abs(clock.nowMs() - sinceMs) < DOUBT_MS;
    if (removed.kind === 'rejected' && removed.failure.code === 'CLOVER_PERMISSION_MISSING' && isEarly)
      return true;
    // What the till refuses to remove stays unseen.
    forget('removed');
  }
  return true;
}
