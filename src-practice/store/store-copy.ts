import type { Shop } from './shop.ts';
import type { StoreState } from './state.ts';

/** Everything that the store's database holds, as it was at one moment. */
export interface StoreCopy {
  readonly state: StoreState;
}

/** Tables without an index beside them. */
const PLAIN = [
  'customers',
  'taxRates',
  'webhooks',
  'categories',
  'tags',
  'brands',
  'attributes',
  'settings',
] as const;

/** A copy as a host's backup makes one. Records are never changed in place, so the tables are all there is to keep. */
export function copyStore({ state }: Shop): StoreCopy {
  return {
    state: {
      ...state,
      products: new Map(state.products),
      orders: new Map(state.orders),
      notes: new Map([...state.notes].map(([id, notes]) => [id, [...notes]])),
      coupons: new Map(state.coupons),
      customers: new Map(state.customers),
      taxRates: new Map(state.taxRates),
      webhooks: new Map(state.webhooks),
      categories: new Map(state.categories),
      tags: new Map(state.tags),
      brands: new Map(state.brands),
      attributes: new Map(state.attributes),
      settings: new Map(state.settings),
      ids: { ...state.ids },
    },
  };
}

/**
 * The copy takes the database's place. What came since is gone without a word: no webhook tells of it, and what is made
 * from now on gets the ids of that again (AUTO_INCREMENT is part of the copy).
 */
export function putStoreBack(shop: Shop, { state: then }: StoreCopy): void {
  const { state, catalog, orders, coupons } = shop;
  for (const record of [...state.products.values()]) catalog.remove(record);
  for (const record of then.products.values()) catalog.save(record);
  for (const id of [...state.orders.keys()]) orders.remove(id);
  for (const order of then.orders.values()) orders.save(order);
  for (const coupon of [...state.coupons.values()]) coupons.remove(coupon);
  for (const coupon of then.coupons.values()) coupons.save(coupon);
  refill(state.notes, new Map([...then.notes].map(([id, notes]) => [id, [...notes]])));
  for (const name of PLAIN) refill(state[name] as Map<unknown, unknown>, then[name]);
  Object.assign(state.ids, then.ids);
}

function refill<Key, Row>(table: Map<Key, Row>, rows: ReadonlyMap<Key, Row>): void {
  table.clear();
  for (const [key, row] of rows) table.set(key, row);
}
