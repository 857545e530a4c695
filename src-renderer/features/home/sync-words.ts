import type { SyncResultShape, SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import { isOffline } from '../frame/is-offline.ts';

/** Above this the till's limit is near, and the sync slows down by itself. */
const MUCH_QUOTA_PERCENT = 75;

/** How the sync stands, in a word. */
export function chooseSyncWord(
  { isRunning, pausedUntilMs, away }: SyncStateShape,
  isSyncing: boolean,
  reach: Pick<StatusShape['reach'], 'till' | 'store'>,
): { readonly tone: Tone; readonly word: string } {
  if (isSyncing) return { tone: 'accent', word: t('Working') };
  if (pausedUntilMs !== null) return { tone: 'waiting', word: t('Paused') };
  // The sync itself learns with its next look what a test of the connection knows already.
  const sides = [away.till, away.store, reach.till, reach.store];
  if (sides.some((failure) => failure !== null && !isOffline(failure)))
    return { tone: 'bad', word: t('Needs you') };
  if (sides.some(isOffline)) return { tone: 'waiting', word: t('Waiting') };
  return isRunning ? { tone: 'good', word: t('Running') } : { tone: 'quiet', word: t('Resting') };
}

/** What a pass that a person asked for came to. */
export function sayResult({ applied, failed, waiting, conflicts }: SyncResultShape): string {
  const written = [
    ...(applied.store > 0
      ? [t('{{number}} written to the store', { number: formatCount(applied.store) })]
      : []),
    ...(applied.till > 0 ? [t('{{number}} written to the till', { number: formatCount(applied.till) })] : []),
  ];
  const rest = [
    ...(failed > 0 ? [t('{{number}} refused', { number: formatCount(failed) })] : []),
    ...(conflicts > 0 ? [t('{{number}} ask you', { count: conflicts, number: formatCount(conflicts) })] : []),
    ...(waiting > 0 ? [t('{{number}} wait', { count: waiting, number: formatCount(waiting) })] : []),
  ];
  if (written.length + rest.length === 0) return t('Done: nothing had changed on either side.');
  const list = [...(written.length === 0 ? [t('nothing to write')] : written), ...rest].join(', ');
  return t('Done: {{list}}.', { list });
}

/** How much of the till's limit is used, and what that means. */
export function sayQuota(percent: number): string {
  const used = { percent: Math.round(percent) };
  return percent >= MUCH_QUOTA_PERCENT
    ? t('{{percent}} % of the till’s limit: it looks less often until there is room', used)
    : t('{{percent}} % of the till’s limit', used);
}
