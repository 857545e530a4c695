import type { CloverId } from '../../domain/ids.ts';
import { foldKept } from '../../domain/orders/kept-text.ts';
import type { TicketLine, TicketModification, TillTicket } from '../../domain/orders/till-ticket.ts';
import type { TillOrder, TillOrderLine } from '../order-ports.ts';

/** How far an order on the till has come. `lacking`: all that is there belongs to the ticket; `other`: something does not. */
export type OrderFill = 'shown' | 'complete' | 'lacking' | 'other';

/** What an order on the till still lacks. */
export interface OrderGap {
  readonly lines: readonly TicketLine[];
  readonly modifications: readonly {
    readonly lineId: CloverId;
    readonly modifications: readonly TicketModification[];
  }[];
  readonly discounts: TillTicket['discounts'];
}

/** Lines come back in no fixed order (clover.md 7.3), so they are told by what they are. */
export function compareOrder(order: TillOrder, ticket: TillTicket): OrderFill {
  if (order.state !== null) return 'shown';
  const wanted = countKeys(ticket.lines.map(nameWanted));
  const there = countKeys(order.lines.map(nameThere));
  const isSame = wanted.size === there.size && [...wanted].every(([key, count]) => there.get(key) === count);
  if (isSame && order.discountAmount === sumDiscounts(ticket)) return 'complete';
  return findGap(order, ticket) === null ? 'other' : 'lacking';
}

/** null where something is there that the ticket does not have, or nobody can tell what. */
export function findGap(order: TillOrder, ticket: TillTicket): OrderGap | null {
  const left = [...ticket.lines];
  const modifications: OrderGap['modifications'][number][] = [];
  const fullestFirst = [...order.lines].sort(
    (one, other) => other.modifications.length - one.modifications.length,
  );
  for (const line of fullestFirst) {
    const best = left
      .map((wanted, at) => ({ at, missing: isLike(line, wanted) ? findMissing(line, wanted) : null }))
      .filter(({ missing }) => missing !== null)
      .sort((one, other) => (one.missing?.length ?? 0) - (other.missing?.length ?? 0))[0];
    if (!best?.missing) return null;
    left.splice(best.at, 1);
    if (best.missing.length > 0) modifications.push({ lineId: line.id, modifications: best.missing });
  }
  const isDiscounted = order.discountAmount !== 0;
  if (isDiscounted && order.discountAmount !== sumDiscounts(ticket)) return null;
  return { lines: left, modifications, discounts: isDiscounted ? [] : ticket.discounts };
}

const sumDiscounts = ({ discounts }: TillTicket): number =>
  discounts.reduce((sum, { amount }) => sum + amount, 0);

const isLike = (line: TillOrderLine, wanted: TicketLine): boolean =>
  line.itemId === wanted.itemId &&
  line.priceAmount === wanted.priceAmount &&
  foldKept(line.note) === foldKept(wanted.note) &&
  (wanted.itemId !== null || foldKept(line.name) === foldKept(wanted.name));

/** The modifications that the line lacks; null where it has others. */
function findMissing(line: TillOrderLine, wanted: TicketLine): TicketModification[] | null {
  const missing = [...wanted.modifications];
  for (const { modifierId, amount, name } of line.modifications) {
    const at = missing.findIndex(
      (one) =>
        one.modifierId === modifierId &&
        one.amount === amount &&
        (modifierId !== null || foldKept(one.name) === foldKept(name)),
    );
    if (at < 0) return null;
    missing.splice(at, 1);
  }
  return missing;
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
