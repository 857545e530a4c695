import { isOnBackorder, liftShelf } from './empty-shelf.ts';
import type { FieldName, FieldValue } from './fields.ts';
import type { WooId } from './ids.ts';
import type { StoreProduct } from './store-catalog.ts';

/** Not shown for a reason of the store's own (a draft): meets whatever availability the till asks for. */
export const UNPUBLISHED = 'unpublished';
/** Cannot be bought since its counted stock is used up: likewise. */
export const EMPTY = 'empty';

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
  fields.set('availability', readAvailability(liftShelf(product)));
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
    if (product.status !== 'publish') return UNPUBLISHED;
  }
  // A variable product's own stock status follows its variations: out of stock until it has some.
  if (product.type === 'variable') return 'on';
  if (product.managesStock === false && product.stockStatus === 'outofstock') return 'off';
  if (product.managesStock === true && (product.stock ?? 0) <= 0 && !isOnBackorder(product)) return EMPTY;
  return 'on';
}

/** Whether the store's value is as wanted. */
export function isSameValue(field: FieldName, wanted: FieldValue, stored: FieldValue): boolean {
  if (field === 'availability' && isMoot(stored)) return true;
  return isUnchanged(wanted, stored);
}

const isMoot = (value: FieldValue): boolean => value === UNPUBLISHED || value === EMPTY;

/** Whether two values of one side are the same value. */
export function isUnchanged(wanted: FieldValue, stored: FieldValue): boolean {
  if (typeof wanted === 'object' || typeof stored === 'object') return isSameList(wanted, stored);
  return wanted === stored;
}

function isSameList(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
