import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { isCalledOff, lacksPaper, sayCalledOff } from './order-words.ts';

/** The kitchen may lack the ticket of an order that nobody should cook: the printer's own words would mislead. */
function sayPrintNothing(order: OrderRowShape, { code }: FailureShape): FailureShape | null {
  // Money that is still with the shop is what matters then.
  if (code === 'ORDER_GONE_ON_TILL' || !lacksPaper(order) || !isCalledOff(order)) return null;
  return {
    code,
    message: `${sayCalledOff(order) ?? 'Deleted'}: print nothing.`,
    hint: 'A ticket was not printed, and none is needed. Make sure that the kitchen does not make the order, then choose "Seen".',
  };
}

/** The one line about it in the list. */
export const sayTroubleShort = (order: OrderRowShape): string | null =>
  order.failure && (sayPrintNothing(order, order.failure) ?? order.failure).message;

/** What a failure means for the order first, since that is what somebody in the kitchen asks; then why. */
export function sayTrouble(order: OrderRowShape): FailureShape | null {
  const { failure, hold, placedMs, paidMs, step } = order;
  const called = failure && sayPrintNothing(order, failure);
  if (called) return called;
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
