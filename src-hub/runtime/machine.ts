import type { HubTime } from './time.ts';

/** The machine's own time and chance; the only place that knows them. */
export const createMachineTime = (): HubTime => ({
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, ring) => {
    const timer = setTimeout(ring, delayMs).unref();
    return { cancel: () => clearTimeout(timer) };
  },
  soon: (ring) => void setImmediate(ring),
  fraction: () => Math.random(),
});

/** Waits; unlike the hub's timers it keeps a short command alive. */
export const sleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, delayMs));

/** Milliseconds of a clock that is never set, for leases and quotas. */
export const readMonotonicMs = (): number => performance.now();
