import { sayPrintNothing } from '../../../src-preload/contract/order-ends.ts';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

/** The one line about it in the list. */
export const sayTroubleShort = (order: OrderRowShape): string | null =>
  order.failure && (sayPrintNothing(order) ?? order.failure).message;

/** What a failure means for the order first, since that is what somebody in the kitchen asks; then why. */
export function sayTrouble(order: OrderRowShape): FailureShape | null {
  const { failure, hold, placedMs, paidMs, step } = order;
  const called = sayPrintNothing(order);
  if (failure && called) return { code: failure.code, ...called };
  if (!failure || hold !== 'person' || failure.code.startsWith('ORDER_')) return failure;
  const { code, message, hint } = failure;
  if (placedMs === null)
    return {
      code,
      message: `This order is not on the till and not in the kitchen. ${message}`,
      hint: `Type it in at the till from the ticket below, or choose "Try again". ${hint}`,
    };
  if (paidMs === null && (step === 'placed' || step === 'paying'))
    return {
      code,
      message: `This order is on the till, but its payment is not recorded there. ${message}`,
      hint: `Record the payment on the till, or choose "Try again": nothing is recorded twice. ${hint}`,
    };
  return failure;
}
