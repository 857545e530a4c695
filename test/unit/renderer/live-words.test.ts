import { describe, expect, it } from 'vitest';
import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import {
  readTyped,
  sayEffect,
  sayLapsed,
  sayRuling,
} from '../../../src-renderer/features/conflicts/conflict-words.ts';
import { countBadge } from '../../../src-renderer/features/frame/count-badge.ts';
import { chooseSyncWord, sayResult } from '../../../src-renderer/features/home/sync-words.ts';
import { nameRun } from '../../../src-renderer/features/import/name-run.ts';
import {
  formatMove,
  listReturns,
  readReturn,
  saySoldOut,
  tellSoldOut,
} from '../../../src-renderer/features/stock/stock-words.ts';

const DOLLARS = { till: 'USD', store: 'USD' };
const CALM: SyncStateShape = {
  isRunning: true,
  pausedUntilMs: null,
  away: { till: null, store: null },
  lastPassMs: 1,
  everySeconds: 15,
  pace: 'shared',
  quotaPercent: 3,
  conflicts: 0,
  parked: 0,
  stock: { oversold: 0, out: 0, low: 0 },
  brakedRunId: null,
};

describe('the words of a conflict', () => {
  it('say beforehand what an answer does to the other side', () => {
    const price = { field: 'price', till: 450, store: 480 } as const;
    expect(sayEffect(price, 'till', DOLLARS, false)).toBe('The store’s price would become $4.50.');
    expect(sayEffect(price, 'store', DOLLARS, false)).toBe('The till’s price would become $4.80.');
  });

  it('say what it does, and no longer what it would do, once it is given', () => {
    const price = { field: 'price', till: 450, store: 480, ruling: { take: 'till', value: null } } as const;
    expect(sayEffect(price, 'till', DOLLARS, false)).toBe('The store’s price becomes $4.50.');
    expect(sayEffect(price, 'store', DOLLARS, false)).toBe('The till’s price would become $4.80.');
    const shown = { field: 'availability', till: 'off', store: 'on' } as const;
    expect(sayEffect(shown, 'till', DOLLARS, false)).toBe('In the store it would then be switched off.');
  });

  it('say that an answer no longer holds, what it was and why, until there is another', () => {
    const lapsed = { take: 'till', value: null, till: 725, store: 795 } as const;
    const now = { field: 'price', till: 725, store: 845, ruling: null, lapsed } as const;
    expect(sayLapsed(now, DOLLARS)).toEqual({
      message: 'The earlier answer no longer holds: the store’s value changed from $7.95 to $8.45.',
      hint: 'It was: the till’s value. Nothing was written. Please answer again.',
    });
    expect(sayLapsed({ ...now, store: 795 }, DOLLARS)?.message).toBe(
      'The earlier answer no longer holds: the values changed in between.',
    );
    expect(sayLapsed({ ...now, ruling: { take: 'store', value: null } }, DOLLARS)).toBeNull();
    expect(sayLapsed({ ...now, lapsed: null }, DOLLARS)).toBeNull();
  });

  it('promise no figure where a price rule makes another one', () => {
    const price = { field: 'price', till: 450, store: 480 } as const;
    expect(sayEffect(price, 'till', DOLLARS, true)).toBe(
      'The store’s price would become what your price rules make of $4.50.',
    );
  });

  it('do not say a long value twice', () => {
    const text = 'a'.repeat(60);
    const long = { field: 'description', till: text, store: '' } as const;
    expect(sayEffect(long, 'till', DOLLARS, false)).toBe('The store’s description would become this too.');
    expect(sayEffect(long, 'store', DOLLARS, false)).toBe('The till’s description would become nothing.');
  });

  it('say what was decided and is not written yet', () => {
    expect(sayRuling({ field: 'price', ruling: null }, 'USD')).toBeNull();
    expect(sayRuling({ field: 'price', ruling: { take: 'value', value: 465 } }, 'USD')).toBe(
      'Decided: $4.65. It is written with the next sync.',
    );
  });

  it('read a price as people type it, in whole minor units, and refuse what is none', () => {
    expect(readTyped('price', ' 4.65 ', 2)).toBe(465);
    expect(readTyped('price', '4,5', 2)).toBe(450);
    expect(readTyped('price', '19.99', 2)).toBe(1999);
    expect(readTyped('price', '500', 0)).toBe(500);
    for (const wrong of ['', '-1', '4.655', 'four', '1e3']) expect(readTyped('price', wrong, 2)).toBeNull();
    expect(readTyped('stock', '-3', 2)).toBe(-3);
    expect(readTyped('stock', '2.5', 2)).toBeNull();
    expect(readTyped('name', '  ', 2)).toBeNull();
    expect(readTyped('description', '', 2)).toBe('');
  });
});

