import type { Clock } from '../engine/ports.ts';

const MOST_CRASHES = 3;
const WITHIN_MS = 5 * 60_000;

/** Whether to try again after a crash: three times in five minutes, then it would only go round. */
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

const ATTEMPT_FLAG = '--restart-after-crash=';
const MOST_RESTARTS = 2;

/**
 * The arguments with which the engine starts anew after it crashed; null when it crashed so soon after such a start
 * that another would not help.
 * @param uptimeMs how long this one had run
 */
export function planRestart(args: readonly string[], uptimeMs: number): string[] | null {
  const earlier = args.find((arg) => arg.startsWith(ATTEMPT_FLAG));
  const isSoon = uptimeMs < WITHIN_MS;
  const attempt = earlier && isSoon ? Number(earlier.slice(ATTEMPT_FLAG.length)) + 1 : 1;
  if (!(attempt <= MOST_RESTARTS)) return null;
  return [...args.filter((arg) => arg !== earlier), `${ATTEMPT_FLAG}${attempt}`];
}
