import type { Settings } from '../settings.ts';
import type { TillOrderStatus } from './order-flow.ts';
import { readMark } from './order-status-mark.ts';

export type TillPaymentState =
  | 'open'
  | 'paid'
  | 'partly-paid'
  | 'refunded'
  | 'partly-refunded'
  | 'credited'
  | 'unknown';

/** What of a till's order says how it stands. */
export interface TillOrderSigns {
  readonly state: string | null;
  readonly note: string;
  readonly totalAmount: number;
  readonly paymentState: TillPaymentState;
  readonly isDeleted: boolean;
  readonly lines: readonly { readonly isVoided: boolean; readonly isRefunded: boolean }[];
  readonly payments: readonly { readonly amount: number; readonly isSuccess: boolean }[];
  readonly refunds: readonly { readonly amount: number }[];
  /** The kitchen display's newest word. */
  readonly fulfillment: string;
}

type RefundSigns = Pick<TillOrderSigns, 'paymentState' | 'refunds' | 'payments' | 'lines'>;

/** Words of displays are free (clover.md 7.8); these leave no doubt. */
const FULFILLED = ['fulfilled', 'completed', 'complete', 'picked_up', 'picked up', 'delivered'];

/**
 * How the till's order stands, as far as Clover can say it (features.md, ruling for F7-F10): the last word of
 * cancelled, refunded, fulfilled, partly refunded, paid and open that holds.
 */
export function readTillStatus(
  order: TillOrderSigns,
  settings: Pick<Settings, 'orders.lockedIsFulfilled'>,
): TillOrderStatus {
  const mark = readMark(order.note);
  if (order.isDeleted || mark === 'cancelled' || isEvery(order.lines, ({ isVoided }) => isVoided))
    return 'cancelled';
  if (mark === 'refunded' || isRefunded(order)) return 'refunded';
  if (mark === 'fulfilled' || isFulfilled(order, settings)) return 'fulfilled';
  if (order.paymentState === 'partly-refunded' || order.refunds.length > 0) return 'partly-refunded';
  return isPaid(order) ? 'paid' : 'open';
}

const isPaid = ({ paymentState }: TillOrderSigns): boolean => paymentState === 'paid';

const ONCE_PAID: readonly TillOrderSigns['paymentState'][] = ['paid', 'partly-refunded', 'refunded'];

/** Whether it was paid once, whatever came after: an order may be paid and handed over between two looks. */
export const wasPaid = ({ paymentState }: Pick<TillOrderSigns, 'paymentState'>): boolean =>
  ONCE_PAID.includes(paymentState);

/**
 * Whether all of it was given back. Refunds hold tax and tip, payments the tip beside the amount: what was paid
 * without it decides (clover.md 7.8).
 */
export function isRefunded({ paymentState, refunds, payments, lines }: RefundSigns): boolean {
  if (paymentState === 'refunded' || paymentState === 'credited') return true;
  const back = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const paid = payments.filter(({ isSuccess }) => isSuccess).reduce((sum, { amount }) => sum + amount, 0);
  return (paid > 0 && back >= paid) || isEvery(lines, ({ isRefunded: isBack }) => isBack);
}

function isFulfilled(order: TillOrderSigns, settings: Pick<Settings, 'orders.lockedIsFulfilled'>): boolean {
  if (FULFILLED.includes(order.fulfillment.trim().toLowerCase())) return true;
  const isLocked = order.state?.toLowerCase() === 'locked';
  return settings['orders.lockedIsFulfilled'] === 'on' && isLocked && isPaid(order);
}

const isEvery = <T>(all: readonly T[], test: (one: T) => boolean): boolean =>
  all.length > 0 && all.every(test);
