import type { FieldName, FieldValue } from './fields.ts';
import type { WooId } from './ids.ts';
import type { StoreProduct } from './store-catalog.ts';

/** A product that cannot be bought for another reason meets whatever availability the till asks for. */
export const AVAILABILITY_MOOT = 'moot';

/**
 * The shared fields of a store product. A field that is not the sync's to write on this product (stock
 * where management is off, features.md S9) is absent.
 * @param ownedCategories store categories that a till category is linked to; others are the store's own
 */
export function describeStoreProduct(
  product: StoreProduct,
  ownedCategories: ReadonlySet<WooId>,
): Map<FieldName, FieldValue> {
  const fields = new Map<FieldName, FieldValue>();
  fields.set('price', product.priceAmount);
  fields.set('sku', product.sku);
  fields.set('barcode', product.barcode);
  fields.set('availability', readAvailability(product));
  if (product.managesStock === true) fields.set('stock', product.stock);
  if (product.type === 'variation') return fields;
  if (product.type === 'variable')
    for (const field of ['price', 'sku', 'barcode', 'stock'] as const) fields.delete(field);
  fields.set('name', product.name);
  fields.set('description', product.shortDescription);
  fields.set('modifiers', product.modifierGroups ?? []);
  const owned = product.categoryIds.filter((id) => ownedCategories.has(id));
  fields.set('categories', owned.map(String).sort());
  return fields;
}

function readAvailability(product: StoreProduct): string {
  if (product.type === 'variation') {
    if (product.status !== 'publish') return 'off';
  } else {
    if (product.status === 'private') return 'off';
    if (product.visibility === 'hidden') return 'hidden';
    if (product.status !== 'publish') return AVAILABILITY_MOOT;
  }
  // A variable product's own stock status follows its variations: out of stock until it has some.
  if (product.type === 'variable') return 'on';
  if (product.managesStock === false && product.stockStatus === 'outofstock') return 'off';
  if (product.managesStock === true && (product.stock ?? 0) <= 0) return AVAILABILITY_MOOT;
  return 'on';
}

/** Whether the store's value is as wanted. */
export function isSameValue(field: FieldName, wanted: FieldValue, stored: FieldValue): boolean {
  if (field === 'availability' && stored === AVAILABILITY_MOOT) return true;
  if (typeof wanted === 'object' || typeof stored === 'object') return isSameList(wanted, stored);
  return wanted === stored;
}

function isSameList(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
