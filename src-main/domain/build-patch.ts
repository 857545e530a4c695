import { readVisibility } from './empty-shelf.ts';
import type { FieldDecision, FieldName, FieldValue } from './fields.ts';
import { asCloverId, asWooId, type CloverId, type WooId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';
import type { CategoryRef, ProductPatch } from './product-patch.ts';
import type { StoreProduct } from './store-catalog.ts';

const TILL_KEY = 'till:';

/** Key of a category that the store does not have yet; others are keyed by their store id. */
export const keyTillCategory = (id: CloverId): string => `${TILL_KEY}${id}`;

export function readCategoryRef(key: string): CategoryRef {
  return key.startsWith(TILL_KEY)
    ? { till: asCloverId(key.slice(TILL_KEY.length)) }
    : { store: asWooId(Number(key)) };
}

/** Store categories that a person gave the product: not ours to take away. */
export interface ForeignCategories {
  readonly owned: ReadonlySet<WooId>;
  /** WooCommerce's own "Uncategorized": goes once the product has a real one. */
  readonly fallback: WooId | null;
}

/** The patch for every decision with the verdict `write`; null when there is nothing to write. */
export function buildPatch(
  decisions: readonly FieldDecision[],
  product: StoreProduct,
  foreign: ForeignCategories,
): ProductPatch | null {
  let patch: ProductPatch = {};
  for (const decision of decisions) {
    if (decision.verdict !== 'write') continue;
    patch = { ...patch, ...patchField(decision.field, decision.wanted, product, foreign) };
  }
  return Object.keys(patch).length === 0 ? null : patch;
}

function patchField(
  field: FieldName,
  value: FieldValue,
  product: StoreProduct,
  foreign: ForeignCategories,
): ProductPatch {
  switch (field) {
    case 'name':
      return { name: String(value) };
    case 'price':
      return { priceAmount: typeof value === 'number' ? value : null };
    case 'sku':
      return { sku: String(value) };
    case 'barcode':
      return { barcode: String(value) };
    case 'description':
      return { shortDescription: String(value) };
    case 'modifiers':
      return { modifierGroups: readGroups(value) };
    case 'stock':
      return { stock: { managed: true, quantity: Number(value) } };
    case 'categories':
      return { categories: mergeCategories(value as readonly string[], product, foreign) };
    case 'availability':
      return patchAvailability(String(value), product);
  }
}

/** Modifier groups as meta; an empty list takes the meta away. */
export function readGroups(value: FieldValue): readonly ModifierGroupMeta[] | null {
  return Array.isArray(value) && value.length > 0 ? (value as readonly ModifierGroupMeta[]) : null;
}

function mergeCategories(
  wanted: readonly string[],
  product: StoreProduct,
  foreign: ForeignCategories,
): readonly CategoryRef[] {
  const kept = product.categoryIds.filter(
    (id) => !foreign.owned.has(id) && (id !== foreign.fallback || wanted.length === 0),
  );
  return [...wanted.map(readCategoryRef), ...kept.map((id) => ({ store: id }))];
}

function patchAvailability(value: string, product: StoreProduct): ProductPatch {
  // Switched off by hand outlasts the empty shelf.
  if (product.type === 'variation')
    return value === 'on'
      ? { status: 'publish' }
      : { status: 'private', ...(product.shelf ? { shelf: null } : {}) };
  if (value === 'off') return switchOff(product);
  const reopened: ProductPatch = {
    ...(product.status === 'private' ? { status: 'publish' } : {}),
    ...(product.managesStock === false && product.stockStatus === 'outofstock'
      ? { stock: { managed: false, status: 'instock' } }
      : {}),
  };
  return { ...reopened, visibility: value === 'hidden' ? 'hidden' : 'visible' };
}

/** Out of stock where the store lets us say so; a counted product's status is derived, so it goes private. */
function switchOff(product: StoreProduct): ProductPatch {
  if (product.managesStock === false) return { stock: { managed: false, status: 'outofstock' } };
  return product.status === 'publish' ? { status: 'private' } : {};
}

/** The patch that puts back what `patch` would overwrite. */
export function buildUndoPatch(patch: ProductPatch, product: StoreProduct): ProductPatch {
  return {
    ...(patch.name === undefined ? {} : { name: product.name }),
    ...(patch.priceAmount === undefined ? {} : { priceAmount: product.priceAmount }),
    ...(patch.sku === undefined ? {} : { sku: product.sku }),
    ...(patch.barcode === undefined ? {} : { barcode: product.barcode }),
    ...(patch.shortDescription === undefined ? {} : { shortDescription: product.shortDescription }),
    ...(patch.modifierGroups === undefined ? {} : { modifierGroups: product.modifierGroups }),
    ...(patch.categories === undefined
      ? {}
      : { categories: product.categoryIds.map((id) => ({ store: id })) }),
    ...(patch.visibility === undefined ? {} : { visibility: readVisibility(product) }),
    ...(patch.status === undefined ? {} : { status: readStatus(product) }),
    ...(patch.shelf === undefined ? {} : { shelf: product.shelf ?? null }),
    ...(patch.attributes === undefined ? {} : { attributes: product.attributes }),
    ...(patch.stock === undefined ? {} : { stock: readStock(product) }),
  };
}

const readStatus = (product: StoreProduct): NonNullable<ProductPatch['status']> =>
  product.status === 'publish' || product.status === 'private' || product.status === 'trash'
    ? product.status
    : 'draft';

const readStock = (product: StoreProduct): NonNullable<ProductPatch['stock']> =>
  product.managesStock === true
    ? { managed: true, quantity: product.stock ?? 0 }
    : { managed: false, status: product.stockStatus === 'outofstock' ? 'outofstock' : 'instock' };
