import type { PermitLane } from '../hub-ports.ts';
import type { Clock, Timers } from '../ports.ts';

/** A relay that does not answer must not stop anybody: after this the call goes out without its word. */
const LONGEST_WAIT_MS = 5_000;
const CALLS_A_WISH = 10;

/** Calls to the till that the relay allows this PC, where several shops share one app's quota (clover.md 4). */
export interface PermitPurse {
  /** Resolves when one call may be made. */
  take(lane: PermitLane, signal?: AbortSignal): Promise<void>;
  /** How calls are asked for now; null while the relay is away, or does not count them. */
  link(ask: ((calls: number, lane: PermitLane) => void) | null): void;
  put(calls: number, forMs: number): void;
}

interface Waiter {
  readonly lane: PermitLane;
  readonly go: () => void;
}

export function createPermitPurse(clock: Clock, timers: Timers): PermitPurse {
  let ask: ((calls: number, lane: PermitLane) => void) | null = null;
  let held = { calls: 0, untilMs: 0 };
  const waiters = new Set<Waiter>();
  const spend = (): boolean => {
    if (held.calls === 0 || clock.monotonicMs() >= held.untilMs) return false;
    held = { ...held, calls: held.calls - 1 };
    return true;
  };
  const serve = (): void => {
    const inOrder = [...waiters].sort(
      (left, right) => Number(right.lane === 'orders') - Number(left.lane === 'orders'),
    );
    for (const waiter of inOrder) {
      if (ask !== null && !spend()) return;
      waiters.delete(waiter);
      waiter.go();
    }
  };
  const wish = (): void => {
    const lane = [...waiters].some((waiter) => waiter.lane === 'orders') ? 'orders' : 'catalog';
    if (waiters.size > 0) ask?.(Math.min(waiters.size, CALLS_A_WISH), lane);
  };
  return {
    take: (lane, signal) => {
      if (ask === null || spend()) return Promise.resolve();
      return new Promise((resolve) => {
        const waiter: Waiter = {
          lane,
          go: () => {
            timer.cancel();
            signal?.removeEventListener('abort', give);
            resolve();
          },
        };
        const give = (): void => {
          if (waiters.delete(waiter)) waiter.go();
        };
        const timer = timers.after(LONGEST_WAIT_MS, give);
        signal?.addEventListener('abort', give, { once: true });
        const isFirst = waiters.size === 0;
        waiters.add(waiter);
        if (isFirst || waiters.size % CALLS_A_WISH === 0) ask?.(CALLS_A_WISH, lane);
      });
    },
    link: (next) => {
      ask = next;
      held = { calls: 0, untilMs: 0 };
      if (next === null) serve();
      else wish();
    },
    put: (calls, forMs) => {
      held = { calls, untilMs: clock.monotonicMs() + forMs };
      serve();
      // Nothing to give at present: asked again when that may have changed.
      if (calls === 0) timers.after(forMs, wish);
      else wish();
    },
  };
}
