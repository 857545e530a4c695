import type { Progress } from '../../engine/face.ts';
import { formatCount, formatDuration, formatPieces, formatRate, formatShare } from './figures.ts';
import type { Palette } from './palette.ts';
import type { ProgressMeter } from './progress-meter.ts';

const FULL = '█';
const EMPTY = '░';

/** What was read so far; both sides are read at the same time. */
export interface ReadSoFar {
  readonly till: number;
  readonly store: number;
}

/** One line that says where a plan or a run stands. */
export function describeProgress(progress: Progress, read: ReadSoFar, meter: ProgressMeter): string {
  switch (progress.phase) {
    case 'reading-till':
    case 'reading-store':
      return `Reading: till ${formatPieces(read.till, 'item')}, store ${formatPieces(read.store, 'product')}`;
    case 'planning':
      return `Comparing: ${formatCount(progress.done)} rows`;
    case 'recovering':
      return 'Finding out what became of lost answers';
    case 'categories':
      return 'Making categories';
    case 'finished':
    case 'products':
    case 'undoing':
      return describeRows(progress, meter);
  }
}

function describeRows({ done, total, failed }: Progress, meter: ProgressMeter): string {
  if (total === 0) return 'Nothing to write';
  const perSecond = meter.rate();
  const leftMs = meter.left(total);
  return [
    `${formatCount(done)} of ${formatCount(total)}`,
    formatShare(Math.floor((done * 100) / total) / 100),
    ...(perSecond === null ? [] : [`${formatRate(perSecond)}/s`]),
    ...(leftMs === null || done >= total ? [] : [`${formatDuration(Math.ceil(leftMs / 1000) * 1000)} left`]),
    ...(failed === 0 ? [] : [`${formatCount(failed)} failed`]),
  ].join(' · ');
}

/** A bar of the given width; empty while the total is not known. */
export function drawBar(done: number, total: number, width: number, paint: Palette): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const full = Math.round(share * width);
  return paint.green(FULL.repeat(full)) + paint.dim(EMPTY.repeat(width - full));
}
