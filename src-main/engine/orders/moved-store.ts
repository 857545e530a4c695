import type { OutcomeFailure } from '../../domain/outcome.ts';
import type { ShopKey } from '../../domain/shop.ts';
import { claimOrder } from './claim-order.ts';
import { STORE_FLOW_CURSOR, STORE_SINCE, type WatchParts } from './order-watch.ts';

/** Of the last look: the shop, and what the store calls itself (woocommerce.md 7, `store_id`). */
const LAST_SHOP = 'orders.shop';
const LAST_STORE = 'orders.store.id';
/** What is over for longer is only taken over when it changes. */
const BACK_MS = 3 * 24 * 60 * 60_000;

export interface MovedParts extends WatchParts {
  readonly shop: ShopKey;
  /** '' where the store does not say. */
  readonly storeId: string;
}

/**
 * A store that is reached under another address (https, www, a new domain, a proxy) is the same store, and its orders
 * are on the till already. Ids begin anew in every store, and a copy of a store has its id; the second in which an
 * order was made tells them apart. So those of the last days are taken over once, and any other where it shows up.
 * Another store's older orders were handled without us: there the looks begin now.
 */
export async function followStore(parts: MovedParts): Promise<OutcomeFailure | null> {
  const { meta, store, shop, storeId, clock, transaction } = parts;
  const last = { shop: meta.get(LAST_SHOP), storeId: meta.get(LAST_STORE) ?? '' };
  if (last.shop === shop) return null;
  const since = new Date(clock.nowMs() - BACK_MS).toISOString().slice(0, 19);
  const read = last.shop === null ? null : await store.readChangedOrders(since);
  if (read && read.kind !== 'done') return read;
  transaction(() => {
    for (const order of read?.value.orders ?? []) claimOrder(order, parts);
    if (last.storeId !== '' && storeId !== '' && last.storeId !== storeId)
      for (const mark of [STORE_FLOW_CURSOR, STORE_SINCE]) meta.remove(mark);
    meta.put(LAST_SHOP, shop);
    meta.put(LAST_STORE, storeId);
  });
  return null;
}
