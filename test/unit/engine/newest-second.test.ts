import { describe, expect, it } from 'vitest';
import { findTillStart, type NewestSecond, noteNewest } from '../../../src-main/engine/live/newest-second.ts';

const SECOND = 1_700_000_000_000;

describe('the till’s newest second', () => {
  /** From where looks at these times read on, the cursor standing still; those that fail end without an answer. */
  const look = (times: readonly number[], failing: readonly number[] = []): number[] => {
    let known: NewestSecond | null = null;
    return times.map((nowMs) => {
      const newest = noteNewest(known, SECOND, nowMs);
      known = failing.includes(nowMs) ? newest : { ...newest, lookedMs: nowMs };
      return findTillStart(newest);
    });
  };

  it('is read again for half a minute, since a row may still come into it', () => {
    expect(look([0, 2000, 29_999, 31_000])).toEqual([SECOND, SECOND, SECOND, SECOND]);
  });

  it('is left alone after that: a mass edit is not read with every look', () => {
    expect(look([5000, 35_000, 60_000])).toEqual([SECOND, SECOND, SECOND + 1]);
  });

  it('is read again after an outage, however long it was', () => {
    expect(look([0, 2000, 90_000, 92_000], [0, 2000])).toEqual([SECOND, SECOND, SECOND, SECOND + 1]);
  });

  it('is counted anew when a newer change moves the cursor', () => {
    const settled = noteNewest({ cursorMs: SECOND, sinceMs: 0, lookedMs: 35_000 }, SECOND, 40_000);
    expect(findTillStart(settled)).toBe(SECOND + 1);
    expect(findTillStart(noteNewest(settled, SECOND + 1000, 40_000))).toBe(SECOND + 1000);
  });
});
