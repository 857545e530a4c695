import { createFailure, type FailureCode } from '../failure.ts';
import { formatDecimal } from '../money.ts';
import { makeChargeLine } from './ticket-charges.ts';
import type { TicketInput } from './ticket-input.ts';
import type { TicketDiscount, TicketLine, TicketRemark } from './till-ticket.ts';

/** What is known of a gap between the order's parts and its total. */
export interface KnownGaps {
  /** Given back before the order was sent, less what its pieces had cost: those are left out already. */
  readonly refundAmount: number;
  readonly unusedCoupons: readonly TicketDiscount[];
}

export interface Balance {
  readonly lines: readonly TicketLine[];
  readonly discounts: readonly TicketDiscount[];
  readonly remarks: readonly TicketRemark[];
}

const GIFT_CARD = /gift.?card|_ywgc|^_?gc_|gift.?voucher|store.?credit|wallet/i;

/**
 * Closes the gap between what the parts come to and what the store took, each step under its own name:
 * refunds, coupons that work on the total, cents of rounding, gift cards. What is left has no name in the
 * order, so that it is flagged (features.md X11).
 * @param gapAmount what the store took, less what the parts come to
 */
export function balanceTicket(gapAmount: number, known: KnownGaps, input: TicketInput): Balance {
  const lines: TicketLine[] = [];
  const discounts: TicketDiscount[] = [];
  const remarks: TicketRemark[] = [];
  let gap = gapAmount;
  const close = (name: string, amount: number) => {
    if (amount === 0) return;
    gap -= amount;
    if (amount < 0) discounts.push({ name, amount });
    else lines.push(makeChargeLine(name, amount, 'fee', false));
  };
  const remark = (code: FailureCode, amount: number, isFlagged: boolean) => {
    const { currency, digits } = input.till;
    const facts = { amount: `${formatDecimal(Math.abs(amount), digits)} ${currency}` };
    remarks.push({ failure: createFailure(code, facts), storeLineId: null, isFlagged });
  };
  close('Refunded in the store', takeTowards(gap, -known.refundAmount));
  for (const { name, amount } of known.unusedCoupons) {
    if (Math.abs(gap) > readTolerance(input)) close(name, takeTowards(gap, amount));
  }
  if (Math.abs(gap) <= readTolerance(input)) close('Rounding', gap);
  if (gap < 0 && input.order.meta.some(({ key }) => GIFT_CARD.test(key))) {
    remark('ORDER_GIFT_CARD', gap, false);
    close('Gift card', gap);
  }
  if (gap !== 0) {
    remark('ORDER_TOTAL_ADJUSTED', gap, true);
    close(gap < 0 ? 'Other reductions of the store' : 'Other charges of the store', gap);
  }
  return { lines, discounts, remarks };
}

/** As much of `amount` as lies on the way to close the gap. */
function takeTowards(gap: number, amount: number): number {
  if (Math.sign(gap) !== Math.sign(amount)) return 0;
  return Math.sign(gap) * Math.min(Math.abs(gap), Math.abs(amount));
}

/** The store rounds every amount by itself: each may be half a cent off. */
function readTolerance({ order }: TicketInput): number {
  const amounts = order.lines.length * 2 + order.fees.length + order.shipping.length + order.taxes.length;
  return Math.max(1, Math.ceil((amounts + order.coupons.length) / 2));
}
