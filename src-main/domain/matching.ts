import type { CloverId, WooId } from './ids.ts';
import { foldText } from './name-fold.ts';
import type { PlanContext } from './plan-context.ts';
import type { ReasonCode, Suggestion } from './plan-row.ts';
import type { StoreProduct, StoreProductType } from './store-catalog.ts';
import type { StoreIndex } from './store-index.ts';

/** What one thing on the till is compared by. */
export interface MatchSubject {
  readonly id: CloverId;
  readonly name: string;
  readonly sku: string;
  readonly barcode: string;
}

/** `pair` links by itself; `review` names what a person has to decide; `none` may be created. */
export type Match =
  | {
      readonly kind: 'pair';
      readonly product: StoreProduct;
      readonly reason: ReasonCode;
      readonly score: number;
    }
  | { readonly kind: 'review'; readonly reason: ReasonCode; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'none' };

/**
 * Finds the store product of a till item: our mark, exact SKU, exact barcode; an exact unique name only while
 * neither side has a SKU. Anything looser is a suggestion, and an empty SKU never matches (features.md,
 * rulings).
 * @param type what the product must be; a hit of another type is a structure mismatch
 * @param taken products that other items are linked to
 */
export function matchItem(
  subject: MatchSubject,
  type: StoreProductType,
  taken: ReadonlySet<WooId>,
  index: StoreIndex,
  context: PlanContext,
): Match {
  const marked = (index.byMark.get(subject.id) ?? []).filter((product) => !taken.has(product.id));
  if (marked.length > 1) return review('SEVERAL_PRODUCTS_ONE_ITEM', marked);
  if (marked[0]) return pairOrMismatch(marked[0], type, 'FOUND_BY_MARK');
  return (
    matchCode(subject.sku, index.bySku, context.doubleSkus, 'SAME_SKU', type, taken) ??
    matchCode(subject.barcode, index.byBarcode, context.doubleBarcodes, 'SAME_BARCODE', type, taken) ??
    matchName(subject, type, taken, index, context)
  );
}

function matchCode(
  code: string,
  products: ReadonlyMap<string, StoreProduct>,
  doubles: ReadonlySet<string>,
  reason: ReasonCode,
  type: StoreProductType,
  taken: ReadonlySet<WooId>,
): Match | null {
  const key = foldText(code);
  const product = key === '' ? undefined : products.get(key);
  if (!product) return null;
  if (doubles.has(key) || taken.has(product.id)) return review('SEVERAL_ITEMS_ONE_PRODUCT', [product]);
  return pairOrMismatch(product, type, reason);
}

function matchName(
  subject: MatchSubject,
  type: StoreProductType,
  taken: ReadonlySet<WooId>,
  index: StoreIndex,
  context: PlanContext,
): Match {
  const key = foldText(subject.name);
  const named = (index.byName.get(key) ?? []).filter((product) => !taken.has(product.id));
  const rivals = named.filter((product) => mayBeSame(subject.sku, product.sku));
  const only = rivals.length === 1 ? rivals[0] : undefined;
  if (only) {
    if (context.doubleNames.has(key)) return review('SEVERAL_ITEMS_ONE_PRODUCT', rivals);
    if (only.type !== type) return review('STRUCTURE_DIFFERS', rivals);
    const isBare = subject.sku.trim() === '' && only.sku.trim() === '';
    return isBare
      ? { kind: 'pair', product: only, reason: 'SAME_NAME', score: 95 }
      : review('NAME_BUT_SKU_DIFFERS', rivals);
  }
  if (rivals.length > 1) return review('SEVERAL_PRODUCTS_ONE_ITEM', rivals);
  const suggestions = index.suggest(subject.name, subject.sku, (id) => !taken.has(id));
  return suggestions.length === 0
    ? { kind: 'none' }
    : { kind: 'review', reason: 'SIMILAR_NAME', suggestions };
}

/** Two SKUs that are both there and differ make two different things. */
function mayBeSame(left: string, right: string): boolean {
  return left.trim() === '' || right.trim() === '' || foldText(left) === foldText(right);
}

function pairOrMismatch(product: StoreProduct, type: StoreProductType, reason: ReasonCode): Match {
  return product.type === type
    ? { kind: 'pair', product, reason, score: 100 }
    : review('STRUCTURE_DIFFERS', [product]);
}

export function review(reason: ReasonCode, products: readonly StoreProduct[]): Match {
  const suggestions = products.slice(0, 3).map((product) => ({
    wooId: product.id,
    name: product.name,
    sku: product.sku,
    score: 100,
  }));
  return { kind: 'review', reason, suggestions };
}
