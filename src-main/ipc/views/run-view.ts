import type { RunResultShape, RunShape, UndoPreviewShape } from '../../../src-preload/contract/run-shapes.ts';
import type { RunResult, UndoPreview, UndoResult } from '../../engine/face.ts';
import type { Run } from '../../engine/ledger-ports.ts';
import { describeFailure } from '../speech.ts';
import type { ToFieldValue } from './field-value.ts';

const TO_TILL = ['create_clover', 'update_clover'] as const;
/** What a row does that writes or links something. */
export const WRITING = ['link', 'create_woo', 'update_woo', ...TO_TILL] as const;

/** A run that is still being planned has counted nothing. */
const countRows = (counts: Partial<Run['counts']>, actions: readonly (keyof Run['counts'])[]): number =>
  actions.reduce((sum, action) => sum + (counts[action] ?? 0), 0);

/**
 * @param firstName what a person knows the run by, if anything
 * @param undone what it came to, of an undo that has ended
 */
export const toRun = (
  {
    id,
    kind,
    undoes,
    state,
    createdMs,
    finishedMs,
    failed,
    counts,
    isHere,
  }: Run & { readonly isHere: boolean },
  firstName: string | null,
  undone: RunShape['undone'],
): RunShape => ({
  runId: id,
  kind,
  undoes,
  state,
  createdMs,
  finishedMs,
  failed,
  changes: countRows(counts, WRITING),
  tillChanges: countRows(counts, TO_TILL),
  firstName,
  isHere,
  undone,
});

/** An undo beforehand: what it would do, in counts, and the values that would come back. */
export function toUndoPreview(
  { runId: _, isBegun: __, names, conflicts, ...counts }: UndoPreview,
  toFieldValue: ToFieldValue,
): UndoPreviewShape {
  return {
    ...counts,
    conflicts: {
      count: conflicts.count,
      returns: conflicts.returns.map(({ field, value, ...about }) => ({
        ...about,
        field,
        value: toFieldValue(field, value),
      })),
    },
    names: { changed: [...names.changed], left: [...names.left] },
  };
}

export function toRunResult(result: RunResult | UndoResult): RunResultShape {
  const isUndo = 'undone' in result;
  return {
    runId: result.runId,
    state: result.state,
    counts: { ...result.counts },
    categoriesCreated: result.categoriesCreated,
    variableProductsCreated: result.variableProductsCreated,
    left: result.left,
    failures: result.failures.map(({ name, cloverId, failure }) => ({
      name,
      cloverId,
      failure: describeFailure(failure),
    })),
    durationMs: result.durationMs,
    undone: isUndo ? result.undone : null,
    ...(isUndo && result.trashed !== undefined ? { trashed: result.trashed } : {}),
    ...(isUndo && result.reopened !== undefined ? { reopened: result.reopened } : {}),
    kept: isUndo ? result.kept.map(({ name, fields }) => ({ name, fields: [...fields] })) : [],
  };
}
