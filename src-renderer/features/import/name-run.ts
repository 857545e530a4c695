import type { RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { t } from '../../i18n/i18n.ts';

type Kind = RunShape['kind'];
type Named = Pick<RunShape, 'runId' | 'kind' | 'undoes'> & Partial<Pick<RunShape, 'changes' | 'firstName'>>;

/** "Import 4", "Sync 12: Garlic Knots", "Sync 13: 3 changes, Garlic Knots first", "Undo of sync 12: Garlic Knots". */
export function nameRun(run: Named, runs: readonly Named[]): string {
  if (run.kind === 'undo') return t('Undo of {{run}}', { run: nameUndone(run, runs) });
  return `${nameFirst(run.kind, run.runId)}${sayAbout(run)}`;
}

/** The same within a sentence: "import 4". */
export function nameRunWithin(run: Named, runs: readonly Named[]): string {
  if (run.kind === 'undo') return t('undo of {{run}}', { run: nameUndone(run, runs) });
  return `${nameWithin(run.kind, run.runId)}${sayAbout(run)}`;
}

function nameUndone({ undoes }: Named, runs: readonly Named[]): string {
  const undone = runs.find(({ runId }) => runId === undoes);
  if (!undone) return nameWithin('import', undoes ?? '');
  return `${nameWithin(undone.kind, undone.runId)}${sayAbout(undone)}`;
}

function nameFirst(kind: Kind, run: number): string {
  if (kind === 'import') return t('Import {{run}}', { run });
  if (kind === 'undo') return t('Undo {{run}}', { run });
  if (kind === 'sync') return t('Sync {{run}}', { run });
  return t(kind === 'push' ? 'Store to till {{run}}' : 'Stock file {{run}}', { run });
}

/** "import 4", "sync 12": as it stands in the middle of a sentence. */
export function nameWithin(kind: Kind, run: number | ''): string {
  if (kind === 'import') return t('import {{run}}', { run });
  if (kind === 'undo') return t('undo {{run}}', { run });
  if (kind === 'sync') return t('sync {{run}}', { run });
  return t(kind === 'push' ? 'store to till {{run}}' : 'stock file {{run}}', { run });
}

function sayAbout({ changes = 0, firstName }: Named): string {
  if (firstName == null) return '';
  const about =
    changes > 1
      ? t('{{count, number}} changes, {{name}} first', { count: changes, name: firstName })
      : firstName;
  return `: ${about}`;
}
