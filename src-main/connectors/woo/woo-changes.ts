import type { Outcome } from '../../domain/outcome.ts';
import type { StoreChanges } from '../../engine/ports.ts';
import { mapValue, reject, succeed } from '../outcomes.ts';
import { readRows } from '../wire-values.ts';
import { META_KEYS, parseProduct, readProductId } from './product-row.ts';
import type { StoreParents } from './store-parents.ts';
import { filterChanged, findUntil, readAnswerTime, readModified } from './store-time.ts';
import { PRODUCTS, parseVariations } from './woo-catalog.ts';
import type { WooClient } from './woo-client.ts';
import { PRODUCT_READ } from './woo-lookups.ts';
import { readDatedPages } from './woo-pages.ts';
import { readNamedVariations } from './woo-variations.ts';

/** What changed where nothing did. */
export const NO_CHANGES: StoreChanges = { products: [], variations: new Map(), trashedIds: [], until: null };

/**
 * Reads what changed since a moment, a little of what was known before it included. A variable product counts
 * as changed with any of its variations (woocommerce.md 3.2), so all of them are read with it.
 */
export async function readStoreChanges(
  client: WooClient,
  parents: StoreParents,
  since: string,
  digits: number,
): Promise<Outcome<StoreChanges>> {
  const filter = filterChanged(since);
  const [listed, trashed] = await Promise.all([
    readDatedPages(client, PRODUCTS, {
      ...filter,
      status: 'any',
      _fields: PRODUCT_READ._fields,
      include_meta: META_KEYS,
    }),
    readDatedPages(client, PRODUCTS, { ...filter, status: 'trash', _fields: 'id,date_modified_gmt' }),
  ]);
  if (listed.kind !== 'done') return listed;
  if (trashed.kind !== 'done') return trashed;
  const { rows } = listed.value;
  parents.note(rows);
  const variable = rows.filter((row) => row.type === 'variable');
  const variations = await readNamedVariations(client, variable);
  return mapValue(variations, (byParent) => ({
    products: rows.map((row) => parseProduct(row, digits)),
    variations: parseVariations(variable, byParent, digits),
    trashedIds: trashed.value.rows.map(readProductId),
    until: findUntil(since, [listed.value, trashed.value]),
  }));
}

/**
 * The store's present time: as its server says it, or, where a proxy takes that away, when anything in the
 * list was changed last.
 * @param path of a list; null where it is empty and the server says nothing
 */
export async function readStoreNow(client: WooClient, path: string): Promise<Outcome<string | null>> {
  const startMs = client.monotonicMs();
  const outcome = await client.get(path, {
    orderby: 'modified',
    order: 'desc',
    per_page: 1,
    _fields: 'id,date_modified_gmt',
  });
  if (outcome.kind !== 'done') return outcome;
  const { json, headers } = outcome.value;
  if (!Array.isArray(json)) return reject('WOO_NO_REST', 200, { path });
  const [newest] = readRows(json);
  const modified = newest ? readModified(newest) : '';
  const now = readAnswerTime(headers, client.monotonicMs() - startMs);
  return succeed(now ?? (modified === '' ? null : modified), outcome.requestId);
}
