import type { RunId } from '../domain/ids.ts';

/** Lets go of what is old, a portion a call, so that nothing waits long for it. */
export interface RetentionLedger {
  /** Log entries from before; answers how many went. */
  pruneJournal(beforeMs: number, limit: number): number;
  /**
   * Looks at some runs above `after` and removes those that nothing needs any more: never an import, never one
   * with open rows or with rows that are set aside, and one that an undo names only after that undo.
   */
  pruneRuns(options: {
    readonly after: RunId | null;
    /** Runs that wrote something and are older than this. */
    readonly beforeMs: number;
    /** Runs that wrote nothing and are older than this. */
    readonly idleBeforeMs: number;
    readonly nowMs: number;
    /** Rows removed at most, and runs looked at. */
    readonly limit: number;
  }): {
    readonly removed: number;
    /** Where to go on; null at the end. */
    readonly next: RunId | null;
  };
  /** Sums movements from before up into one row for orders and one for the rest, by product and side. */
  foldMoves(beforeMs: number, limit: number): number;
}
