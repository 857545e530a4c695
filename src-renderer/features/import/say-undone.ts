import type { RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';

/** What the undos of a run came to: one that was stopped half-way is taken up by another. */
export interface Undone {
  readonly back: number;
  readonly left: number;
}

/** null where no undo of it has ended. */
export function findUndone(runId: number, runs: readonly RunShape[]): Undone | null {
  const ended = runs.flatMap(({ undoes, undone }) => (undoes === runId && undone ? [undone] : []));
  if (ended.length === 0) return null;
  return ended.reduce((sum, { back, left }) => ({ back: sum.back + back, left: sum.left + left }));
}

/** The newest import of this till and store, where it was undone; null where it stands, or where there was none. */
export function findUndoneImport(runs: readonly RunShape[]): RunShape | null {
  const newest = runs
    .filter(({ kind, state, isHere }) => kind === 'import' && state === 'done' && isHere)
    .sort((one, other) => other.runId - one.runId)[0];
  return newest && findUndone(newest.runId, runs) ? newest : null;
}

/** In two or three words, as on a badge. */
export function nameUndone({ back, left }: Undone): string {
  if (left === 0) return t('Undone');
  if (back === 0) return t('Not undone: left alone');
  return t('Partly undone: {{back}} of {{all}}', { back: formatCount(back), all: formatCount(back + left) });
}

/** In a sentence, where the undo could be asked for otherwise. */
export function sayUndone({ back, left }: Undone): string {
  if (left === 0) return t('It was undone.');
  if (back === 0) return t('Its undo left everything alone, since it was changed afterwards.');
  return t('It was partly undone: {{back}} put back, {{left}} left alone.', {
    back: formatCount(back),
    left: formatCount(left),
  });
}
