import { createFailure } from '../../domain/failure.ts';
import type { RunId } from '../../domain/ids.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { type Attempt, fail, succeed } from '../face.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import type { UndoPreview } from '../results.ts';
import { planUndoRows } from './undo-rows.ts';
import { admitUndo, isKeptRow } from './undo-run.ts';

type Effects = Omit<UndoPreview, 'runId' | 'isBegun'>;

/** Nothing would be done. */
export const NO_EFFECTS: Effects = {
  trashed: 0,
  trashedVariants: 0,
  unpublished: 0,
  hidden: 0,
  putBack: 0,
  unlinked: 0,
  kept: 0,
};

/** What an undo of the run would do now; reads the store, writes nothing and keeps nothing. */
export async function previewUndo(deps: ImportDeps, runId: RunId): Promise<Attempt<UndoPreview>> {
  const admitted = admitUndo(deps, runId);
  if (!admitted.ok) return admitted;
  const { begun, changes } = admitted.value;
  const rows = await planUndoRows(deps, changes);
  if (rows === null) return fail(createFailure('NET_UNREACHABLE', { host: 'the store' }));
  const counts: { -readonly [effect in keyof Effects]: number } = { ...NO_EFFECTS };
  rows.forEach((row, at) => {
    const effect = readEffect(row, changes[at]);
    if (effect !== null) counts[effect] += 1;
  });
  return succeed({ runId, isBegun: begun !== null, ...counts });
}

/** Counted as a shop counts: a product with its variants is one. */
function readEffect(row: PlanRow, change: RunChange | undefined): keyof Effects | null {
  if (row.kind === 'category') return row.patch || row.tillPatch ? 'putBack' : null;
  if (isKeptRow(row)) return 'kept';
  if (row.action === 'skip') return null;
  if (row.patch?.status === 'trash') return 'trashed';
  if (row.patch?.status === 'draft' || row.patch?.status === 'private') return 'unpublished';
  if (row.tillPatch?.isHidden) return 'hidden';
  if (row.patch !== null || row.tillPatch !== null) return 'putBack';
  if (row.kind === 'variation') return change?.isCreated ? 'trashedVariants' : null;
  return change?.action === 'link' ? 'unlinked' : null;
}
