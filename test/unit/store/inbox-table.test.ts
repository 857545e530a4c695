import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src-main/engine/ledger-ports.ts';
import { makeLedger } from './make-ledger.ts';

const till = (key: string) => ({ side: 'till' as const, key });
const store = (key: string) => ({ side: 'store' as const, key });
const keys = ({ inbox }: Ledger) => inbox.take(1000).map(({ side, key }) => `${side} ${key}`);

describe('the inbox', () => {
  it('keeps one entry a thing and side, and a repeated hint neither its time nor its place in the line', () => {
    const { ledger } = makeLedger();
    ledger.inbox.add([till('A'), store('7'), till('A')], 100);
    ledger.inbox.add([till('B'), store('A')], 200);
    ledger.inbox.add([till('A')], 300);
    expect(keys(ledger)).toEqual(['till A', 'store 7', 'till B', 'store A']);
    expect(ledger.inbox.take(1)).toMatchObject([{ key: 'A', firstMs: 100 }]);
    expect(ledger.inbox.count()).toEqual({ waiting: 4, oldestMs: 100 });
  });

  it('a hint that came while the thing was being looked at stays', () => {
    const { ledger } = makeLedger();
    ledger.inbox.add([till('A'), till('B')], 100);
    const taken = ledger.inbox.take(10);
    ledger.inbox.add([till('A')], 200);
    ledger.inbox.remove(taken);
    expect(keys(ledger)).toEqual(['till A']);
    ledger.inbox.remove(ledger.inbox.take(10));
    expect(ledger.inbox.count()).toEqual({ waiting: 0, oldestMs: null });
  });

  it('no number is given twice, even when the highest entry is gone and the app was restarted', () => {
    const { ledger, restart } = makeLedger();
    ledger.inbox.add([till('A')], 100);
    const taken = ledger.inbox.take(1);
    ledger.inbox.clear();
    const later = restart();
    later.inbox.add([till('A')], 200);
    later.inbox.remove(taken);
    expect(keys(later)).toEqual(['till A']);
  });

  it('takes the oldest by its place, whatever the clock said', () => {
    const { ledger } = makeLedger();
    ledger.inbox.add([till('FIRST')], 900);
    ledger.inbox.add([till('SECOND')], 100);
    expect(ledger.inbox.take(1)).toMatchObject([{ key: 'FIRST' }]);
  });

  it('5,000 hints are added in one go in under 100 ms, new ones and known ones', () => {
    const { ledger } = makeLedger();
    const hints = Array.from({ length: 5000 }, (_, at) => till(`ITEM${at}`));
    const times = [1, 2, 3].map((nowMs) => {
      const startMs = performance.now();
      ledger.inbox.add(hints, nowMs);
      return performance.now() - startMs;
    });
    expect(Math.min(...times)).toBeLessThan(100);
    expect(ledger.inbox.count()).toEqual({ waiting: 5000, oldestMs: 1 });
  });
});
