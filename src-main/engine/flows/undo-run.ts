import { createFailure } from '../../domain/failure.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { RunId } from '../../domain/ids.ts';
import { ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import { type Attempt, fail, succeed } from '../face.ts';
import { type ImportDeps, type RunDetails, readDetails, refuseOtherShop } from '../import-deps.ts';
import type { Run, RunChange } from '../ledger-ports.ts';
import { leaveVariants } from '../live/new-variants.ts';
import { readLinkKind } from '../result-recorder.ts';
import { type ApplyOptions, applyRun } from './import-catalog.ts';
import { reopenConflicts } from './reopen-conflicts.ts';
import { listTouched, listUndoable, planUndoRows } from './undo-rows.ts';

export interface UndoOutcome {
  readonly undoRunId: RunId;
  readonly undone: number;
  /** Of those, products and variants that are in the store's trash. */
  readonly trashed: number;
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
  const admitted = admitUndo(deps, runId);
  if (!admitted.ok) return admitted;
  const { begun, changes } = admitted.value;
  const planned = begun ? succeed(begun.id) : await planUndo(deps, runId, changes);
  if (!planned.ok) return planned;
  const undoRunId = planned.value;
  const applied = await applyRun(deps, undoRunId, options);
  // Also of one that stopped half-way: for the sync a linked product in the trash is one that the shop gave up.
  const { categories, ...outcome } = settleRows(deps, runId, undoRunId);
  if (!applied.ok) return applied;
  if (applied.value.state === 'done') for (const category of categories) await undoCategory(category, deps);
  return succeed({ undoRunId, ...outcome });
}

/** What is to be put back, and an undo of the run that was begun before and not ended; refused where nothing is. */
export function admitUndo(
  { ledger, shop }: ImportDeps,
  runId: RunId,
): Attempt<{ readonly begun: Run | null; readonly changes: readonly RunChange[] }> {
  const run = ledger.runs.get(runId);
  if (!run) return fail(createFailure('USE_UNKNOWN_RUN', { run: runId }));
  const otherShop = refuseOtherShop(run, shop);
  if (otherShop) return fail(otherShop);
  const isOver = run.kind !== 'undo' && ['done', 'cancelled', 'stopped'].includes(run.state);
  if (!isOver) return fail(createFailure('RUN_NOTHING_TO_UNDO', { run: runId }));
  const begun = ledger.runs
    .list(50)
    .find((it) => it.undoes === runId && it.state !== 'done' && it.state !== 'planning');
  const changes = listUndoable(ledger, runId);
  if (!begun && changes.length === 0) return fail(createFailure('RUN_NOTHING_TO_UNDO', { run: runId }));
  return succeed({ begun: begun ?? null, changes });
}

async function planUndo(
  deps: ImportDeps,
  runId: RunId,
  changes: readonly RunChange[],
): Promise<Attempt<RunId>> {
  const rows = await planUndoRows(deps, changes);
  if (!rows.ok) return rows;
  const lean = rows.value;
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
  return succeed(undoRunId);
}

/**
 * After the writes: links of what is gone are forgotten, last agreed values follow. What still waits is left to the
 * call that goes on; categories go last, when they are empty.
 */
function settleRows(
  deps: ImportDeps,
  runId: RunId,
  undoRunId: RunId,
): Omit<UndoOutcome, 'undoRunId'> & { readonly categories: readonly RunChange[] } {
  const { ledger } = deps;
  const rows = ledger.changes.page(undoRunId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  const originals = new Map(listTouched(ledger, runId).map(withOrdinal()));
  const readKey = withOrdinal();
  const kept: { name: string; fields: FieldName[] }[] = [];
  let undone = 0;
  let trashed = 0;
  const putBack: RunChange[] = [];
  const categories: RunChange[] = [];
  return ledger.transaction(() => {
    for (const row of rows) {
      const original = originals.get(readKey(row)[0]);
      if (!original || row.state === 'planned' || row.state === 'waiting') continue;
      if (row.kind === 'category' && !isUpdate(original)) {
        if (original.state === 'done') categories.push(original);
        continue;
      }
      const isKept = isKeptRow(row) || row.state === 'failed' || row.state === 'kept';
      if (isKept) kept.push({ name: row.name, fields: row.decisions.map((decision) => decision.field) });
      else undone += 1;
      if (!isKept && isTrashedRow(row)) trashed += 1;
      if (original.state !== 'done') continue;
      ledger.changes.setState(original.id, isKept ? 'kept' : 'undone');
      if (isKept) continue;
      if (row.action !== 'skip') putBack.push(original);
      forget(original, deps);
    }
    return { undone, trashed, kept, categories, reopened: reopenConflicts(putBack, deps) };
  });
}

const KEPT_REASONS: ReadonlySet<RunChange['reason']> = new Set([
  'EDITED_IN_STORE',
  'CHANGED_SINCE',
  'STOCK_MOVED',
]);

/** Somebody changed it since, so that it stays. */
export const isKeptRow = ({ reason }: Pick<RunChange, 'reason'>): boolean => KEPT_REASONS.has(reason);

/** What the run had made goes to the store's trash, a variant with its product. */
export const isTrashedRow = ({
  kind,
  action,
  patch,
}: Pick<RunChange, 'kind' | 'action' | 'patch'>): boolean =>
  patch?.status === 'trash' || (kind === 'variation' && action === 'update_woo' && patch === null);

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
  if (!link) return;
  deps.ledger.links.remove(link.id);
  // What the run made in the store is in the trash.
  if (original.action !== 'create_woo') leaveVariants(deps.ledger, [link]);
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
