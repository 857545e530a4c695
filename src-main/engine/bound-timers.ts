import type { Timers } from './ports.ts';

/** Timers whose sleeps end with the signal: what waits for a side that is away then waits no longer. */
export function bindTimers(timers: Timers, signal: AbortSignal | undefined): Timers {
  if (!signal) return timers;
  return { ...timers, sleep: (delayMs, own) => timers.sleep(delayMs, own ?? signal) };
}
