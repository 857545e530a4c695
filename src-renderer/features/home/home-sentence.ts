import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatMoment } from '../../components/time.tsx';
import { isOffline } from '../frame/is-offline.ts';

/** The one sentence of Home: is everything in step, and how many things need a person. */
export function sayHome(status: StatusShape, sync: SyncStateShape | null, needs: number): string {
  const state = sayState(status, sync);
  if (needs === 0) return state;
  return `${state} ${needs === 1 ? '1 thing needs you.' : `${needs} things need you.`}`;
}

function sayState(status: StatusShape, sync: SyncStateShape | null): string {
  const { mode, activeRunId, reach, lastSyncMs, products, queue, differing, unfinishedRunId } = status;
  if (mode === 'setup') return 'The till and the store are not both connected yet.';
  if (activeRunId !== null) return 'An import is under way.';
  if (isOffline(reach.till) || isOffline(reach.store))
    return 'Waiting until both sides can be reached again.';
  if (differing.planned > 0) return `A plan with ${countChanges(differing.planned)} waits for your approval.`;
  const linked = Object.values(products).reduce((sum, count) => sum + (count ?? 0), 0);
  if (lastSyncMs === null || linked === 0)
    return 'Both sides are connected; nothing has been brought in step yet.';
  if (unfinishedRunId !== null) return 'An import stopped before its end.';
  if (sync?.pausedUntilMs != null) return `The sync is paused until ${formatMoment(sync.pausedUntilMs)}.`;
  const waiting = (products.waiting ?? 0) + queue.waiting;
  const broken = (products.error ?? 0) + (sync?.conflicts ?? products.conflict ?? 0);
  if (waiting > 0) return 'Nearly everything is in step; some changes wait for the next sync.';
  if (differing.left > 0) return sayLeft(differing.left);
  return broken > 0 ? 'Everything else is in step.' : 'Everything is in step.';
}

const countChanges = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

const sayLeft = (count: number): string =>
  count === 1
    ? '1 product differs between till and store, and was left as it is. All others are in step.'
    : `${count} products differ between till and store, and were left as they are. All others are in step.`;