describe('the words of the stock', () => {
  it('give a movement its sign', () => {
    expect([formatMove(3), formatMove(-2), formatMove(0)]).toEqual(['+3', '−2', '0']);
  });

  it('offer returns that are all still to come, one of them by hand', () => {
    const nowMs = Date.UTC(2026, 10, 21, 23, 30);
    const times = listReturns(nowMs).map(({ untilMs }) => untilMs);
    expect(times.filter((untilMs) => untilMs === null)).toHaveLength(1);
    for (const untilMs of times) expect(untilMs ?? nowMs + 1).toBeGreaterThan(nowMs);
  });

  it('take no return that is past', () => {
    const nowMs = new Date('2026-11-21T18:00').getTime();
    expect(readReturn('2026-11-21T18:30', nowMs)).toBe(nowMs + 30 * 60_000);
    expect(readReturn('2026-11-21T17:30', nowMs)).toBeNull();
    expect(readReturn('', nowMs)).toBeNull();
    expect(saySoldOut({ backMs: null })).toBe('Until put back');
    expect(tellSoldOut({ backMs: null })).toBe('Sold out by hand');
    expect(tellSoldOut({ backMs: nowMs })).toMatch(/^Sold out until Sat, Nov 21, /);
  });
});

const REACHED = { till: null, store: null };

describe('the words of the sync', () => {
  it('offline is waiting, a refusal needs a person, and a pause is named first', () => {
    const offline = { code: 'NET_UNREACHABLE', message: '', hint: '' };
    const refused = { code: 'CLOVER_TOKEN_REFUSED', message: '', hint: '' };
    expect(chooseSyncWord(CALM, false, REACHED).word).toBe('Running');
    expect(chooseSyncWord({ ...CALM, away: { till: offline, store: null } }, false, REACHED)).toEqual({
      tone: 'waiting',
      word: 'Waiting',
    });
    expect(chooseSyncWord({ ...CALM, away: { till: refused, store: offline } }, false, REACHED).word).toBe(
      'Needs you',
    );
    expect(chooseSyncWord({ ...CALM, pausedUntilMs: 9 }, false, REACHED).word).toBe('Paused');
    // A test of the connection knows it before the sync looks again.
    expect(chooseSyncWord(CALM, false, { till: offline, store: null }).word).toBe('Waiting');
    expect(chooseSyncWord({ ...CALM, isRunning: false }, false, REACHED).word).toBe('Resting');
  });

  it('say what a pass did, and that it did nothing', () => {
    const nothing = {
      applied: { till: 0, store: 0 },
      failed: 0,
      waiting: 0,
      parked: 0,
      conflicts: 0,
      brakedRunId: null,
      ms: 1,
    };
    expect(sayResult(nothing)).toBe('Done: nothing had changed on either side.');
    expect(sayResult({ ...nothing, applied: { till: 1, store: 2 }, conflicts: 1 })).toBe(
      'Done: 2 written to the store, 1 written to the till, 1 asks you.',
    );
    expect(sayResult({ ...nothing, failed: 2 })).toBe('Done: nothing to write, 2 refused.');
  });

  it('count beside the screen’s name only what waits for a person', () => {
    const waiting = { conflicts: 2, stock: { oversold: 0, out: 4, low: 9 } };
    expect(countBadge('conflicts', waiting)?.count).toBe(2);
    expect(countBadge('stock', waiting)).toBeNull();
    expect(countBadge('stock', { ...waiting, stock: { oversold: 1, out: 0, low: 0 } })?.count).toBe(1);
    expect(countBadge('home', waiting)).toBeNull();
  });

  it('name every kind of run, and an undo after what it took back', () => {
    const runs = [
      { runId: 4, kind: 'import', undoes: null },
      { runId: 9, kind: 'sync', undoes: null },
    ] as const;
    expect(nameRun(runs[0], runs)).toBe('Import 4');
    expect(nameRun({ runId: 11, kind: 'csv', undoes: null }, runs)).toBe('Stock file 11');
    expect(nameRun({ runId: 12, kind: 'undo', undoes: 9 }, runs)).toBe('Undo of sync 9');
    expect(nameRun({ runId: 13, kind: 'undo', undoes: 2 }, runs)).toBe('Undo of import 2');
  });

  it('tell one sync from another by what it was about', () => {
    const one = { runId: 9, kind: 'sync', undoes: null, changes: 1, firstName: 'Garlic Knots' } as const;
    const many = { ...one, runId: 10, changes: 1200 };
    expect(nameRun(one, [])).toBe('Sync 9: Garlic Knots');
    expect(nameRun(many, [])).toBe('Sync 10: 1,200 changes, Garlic Knots first');
    expect(nameRun({ runId: 11, kind: 'undo', undoes: 9 }, [one])).toBe('Undo of sync 9: Garlic Knots');
  });
});
