import type { Clock } from '../../engine/ports.ts';

const MOST_CRASHES = 3;
const WITHIN_MS = 10 * 60_000;

/** Whether to try again after a crash: three times in ten minutes, then it would only go round. */
export function createCrashBudget(clock: Pick<Clock, 'monotonicMs'>): { spend(): boolean } {
  let crashesMs: number[] = [];
  return {
    spend: () => {
      const nowMs = clock.monotonicMs();
      crashesMs = [...crashesMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs];
      return crashesMs.length <= MOST_CRASHES;
    },
  };
}
