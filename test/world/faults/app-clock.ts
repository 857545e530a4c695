import type { Clock } from '../../../src-main/engine/ports.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween, isLucky } from '../chance.ts';

/** What may be wrong with the time: of the app's computer alone, except that summer comes to everybody. */
export const CLOCK_FAULTS = ['ahead', 'behind', 'steps', 'backwards', 'summer'] as const;
export type ClockFault = (typeof CLOCK_FAULTS)[number];

/** How the app's computer tells the time in one world. */
export interface ClockPlan {
  readonly fault: ClockFault | 'right';
  /** When the world begins, Unix milliseconds. */
  readonly startMs: number;
  /** A step comes each time so much has passed. */
  readonly stepEveryMs: number;
  readonly stepMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const START_MS = Date.UTC(2026, 0, 5, 9);
/** A minute before the clocks of New York go from two to three. */
const SUMMER_MS = Date.UTC(2026, 2, 8, 6, 59);
const WRONG_PERCENT = 20;

export function drawClockPlan(random: PracticeRandom): ClockPlan {
  const fault = isLucky(random, WRONG_PERCENT) ? random.pick(CLOCK_FAULTS) : 'right';
  return {
    fault,
    startMs: fault === 'summer' ? SUMMER_MS : START_MS,
    stepEveryMs: drawBetween(random, 20_000, 200_000),
    stepMs: fault === 'backwards' ? -random.pick([HOUR_MS, 60_000]) : random.pick([HOUR_MS, DAY_MS, -DAY_MS]),
  };
}

/** The world's clock as the app's computer shows it: whole milliseconds; what has passed is always right. */
export function createAppClock(clock: Clock, { fault, stepEveryMs, stepMs }: ClockPlan): Clock {
  const readOffsetMs = (): number => {
    if (fault === 'right' || fault === 'summer') return 0;
    if (fault === 'ahead') return DAY_MS;
    if (fault === 'behind') return -DAY_MS;
    const steps = Math.floor(clock.monotonicMs() / stepEveryMs);
    // Somebody sets it, and somebody sets it back; one that runs backwards does so again and again.
    return fault === 'steps' ? (steps % 2) * stepMs : steps * stepMs;
  };
  return { nowMs: () => Math.floor(clock.nowMs() + readOffsetMs()), monotonicMs: clock.monotonicMs };
}
