import { describe, expect, it } from 'vitest';
import { DAY_SECONDS, runClockTrial } from '../support/clock-trial.ts';
import { hasNeed, hasProgram } from '../support/needs.ts';

const STEPS = [0, DAY_SECONDS, -2 * DAY_SECONDS, 3600];
const isReady = hasNeed(
  'a clock that is set while the app works (g++ is not installed, or this is no Linux)',
  process.platform === 'linux' && hasProgram('g++'),
);

describe.skipIf(!isReady)('C1: the real app, whose clock is set by days while it works', () => {
  it('does on both sides what it does with a clock that is right, and tells nobody of anything', {
    timeout: 240_000,
  }, async () => {
    const right = await runClockTrial(STEPS.map(() => 0));
    const stepped = await runClockTrial(STEPS);
    expect(right.troubles).toEqual([]);
    expect(stepped.troubles).toEqual([]);
    expect(stepped.alerts).toEqual(right.alerts);
    expect(stepped.outcome).toBe(right.outcome);
  });
});
