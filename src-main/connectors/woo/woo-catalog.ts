import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreCatalog, StoreCategory, StoreProduct } from '../../domain/store-catalog.ts';
import { mapValue } from '../outcomes.ts';
import { readText, type WireRow } from '../wire-values.ts';
import {
  DESCRIPTION_FIELD,
  META_KEYS,
  PRODUCT_FIELDS,
  parseProduct,
  parseVariation,
  readParentId,
  readProductId,
} from './product-row.ts';
import type { StoreParents } from './store-parents.ts';
import { decodeText } from './store-text.ts';
import type { WooClient } from './woo-client.ts';
import { readPages } from './woo-pages.ts';
import { readAllVariations } from './woo-variations.ts';

export const PRODUCTS = '/wc/v3/products';
export const CATEGORIES = '/wc/v3/products/categories';

export interface CatalogOptions {
  readonly withDescriptions: boolean;
  readonly digits: Promise<Outcome<number>>;
}

/** Reads all products, the trash, all variations (also of our products in the trash) and the categories. */
export async function readStoreCatalog(
  client: WooClient,
  parents: StoreParents,
  options: CatalogOptions,
  onPage: (productsRead: number) => void,
): Promise<Outcome<StoreCatalog>> {
  const fields = options.withDescriptions ? `${PRODUCT_FIELDS},${DESCRIPTION_FIELD}` : PRODUCT_FIELDS;
  const params = { _fields: fields, include_meta: META_KEYS };
  const [digits, products, trashed, categories] = await Promise.all([
    options.digits,
    readPages(client, PRODUCTS, { ...params, status: 'any' }, onPage),
    readPages(client, PRODUCTS, { ...params, status: 'trash' }),
    readStoreCategories(client),
  ]);
  if (digits.kind !== 'done') return digits;
  if (products.kind !== 'done') return products;
  if (trashed.kind !== 'done') return trashed;
  if (categories.kind !== 'done') return categories;
  parents.note(products.value);
  // A parent of ours that a batch put into the trash keeps its variations, and they come back with it.
  const ours = trashed.value.filter((row) => parseProduct(row, digits.value).itemId !== null);
  const variable = [...products.value, ...ours].filter((row) => row.type === 'variable');
  const variations = await readAllVariations(client, variable);
  return mapValue(variations, (byParent) => ({
    products: products.value.map((row) => parseProduct(row, digits.value)),
    variations: parseVariations(variable, byParent, digits.value),
    categories: categories.value,
    trashed: trashed.value.map((row) => parseProduct(row, digits.value)),
  }));
}

/** The variations of each parent, by its id. */
export function parseVariations(
  parents: readonly WireRow[],
  byParent: ReadonlyMap<WooId, readonly WireRow[]>,
  digits: number,
): Map<WooId, readonly StoreProduct[]> {
  return new Map(
    parents.map((row) => {
      const parent = { id: readProductId(row), sku: readText(row.sku) };
      const rows = byParent.get(parent.id) ?? [];
      return [parent.id, rows.map((variation) => parseVariation(variation, digits, parent))];
    }),
  );
}

/** Reads all categories. */
export async function readStoreCategories(client: WooClient): Promise<Outcome<StoreCategory[]>> {
  const rows = await readPages(client, CATEGORIES, { _fields: 'id,name,parent' });
  return mapValue(rows, (list) => list.map(parseCategory));
}

const parseCategory = (row: WireRow): StoreCategory => {
  const parentId = readParentId({ parent_id: row.parent });
  return {
    id: readProductId(row),
    name: decodeText(readText(row.name)),
    parentId: parentId > 0 ? parentId : null,
  };
};
