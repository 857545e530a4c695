import type { TillOrderStatus } from '../../domain/orders/order-flow.ts';
import { readTillStatus } from '../../domain/orders/order-status.ts';
import type { Settings } from '../../domain/settings.ts';
import type { TillOrder } from '../order-ports.ts';

/** How our order stands there. Voided lines leave it (clover.md 7.3), and ours never has none. */
export function readStatusOnTill(
  order: TillOrder,
  settings: Pick<Settings, 'orders.lockedIsFulfilled'>,
): TillOrderStatus {
  const isEmptied = order.state !== null && order.lines.length === 0 && order.payments.length === 0;
  return isEmptied ? 'cancelled' : readTillStatus(order, settings);
}

/** The only proof that the till gives (clover.md 7.10). */
export function isTicketPrinted({ lines }: TillOrder): boolean {
  const live = lines.filter(({ isVoided }) => !isVoided);
  return live.length > 0 && live.every((line) => line.isPrinted);
}
