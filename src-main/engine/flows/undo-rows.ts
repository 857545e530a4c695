import type { FieldName, FieldValue, Shadow } from '../../domain/fields.ts';
import type { RunId, WooId } from '../../domain/ids.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import { describeStoreProduct, isSameValue } from '../../domain/stored-fields.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import { readLinkKind } from '../result-recorder.ts';
import { listCategoryIds } from './write-queue.ts';

const READ_AT_ONCE = 100;

const CARRIED_OUT: ReadonlySet<RunChange['state']> = new Set(['done', 'undone', 'kept']);

/** What a run did, also where it was undone since. Newest first, so that children come before parents. */
export const listTouched = ({ changes }: ImportDeps['ledger'], runId: RunId): RunChange[] =>
  changes
    .page(runId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
    .filter(({ state, action, cloverId }) => CARRIED_OUT.has(state) && action !== 'skip' && cloverId !== null)
    .reverse();

/** What of it can be undone. */
export const listUndoable = (ledger: ImportDeps['ledger'], runId: RunId): RunChange[] =>
  listTouched(ledger, runId).filter(({ state }) => state === 'done');

/** What puts the changes back, as rows of a plan; null where the store cannot be read. */
export async function planUndoRows(
  deps: ImportDeps,
  changes: readonly RunChange[],
): Promise<PlanRow[] | null> {
  const present = await readPresent(deps, changes);
  if (present === null) return null;
  const owned = new Set(listCategoryIds(deps).values());
  const rows = changes.map((change) => planRow(change, present, owned, deps));
  const trashed = new Set(
    rows.filter((row) => row.kind === 'variable' && row.patch?.status === 'trash').map((row) => row.cloverId),
  );
  // Variations go to the trash and come back with their parent.
  return rows.map((row) =>
    row.kind === 'variation' && row.patch?.status === 'trash' && trashed.has(row.parentCloverId)
      ? { ...row, patch: null }
      : row,
  );
}

type Present = ReadonlyMap<WooId, StoreProduct>;

async function readPresent(deps: ImportDeps, changes: readonly RunChange[]): Promise<Present | null> {
  const present = new Map<WooId, StoreProduct>();
  const ids = changes
    .filter((it) => it.kind === 'product' || it.kind === 'variable')
    .map((it) => it.wooId)
    .filter((id) => id !== null);
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const read = await deps.store.readProducts(ids.slice(from, from + READ_AT_ONCE));
    if (read.kind !== 'done') return null;
    for (const product of read.value) present.set(product.id, product);
  }
  const parents = new Set<WooId>();
  for (const change of changes) {
    if (change.kind !== 'variation' || change.cloverId === null) continue;
    const parentId = deps.ledger.links.findByClover('variation', change.cloverId)?.parentWooId;
    if (parentId !== null && parentId !== undefined) parents.add(parentId);
  }
  for (const parentId of parents) {
    const read = await deps.store.readVariations(parentId);
    if (read.kind !== 'done') return null;
    for (const variation of read.value) present.set(variation.id, variation);
  }
  return present;
}

function planRow(change: RunChange, present: Present, owned: ReadonlySet<WooId>, deps: ImportDeps): PlanRow {
  const bare: PlanRow = {
    ...pickRow(change),
    decisions: [],
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
    patch: null,
  };
  if (change.kind === 'category') return planCategoryRow(bare, change);
  if (change.decisions.some((decision) => decision.moved)) return keepMove(bare, change);
  if (change.tillPatch !== null) return planTillRow(bare, change);
  const product = change.wooId === null ? undefined : present.get(change.wooId);
  if (!product) return { ...bare, action: 'skip', reason: 'GONE_FROM_STORE' };
  const edited = listEdited(change, product, owned, deps);
  if (edited.length > 0) {
    const decisions = change.decisions.filter((decision) => edited.includes(decision.field));
    return { ...bare, action: 'skip', reason: 'EDITED_IN_STORE', decisions };
  }
  if (change.isCreated) return { ...bare, action: 'update_woo', patch: { status: 'trash' } };
  // The base follows what is put back: the store's value stands until the till's changes again.
  const decisions = change.decisions
    .filter((decision) => decision.verdict === 'write')
    .map((decision) => ({ ...decision, verdict: 'same' as const, rule: 'agreed' as const }));
  return { ...bare, action: 'update_woo', patch: change.undo, decisions };
}

/** Its name or its place as they were before; one that the run made is looked at after all others. */
function planCategoryRow(bare: PlanRow, { undo, tillUndo, patch, tillPatch }: RunChange): PlanRow {
  if (undo === null && tillUndo === null) return { ...bare, action: 'skip' };
  // What the run agreed on stays the other side's.
  const name = patch?.name ?? tillPatch?.name ?? bare.name;
  const action = undo === null ? 'update_clover' : 'update_woo';
  return { ...bare, name, action, patch: undo, tillPatch: undo === null ? tillUndo : null };
}

/** What was sold or bought in between is gone or there: a movement is not taken back. */
const keepMove = (bare: PlanRow, { decisions }: RunChange): PlanRow => ({
  ...bare,
  action: 'skip',
  reason: 'STOCK_MOVED',
  decisions,
});

/** Old values to the till, with the base following; what the run made there is hidden, since the till has no trash. */
function planTillRow(bare: PlanRow, change: RunChange): PlanRow {
  const row: PlanRow = { ...bare, action: 'update_clover' };
  if (change.isCreated) return { ...row, tillPatch: { isHidden: true, isAvailable: false } };
  const decisions = change.decisions
    .filter((decision) => decision.verdict === 'push')
    .map(({ store: _before, ...decision }) => ({
      ...decision,
      rule: 'agreed' as const,
      // What the run pushed must still stand there; the old value meant what was then wanted.
      till: decision.pushed ?? null,
      pushed: decision.till ?? decision.wanted,
      sent: decision.wanted,
    }));
  return { ...row, tillPatch: change.tillUndo, decisions };
}

const pickRow = ({ kind, action, reason, notes, cloverId, wooId, parentCloverId, name, sku }: RunChange) => ({
  kind,
  action,
  reason,
  notes,
  cloverId,
  wooId,
  parentCloverId,
  name,
  sku,
});

/** Fields that the run wrote and that are no longer as the store then answered. */
function listEdited(
  change: RunChange,
  product: StoreProduct,
  owned: ReadonlySet<WooId>,
  deps: ImportDeps,
): FieldName[] {
  if (change.cloverId === null) return [];
  const link = deps.ledger.links.findByClover(readLinkKind(change.kind), change.cloverId);
  const shadow: Shadow = (link && deps.ledger.shadows.get(link.id)) ?? {};
  const stored = describeStoreProduct(product, owned);
  const written = change.decisions
    .filter((decision) => decision.verdict === 'write')
    .map((decision) => decision.field);
  return written.filter((field) => {
    const then: FieldValue | undefined = shadow[field]?.store;
    const now = stored.get(field);
    return then !== undefined && now !== undefined && !isSameValue(field, then, now) && then !== now;
  });
}
