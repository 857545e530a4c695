import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { type Job, runPool } from '../run-pool.ts';
import { workOnOrder } from './guard-order.ts';
import type { OrderContext } from './order-context.ts';

/** Orders under way at once: an order that waits for its printer never stops the next one. */
const LANES = 4;
/** Taken from the ledger at a time. */
const ORDERS_A_TURN = 100;

/**
 * Works on every order that is due, each in its own lane; an order is worked on by one lane only, and comes back
 * only when it is due again.
 * @returns how many orders were worked on
 */
export async function pumpOrders(context: OrderContext): Promise<number> {
  const { orders, clock, signal } = context;
  const taken = new Set<number>();
  let waiting: OrderFlow[] = [];
  const next = (): Job | null => {
    if (signal.aborted) return null;
    if (waiting.length === 0)
      waiting = orders
        .due(clock.nowMs(), ORDERS_A_TURN + taken.size)
        .filter(({ wooId }) => !taken.has(wooId));
    const flow = waiting.shift();
    if (!flow) return null;
    taken.add(flow.wooId);
    return () => workOnOrder(flow, context);
  };
  await runPool(next, LANES);
  return taken.size;
}

/** What waited for the till to have something is tried again: it may be there now. */
export function releasePrerequisites({ orders, clock }: Pick<OrderContext, 'orders' | 'clock'>): void {
  for (const { wooId } of orders.held('prerequisite'))
    orders.update(wooId, { hold: null, notBeforeMs: clock.nowMs() });
}
