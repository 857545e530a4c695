import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { CHOICE_TONE } from '../../components/conflict-face.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';

import { countLinked } from './count-linked.ts';
import { isOffline } from './is-offline.ts';

/** How many things wait for a person. */
export function countNeeds(
  { products, queue, reach, unfinishedRunId }: StatusShape,
  sync: SyncStateShape | null,
  troubledOrders = 0,
): number {
  const refused = [reach.till, reach.store].filter((failure) => failure && !isOffline(failure));
  const groups = [
    (products.error ?? 0) + queue.parked,
    countConflicts({ products }, sync),
    sync?.stock.oversold ?? 0,
    sync?.brakedRunId == null ? 0 : 1,
    unfinishedRunId === null ? 0 : 1,
    troubledOrders > 0 ? 1 : 0,
  ];
  return refused.length + groups.filter((count) => count > 0).length;
}

const countConflicts = (
  { products }: Pick<StatusShape, 'products'>,
  sync: Pick<SyncStateShape, 'conflicts'> | null,
): number => sync?.conflicts ?? products.conflict ?? 0;

/** The engine's state in one of its words. @param isLost the window does not reach it */
export function chooseEngineWord(
  status: StatusShape,
  sync: SyncStateShape | null,
  isLost: boolean,
  troubledOrders = 0,
): { readonly tone: Tone; readonly word: string } {
  if (isLost) return { tone: 'waiting', word: t('Lost', { context: 'window' }) };
  if (status.activeRunId !== null) return { tone: 'accent', word: t('Working') };
  if (status.mode === 'setup') return { tone: 'quiet', word: t('Not connected') };
  if (isOffline(status.reach.till) || isOffline(status.reach.store))
    return { tone: 'waiting', word: t('Waiting') };
  if (sync?.pausedUntilMs != null) return { tone: 'waiting', word: t('Paused') };
  const needs = countNeeds(status, sync, troubledOrders);
  // Nothing is broken where all that waits is a choice.
  const hasChoiceOnly = needs === 1 && countConflicts(status, sync) > 0;
  if (needs > 0) return { tone: hasChoiceOnly ? CHOICE_TONE : 'bad', word: t('Needs you') };
  if (status.differing.planned > 0) return { tone: 'waiting', word: t('Waiting') };
  if (status.lastSyncMs === null || countLinked(status) === 0) return { tone: 'accent', word: t('Ready') };
  if (status.differing.left > 0) return { tone: 'waiting', word: t('Differences left') };
  return { tone: 'good', word: t('In step') };
}
