import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { countLinked } from '../frame/count-linked.ts';
import { isOffline } from '../frame/is-offline.ts';

/** The one sentence of Home: is everything in step, and how many things need a person. */
export function sayHome(status: StatusShape, sync: SyncStateShape | null, needs: number): string {
  const state = sayState(status, sync);
  if (needs === 0) return state;
  return `${state} ${t('{{count}} things need you.', { count: needs })}`;
}

function sayState(status: StatusShape, sync: SyncStateShape | null): string {
  const { mode, activeRunId, reach, lastSyncMs, products, queue, differing, unfinishedRunId } = status;
  if (mode === 'setup') return t('The till and the store are not both connected yet.');
  if (activeRunId !== null) return t('An import is under way.');
  if (isOffline(reach.till) || isOffline(reach.store))
    return t('Waiting until both sides can be reached again.');
  if (differing.planned > 0)
    return t('A plan with {{count}} changes waits for your approval.', { count: differing.planned });
  if (lastSyncMs === null) return t('Both sides are connected; nothing has been brought in step yet.');
  if (countLinked(status) === 0) return t('Nothing is kept in step: no product is linked.');
  if (unfinishedRunId !== null) return t('An import stopped before its end.');
  if (sync?.pausedUntilMs != null)
    return t('The sync is paused until {{moment}}.', { moment: formatMoment(sync.pausedUntilMs) });
  const waiting = (products.waiting ?? 0) + queue.waiting;
  const broken = (products.error ?? 0) + (sync?.conflicts ?? products.conflict ?? 0);
  if (waiting > 0) return t('Nearly everything is in step; some changes wait for the next sync.');
  if (differing.left > 0)
    return t(
      '{{count}} products differ between till and store, and were left as they are. All others are in step.',
      { count: differing.left },
    );
  return t(broken > 0 ? 'Everything else is in step.' : 'Everything is in step.');
}
