import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import type { Step } from './order-context.ts';
import { goOn, rest } from './order-rest.ts';

/** The store's staff read on the order where it is. A note whose answer was lost is not written twice. */
export const reportOrder: Step = async (flow, context) => {
  const { store, clock } = context;
  const noted = await store.addNote(flow.wooId, describeForStore(flow), false);
  if (noted.kind === 'retryAfter' || noted.kind === 'authLost') return rest(flow, noted, context);
  const kept: EventText = noted.kind === 'done' ? '' : `the store’s note: ${noted.failure.code}`;
  // What is wrong with the paper stays in sight.
  const change = { step: 'reported', reportedMs: clock.nowMs(), failure: flow.failure } as const;
  return goOn(flow, change, kept, context);
};

function describeForStore({ tillOrderId, print, paidMs, ticket }: OrderFlow): string {
  const parts = [`On the till as ${tillOrderId ?? 'nothing'}`];
  if (paidMs !== null) parts.push('payment recorded');
  if (print === 'printed') parts.push('printed in the kitchen');
  if (print === 'no-printer' || print === 'failed' || print === 'not-available') parts.push('NOT printed');
  if (ticket?.isAttention) parts.push('sent as text, please check');
  return `${parts.join(', ')}.`;
}
