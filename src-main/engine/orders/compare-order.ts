import type { TicketLine, TillTicket } from '../../domain/orders/till-ticket.ts';
import type { TillOrder, TillOrderLine } from '../order-ports.ts';

/** How far an order on the till has come. `partial`: something of the ticket is there, and not all, or more. */
export type OrderFill = 'shown' | 'complete' | 'empty' | 'partial';

/** Lines come back in no fixed order (clover.md 7.3), so they are told by what they are. */
export function compareOrder(order: TillOrder, ticket: TillTicket): OrderFill {
  if (order.state !== null) return 'shown';
  if (order.lines.length === 0 && order.discountAmount === 0) return 'empty';
  const wanted = countKeys(ticket.lines.map(nameWanted));
  const there = countKeys(order.lines.map(nameThere));
  const isSame = wanted.size === there.size && [...wanted].every(([key, count]) => there.get(key) === count);
  const discount = ticket.discounts.reduce((sum, { amount }) => sum + amount, 0);
  return isSame && order.discountAmount === discount ? 'complete' : 'partial';
}

/** The till may cut names and texts; items, prices and modifications it keeps. */
const nameWanted = ({ itemId, priceAmount, modifications }: TicketLine): string =>
  nameParts(itemId, priceAmount, modifications);
const nameThere = ({ itemId, priceAmount, modifications }: TillOrderLine): string =>
  nameParts(itemId, priceAmount, modifications);

function nameParts(
  itemId: string | null,
  priceAmount: number,
  modifications: readonly { readonly modifierId: string | null; readonly amount: number }[],
): string {
  const parts = modifications.map(({ modifierId, amount }) => `${modifierId ?? ''}:${amount}`).sort();
  return `${itemId ?? ''} ${priceAmount} ${parts.join(' ')}`;
}

function countKeys(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
