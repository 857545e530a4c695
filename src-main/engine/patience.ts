import type { Failure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Timers } from './ports.ts';

/** Waits together at most some minutes: a rate-limit spell has been seen to outlast seconds (clover.md 4). */
const MOST_WAITS = 8;
const LONGEST_WAIT_MS = 60_000;

/** Asks again as long as the side says "later"; every other outcome is the caller's. */
export async function keepTrying<T>(
  {
    timers,
    onWait,
    mayWait = () => true,
  }: {
    readonly timers: Timers;
    /** Hears why it waits. */
    readonly onWait?: (failure: Failure) => void;
    /** Whether it is worth waiting for. */
    readonly mayWait?: (failure: Failure) => boolean;
  },
  ask: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (let waits = 0; ; waits += 1) {
    const outcome = await ask();
    if (outcome.kind !== 'retryAfter' || waits >= MOST_WAITS || !mayWait(outcome.failure)) return outcome;
    onWait?.(outcome.failure);
    await timers.sleep(Math.min(outcome.delayMs, LONGEST_WAIT_MS));
  }
}
