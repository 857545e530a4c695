import { createFailure, type Failure } from '../failure.ts';
import type { Settings } from '../settings.ts';
import type { WebOrder } from './web-order.ts';

export interface Due {
  readonly isDue: boolean;
  /** It will never be due: nothing more is done with it. */
  readonly isOver: boolean;
  /** The store has the money; an order to be paid at the door is sent and stays open on the till. */
  readonly isPaid: boolean;
  /** Why it is not due. */
  readonly failure: Failure | null;
}

const DRAFTS = ['auto-draft', 'checkout-draft', 'draft', 'new'];
const ENDED = ['cancelled', 'refunded', 'trash'];
/** Paid or to be paid at the door, and being worked on. */
const WORKED_ON = ['processing', 'completed'];
/** The customer has ordered, and may still have to pay: bank transfer, cheque, a page of a bank that is open. */
const PLACED = [...WORKED_ON, 'on-hold', 'pending'];

/**
 * Whether an order goes to the till now.
 * @param connectedMs since when the app looks after this store's orders, by the store's clock; earlier ones were handled without it
 */
export function decideDue(
  order: Pick<WebOrder, 'status' | 'paidMs' | 'createdMs' | 'totalAmount' | 'refunds'>,
  settings: Pick<Settings, 'orders.sendWhen'>,
  connectedMs: number | null = null,
): Due {
  const { status } = order;
  const isPaid = order.paidMs !== null;
  const wait = (failure: Failure): Due => ({ isDue: false, isOver: false, isPaid, failure });
  const close = (failure: Failure): Due => ({ isDue: false, isOver: true, isPaid, failure });
  if (connectedMs !== null && order.createdMs < connectedMs)
    return close(createFailure('ORDER_BEFORE_CONNECTED'));
  if (ENDED.includes(status) || isRefundedInFull(order)) {
    return close(
      createFailure('ORDER_ENDED_EARLY', { status: ENDED.includes(status) ? status : 'refunded' }),
    );
  }
  if (DRAFTS.includes(status)) return wait(createFailure('ORDER_NOT_DUE', { status }));
  if (listDueStatuses(settings).includes(status))
    return { isDue: true, isOver: false, isPaid, failure: null };
  // A plugin's own status says nothing of itself; with the money there, the shop works on the order.
  const isOwn = !PLACED.includes(status) && status !== 'failed';
  if (isOwn && isPaid && settings['orders.sendWhen'] !== 'completed') {
    return { isDue: true, isOver: false, isPaid, failure: null };
  }
  return wait(createFailure(isOwn ? 'ORDER_STATUS_UNKNOWN' : 'ORDER_NOT_DUE', { status }));
}

function listDueStatuses(settings: Pick<Settings, 'orders.sendWhen'>): readonly string[] {
  switch (settings['orders.sendWhen']) {
    case 'placed':
      return PLACED;
    case 'completed':
      return ['completed'];
    default:
      return WORKED_ON;
  }
}

function isRefundedInFull({ totalAmount, refunds }: Pick<WebOrder, 'totalAmount' | 'refunds'>): boolean {
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0);
  return totalAmount > 0 && refunded >= totalAmount;
}
