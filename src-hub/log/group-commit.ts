import type Database from 'better-sqlite3';
import type { HubTime } from '../runtime/time.ts';

/** How long work that nobody waits for may wait for a commit of others. */
const LAZY_MS = 20;

/** Work of many requests shares one transaction, and so one fsync. */
export interface GroupCommit {
  /** Runs `work` in the next transaction, which ends with this turn; resolves after fsync, rejects with the disk's error. */
  add(work: () => void): Promise<void>;
  /** As `add`, for what may wait some milliseconds for company. */
  addLazily(work: () => void): Promise<void>;
  /** Runs `work` in the same transaction as the next `add` of this turn, which tells how it went. */
  join(work: () => void): void;
  /** Commits what waits. */
  flush(): void;
  /** Called after each commit, and after each one that failed. */
  onSettled(listener: (isCommitted: boolean) => void): void;
  /** Transactions that were committed. */
  countCommits(): number;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit(db: Database.Database, time: HubTime): GroupCommit {
  const listeners: ((isCommitted: boolean) => void)[] = [];
  let works: (() => void)[] = [];
  let waiters: Waiter[] = [];
  let isDue = false;
  let lazy: { cancel(): void } | null = null;
  let commits = 0;

  const commit = db.transaction((batch: readonly (() => void)[]) => {
    for (const work of batch) work();
  });

  const flush = (): void => {
    isDue = false;
    lazy?.cancel();
    lazy = null;
    if (works.length === 0) return;
    const batch = works;
    const told = waiters;
    works = [];
    waiters = [];
    try {
      commit.immediate(batch);
      commits += 1;
    } catch (error) {
      for (const listener of listeners) listener(false);
      for (const waiter of told) waiter.reject(error);
      return;
    }
    for (const waiter of told) waiter.resolve();
    for (const listener of listeners) listener(true);
  };

  const add = (work: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      works.push(work);
      waiters.push({ resolve, reject });
    });

  return {
    add: (work) => {
      if (!isDue) time.soon(flush);
      isDue = true;
      return add(work);
    },
    addLazily: (work) => {
      lazy ??= time.after(LAZY_MS, flush);
      return add(work);
    },
    join: (work) => {
      works.push(work);
      if (!isDue) time.soon(flush);
      isDue = true;
    },
    flush,
    onSettled: (listener) => void listeners.push(listener),
    countCommits: () => commits,
  };
}
