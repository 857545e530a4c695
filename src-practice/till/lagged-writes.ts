import type { PracticeClock } from '../clock.ts';

/** Writes that are accepted now and seen later, in the order they came (clover.md 6.3). */
export interface LaggedWrites {
  /** Carries the write out at once when there is no lag. */
  write(apply: () => void): void;
  /** Carries out everything that is due; called before each request is answered. */
  settle(): void;
}

/** Opens the queue; `lagMs` is the same for every write, so it stays in order. */
export function createLaggedWrites(clock: PracticeClock, lagMs: number): LaggedWrites {
  let waiting: { readonly dueMs: number; readonly apply: () => void }[] = [];
  return {
    write: (apply) => {
      if (lagMs <= 0) apply();
      else waiting.push({ dueMs: clock.nowMs() + lagMs, apply });
    },
    settle: () => {
      if (waiting.length === 0) return;
      const nowMs = clock.nowMs();
      const due = waiting.filter((entry) => entry.dueMs <= nowMs);
      waiting = waiting.filter((entry) => entry.dueMs > nowMs);
      for (const entry of due) entry.apply();
    },
  };
}
