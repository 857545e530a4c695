import { sayPrintNothing } from '../../../src-preload/contract/order-ends.ts';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';

/** The one line about it in the list. */
export const sayTroubleShort = (order: OrderRowShape): string | null =>
  order.failure && (tellPrintNothing(order) ?? order.failure).message;

/** In the words of the window. */
function tellPrintNothing(order: OrderRowShape): Pick<FailureShape, 'message' | 'hint'> | null {
  const said = sayPrintNothing(order);
  return said && { message: tell(said.message), hint: tell(said.hint) };
}

/** What a failure means for the order first, since that is what somebody in the kitchen asks; then why. */
export function sayTrouble(order: OrderRowShape): FailureShape | null {
  const { failure, hold, placedMs, paidMs, step } = order;
  const called = tellPrintNothing(order);
  if (failure && called) return { code: failure.code, ...called };
  if (!failure || hold !== 'person' || failure.code.startsWith('ORDER_')) return failure;
  const { code, message, hint } = failure;
  if (placedMs === null)
    return {
      code,
      message: t('This order is not on the till and not in the kitchen. {{message}}', { message }),
      hint: t('Type it in at the till from the ticket below, or choose "Try again". {{hint}}', { hint }),
    };
  if (paidMs === null && (step === 'placed' || step === 'paying'))
    return {
      code,
      message: t('This order is on the till, but its payment is not recorded there. {{message}}', {
        message,
      }),
      hint: t('Record the payment on the till, or choose "Try again": nothing is recorded twice. {{hint}}', {
        hint,
      }),
    };
  return failure;
}
