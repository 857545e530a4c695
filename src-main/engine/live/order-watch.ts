import type { ShopOrder } from '../../domain/shop-order.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Side } from '../ledger-ports.ts';

/** A count may follow its order a moment later; after this long it has. */
const SETTLED_MS = 30_000;

export interface OrderMemory {
  /** Orders of each side's newest second, as text, and when (monotonic) they were first seen so. */
  orders: ReadonlyMap<string, { readonly text: string; readonly sinceMs: number }>;
}

/**
 * Tells which orders are worth a look at their products. The newest one is listed again with every look, and
 * its products would be read again for as long as no other is made.
 */
export function watchOrders(
  memory: OrderMemory,
  { clock }: Pick<ImportDeps, 'clock'>,
): (side: Side, order: ShopOrder) => boolean {
  const nowMs = clock.monotonicMs();
  const known = memory.orders;
  const next = new Map<string, { text: string; sinceMs: number }>();
  memory.orders = next;
  return (side, order) => {
    const [key, text] = [`${side} ${order.id}`, JSON.stringify(order)];
    const before = known.get(key);
    const sinceMs = before?.text === text ? before.sinceMs : nowMs;
    next.set(key, { text, sinceMs });
    return nowMs - sinceMs < SETTLED_MS;
  };
}
