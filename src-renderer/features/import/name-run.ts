import type { RunShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

const KINDS: Readonly<Record<RunShape['kind'], string>> = {
  import: 'Import',
  undo: 'Undo',
  sync: 'Sync',
  push: 'Store to till',
  csv: 'Stock file',
};

type Named = Pick<RunShape, 'runId' | 'kind' | 'undoes'> & Partial<Pick<RunShape, 'changes' | 'firstName'>>;

/** "Import 4", "Sync 12: Garlic Knots", "Sync 13: 3 changes, Garlic Knots first", "Undo of sync 12: Garlic Knots". */
export function nameRun(run: Named, runs: readonly Named[]): string {
  if (run.kind !== 'undo') return `${KINDS[run.kind]} ${run.runId}${sayAbout(run)}`;
  const undone = runs.find(({ runId }) => runId === run.undoes);
  if (!undone) return `Undo of import ${run.undoes ?? ''}`;
  return `Undo of ${nameKind(undone.kind)} ${undone.runId}${sayAbout(undone)}`;
}

function sayAbout({ changes = 0, firstName }: Named): string {
  if (firstName == null) return '';
  return changes > 1 ? `: ${formatCount(changes)} changes, ${firstName} first` : `: ${firstName}`;
}

/** "this import", "this sync": as it stands on a button. */
export const nameKind = (kind: RunShape['kind']): string => KINDS[kind].toLowerCase();
