import { foldText } from '../name-fold.ts';
import { LONGEST_DISCOUNT_NAME, LONGEST_NAME, type TicketInput } from './ticket-input.ts';
import { cleanLine, cutText } from './ticket-text.ts';
import type { TicketDiscount, TicketLine } from './till-ticket.ts';
import type { WebCharge, WebOrder } from './web-order.ts';

const TIP_NAMES =
  /(^|[^\p{L}])(tips?|gratuity|trinkgeld|pourboire|propina|mancia|fooi|gorjeta|dricks|drikkepenge)([^\p{L}]|$)/iu;
/** Meta rows by which tip plugins mark their fee. */
const TIP_META = /^_?(is_tip|tip|tip_amount|wpslash_tip|wc_?tip|order_tip|.*_tipping|exwf_tip)$/i;

export interface PlannedCharges {
  readonly lines: readonly TicketLine[];
  readonly discounts: readonly TicketDiscount[];
  readonly tipAmount: number;
  /** Of the tips, which are no part of the order's taxes then. */
  readonly tipTaxAmount: number;
}

/**
 * Fees, shipping and tips. A tip belongs to the payment and not into the total (clover.md 7.4). Where nothing is paid
 * yet, or nothing but the tip, there is no payment that could carry it: then it is a line.
 */
export function planCharges(input: TicketInput): PlannedCharges {
  const { order, till } = input;
  const lines: TicketLine[] = [];
  const discounts: TicketDiscount[] = [];
  let tipAmount = 0;
  let tipTaxAmount = 0;
  const isTip = (fee: WebCharge): boolean => fee.amount > 0 && isTipFee(fee, input.rules.tipNames);
  const isCarried = canPaymentCarry(order, order.fees.filter(isTip));
  const add = (charge: WebCharge, kind: 'fee' | 'shipping', isRevenue: boolean) => {
    const amount = charge.amount + (till.pricesIncludeTax ? charge.taxAmount : 0);
    const name = cleanLine(charge.name) || (kind === 'fee' ? 'Fee' : 'Shipping');
    if (amount < 0) discounts.push({ name: cutText(name, LONGEST_DISCOUNT_NAME), amount });
    else lines.push(makeChargeLine(name, amount, kind, isRevenue));
  };
  for (const fee of order.fees) {
    if (isTip(fee) && isCarried) {
      tipAmount += fee.amount + fee.taxAmount;
      tipTaxAmount += fee.taxAmount;
    } else add(fee, 'fee', !isTip(fee));
  }
  for (const shipping of order.shipping) {
    // A way of shipping that costs nothing (pickup) is told in the note.
    if (shipping.amount !== 0 || shipping.taxAmount !== 0) add(shipping, 'shipping', false);
  }
  return { lines, discounts, tipAmount, tipTaxAmount };
}

/** The till takes no payment of zero (clover.md 7.7): a gift card may have paid for all but the tip. */
function canPaymentCarry(order: WebOrder, tips: readonly WebCharge[]): boolean {
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
  const paid = order.totalAmount - sum(order.refunds.map(({ amount }) => amount));
  return order.paidMs !== null && paid > sum(tips.map(({ amount, taxAmount }) => amount + taxAmount));
}

export const isTipFee = (fee: WebCharge, names: readonly string[]): boolean =>
  TIP_NAMES.test(fee.name) ||
  fee.meta.some(({ key }) => TIP_META.test(key)) ||
  names.some((name) => foldText(name) === foldText(fee.name));

/** A custom line of the order as a whole. */
export const makeChargeLine = (
  name: string,
  priceAmount: number,
  kind: 'fee' | 'shipping' | 'tax',
  isRevenue: boolean,
): TicketLine => ({
  storeLineId: null,
  kind,
  itemId: null,
  name: cutText(name, LONGEST_NAME),
  priceAmount,
  modifications: [],
  note: '',
  isRevenue,
});
