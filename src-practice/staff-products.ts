import { findReferred, type Referable } from './staff-reference.ts';
import type { PracticeStore, ProductRecord } from './store/store.ts';

export type ReferredProduct = Referable & { readonly record: ProductRecord };

/** The pieces on the shelf, as staff read them. */
export function describeStock(store: PracticeStore, id: string): string {
  const record = store.state.products.get(Number(id));
  const parent = record?.type === 'variation' ? store.state.products.get(record.parentId) : undefined;
  const owner = record?.manageStock ? record : parent;
  return owner?.manageStock ? String(owner.stockQuantity ?? 0) : 'not counted';
}

/** An id is looked up at once; a SKU or a name costs a walk through the products. */
export function findProduct(store: PracticeStore, referred: string): ReferredProduct {
  const { products } = store.state;
  const byId = products.get(Number(referred));
  if (byId && isOnSale(byId)) return toReferred(byId, products);
  const rows: ReferredProduct[] = [];
  for (const record of products.values()) if (isOnSale(record)) rows.push(toReferred(record, products));
  return findReferred(referred, rows);
}

function isOnSale(record: ProductRecord): boolean {
  return record.status !== 'trash' && record.status !== 'auto-draft';
}

/** As wp-admin shows it: `Tee - Small`, entities decoded (woocommerce.md 3). */
function toReferred(record: ProductRecord, products: ReadonlyMap<number, ProductRecord>): ReferredProduct {
  const parent = record.type === 'variation' ? products.get(record.parentId) : undefined;
  const stored = parent ? `${parent.name} - ${record.name}` : record.name;
  const name = stored.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return { id: String(record.id), sku: record.sku, name, record };
}
