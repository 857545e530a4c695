import { createFailure, type Failure } from '../../domain/failure.ts';
import type { RunId } from '../../domain/ids.ts';
import { ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import { type Attempt, fail, succeed } from '../face.ts';
import { type ImportDeps, type RunDetails, readDetails, refuseOtherShop } from '../import-deps.ts';
import type { Run, RunChange, RunState } from '../ledger-ports.ts';
import { type ApplyOptions, applyRun } from './import-catalog.ts';
import { type Settled, settleUndo } from './settle-undo.ts';
import { listUndoable, planUndoRows } from './undo-rows.ts';

export interface UndoOutcome extends Settled {
  readonly undoRunId: RunId;
}

/** A crash or a side that was away ended them; nobody gave them up. */
const TO_BE_FINISHED: readonly RunState[] = ['planned', 'approved', 'applying', 'stopped'];
const TO_BE_TAKEN_UP: readonly RunState[] = [...TO_BE_FINISHED, 'cancelled'];

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
  const { applied, settled } = await carryOut(deps, runId, undoRunId, options);
  return applied.ok ? succeed({ undoRunId, ...settled }) : applied;
}

/**
 * Undos that a crash or a side that was away cut off: they are ended before anything else is compared, since what is
 * half undone looks like what the shop gave up.
 * @returns why one could not be ended yet; null where all are
 */
export async function finishUndos(deps: ImportDeps, signal: AbortSignal): Promise<Failure | null> {
  for (const { id, undoes } of deps.ledger.runs.listIn('undo', TO_BE_FINISHED)) {
    if (undoes === null) continue;
    const options = { signal, isResumed: true, onProgress: () => undefined };
    const { applied } = await carryOut(deps, undoes, id, options);
    if (applied.ok && applied.value.state !== 'done') return createFailure('RUN_CANCELLED');
    if (applied.ok) continue;
    if (applied.failure.code === 'RUN_STALE_PLAN') deps.ledger.runs.setState(id, 'superseded');
    else if (applied.failure.code !== 'RUN_OTHER_SHOP') return applied.failure;
  }
  return null;
}

async function carryOut(
  deps: ImportDeps,
  runId: RunId,
  undoRunId: RunId,
  options: ApplyOptions,
): Promise<{ readonly applied: Attempt<Run>; readonly settled: Settled }> {
  let settled: Settled = { undone: 0, trashed: 0, kept: [], reopened: 0 };
  const onEnd = (): void => {
    settled = settleUndo(deps, runId, undoRunId);
  };
  const applied = await applyRun(deps, undoRunId, { ...options, onEnd });
  return { applied, settled };
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
  const begun = ledger.runs.listIn('undo', TO_BE_TAKEN_UP).find(({ undoes }) => undoes === runId);
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
