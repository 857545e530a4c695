import { LONGEST_DISCOUNT_NAME, type TicketInput } from './ticket-input.ts';
import { cleanLine, cutText } from './ticket-text.ts';
import type { TicketDiscount } from './till-ticket.ts';

export interface PlannedReductions {
  readonly discounts: readonly TicketDiscount[];
  /** What coupons promise beyond what they took off the lines: store credit is taken off the total instead. */
  readonly unusedCoupons: readonly TicketDiscount[];
}

/**
 * What was taken off the lines, under the codes of the coupons that did it; the rest was done by hand.
 * @param reductionAmount what the lines say, which is what was charged; not negative
 */
export function planReductions(reductionAmount: number, input: TicketInput): PlannedReductions {
  const discounts: TicketDiscount[] = [];
  const unusedCoupons: TicketDiscount[] = [];
  let rest = reductionAmount;
  for (const coupon of input.order.coupons) {
    const name = cutText(cleanLine(coupon.code) || 'Coupon', LONGEST_DISCOUNT_NAME);
    const worth = Math.max(0, coupon.amount + (input.till.pricesIncludeTax ? coupon.taxAmount : 0));
    const used = Math.min(rest, worth);
    rest -= used;
    if (used > 0) discounts.push({ name, amount: -used });
    if (worth > used) unusedCoupons.push({ name, amount: used - worth });
  }
  const last = discounts.at(-1);
  // The store rounds each line and each coupon by itself: those cents are the coupon's.
  if (last && rest <= input.order.lines.length)
    discounts.splice(-1, 1, { ...last, amount: last.amount - rest });
  else if (rest > 0) discounts.push({ name: 'Discount', amount: -rest });
  return { discounts, unusedCoupons };
}
