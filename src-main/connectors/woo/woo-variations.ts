import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue, succeed } from '../outcomes.ts';
import type { WireRow } from '../wire-values.ts';
import {
  META_KEYS,
  parseVariation,
  readParentId,
  readProductId,
  readVariationIds,
  VARIATION_FIELDS,
} from './product-row.ts';
import type { StoreParent } from './store-parents.ts';
import { WOO_IN_FLIGHT, type WooClient } from './woo-client.ts';
import { readPages } from './woo-pages.ts';

type RowsByParent = Map<WooId, WireRow[]>;

const FLAT_LIST = '/wc-analytics/variations';
/** As whole as variations are read everywhere. */
export const VARIATION_READ = { status: 'any', _fields: VARIATION_FIELDS, include_meta: META_KEYS } as const;

/** Reads the variations of one parent. */
export async function readVariationsOf(
  client: WooClient,
  parent: StoreParent,
  digits: number,
): Promise<Outcome<StoreProduct[]>> {
  const rows = await readPages(client, `/wc/v3/products/${parent.id}/variations`, VARIATION_READ);
  return mapValue(rows, (list) => list.map((row) => parseVariation(row, digits, parent)));
}

/**
 * Reads the variations of all variable products: from the admin pages' flat list, which is one call for a
 * hundred of them (woocommerce.md 3.2). Parent by parent where there are fewer parents than such pages, where
 * the list is missing or refused, and for parents it did not show whole.
 * @param parents rows of variable products, with the ids of their variations
 */
export const readAllVariations = (
  client: WooClient,
  parents: readonly WireRow[],
): Promise<Outcome<RowsByParent>> =>
  readMany(client, parents, () => readPages(client, FLAT_LIST, VARIATION_READ));

/** The same for some of the variable products: of the flat list only their variations are asked for. */
export const readNamedVariations = (
  client: WooClient,
  parents: readonly WireRow[],
): Promise<Outcome<RowsByParent>> =>
  readMany(client, parents, async () => {
    const portions = cutPortions(parents.flatMap(readVariationIds), client.pageRows);
    const pages = await readConcurrently(portions, WOO_IN_FLIGHT + 1, (ids) =>
      readPages(client, FLAT_LIST, { ...VARIATION_READ, include: ids.join(',') }),
    );
    return mapValue(pages, (lists) => lists.flat());
  });

async function readMany(
  client: WooClient,
  parents: readonly WireRow[],
  readFlat: () => Promise<Outcome<WireRow[]>>,
): Promise<Outcome<RowsByParent>> {
  const count = parents.reduce((sum, row) => sum + readVariationIds(row).length, 0);
  const isFlatCheaper = parents.length >= Math.ceil(count / client.pageRows) && parents.length > 1;
  const byParent: RowsByParent = new Map(parents.map((row) => [readProductId(row), []]));
  if (isFlatCheaper) {
    const flat = await readFlat();
    // An internal route, so without a promise: whatever it says instead of rows is no reason to stop.
    if (flat.kind === 'retryAfter' || flat.kind === 'unknown') return flat;
    if (flat.kind === 'done') for (const row of flat.value) byParent.get(readParentId(row))?.push(row);
  }
  const incomplete = parents.filter((row) => !isWhole(row, byParent));
  const outcomes = await readConcurrently(incomplete, WOO_IN_FLIGHT + 1, async (row) => {
    const id = readProductId(row);
    const rows = await readPages(client, `/wc/v3/products/${id}/variations`, VARIATION_READ);
    if (rows.kind === 'rejected' && rows.failure.code === 'WOO_PRODUCT_GONE') return succeed(null, '');
    if (rows.kind !== 'done') return rows;
    byParent.set(id, rows.value);
    return succeed(null, rows.requestId);
  });
  return mapValue(outcomes, () => byParent);
}

/** Whether every variation the parent names was read. */
function isWhole(parent: WireRow, byParent: RowsByParent): boolean {
  const read = byParent.get(readProductId(parent)) ?? [];
  const wanted = readVariationIds(parent);
  if (read.length < wanted.length) return false;
  const ids = new Set(read.map(readProductId));
  return wanted.every((id) => ids.has(id));
}

function cutPortions<T>(list: readonly T[], size: number): T[][] {
  const portions: T[][] = [];
  for (let at = 0; at < list.length; at += size) portions.push(list.slice(at, at + size));
  return portions;
}
