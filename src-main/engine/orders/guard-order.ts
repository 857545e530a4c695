import { createFailure } from '../../domain/failure.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { OrderContext } from './order-context.ts';
import { advanceOrder } from './order-lane.ts';
import { type HoldContext, hold } from './order-rest.ts';

/**
 * Works on one order so that whatever goes wrong in the program itself stays with it (promises.md P6): it waits
 * for a person, and all others go on. A data file that takes nothing any more still ends the work. Nothing is wrong
 * with an order that is told to make way while it waits for a side: it goes on where its last commit left it.
 */
export async function workOnOrder(flow: OrderFlow, context: OrderContext): Promise<void> {
  if (flow.hold !== null) {
    parkDamaged(flow, context);
    return;
  }
  try {
    await context.turns(flow.wooId, (hasWaited) =>
      advanceOrder((hasWaited ? context.orders.get(flow.wooId) : null) ?? flow, context),
    );
  } catch (error) {
    if (!context.signal.aborted) parkBroken(flow, error, context);
  }
}

/** The same for a look at one order among many. */
export function lookAtOrder(flow: OrderFlow, context: HoldContext, look: () => void): void {
  try {
    look();
  } catch (error) {
    parkBroken(flow, error, context);
  }
}

const parkBroken = (flow: OrderFlow, error: unknown, context: HoldContext): null =>
  hold(flow, 'person', createFailure('ORDER_BROKEN', { where: nameError(error) }), context);

/** What could not be read of it is given up, so that a person can let it go on with the rest (promises.md P8). */
function parkDamaged(flow: OrderFlow, context: OrderContext): void {
  const { ticket, abandoned, toldRefunds } = flow;
  hold(flow, 'person', flow.failure, context, { ticket, abandoned, toldRefunds });
}

/** Kind and place of a mistake. Its message is left out: it may hold what a customer wrote. */
function nameError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const place = /([\w-]+\.[cm]?[jt]s:\d+)/.exec(error.stack ?? '')?.[1];
  return [error.name, place].filter((part) => part !== undefined).join(' in ');
}
