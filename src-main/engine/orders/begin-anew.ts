import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { ATTEMPTS_A_LIFE, countLives } from '../../domain/orders/other-order.ts';
import type { OrderChange } from '../order-ledger.ts';

/** What was begun for the order stays unseen, and is removed some time; the next try is another order. */
export function beginAnew({
  tillOrderId,
  abandoned,
}: OrderFlow): Required<Pick<OrderChange, 'step' | 'tillOrderId' | 'tillAmount' | 'abandoned'>> {
  return {
    step: 'seen',
    tillOrderId: null,
    tillAmount: null,
    abandoned: tillOrderId === null ? abandoned : [...abandoned, tillOrderId],
  };
}

/** A mark on an order, with the till's number of one that was over there before a person sent it again. */
const OVER = 'over:';

/** Remembers that the order on the till is over, so that nobody takes it for a second one. */
export const noteOver = ({ tillOrderId, toldRefunds }: OrderFlow): readonly string[] =>
  tillOrderId === null ? toldRefunds : [...toldRefunds, `${OVER}${tillOrderId}`];

export const isKnownOver = ({ toldRefunds }: OrderFlow, id: string): boolean =>
  toldRefunds.includes(`${OVER}${id}`);

/**
 * How often it was begun before, counting those that are cleared away, and those of other orders that had its id: each
 * time has a reference of its own.
 */
export const countAttempts = (abandoned: readonly string[], flow: OrderFlow): number =>
  abandoned.length +
  flow.toldRefunds.filter((mark) => mark.startsWith(OVER)).length +
  countLives(flow) * ATTEMPTS_A_LIFE;
