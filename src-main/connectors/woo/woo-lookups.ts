import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { MarkedProduct } from '../../engine/ports.ts';
import { reject, succeed } from '../outcomes.ts';
import { readRows } from '../wire-values.ts';
import {
  DESCRIPTION_FIELD,
  ITEM_META,
  META_KEYS,
  PRODUCT_FIELDS,
  readItemId,
  readProductId,
} from './product-row.ts';
import { PRODUCTS } from './woo-catalog.ts';
import type { WooClient } from './woo-client.ts';

/** Products read one by one are compared with what is kept of them, description included. */
export const PRODUCT_READ = {
  status: 'any',
  _fields: `${PRODUCT_FIELDS},${DESCRIPTION_FIELD}`,
  include_meta: META_KEYS,
} as const;

const MOST_PAGES = 1_000;

/**
 * Reads the products above an id, newest first: there is no search by meta (woocommerce.md 2.1), but what a
 * run has made lies at the end of the list.
 */
export async function findMarkedProducts(
  client: WooClient,
  afterId: WooId,
): Promise<Outcome<MarkedProduct[]>> {
  const query = {
    orderby: 'id',
    order: 'desc',
    status: 'any',
    per_page: client.pageRows,
    _fields: 'id,meta_data',
    include_meta: ITEM_META,
  };
  const found = new Map<WooId, MarkedProduct>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const outcome = await client.get(PRODUCTS, { ...query, page });
    if (outcome.kind !== 'done') return outcome;
    if (!Array.isArray(outcome.value.json)) return reject('WOO_NO_REST', 200, { path: PRODUCTS });
    const rows = readRows(outcome.value.json);
    for (const row of rows) {
      const id = readProductId(row);
      // Something created meanwhile moves rows to the next page: they are met twice.
      if (id > afterId) found.set(id, { id, itemId: readItemId(readRows(row.meta_data)) });
    }
    const lastId = rows.at(-1);
    const isOver = rows.length < client.pageRows || lastId === undefined || readProductId(lastId) <= afterId;
    if (isOver) return succeed([...found.values()], outcome.requestId);
  }
  return reject('WOO_REFUSED', 200, { pages: MOST_PAGES });
}
