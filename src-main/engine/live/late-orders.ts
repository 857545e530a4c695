import type { KnownLink } from '../../domain/known-link.ts';
import { explainShift, STOCK_SIDES } from '../../domain/merge-stock.ts';
import { STORE_ORDER_CURSOR, TILL_ORDER_CURSOR } from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Side } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import { indexCounts } from './both-counts.ts';
import { type LookMemory, noteOrders } from './look.ts';
import type { BothNow } from './touched.ts';

/**
 * A sale that came after a look had read the orders is in the counts already, and would pass for a person's
 * count: two of them at once, one on each side, for a conflict. So where a count has moved and no order says
 * why, the orders are read once more. The cursors stay: the next look reads and hints as ever.
 */
export async function noteLateOrders(
  deps: ImportDeps,
  { canRead }: Pick<LookMemory, 'canRead'>,
  links: readonly KnownLink[],
  now: BothNow,
): Promise<void> {
  const odd = findOddSides(links, now, deps);
  const till = canRead.till && odd.has('till') ? readMark(TILL_ORDER_CURSOR, deps) : null;
  const store = canRead.store && odd.has('store') ? readMark(STORE_ORDER_CURSOR, deps) : null;
  const [atTill, inStore] = await Promise.all([
    till === null ? null : keepTrying(deps, () => deps.till.readOrders(Number(till))),
    store === null ? null : keepTrying(deps, () => deps.store.readOrders(store)),
  ]);
  // Only an explanation: without it the counts go on as they are.
  deps.ledger.transaction(() => {
    if (atTill?.kind === 'done') noteOrders('till', atTill.value.orders, deps);
    if (inStore?.kind === 'done') noteOrders('store', inStore.value.orders, deps);
  });
}

const readMark = (name: string, { ledger }: ImportDeps): string | null => ledger.meta.get(name);

/** The sides on which a count has moved by something else than what their orders say. */
function findOddSides(links: readonly KnownLink[], now: BothNow, { ledger }: ImportDeps): ReadonlySet<Side> {
  const findCounts = indexCounts(now);
  const odd = new Set<Side>();
  for (const pair of links) {
    const { kind, cloverId, shadow } = pair;
    const agreed = shadow?.stock;
    const link = kind === 'category' || !agreed ? null : ledger.links.findByClover(kind, cloverId);
    if (!link || !agreed) continue;
    const counts = findCounts(pair);
    for (const side of STOCK_SIDES) {
      const [count, before] = [counts[side], agreed[side]];
      if (typeof count !== 'number' || typeof before !== 'number' || count === before) continue;
      const shift = count - before;
      const sum = ledger.stockMoves.sumOrders(link.id, side);
      if (explainShift(shift, sum, agreed.orders?.[side]) !== shift) odd.add(side);
    }
  }
  return odd;
}
