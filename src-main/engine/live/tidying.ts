import type { RunId } from '../../domain/ids.ts';
import { completeSettings } from '../../domain/settings.ts';
import { FOLDED_MARK, TILL_CURSOR } from '../cursors.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock, Timers } from '../ports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows a transaction: a few milliseconds' worth, so that nothing waits for it. */
const ROWS_A_PORTION = 200;
/** What a run changed can be put back at least so long, whatever the log keeps. */
const LEAST_UNDO_DAYS = 30;
/** A run that wrote nothing says something only while its plan is fresh. */
const IDLE_DAYS = 1;
/** Orders change for months (refunds); after this long none does. */
const FOLD_DAYS = 400;

/** Removes what is old. */
export interface Tidying {
  /** At most once a day; comes back at the signal, and goes on the next time. */
  tidy(signal: AbortSignal): Promise<void>;
}

/** The log, runs and stock movements are kept for as long as somebody can need them, and no longer. */
export function createTidying(ledger: Ledger, clock: Clock, timers: Pick<Timers, 'breathe'>): Tidying {
  let lastMs: number | null = null;
  /** Portion by portion until one says that it was the last. */
  const repeat = async (portion: () => boolean, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && ledger.transaction(portion)) await timers.breathe();
  };
  return {
    tidy: async (signal) => {
      const startedMs = clock.monotonicMs();
      if (lastMs !== null && startedMs - lastMs < DAY_MS) return;
      const nowMs = clock.nowMs();
      const days = Number(completeSettings(ledger.settings.all())['log.retentionDays']);
      const { retention } = ledger;
      await repeat(
        () => retention.pruneJournal(nowMs - days * DAY_MS, ROWS_A_PORTION) === ROWS_A_PORTION,
        signal,
      );
      let after: RunId | null = null;
      await repeat(() => {
        const { next } = retention.pruneRuns({
          after,
          beforeMs: nowMs - Math.max(days, LEAST_UNDO_DAYS) * DAY_MS,
          idleBeforeMs: nowMs - IDLE_DAYS * DAY_MS,
          nowMs,
          limit: ROWS_A_PORTION,
        });
        after = next;
        return next !== null;
      }, signal);
      const foldMs = findFoldTime(ledger, nowMs);
      await repeat(() => {
        if (foldMs > Number(ledger.meta.get(FOLDED_MARK) ?? 0)) ledger.meta.put(FOLDED_MARK, String(foldMs));
        return ledger.retention.foldMoves(foldMs, ROWS_A_PORTION) === ROWS_A_PORTION;
      }, signal);
      if (!signal.aborted) lastMs = startedMs;
    },
  };
}

/** By the till's clock too: this computer's may be years ahead, and the last orders would be old ones. */
const findFoldTime = (ledger: Ledger, nowMs: number): number =>
  Math.min(nowMs, Number(ledger.meta.get(TILL_CURSOR) ?? 0)) - FOLD_DAYS * DAY_MS;
