import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { HubTime } from '../runtime/time.ts';
import type { CheckpointOrder } from './checkpoint-worker.ts';

const EVERY_MS = 1_000;
/** A smaller WAL is left alone: most hubs never need the thread. */
const WORTH_BYTES = 4 * 1024 * 1024;

export interface Checkpointer {
  /** Resolves when its thread has closed the file. */
  end(): Promise<void>;
}

/**
 * Copies the WAL back into the data file in a thread of its own: where many rows wait for absent or stalled PCs, their
 * shops' pages are scattered, and the copying would hold up every delivery. Where the thread fails, SQLite does it
 * after a commit, as `wal_autocheckpoint` says; `fail` is told why.
 */
export function startCheckpointer(
  order: CheckpointOrder,
  time: Pick<HubTime, 'after'>,
  fail: (error: unknown) => void,
): Checkpointer {
  let worker: Worker | null = null;
  let alarm: { cancel(): void };
  let isBusy = false;
  const open = (): Worker => {
    const opened = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: order });
    opened.unref();
    opened.on('message', () => {
      isBusy = false;
    });
    opened.on('error', (error) => {
      alarm.cancel();
      fail(error);
    });
    return opened;
  };
  const look = (): void => {
    if (!isBusy && isWorth(order.file)) {
      worker ??= open();
      isBusy = true;
      worker.postMessage('copy');
    }
    alarm = time.after(EVERY_MS, look);
  };
  alarm = time.after(EVERY_MS, look);
  return {
    end: async () => {
      alarm.cancel();
      await worker?.terminate();
    },
  };
}

/** The same without a thread, for a hub of one shop: SQLite copies after a commit, as soon as it would be worth a look. */
export function copyAfterCommits(db: Database.Database): Checkpointer {
  db.pragma('wal_autocheckpoint = 1000');
  return { end: async () => undefined };
}

function isWorth(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) >= WORTH_BYTES;
}
