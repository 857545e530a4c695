import type { OrderFlow } from '../../domain/orders/order-flow.ts';
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
