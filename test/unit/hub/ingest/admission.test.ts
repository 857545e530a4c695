import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../../../src-hub/ingest/admission.ts';
import { createManualHubTime } from '../../../support/hub-time.ts';

const open = (shopRate: number, sourceRate: number) => {
  const time = createManualHubTime();
  return { time, admission: createAdmission({ shopRate, sourceRate }, time) };
};

describe('admission', () => {
  it('lets ten seconds of the rate come at once, then the rate', () => {
    const { time, admission } = open(5, 1_000);
    const take = (times: number): number =>
      Array.from({ length: times }, () => admission.isWithin('1.1.1.1', 's', 1)).filter(Boolean).length;
    expect(take(100)).toBe(50);
    time.pass(1_000);
    expect(take(100)).toBe(5);
    time.pass(60 * 60_000);
    expect(take(100)).toBe(50);
  });

  it('a shop over its rate takes nothing from another, a sender over its rate is over it for all shops', () => {
    const { admission } = open(1, 10);
    for (let at = 0; at < 20; at += 1) admission.isWithin('1.1.1.1', 'a', 1);
    expect(admission.isWithin('1.1.1.1', 'a', 1)).toBe(false);
    expect(admission.isWithin('1.1.1.1', 'b', 1)).toBe(true);
    for (let at = 0; at < 100; at += 1) admission.isWithin('1.1.1.1', `x${at}`, 1);
    expect(admission.isWithin('1.1.1.1', 'new', 1)).toBe(false);
    expect(admission.isWithin('2.2.2.2', 'new', 1)).toBe(true);
  });

  it('a delivery of many changes is taken whole, and what follows waits the longer', () => {
    const { time, admission } = open(10, 10_000);
    expect(admission.isWithin('1.1.1.1', 's', 150)).toBe(true);
    expect(admission.isWithin('1.1.1.1', 's', 1)).toBe(false);
    time.pass(4_000);
    expect(admission.isWithin('1.1.1.1', 's', 1)).toBe(false);
    time.pass(2_000);
    expect(admission.isWithin('1.1.1.1', 's', 1)).toBe(true);
  });
});
