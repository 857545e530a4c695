import { expect, it } from 'vitest';
import { runFreezeTrial } from '../support/freeze-trial.ts';
import { hasNeed } from '../support/needs.ts';

const FROZEN_MS = 20_000;
const canStop = hasNeed(
  'an app that stands still (SIGSTOP, which Windows has not)',
  process.platform !== 'win32',
);

it.skipIf(!canStop)(
  'C3: the real app that stood still for twenty seconds is back within ten and has drained within sixty, each job run once',
  { timeout: 240_000 },
  async () => {
    const { connectedMs, drainedMs, mostAsked, troubles } = await runFreezeTrial(FROZEN_MS);
    expect(troubles).toEqual([]);
    expect(connectedMs).toBeLessThan(10_000);
    expect(drainedMs).toBeLessThan(60_000);
    expect(mostAsked.times, mostAsked.list).toBe(1);
  },
);
