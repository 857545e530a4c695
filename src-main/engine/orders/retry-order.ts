import { createFailure } from '../../domain/failure.ts';
import { canBeSentAnew, hasEndedOnTill } from '../../domain/orders/order-ended.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { EventText } from '../../domain/orders/order-story.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OrderChange } from '../order-ledger.ts';
import { beginAnew, noteOver } from './begin-anew.ts';
import { STOCK_MARKS } from './order-stock.ts';
import { isByHand } from './see-order.ts';

interface Retry {
  readonly change: OrderChange;
  readonly text: EventText;
}

/** What changes when a person lets an order go on; fails with what has to be done first. */
export function decideRetry(flow: OrderFlow): Attempt<Retry> {
  const { hold, step, failure, number } = flow;
  const isWaiting = hold !== null && (hold !== 'closed' || isByHand(flow));
  if (canBeSentAnew(flow)) return succeed({ change: sendAnew(flow), text: 'sent anew' });
  if (failure && hasEndedOnTill(flow)) return fail(failure);
  if (!isWaiting) return fail(createFailure('ORDER_NOT_WAITING', { order: number }));
  const again = { hold: null, failure: null, tries: 0, notBeforeMs: 0 } as const;
  const change = step === 'placing' ? { ...again, ...beginAnew(flow) } : again;
  return succeed({ change, text: 'a person lets it go on' });
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
