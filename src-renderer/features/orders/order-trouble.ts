import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';

/** What a failure means for the order first, since that is what somebody in the kitchen asks; then why. */
export function sayTrouble({ failure, hold, placedMs, paidMs, step }: OrderRowShape): FailureShape | null {
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
