import type { RunId } from '../../domain/ids.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { type Attempt, succeed } from '../face.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import type { UndoPreview } from '../results.ts';
import { planUndoRows } from './undo-rows.ts';
import { admitUndo, isKeptRow } from './undo-run.ts';

type Effects = Omit<UndoPreview, 'runId' | 'isBegun'>;
type Effect = Exclude<keyof Effects, 'names'>;

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
  names: { changed: [], left: [] },
};

/** What an undo of the run would do now; reads both sides, writes nothing and keeps nothing. */
export async function previewUndo(deps: ImportDeps, runId: RunId): Promise<Attempt<UndoPreview>> {
  const admitted = admitUndo(deps, runId);
  if (!admitted.ok) return admitted;
  const { begun, changes } = admitted.value;
  const planned = await planUndoRows(deps, changes);
  if (!planned.ok) return planned;
  const counts: { -readonly [effect in Effect]: number } = { ...NO_EFFECTS };
  const names: { readonly changed: string[]; readonly left: string[] } = { changed: [], left: [] };
  planned.value.forEach((row, at) => {
    const effect = readEffect(row, changes[at]);
    if (effect === null) return;
    counts[effect] += 1;
    const told = effect === 'kept' ? names.left : names.changed;
    if (told.length < MOST_NAMES && !told.includes(row.name)) told.push(row.name);
  });
  return succeed({ runId, isBegun: begun !== null, ...counts, names });
}

/** Counted as a shop counts: a product with its variants is one. */
function readEffect(row: PlanRow, change: RunChange | undefined): Effect | null {
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
