import type { CloverId, WooId } from './ids.ts';
import { isMadeOf } from './made-item.ts';
import type { StoreCatalog, StoreProduct } from './store-catalog.ts';
import type { TillItem } from './till-catalog.ts';
import type { NewTillProduct } from './till-patch.ts';

/** One thing that the sync has begun to make on the other side. */
export type Making =
  | { readonly side: 'store'; readonly cloverId: CloverId }
  | {
      readonly side: 'till';
      readonly wooId: WooId;
      readonly create: NewTillProduct;
      /** The items and the group that are known to be made. */
      readonly madeIds: readonly CloverId[];
    };

/**
 * Both halves of what the sync is still making. Their link will say what was agreed when they were made; a plan
 * that paired them before would take an edit since then for a difference, which the field's owner decides.
 */
export interface Underway {
  readonly tillIds: ReadonlySet<CloverId>;
  readonly storeIds: ReadonlySet<WooId>;
}

/** @param isFree whether a till item has no link yet: only such a one may be what a lost answer made */
export function findUnderway(
  makings: readonly Making[],
  items: readonly TillItem[],
  store: StoreCatalog,
  isFree: (id: CloverId) => boolean,
): Underway {
  const tillIds = new Set<CloverId>();
  const storeIds = new Set<WooId>();
  if (makings.length === 0) return { tillIds, storeIds };
  for (const making of makings) {
    if (making.side === 'store') {
      tillIds.add(making.cloverId);
      continue;
    }
    storeIds.add(making.wooId);
    for (const id of making.madeIds) tillIds.add(id);
    const { create } = making;
    if (create.kind !== 'item') continue;
    for (const item of items) if (isMadeOf(item, create.item) && isFree(item.id)) tillIds.add(item.id);
  }
  for (const product of listProducts(store))
    if (product.itemId !== null && tillIds.has(product.itemId)) storeIds.add(product.id);
  return { tillIds, storeIds };
}

function* listProducts({ products, variations }: StoreCatalog): Generator<StoreProduct> {
  yield* products;
  for (const siblings of variations.values()) yield* siblings;
}
