import { describe, expect, it } from 'vitest';
import { findTillStart, type NewestSecond, noteNewest } from '../../../src-main/engine/live/newest-second.ts';

const SECOND = 1_700_000_000_000;

describe('the till’s newest second', () => {
  /** From where looks at these times read on, the cursor standing still. */
  const look = (times: readonly number[]): number[] => {
    let known: NewestSecond | null = null;
    return times.map((nowMs) => {
      known = noteNewest(known, SECOND, nowMs);
      return findTillStart(known, nowMs);
    });
  };

  it('is read again for half a minute, since a row may still come into it', () => {
    expect(look([0, 2000, 29_999])).toEqual([SECOND, SECOND, SECOND]);
  });

  it('is left alone after that: a mass edit is not read with every look', () => {
    expect(look([5000, 35_000, 60_000])).toEqual([SECOND, SECOND + 1, SECOND + 1]);
  });

  it('is counted anew when a newer change moves the cursor', () => {
    const settled = noteNewest({ cursorMs: SECOND, sinceMs: 0 }, SECOND, 40_000);
    expect(findTillStart(settled, 40_000)).toBe(SECOND + 1);
    const moved = noteNewest(settled, SECOND + 1000, 40_000);
    expect(findTillStart(moved, 41_000)).toBe(SECOND + 1000);
  });
});
