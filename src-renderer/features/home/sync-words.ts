import type { SyncResultShape, SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import type { Tone } from '../../components/tone.ts';
import { isOffline } from '../frame/is-offline.ts';

/** Above this the till's limit is near, and the sync slows down by itself. */
const MUCH_QUOTA_PERCENT = 75;

/** How the sync stands, in a word. */
export function chooseSyncWord(
  { isRunning, pausedUntilMs, away }: SyncStateShape,
  isSyncing: boolean,
  reach: Pick<StatusShape['reach'], 'till' | 'store'>,
): { readonly tone: Tone; readonly word: string } {
  if (isSyncing) return { tone: 'accent', word: 'Working' };
  if (pausedUntilMs !== null) return { tone: 'waiting', word: 'Paused' };
  // The sync itself learns with its next look what a test of the connection knows already.
  const sides = [away.till, away.store, reach.till, reach.store];
  if (sides.some((failure) => failure !== null && !isOffline(failure)))
    return { tone: 'bad', word: 'Needs you' };
  if (sides.some(isOffline)) return { tone: 'waiting', word: 'Waiting' };
  return isRunning ? { tone: 'good', word: 'Running' } : { tone: 'quiet', word: 'Resting' };
}

/** What a pass that a person asked for came to. */
export function sayResult({ applied, failed, waiting, conflicts }: SyncResultShape): string {
  const written = [
    ...(applied.store > 0 ? [`${formatCount(applied.store)} written to the store`] : []),
    ...(applied.till > 0 ? [`${formatCount(applied.till)} written to the till`] : []),
  ];
  const rest = [
    ...(failed > 0 ? [`${formatCount(failed)} refused`] : []),
    ...(conflicts > 0 ? [conflicts === 1 ? '1 asks you' : `${formatCount(conflicts)} ask you`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting)} wait`] : []),
  ];
  if (written.length + rest.length === 0) return 'Done: nothing had changed on either side.';
  return `Done: ${[...(written.length === 0 ? ['nothing to write'] : written), ...rest].join(', ')}.`;
}

/** How much of the till's limit is used, and what that means. */
export function sayQuota(percent: number): string {
  const used = `${Math.round(percent)} % of the till’s limit`;
  return percent >= MUCH_QUOTA_PERCENT ? `${used}: it looks less often until there is room` : used;
}
