import type { CloverId, WooId } from './ids.ts';
import { foldText, splitWords } from './name-fold.ts';
import type { Suggestion } from './plan-row.ts';
import { scoreNames } from './similarity.ts';
import type { StoreCatalog, StoreProduct } from './store-catalog.ts';

/** Suggestions below this score would be noise: two different coffees easily share 75. */
const LEAST_SCORE = 82;
const MOST_SUGGESTIONS = 3;
/** Misspellings seldom touch the first letters, so these lead from one name to those like it. */
const START_LENGTH = 3;
/** A start that this many products share says nothing ("large"); it is not used to find candidates. */
const COMMON_START = 200;

/** Lookups over the store's products and variations, made once a plan. */
export interface StoreIndex {
  readonly byId: ReadonlyMap<WooId, StoreProduct>;
  /** By our mark, in id order; a product duplicated by hand in the store carries its mark twice. */
  readonly byMark: ReadonlyMap<CloverId, readonly StoreProduct[]>;
  readonly trashedByMark: ReadonlyMap<CloverId, StoreProduct>;
  readonly trashedById: ReadonlyMap<WooId, StoreProduct>;
  readonly bySku: ReadonlyMap<string, StoreProduct>;
  readonly byBarcode: ReadonlyMap<string, StoreProduct>;
  readonly trashedBySku: ReadonlyMap<string, StoreProduct>;
  /** Products (not variations) by folded name. */
  readonly byName: ReadonlyMap<string, readonly StoreProduct[]>;
  readonly variationsOf: (parent: WooId) => readonly StoreProduct[];
  /** Products with a name much like this one that may be the same thing, best first. */
  suggest(name: string, sku: string, isFree: (id: WooId) => boolean): Suggestion[];
}

export function createStoreIndex(store: StoreCatalog): StoreIndex {
  const byId = new Map<WooId, StoreProduct>();
  const byMark = new Map<CloverId, StoreProduct[]>();
  const bySku = new Map<string, StoreProduct>();
  const byBarcode = new Map<string, StoreProduct>();
  const byName = new Map<string, StoreProduct[]>();
  const byStart = new Map<string, StoreProduct[]>();
  const add = (product: StoreProduct): void => {
    byId.set(product.id, product);
    if (product.itemId !== null) append(byMark, product.itemId, product);
    if (product.sku.trim() !== '') bySku.set(foldText(product.sku), product);
    if (product.barcode !== '') byBarcode.set(foldText(product.barcode), product);
  };
  for (const product of store.products) {
    add(product);
    append(byName, foldText(product.name), product);
    for (const start of listStarts(product.name)) append(byStart, start, product);
    for (const variation of store.variations.get(product.id) ?? []) add(variation);
  }
  const trashedByMark = new Map<CloverId, StoreProduct>();
  const trashedBySku = new Map<string, StoreProduct>();
  for (const product of store.trashed) {
    // A parent that a batch put into the trash keeps its variations, and they come back with it.
    for (const variation of store.variations.get(product.id) ?? []) byId.set(variation.id, variation);
    if (product.itemId !== null) trashedByMark.set(product.itemId, product);
    if (product.sku.trim() !== '') trashedBySku.set(foldText(product.sku), product);
  }
  return {
    byId,
    byMark,
    trashedByMark,
    trashedById: new Map(store.trashed.map((product) => [product.id, product])),
    bySku,
    byBarcode,
    trashedBySku,
    byName,
    variationsOf: (parent) => store.variations.get(parent) ?? [],
    suggest: (name, sku, isFree) => suggest(name, sku, isFree, byStart),
  };
}

const listStarts = (name: string): Set<string> =>
  new Set(splitWords(name).map((word) => word.slice(0, START_LENGTH)));

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function suggest(
  name: string,
  sku: string,
  isFree: (id: WooId) => boolean,
  byStart: ReadonlyMap<string, readonly StoreProduct[]>,
): Suggestion[] {
  const candidates = new Set<StoreProduct>();
  for (const start of listStarts(name)) {
    const products = byStart.get(start) ?? [];
    if (products.length <= COMMON_START) for (const product of products) candidates.add(product);
  }
  const suggestions: Suggestion[] = [];
  for (const product of candidates) {
    // Two different SKUs are two different things, however alike the names are.
    if (!isFree(product.id) || (sku.trim() !== '' && product.sku.trim() !== '')) continue;
    const score = scoreNames(name, product.name);
    if (score >= LEAST_SCORE)
      suggestions.push({ wooId: product.id, name: product.name, sku: product.sku, score });
  }
  return suggestions
    .sort((left, right) => right.score - left.score || left.wooId - right.wooId)
    .slice(0, MOST_SUGGESTIONS);
}
