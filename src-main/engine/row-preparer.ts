import { createFailure } from '../domain/failure.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { ProductPatch } from '../domain/product-patch.ts';
import type { StoreProduct } from '../domain/store-catalog.ts';
import { describeStoreProduct, isSameValue } from '../domain/stored-fields.ts';
import { isEditedSince, isFamilyEdited } from './edited-since.ts';
import { lookFreshly } from './fresh-look.ts';
import type { ImportDeps } from './import-deps.ts';
import type { Ledger, OutboxRow, RunChange } from './ledger-ports.ts';
import { readLinkKind, resolveKeys } from './result-recorder.ts';
import type { PreparedRow } from './store-writer.ts';

/** Rows ready to be sent, and rows that must not be: their precondition no longer holds, or they are done already. */
export interface Prepared {
  readonly ready: readonly PreparedRow[];
  readonly stale: readonly OutboxRow[];
  /** What an undo is to put into the trash and is in no list any more: a try whose answer was lost has done it. */
  readonly done: readonly OutboxRow[];
}

/**
 * Turns queue rows into writes: categories to store ids, and for updates a fresh look at the store, so that
 * an edit made after the plan is never overwritten. A stock that would go to zero is read at the till once
 * more, since an unverified zero is never written (features.md X7); that comes before the look, which it would age.
 * @param read the products' present state, by id
 */
export async function prepareRows(
  rows: readonly OutboxRow[],
  categories: ReadonlyMap<CloverId, WooId>,
  read: (ids: readonly WooId[]) => Promise<readonly StoreProduct[]>,
  deps: ImportDeps,
): Promise<Prepared> {
  const patches = new Map<OutboxRow, ProductPatch>();
  for (const row of rows) patches.set(row, await readPatch(row, deps));
  const ids = rows.flatMap(({ wooId }) => wooId ?? []);
  const look = ids.length === 0 ? null : await lookFreshly(() => read(ids), deps.clock);
  const owned = new Set(categories.values());
  const present = new Map(look?.seen.map((product) => [product.id, product]));
  const ready: PreparedRow[] = [];
  const stale: OutboxRow[] = [];
  const done = rows.filter((row) => row.wooId !== null && !present.has(row.wooId) && isTrashing(row, deps));
  const edited = await listEditedFamilies(rows, owned, deps);
  for (const [row, patch] of patches) {
    if (done.includes(row)) continue;
    const isCreate = row.wooId === null;
    const product = row.wooId === null ? undefined : present.get(row.wooId);
    const isOld = !isCreate && (edited.has(row) || isOvertaken(row, product, categories, deps));
    if (!isOld)
      ready.push({
        row,
        write: describeWrite(row, patch, categories),
        lookedMs: isCreate ? null : (look?.beganMs ?? null),
      });
    else stale.push(row);
  }
  return { ready, stale, done };
}

/**
 * Products that an undo is about to put into the trash, and that somebody changed a variant of. Their variants are read
 * side by side: one product after the other, the look at the first would be old before the last was seen.
 */
async function listEditedFamilies(
  rows: readonly OutboxRow[],
  owned: ReadonlySet<WooId>,
  deps: ImportDeps,
): Promise<ReadonlySet<OutboxRow>> {
  const trashing = rows.filter((row) => isTrashing(row, deps));
  const answers = await Promise.all(
    trashing.map(async (row) => ({ row, isEdited: await isFamilyEdited(row, owned, deps) })),
  );
  return new Set(answers.filter(({ isEdited }) => isEdited).map(({ row }) => row));
}

async function readPatch(row: OutboxRow, deps: ImportDeps): Promise<ProductPatch> {
  const patch = JSON.parse(row.payload) as ProductPatch;
  const change = row.wooId === null ? null : deps.ledger.changes.get(row.changeId);
  return change ? verifyZero(change, patch, deps) : patch;
}

/** Whether somebody has edited the product, or taken it away, since its change was planned. */
function isOvertaken(
  row: OutboxRow,
  product: StoreProduct | undefined,
  categories: ReadonlyMap<CloverId, WooId>,
  { ledger }: ImportDeps,
): boolean {
  const change = ledger.changes.get(row.changeId);
  if (change === null) return true;
  if (product && !isStillLinked(change, product, ledger)) return true;
  if (product && ledger.runs.get(row.runId)?.kind === 'undo')
    return isEditedSince(row, change, product, new Set(categories.values()), ledger);
  return product ? hasMoved(change, product, categories) : !isRestore(change);
}

/** What is linked to the item by now may be another product: a store that was put back gives ids again. */
function isStillLinked(
  { kind, cloverId }: RunChange,
  { id, itemId }: StoreProduct,
  { links }: Ledger,
): boolean {
  if (cloverId === null || itemId === cloverId) return true;
  return links.findByClover(readLinkKind(kind), cloverId)?.wooId === id;
}

/** A product in the trash is in no list, and comes back by the very write that is prepared here. */
const isRestore = (change: RunChange): boolean => change.reason === 'RESTORED_FROM_TRASH';

/** Whether an undo takes it out of the store. */
const isTrashing = ({ payload, wooId, runId }: OutboxRow, { ledger }: ImportDeps): boolean =>
  wooId !== null &&
  (JSON.parse(payload) as ProductPatch).status === 'trash' &&
  ledger.runs.get(runId)?.kind === 'undo';

/** Another value than it had at the plan, or will have: that one may be the work of a try whose answer was lost. */
function hasMoved(
  change: RunChange,
  product: StoreProduct,
  categories: ReadonlyMap<CloverId, WooId>,
): boolean {
  const stored = describeStoreProduct(product, new Set(categories.values()));
  return change.decisions.some(({ field, verdict, store, wanted }) => {
    if (verdict !== 'write' || store === undefined) return false;
    const now = stored.get(field) ?? store;
    return !isSameValue(field, store, now) && !isSameValue(field, resolveKeys(wanted, categories), now);
  });
}

function describeWrite(
  row: OutboxRow,
  patch: ProductPatch,
  categories: ReadonlyMap<CloverId, WooId>,
): PreparedRow['write'] {
  const ids = patch.categories?.map((ref) => ('store' in ref ? ref.store : categories.get(ref.till)));
  const categoryIds = ids === undefined ? null : [...new Set(ids.filter((id) => id !== undefined))];
  return { id: row.wooId, patch, categoryIds };
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
