import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { RunResultShape, RunShape } from '../../../src-preload/contract/shapes.ts';
import type { RunResult, UndoResult } from '../../engine/face.ts';
import type { Run } from '../../engine/ledger-ports.ts';

export const toRun = ({
  id,
  kind,
  undoes,
  state,
  createdMs,
  finishedMs,
  failed,
  isHere,
}: Run & { readonly isHere: boolean }): RunShape => ({
  runId: id,
  kind,
  undoes,
  state,
  createdMs,
  finishedMs,
  failed,
  isHere,
});

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
    kept: isUndo ? result.kept.map(({ name, fields }) => ({ name, fields: [...fields] })) : [],
  };
}
