import { createFailure } from '../domain/failure.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { ProductPatch } from '../domain/product-patch.ts';
import type { StoreProduct } from '../domain/store-catalog.ts';
import { describeStoreProduct, isSameValue } from '../domain/stored-fields.ts';
import type { ImportDeps } from './import-deps.ts';
import type { OutboxRow, RunChange } from './ledger-ports.ts';
import type { PreparedRow } from './store-writer.ts';

/** Rows ready to be sent, and rows that must not be: their precondition no longer holds. */
export interface Prepared {
  readonly ready: readonly PreparedRow[];
  readonly stale: readonly OutboxRow[];
}

/**
 * Turns queue rows into writes: categories to store ids, and for updates a fresh look at the store, so that
 * an edit made after the plan is never overwritten. A stock that would go to zero is read at the till once
 * more, since an unverified zero is never written (features.md X7).
 * @param read the products' present state, by id
 */
export async function prepareRows(
  rows: readonly OutboxRow[],
  categories: ReadonlyMap<CloverId, WooId>,
  read: (ids: readonly WooId[]) => Promise<readonly StoreProduct[]>,
  deps: ImportDeps,
): Promise<Prepared> {
  const updates = rows.filter((row) => row.wooId !== null);
  const ids = updates.map((row) => row.wooId).filter((id) => id !== null);
  const present = new Map((ids.length === 0 ? [] : await read(ids)).map((product) => [product.id, product]));
  const owned = new Set(categories.values());
  const ready: PreparedRow[] = [];
  const stale: OutboxRow[] = [];
  for (const row of rows) {
    const patch = JSON.parse(row.payload) as ProductPatch;
    if (row.wooId === null) {
      ready.push(prepare(row, patch, categories));
      continue;
    }
    const change = deps.ledger.changes.get(row.changeId);
    const product = present.get(row.wooId);
    const isStale = change === null || (product ? hasMoved(change, product, owned) : !isRestore(change));
    if (isStale) stale.push(row);
    else ready.push(prepare(row, await verifyZero(change, patch, deps), categories));
  }
  return { ready, stale };
}

/** A product in the trash is in no list, and comes back by the very write that is prepared here. */
const isRestore = (change: RunChange): boolean => change.reason === 'RESTORED_FROM_TRASH';

function hasMoved(change: RunChange, product: StoreProduct, owned: ReadonlySet<WooId>): boolean {
  const stored = describeStoreProduct(product, owned);
  return change.decisions.some(
    ({ field, verdict, store }) =>
      verdict === 'write' && store !== undefined && !isSameValue(field, store, stored.get(field) ?? store),
  );
}

function prepare(row: OutboxRow, patch: ProductPatch, categories: ReadonlyMap<CloverId, WooId>): PreparedRow {
  const ids = patch.categories?.map((ref) => ('store' in ref ? ref.store : categories.get(ref.till)));
  const categoryIds = ids === undefined ? null : [...new Set(ids.filter((id) => id !== undefined))];
  return { row, write: { id: row.wooId, patch, categoryIds } };
}

async function verifyZero(change: RunChange, patch: ProductPatch, deps: ImportDeps): Promise<ProductPatch> {
  const stock = change.decisions.find(({ field, verdict }) => field === 'stock' && verdict === 'write');
  const goesToZero = patch.stock?.managed === true && patch.stock.quantity <= 0;
  // A person who counted none has seen it.
  if (
    !goesToZero ||
    stock?.rule === 'decided' ||
    change.cloverId === null ||
    typeof stock?.store !== 'number' ||
    stock.store <= 0
  )
    return patch;
  const fresh = await deps.till.readStock(change.cloverId);
  if (fresh.kind === 'done' && fresh.value !== null) {
    return { ...patch, stock: { managed: true, quantity: Math.floor(fresh.value) } };
  }
  const { stock: _unverified, ...rest } = patch;
  return rest;
}

/** Why a row was left: somebody edited the product after the plan was made. */
export const createStaleFailure = (row: OutboxRow) =>
  createFailure('RUN_STALE_ROW', { product: row.wooId ?? 0 });
