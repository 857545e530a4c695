import type { PracticeClock } from '../clock.ts';
import type { WorkTimes } from './options.ts';

export interface WorkCounters {
  /** Requests by method and route pattern: `GET /wc/v3/products/{id}`. */
  readonly requests: Map<string, number>;
  /** The sum of modelled work time spent. */
  workMs: number;
}

/** The work of one request while it holds a slot. */
export interface RequestWork {
  /** Lets the modelled time of one kind of work pass, `times` times over. */
  spend(kind: keyof WorkTimes, times?: number): Promise<void>;
  /** A page of rows costs its share of a full one, at least another read. */
  spendPage(kind: 'productPageMs' | 'analyticsPageMs' | 'orderPageMs', rows: number): Promise<void>;
  /** Another read's time, unless the request has already cost something. */
  spendMinimum(): Promise<void>;
}

/** The PHP workers: so many requests at once, the rest wait in order of arrival. */
export interface WorkPool {
  run<Result>(job: (work: RequestWork) => Promise<Result>): Promise<Result>;
}

const FULL_PAGE_ROWS = 100;

/** Opens the pool. With `times` 'none' nothing sleeps and nobody waits. */
export function createWorkPool(
  clock: PracticeClock,
  workers: number,
  times: 'none' | WorkTimes,
  counters: WorkCounters,
): WorkPool {
  const waiting: (() => void)[] = [];
  let free = workers;
  const acquire = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const release = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    run: async (job) => {
      if (times === 'none') return job(IDLE_WORK);
      await acquire();
      try {
        return await job(createRequestWork(clock, times, counters));
      } finally {
        release();
      }
    },
  };
}

/** Work nobody models: it takes no time. */
export const IDLE_WORK: RequestWork = {
  spend: () => Promise.resolve(),
  spendPage: () => Promise.resolve(),
  spendMinimum: () => Promise.resolve(),
};

/**
 * Sleeps against one deadline for the whole request: a hundred timers of 14 ms would each be late by a
 * little and a batch would take longer than its rows.
 */
function createRequestWork(clock: PracticeClock, times: WorkTimes, counters: WorkCounters): RequestWork {
  let deadlineMs = clock.nowMs();
  let spentMs = 0;
  const pass = async (durationMs: number): Promise<void> => {
    deadlineMs += durationMs;
    spentMs += durationMs;
    counters.workMs += durationMs;
    const leftMs = deadlineMs - clock.nowMs();
    if (leftMs > 0) await clock.sleep(leftMs);
  };
  return {
    spend: (kind, count = 1) => pass(times[kind] * count),
    spendPage: (kind, rows) => pass(Math.max(times.otherReadMs, (times[kind] * rows) / FULL_PAGE_ROWS)),
    spendMinimum: () => (spentMs > 0 ? Promise.resolve() : pass(times.otherReadMs)),
  };
}
