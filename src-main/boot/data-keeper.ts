import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Clock, Timers } from '../engine/ports.ts';
import { backUpDaily } from '../store/backup.ts';
import { openDatabase } from '../store/database.ts';
import { refreshSeal } from '../store/seal-keeper.ts';
import { closeSound, endGeneration, type Mended, openSound, touchFile } from '../store/sound-file.ts';

const FILE = 'tillbridge.sqlite';
/** A commit that takes longer holds up whoever waits for an answer. */
const SLOW_MS = 250;
/** How often it is seen to: a copy for a new day, sums for a file that has changed. */
const ROUND_MS = 5 * 60_000;

export interface DataFileOptions {
  readonly dataDir: string;
  readonly nativeBinding: string | null;
  readonly isWriter: boolean;
  /** In safe mode nothing is written: what tries to does not keep everything else waiting for another program. */
  readonly isSafe?: boolean;
  readonly readNowMs: () => number;
}

export interface KeeperMachine {
  readonly timers: Pick<Timers, 'after' | 'breathe'>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** What one look after the data file came to. */
export interface Round {
  /** null: nothing failed. */
  readonly error: unknown;
  /** What a commit took, in milliseconds; null where that is no news. */
  readonly slowMs: number | null;
}

/** The data file in the hands of one program. */
export interface DataFile {
  readonly db: Database;
  /** What had to be mended before it could be used. */
  readonly mended: Mended | null;
  /**
   * Sees to it from now on: a copy each day and a seal that is never old, for a program may run for months.
   * @param machine its own timers and clock, since this is about its disk
   * @param hear what failed in a round, or null, and how long a commit takes where that is long; the next one tries again
   */
  keep(machine: KeeperMachine, hear: (round: Round) => void): Promise<void>;
  close(): void;
}

/** Opens the data file; its one writer mends what can be mended. @throws FailureError as `openDatabase` */
export function openDataFile(options: DataFileOptions): DataFile {
  const { dataDir, nativeBinding, isWriter, isSafe = false, readNowMs } = options;
  const file = join(dataDir, FILE);
  const wait = isSafe ? { busyMs: 0 } : {};
  const { db, mended } = isWriter
    ? openSound({ file, nativeBinding, ...wait, nowMs: readNowMs() })
    : { db: openDatabase({ file, nativeBinding }), mended: null };
  let round: { cancel(): void } | null = null;
  const see = async ({ breathe }: KeeperMachine['timers']): Promise<void> => {
    if (!db.open) return;
    const copy = await backUpDaily(db, { dataDir, nowMs: readNowMs(), nativeBinding, breathe });
    if (copy !== null && db.open) endGeneration(db, file, readNowMs());
    if (db.open) await refreshSeal(db, file, readNowMs);
  };
  return {
    db,
    mended,
    keep: async ({ timers, clock }, hear) => {
      const go = async (): Promise<void> => {
        const error = await see(timers).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        // What the end of the program cuts off is no trouble.
        if (!db.open) return;
        round = timers.after(ROUND_MS, () => void go());
        const startedMs = clock.monotonicMs();
        if (error === null) touchFile(db);
        const tookMs = clock.monotonicMs() - startedMs;
        hear({ error, slowMs: tookMs >= SLOW_MS ? tookMs : null });
      };
      await go();
    },
    close: () => {
      // An engine that was dropped may come to its end late: the file is the next one's then.
      if (!db.open) return;
      round?.cancel();
      if (isWriter) closeSound(db, file);
      else db.close();
    },
  };
}
