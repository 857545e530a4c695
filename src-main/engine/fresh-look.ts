import type { Clock } from './ports.ts';

/** So old a look may be when what it showed is written over. */
const FRESH_MS = 2_000;
const MOST_LOOKS = 3;

/** What was looked at before it is written over, and when (monotonic) that look began. */
export interface Look<T> {
  readonly seen: T;
  readonly beganMs: number;
}

type MonotonicClock = Pick<Clock, 'monotonicMs'>;

/** Whether somebody may have changed since what a look showed: neither side's API holds a row for us (clover.md 6, woocommerce.md 2). */
export const isOld = (beganMs: number, clock: MonotonicClock): boolean =>
  clock.monotonicMs() - beganMs > FRESH_MS;

/**
 * Looks at what is about to be written over. A look that had to wait, for another try or for the shop's leave, is old
 * for what it began with: an edit made meanwhile would be written over. So it is made again, a few times at most.
 */
export async function lookFreshly<T>(look: () => Promise<T>, clock: MonotonicClock): Promise<Look<T>> {
  for (let looks = 1; ; looks += 1) {
    const beganMs = clock.monotonicMs();
    const seen = await look();
    if (!isOld(beganMs, clock) || looks >= MOST_LOOKS) return { seen, beganMs };
  }
}
