import type { CloverId, WooId } from '../domain/ids.ts';
import type { StoreProduct } from '../domain/store-catalog.ts';
import type { OutboxRow } from './ledger-ports.ts';
import type { StorePort, Timers } from './ports.ts';
import { isGone } from './refusal.ts';

/** A store goes on working after the caller has gone (woocommerce.md 1), so one look is not enough. */
const LOOK_EVERY_MS = 1_500;
/** As many looks in a row that find nothing new: the store has ended its work. */
const QUIET_LOOKS = 3;
const MOST_LOOKS = 60;
const READ_AT_ONCE = 100;

/** Creates whose answer was lost, sorted into those that were done and those that were not. */
export interface FoundCreates {
  readonly found: readonly { readonly row: OutboxRow; readonly product: StoreProduct }[];
  readonly missing: readonly OutboxRow[];
}

/**
 * Finds what a create with a lost answer has made: by our mark, among the products above the highest id known
 * before it was sent. Looks until nothing new has turned up for a while.
 * @param floorId ids at or below are older than the first attempt
 * @returns null when the store could not be asked; nothing is known then
 */
export async function findLostProducts(
  rows: readonly OutboxRow[],
  floorId: WooId,
  store: StorePort,
  timers: Timers,
): Promise<FoundCreates | null> {
  return lookRepeatedly(rows, timers, async () => {
    const above = await store.findProductsAbove(floorId);
    if (above.kind !== 'done') return null;
    const wanted = new Set(rows.map((row) => row.cloverId));
    const ids: WooId[] = [];
    for (const product of above.value)
      if (product.itemId !== null && wanted.has(product.itemId)) ids.push(product.id);
    return readInPortions(ids, store);
  });
}

async function readInPortions(ids: readonly WooId[], store: StorePort): Promise<StoreProduct[] | null> {
  const products: StoreProduct[] = [];
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const portion = await store.readProducts(ids.slice(from, from + READ_AT_ONCE));
    if (portion.kind !== 'done') return null;
    products.push(...portion.value);
  }
  return products;
}

/** The same for variations: their parent is known, so its own list tells. */
export async function findLostVariations(
  rows: readonly OutboxRow[],
  parentId: WooId,
  store: StorePort,
  timers: Timers,
): Promise<FoundCreates | null> {
  return lookRepeatedly(rows, timers, async () => {
    const variations = await store.readVariations(parentId);
    // Their parent is gone, and they with it.
    if (isGone(variations)) return [];
    return variations.kind === 'done' ? variations.value : null;
  });
}

async function lookRepeatedly(
  rows: readonly OutboxRow[],
  timers: Timers,
  look: () => Promise<readonly StoreProduct[] | null>,
): Promise<FoundCreates | null> {
  let best: readonly StoreProduct[] | null = null;
  let quiet = 0;
  for (let looks = 0; looks < MOST_LOOKS && quiet < QUIET_LOOKS; looks += 1) {
    if (looks > 0) await timers.sleep(LOOK_EVERY_MS);
    const products = await look();
    if (products === null) return null;
    quiet = best !== null && products.length === best.length ? quiet + 1 : 0;
    best = products;
    if (pairByMark(rows, products).missing.length === 0) break;
  }
  return pairByMark(rows, best ?? []);
}

function pairByMark(rows: readonly OutboxRow[], products: readonly StoreProduct[]): FoundCreates {
  const byMark = new Map<CloverId, StoreProduct>();
  for (const product of products) {
    if (product.itemId !== null && !byMark.has(product.itemId)) byMark.set(product.itemId, product);
  }
  const found: { row: OutboxRow; product: StoreProduct }[] = [];
  const missing: OutboxRow[] = [];
  for (const row of rows) {
    const product = row.wooId === null && row.cloverId !== null ? byMark.get(row.cloverId) : undefined;
    if (product) found.push({ row, product });
    else missing.push(row);
  }
  return { found, missing };
}
