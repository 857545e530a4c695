import type { RunId } from '../../domain/ids.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { type Attempt, succeed } from '../face.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import type { ReturningValue, UndoPreview } from '../results.ts';
import { openAnswerReader } from './reopen-conflicts.ts';
import { isKeptRow } from './settle-undo.ts';
import { planUndoRows } from './undo-rows.ts';
import { admitUndo } from './undo-run.ts';

type Effects = Omit<UndoPreview, 'runId' | 'isBegun'>;
type Effect = Exclude<keyof Effects, 'names' | 'conflicts'>;

/** Products that are told by their names; of all others the counts. */
const MOST_NAMES = 3;

/** Nothing would be done. */
export const NO_EFFECTS: Effects = {
  trashed: 0,
  trashedVariants: 0,
  unpublished: 0,
  hidden: 0,
  putBack: 0,
  unlinked: 0,
  kept: 0,
  conflicts: { count: 0, returns: [] },
  names: { changed: [], left: [] },
};

/** What an undo of the run would do now; reads both sides, writes nothing and keeps nothing. */
export async function previewUndo(deps: ImportDeps, runId: RunId): Promise<Attempt<UndoPreview>> {
  const admitted = admitUndo(deps, runId);
  if (!admitted.ok) return admitted;
  const { begun, changes } = admitted.value;
  const planned = await planUndoRows(deps, changes);
  if (!planned.ok) return planned;
  const { names: _names, conflicts: _conflicts, ...none } = NO_EFFECTS;
  const counts: { -readonly [effect in Effect]: number } = { ...none };
  const putBack: RunChange[] = [];
  const names: { readonly changed: string[]; readonly left: string[] } = { changed: [], left: [] };
  planned.value.forEach((row, at) => {
    const effect = readEffect(row, changes[at]);
    if (effect === null) return;
    counts[effect] += 1;
    const change = changes[at];
    if (effect === 'putBack' && change) putBack.push(change);
    const told = effect === 'kept' ? names.left : names.changed;
    if (told.length < MOST_NAMES && !told.includes(row.name)) told.push(row.name);
  });
  const conflicts = listReturning(putBack, deps);
  return succeed({ runId, isBegun: begun !== null, ...counts, conflicts, names });
}

/** Which conflicts come back with these changes, and what each side then has again. */
function listReturning(changes: readonly RunChange[], { ledger }: ImportDeps): UndoPreview['conflicts'] {
  const readAnswers = openAnswerReader(ledger);
  const returning = changes.flatMap((change) =>
    readAnswers(change).map((decision) => ({ change, decision })),
  );
  const conflicts = new Set(returning.map(({ change, decision }) => `${change.cloverId} ${decision.field}`));
  const returns = returning.slice(0, MOST_NAMES).map(({ change, decision }): ReturningValue => {
    const side = change.action === 'update_clover' ? 'till' : 'store';
    const { till = decision.wanted, store = null } = decision;
    return { name: change.name, field: decision.field, side, value: side === 'till' ? till : store };
  });
  return { count: conflicts.size, returns };
}

/** Counted as a shop counts: a product with its variants is one. */
function readEffect(row: PlanRow, change: RunChange | undefined): Effect | null {
  if (row.kind === 'category') return (row.patch && !row.patch.isRemoved) || row.tillPatch ? 'putBack' : null;
  if (isKeptRow(row)) return 'kept';
  if (row.action === 'skip') return null;
  if (row.patch?.status === 'trash') return 'trashed';
  if (row.patch?.status === 'draft' || row.patch?.status === 'private') return 'unpublished';
  if (row.tillPatch?.isHidden) return 'hidden';
  if (row.patch !== null || row.tillPatch !== null) return 'putBack';
  if (row.kind === 'variation') return change?.isCreated ? 'trashedVariants' : null;
  return change?.action === 'link' ? 'unlinked' : null;
}
