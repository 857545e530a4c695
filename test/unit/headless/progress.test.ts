import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src-main/engine/face.ts';
import { createPalette } from '../../../src-main/headless/terminal/palette.ts';
import { createProgressLine } from '../../../src-main/headless/terminal/progress-line.ts';
import { createProgressMeter } from '../../../src-main/headless/terminal/progress-meter.ts';
import { createFakeScreen } from './fake-surroundings.ts';

/** Time and timers that a test moves by hand. */
function createHand() {
  let nowMs = 0;
  let due: { atMs: number; callback: () => void }[] = [];
  return {
    monotonicMs: () => nowMs,
    after: (delayMs: number, callback: () => void) => {
      const timer = { atMs: nowMs + delayMs, callback };
      due.push(timer);
      return { cancel: () => (due = due.filter((it) => it !== timer)) };
    },
    pass: (durationMs: number) => {
      nowMs += durationMs;
      const over = due.filter((it) => it.atMs <= nowMs);
      due = due.filter((it) => it.atMs > nowMs);
      for (const { callback } of over) callback();
    },
  };
}

function createLine(isTTY: boolean) {
  const screen = createFakeScreen(isTTY, 60);
  const hand = createHand();
  const line = createProgressLine({ screen, paint: createPalette(false), ...hand });
  return { screen, hand, line };
}

const at = (done: number, given: Partial<Progress> = {}): Progress => ({
  phase: 'products',
  done,
  total: 1200,
  created: done,
  updated: 0,
  failed: 0,
  ...given,
});

describe('progress', () => {
  it('is a line a second where nobody can see it move', () => {
    const { screen, hand, line } = createLine(false);
    for (let done = 0; done <= 1200; done += 1) {
      line.show(at(done));
      hand.pass(10);
    }
    line.end();
    const lines = screen.text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(13);
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines[0]).toBe('0 of 1,200 · 0%');
    expect(lines[6]).toMatch(/^\d{3} of 1,200 · \d\d% · 100\/s · \d s left$/);
    expect(lines.at(-1)).toBe('1,200 of 1,200 · 100% · 100/s');
    expect(screen.text).not.toContain('\u001b');
  });

  it('changes in place on a terminal, and never fills more than its line', () => {
    const { screen, hand, line } = createLine(true);
    for (let done = 0; done <= 1200; done += 100) {
      line.show(at(done));
      hand.pass(500);
    }
    line.end();
    const drawings = screen.text.split('\r\u001b[2K').slice(1);
    expect(drawings.length).toBeGreaterThan(10);
    for (const drawing of drawings) expect(drawing.trimEnd().length).toBeLessThan(60);
    expect(drawings.at(-1)).toMatch(/^█{24} 1,200 of 1,200.*\n$/);
  });

  it('shows the last row of a burst though it came right after the first', () => {
    const { screen, hand, line } = createLine(true);
    line.show(at(0));
    hand.pass(500);
    for (let done = 1; done <= 100; done += 1) line.show(at(done));
    hand.pass(100);
    expect(screen.text.split('\r').at(-1)).toContain('100 of 1,200');
  });

  it('says a failure as it comes, and it stays', () => {
    const { screen, line } = createLine(false);
    const failure = { code: 'WOO_SKU_TAKEN' as const, facts: { sku: 'A-1' } };
    line.show(at(7, { failed: 1, failure: { name: 'Flat\u001b[31m White', failure } }));
    expect(screen.text).toContain(
      'failed Flat White: Another product of the store has the SKU A-1 already. WOO_SKU_TAKEN\n',
    );
    expect(screen.text).toContain('1 failed\n');
  });

  it('tells both sides while both are read', () => {
    const { screen, hand, line } = createLine(false);
    line.show(at(300, { phase: 'reading-till', total: 0 }));
    line.show(at(100, { phase: 'reading-store', total: 0 }));
    hand.pass(1000);
    line.show(at(1500, { phase: 'reading-till', total: 0 }));
    line.end();
    expect(screen.text).toContain('Reading: till 1,500 items, store 100 products\n');
  });

  it('the rate is that of the last seconds, and none where it would be a guess', () => {
    const meter = createProgressMeter();
    meter.note(0, 0);
    meter.note(5, 300);
    expect(meter.rate()).toBeNull();
    for (let second = 1; second <= 30; second += 1) meter.note(second * 10, second * 1000);
    for (let second = 31; second <= 60; second += 1) meter.note(300 + (second - 30) * 100, second * 1000);
    expect(meter.rate()).toBeCloseTo(100, 0);
    expect(meter.left(3800)).toBeCloseTo(5000, -2);
  });
});
