import type { PracticeClock } from '../clock.ts';

/** Writes that are accepted now and seen later, in the order they came (clover.md 6.3). */
export interface LaggedWrites {
  /** Carries the write out at once when there is no lag. */
  write(apply: () => void): void;
  /** Carries out everything that is due by then, now if nothing is said; called before each request is answered. */
  settle(byMs?: number): void;
}

/** Opens the queue; `lagMs` is the same for every write, so it stays in order. */
export function createLaggedWrites(clock: PracticeClock, lagMs: number): LaggedWrites {
  let waiting: { readonly dueMs: number; readonly apply: () => void }[] = [];
  return {
    write: (apply) => {
      if (lagMs <= 0) apply();
      else waiting.push({ dueMs: clock.nowMs() + lagMs, apply });
    },
    settle: (byMs = clock.nowMs()) => {
      if (waiting.length === 0) return;
      const due = waiting.filter((entry) => entry.dueMs <= byMs);
      waiting = waiting.filter((entry) => entry.dueMs > byMs);
      for (const entry of due) entry.apply();
    },
  };
}
