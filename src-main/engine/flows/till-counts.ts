import type { CloverId } from '../../domain/ids.ts';
import type { ImportDeps } from '../import-deps.ts';
import { keepTrying } from '../patience.ts';
import { isGone } from '../refusal.ts';
import { RunStop } from '../store-writer.ts';

/** A sale that a write covers is found again; a person's count is not, so no older one is written over. */
const FRESH_MS = 2_000;
/** The till lists so many counts at once (clover.md 5.1). */
const COUNTS_A_PAGE = 1_000;

/** The till's counts, each as it was shortly before it is written. */
export interface TillCounts {
  /**
   * null where the till has no such item any more.
   * @param left rows that are still to be written, this one among them
   * @throws RunStop when the till is away
   */
  read(id: CloverId, left: number): Promise<number | null>;
  /** It was written since. */
  forget(id: CloverId): void;
}

/**
 * A count that is read just before its write leaves a sale hardly any time to come between (the till takes whole
 * counts only, clover.md 6.4); where a long queue drains, one read a row would take half of the till's limit.
 * @param isLong reads all counts at once, and anew once they are no longer fresh
 */
export function createTillCounts(isLong: boolean, deps: ImportDeps): TillCounts {
  let counts = new Map<CloverId, number>();
  let pages = 0;
  let readMs = Number.NEGATIVE_INFINITY;
  let readVersion = 0;
  return {
    read: async (id, left) => {
      const version = deps.counts?.tillVersion() ?? 0;
      const isStale = deps.clock.monotonicMs() - readMs > FRESH_MS || version !== readVersion;
      if (isStale) counts = new Map();
      if (isLong && isStale && pages < left) {
        [readMs, readVersion] = [deps.clock.monotonicMs(), version];
        counts = await readAllCounts(deps);
        pages = Math.ceil(counts.size / COUNTS_A_PAGE);
      }
      return counts.get(id) ?? readTillCount(id, deps);
    },
    forget: (id) => void counts.delete(id),
  };
}

async function readAllCounts(deps: ImportDeps): Promise<Map<CloverId, number>> {
  const read = await keepTrying(deps, () => deps.till.readStocks());
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return new Map(read.value);
}

/** The till's count of one item, now. */
export async function readTillCount(id: CloverId, deps: ImportDeps): Promise<number | null> {
  const read = await keepTrying(deps, () => deps.till.readStock(id));
  if (isGone(read)) return null;
  if (read.kind !== 'done') throw new RunStop(read.failure);
  return read.value ?? 0;
}
