import { createFailure } from '../../domain/failure.ts';
import type { FieldName, FieldValue, Shadow } from '../../domain/fields.ts';
import type { RunId, WooId } from '../../domain/ids.ts';
import { type PlanRow, ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import { describeStoreProduct, isSameValue } from '../../domain/stored-fields.ts';
import { type Attempt, fail, succeed } from '../face.ts';
import { type ImportDeps, type RunDetails, readDetails, refuseOtherShop } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import { readLinkKind } from '../result-recorder.ts';
import { type ApplyOptions, applyRun } from './import-catalog.ts';
import { reopenConflicts } from './reopen-conflicts.ts';
import { listCategoryIds } from './write-queue.ts';

const READ_AT_ONCE = 100;

export interface UndoOutcome {
  readonly undoRunId: RunId;
  readonly undone: number;
  readonly kept: readonly { readonly name: string; readonly fields: readonly FieldName[] }[];
  /** Conflicts whose answers it took back: they wait for a person again. */
  readonly reopened: number;
}

/**
 * Puts back what a run changed, unless somebody changed it since: a product that the run made goes to the
 * trash (a later import brings it back under its old id), an update gets its old values, a link is forgotten.
 * The undo is a run itself, so it survives a crash like any other: the same call takes it up again.
 */
export async function undoRun(
  deps: ImportDeps,
  runId: RunId,
  options: ApplyOptions,
): Promise<Attempt<UndoOutcome>> {
  const { ledger } = deps;
  const run = ledger.runs.get(runId);
  if (!run) return fail(createFailure('USE_UNKNOWN_RUN', { run: runId }));
  const otherShop = refuseOtherShop(run, deps.shop);
  if (otherShop) return fail(otherShop);
  const isOver = run.kind !== 'undo' && ['done', 'cancelled', 'stopped'].includes(run.state);
  if (!isOver) return fail(createFailure('RUN_NOTHING_TO_UNDO', { run: runId }));
  const begun = ledger.runs
    .list(50)
    .find((it) => it.undoes === runId && it.state !== 'done' && it.state !== 'planning');
  const changes = listUndoable(deps, runId);
  if (!begun && changes.length === 0) return fail(createFailure('RUN_NOTHING_TO_UNDO', { run: runId }));
  const undoRunId = begun?.id ?? (await planUndo(deps, runId, changes));
  if (undoRunId === null) return fail(createFailure('NET_UNREACHABLE', { host: 'the store' }));
  const applied = await applyRun(deps, undoRunId, options);
  if (!applied.ok) return applied;
  return succeed({ undoRunId, ...(await settleUndo(deps, runId, undoRunId)) });
}

/** Newest first, so that children come before parents. */
function listUndoable(deps: ImportDeps, runId: RunId): RunChange[] {
  const done = deps.ledger.changes.page(runId, { state: 'done', limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  return done.filter((change) => change.action !== 'skip' && change.cloverId !== null).reverse();
}

async function planUndo(
  deps: ImportDeps,
  runId: RunId,
  changes: readonly RunChange[],
): Promise<RunId | null> {
  const present = await readPresent(deps, changes);
  if (present === null) return null;
  const owned = new Set(listCategoryIds(deps).values());
  const rows = changes.map((change) => planRow(change, present, owned, deps));
  const trashed = new Set(
    rows.filter((row) => row.kind === 'variable' && row.patch?.status === 'trash').map((row) => row.cloverId),
  );
  // Variations go to the trash and come back with their parent.
  const lean = rows.map((row) =>
    row.kind === 'variation' && row.patch?.status === 'trash' && trashed.has(row.parentCloverId)
      ? { ...row, patch: null }
      : row,
  );
  const { ledger } = deps;
  const undoRunId = ledger.runs.create({ kind: 'undo', undoes: runId, createdMs: deps.clock.nowMs() });
  const counts = Object.fromEntries(ROW_ACTIONS.map((action) => [action, 0])) as Record<RowAction, number>;
  for (const row of lean) counts[row.action] += 1;
  const details: RunDetails = {
    shop: deps.shop,
    itemsOnTill: 0,
    productsInStore: 0,
    categoriesToCreate: 0,
    variableProductsToCreate: 0,
    warnings: [],
    brake: null,
    obstacle: null,
    floorId: readDetails(ledger.runs.get(runId)?.details ?? '{}').floorId,
    hasLostAnswers: false,
    startedMs: null,
  };
  ledger.transaction(() => {
    ledger.changes.insert(undoRunId, lean);
    ledger.runs.finishPlan(undoRunId, counts, JSON.stringify(details));
  });
  return undoRunId;
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

/** After the writes: links of what is gone are forgotten, last agreed values follow, empty categories go. */
async function settleUndo(
  deps: ImportDeps,
  runId: RunId,
  undoRunId: RunId,
): Promise<Omit<UndoOutcome, 'undoRunId'>> {
  const { ledger } = deps;
  const rows = ledger.changes.page(undoRunId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  const originals = new Map(listUndoable(deps, runId).map(withOrdinal()));
  const readKey = withOrdinal();
  const kept: { name: string; fields: FieldName[] }[] = [];
  let undone = 0;
  const putBack: RunChange[] = [];
  const categories: RunChange[] = [];
  let reopened = 0;
  ledger.transaction(() => {
    for (const row of rows) {
      const original = originals.get(readKey(row)[0]);
      if (!original) continue;
      if (row.kind === 'category' && !isUpdate(original)) {
        categories.push(original);
        continue;
      }
      if (KEPT_REASONS.has(row.reason) || row.state === 'failed' || row.state === 'kept') {
        kept.push({ name: row.name, fields: row.decisions.map((decision) => decision.field) });
        ledger.changes.setState(original.id, 'kept');
        continue;
      }
      undone += 1;
      if (row.action !== 'skip') putBack.push(original);
      ledger.changes.setState(original.id, 'undone');
      forget(original, deps);
    }
    reopened = reopenConflicts(putBack, deps);
  });
  for (const category of categories) await undoCategory(category, deps);
  return { undone, kept, reopened };
}

const KEPT_REASONS: ReadonlySet<RunChange['reason']> = new Set(['EDITED_IN_STORE', 'STOCK_MOVED']);

/** A product may have a row for each side: the rows of an undo stand in the order of those that it undoes. */
function withOrdinal(): (change: RunChange) => [string, RunChange] {
  const seen = new Map<string, number>();
  return (change) => {
    const thing = `${change.kind}:${change.cloverId}`;
    const ordinal = (seen.get(thing) ?? 0) + 1;
    seen.set(thing, ordinal);
    return [`${thing}#${ordinal}`, change];
  };
}

const isUpdate = ({ action }: RunChange): boolean => action === 'update_woo' || action === 'update_clover';

/** An undone update stays linked; what the run had made or linked is linked no more. */
function forget(original: RunChange, deps: ImportDeps): void {
  if (original.cloverId === null || isUpdate(original) || original.action === 'conflict') return;
  const link = deps.ledger.links.findByClover(readLinkKind(original.kind), original.cloverId);
  if (link) deps.ledger.links.remove(link.id);
}

async function undoCategory(original: RunChange, deps: ImportDeps): Promise<void> {
  const { ledger, store } = deps;
  if (original.cloverId === null || original.wooId === null) return;
  // Made on the till for a category of the store: that one was there before.
  const isOurs = original.isCreated && original.action === 'create_woo';
  const isGone = isOurs ? await store.deleteEmptyCategory(original.wooId) : null;
  const isOnTill = original.action === 'create_clover';
  const isLeft = isOnTill || (isGone !== null && (isGone.kind !== 'done' || !isGone.value));
  ledger.transaction(() => {
    ledger.changes.setState(original.id, isLeft ? 'kept' : 'undone');
    const link =
      isLeft || original.cloverId === null ? null : ledger.links.findByClover('category', original.cloverId);
    if (link) ledger.links.remove(link.id);
  });
}
