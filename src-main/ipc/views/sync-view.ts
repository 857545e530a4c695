import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';

/** How the sync stands, and how many things it has for a person; asks neither side. */
export function readSyncState({
  engine,
  liveCounts,
}: Pick<HandlerDeps, 'engine' | 'liveCounts'>): SyncStateShape {
  const { away, ...state } = engine.sync.state();
  return {
    ...state,
    ...liveCounts.read(),
    away: {
      till: away.till && describeFailure(away.till),
      store: away.store && describeFailure(away.store),
    },
  };
}
