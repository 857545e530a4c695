import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import type { Progress } from '../../../src-main/engine/face.ts';
import { createProgressMeter } from '../../../src-main/ipc/progress-meter.ts';

const at = (done: number, given: Partial<Progress> = {}): Progress => ({
  phase: 'products',
  done,
  total: 1000,
  created: done,
  updated: 0,
  failed: 0,
  ...given,
});

function openMeter() {
  let nowMs = 0;
  const meter = createProgressMeter(7, { monotonicMs: () => nowMs });
  return {
    measureAt: (atMs: number, progress: Progress) => {
      nowMs = atMs;
      return meter.measure(progress);
    },
  };
}

describe('progress', () => {
  it('has a rate and the time left once there is enough to tell from', () => {
    const { measureAt } = openMeter();
    expect(measureAt(0, at(0))).toMatchObject({ runId: 7, perSecond: null, secondsLeft: null });
    expect(measureAt(100, at(10)).perSecond).toBeNull();
    expect(measureAt(2000, at(200))).toMatchObject({ perSecond: 100, secondsLeft: 8 });
  });

  it('a store that stands still has no time left to tell, and an old speed is forgotten', () => {
    const { measureAt } = openMeter();
    for (let second = 0; second <= 5; second += 1) measureAt(second * 1000, at(second * 100));
    for (let second = 6; second <= 30; second += 1) measureAt(second * 1000, at(500));
    expect(measureAt(31_000, at(500))).toMatchObject({ perSecond: 0, secondsLeft: null });
  });

  it('each phase is measured by itself', () => {
    const { measureAt } = openMeter();
    measureAt(0, at(0, { phase: 'reading-till', total: 0 }));
    expect(measureAt(1000, at(900, { phase: 'reading-till', total: 0 }))).toMatchObject({
      perSecond: 900,
      secondsLeft: null,
    });
    expect(measureAt(1100, at(1, { phase: 'products' })).perSecond).toBeNull();
  });

  it('the newest failure stays, in words', () => {
    const { measureAt } = openMeter();
    measureAt(
      0,
      at(1, { failure: { name: 'Flat White', failure: createFailure('WOO_FAILING', { host: 'shop' }) } }),
    );
    expect(measureAt(10, at(2)).newestFailure).toMatchObject({
      name: 'Flat White',
      failure: { code: 'WOO_FAILING' },
    });
  });
});
