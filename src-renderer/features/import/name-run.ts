import type { RunShape } from '../../../src-preload/contract/shapes.ts';

const KINDS: Readonly<Record<RunShape['kind'], string>> = {
  import: 'Import',
  undo: 'Undo',
  sync: 'Sync',
  push: 'Store to till',
  csv: 'Stock file',
};

type Named = Pick<RunShape, 'runId' | 'kind' | 'undoes'>;

/** "Import 4", "Sync 12", "Undo of sync 12". */
export function nameRun({ runId, kind, undoes }: Named, runs: readonly Named[]): string {
  if (kind !== 'undo') return `${KINDS[kind]} ${runId}`;
  const undone = runs.find((run) => run.runId === undoes);
  return `Undo of ${undone ? KINDS[undone.kind].toLowerCase() : 'import'} ${undoes ?? ''}`;
}

/** "this import", "this sync": as it stands on a button. */
export const nameKind = (kind: RunShape['kind']): string => KINDS[kind].toLowerCase();
