import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { isOffline } from '../frame/engine-word.ts';

/** The one sentence of Home: is everything in step, and how many things need a person. */
export function sayHome(status: StatusShape, needs: number): string {
  const state = sayState(status);
  if (needs === 0) return state;
  return `${state} ${needs === 1 ? '1 thing needs you.' : `${needs} things need you.`}`;
}

function sayState({ mode, activeRunId, reach, lastSyncMs, products, queue }: StatusShape): string {
  if (mode === 'setup') return 'The till and the store are not both connected yet.';
  if (activeRunId !== null) return 'An import is under way.';
  if (isOffline(reach.till) || isOffline(reach.store))
    return 'Waiting until both sides can be reached again.';
  if (lastSyncMs === null) return 'Both sides are connected; nothing has been brought in step yet.';
  const waiting = (products.waiting ?? 0) + queue.waiting;
  const broken = (products.error ?? 0) + (products.conflict ?? 0);
  if (waiting > 0) return 'Nearly everything is in step; some changes wait for the next sync.';
  return broken > 0 ? 'Everything else is in step.' : 'Everything is in step.';
}
