import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { Engine } from '../../engine/face.ts';

const NOTHING_LISTED = { limit: 1, offset: 0 };
/** A braked run stands among the newest: nothing of its kind starts while it waits. */
const NEWEST_RUNS = { limit: 20, offset: 0 };

/** How the sync stands, and how many things it has for a person; asks neither side. */
export function readSyncState({
  sync,
  conflicts,
  stock,
  parked,
  records,
}: Pick<Engine, 'sync' | 'conflicts' | 'stock' | 'parked' | 'records'>): SyncStateShape {
  const { away, ...state } = sync.state();
  const { oversold, out, low } = stock.list(NOTHING_LISTED).counts;
  const braked = records
    .runs(NEWEST_RUNS)
    .find((run) => run.isHere && run.kind !== 'import' && run.state === 'braked');
  return {
    ...state,
    away: {
      till: away.till && describeFailure(away.till),
      store: away.store && describeFailure(away.store),
    },
    conflicts: conflicts.list(NOTHING_LISTED).total,
    parked: parked.list(NOTHING_LISTED.limit, NOTHING_LISTED.offset).total,
    stock: { oversold, out, low },
    brakedRunId: braked?.id ?? null,
  };
}
