import type { SyncStateShape } from '../../src-preload/contract/live-shapes.ts';
import type { Engine } from '../engine/face.ts';

/** How many things the sync has for a person. */
export type Counts = Pick<SyncStateShape, 'conflicts' | 'parked' | 'stock' | 'brakedRunId'>;

/** Counted once, and again only after something changed: every look at both sides is told to the windows. */
export interface LiveCounts {
  read(): Counts;
  /** Something changed. */
  forget(): void;
}

const NOTHING_LISTED = { limit: 1, offset: 0 };
/** A braked run stands among the newest: nothing of its kind starts while it waits. */
const NEWEST_RUNS = { limit: 20, offset: 0 };

export function createLiveCounts(engine: Engine): LiveCounts {
  let kept: Counts | null = null;
  return {
    read: () => {
      kept ??= countAll(engine);
      return kept;
    },
    forget: () => {
      kept = null;
    },
  };
}

function countAll({ conflicts, stock, parked, records }: Engine): Counts {
  const { oversold, out, low } = stock.list(NOTHING_LISTED).counts;
  const braked = records
    .runs(NEWEST_RUNS)
    .find((run) => run.isHere && run.kind !== 'import' && run.state === 'braked');
  return {
    conflicts: conflicts.list(NOTHING_LISTED).total,
    parked: parked.list(NOTHING_LISTED.limit, NOTHING_LISTED.offset).total,
    stock: { oversold, out, low },
    brakedRunId: braked?.id ?? null,
  };
}
