import type { Fields } from '../rest/failure.ts';
import { isRow, toId, toRows, toText } from '../rest/values.ts';

import type { MetaEntry } from './product.ts';

/** The next free number of the table the rows are kept in. */
export interface MetaCounter {
  meta: number;
}

/** WooCommerce's own keys write the field they stand for (woocommerce.md 3); '' are written nowhere. */
const CORE_KEYS: Readonly<Record<string, string>> = {
  _sku: 'sku',
  _global_unique_id: 'global_unique_id',
  _regular_price: 'regular_price',
  _sale_price: 'sale_price',
  _price: '',
  _manage_stock: 'manage_stock',
  _stock: '',
  _stock_status: 'stock_status',
  _backorders: 'backorders',
  _low_stock_amount: 'low_stock_amount',
  _tax_status: 'tax_status',
  _tax_class: 'tax_class',
  _virtual: 'virtual',
  _downloadable: 'downloadable',
  _sold_individually: 'sold_individually',
  _weight: 'weight',
  _purchase_note: 'purchase_note',
  _product_attributes: '',
  _default_attributes: '',
  _thumbnail_id: '',
  _product_image_gallery: '',
};

/** The fields with those that meta_data wrote under WooCommerce's own keys. */
export function applyCoreMeta(fields: Fields): Fields {
  const aliased: Record<string, unknown> = {};
  for (const row of toRows(fields.meta_data)) {
    const field = CORE_KEYS[toText(row.key)];
    if (field) aliased[field] = toText(row.value);
  }
  return Object.keys(aliased).length > 0 ? { ...fields, ...aliased } : fields;
}

/**
 * Upserts by id or key; null deletes, '' keeps an empty row, scalars become text. A key written without id
 * leaves one row of that key.
 */
export function mergeMeta(ids: MetaCounter, meta: readonly MetaEntry[], rows: unknown): readonly MetaEntry[] {
  let merged = meta;
  for (const row of toRows(rows)) {
    const key = toText(row.key);
    const id = toId(row.id);
    if ((key === '' && id === 0) || key in CORE_KEYS) continue;
    merged = mergeRow(ids, merged, id, key, row.value);
  }
  return merged;
}

function mergeRow(
  ids: MetaCounter,
  meta: readonly MetaEntry[],
  id: number,
  key: string,
  value: unknown,
): readonly MetaEntry[] {
  const target = meta.find((entry) => (id > 0 ? entry.id === id : entry.key === key));
  const others = meta.filter((entry) => (id > 0 ? entry.id !== id : entry.key !== key));
  if (value === null || value === undefined) return others;
  const stored = storeValue(value);
  if (!target) {
    const entry = { id: ids.meta, key, value: stored };
    ids.meta += 1;
    return [...meta, entry];
  }
  const changed = { ...target, key: key === '' ? target.key : key, value: stored };
  return [...others, changed].sort((a, b) => a.id - b.id);
}

/** PHP keeps text and structures; its empty object is an empty list. */
function storeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (isRow(value)) return Object.keys(value).length > 0 ? value : [];
  return toText(value);
}
