import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { type Attempt, fail, succeed } from '../../../src-main/engine/attempt.ts';
import { createFullSchedule, createTempo } from '../../../src-main/engine/live/sync-tempo.ts';
import type { SyncResult } from '../../../src-main/engine/live-face.ts';
import { createManualTime } from '../../support/manual-time.ts';
import { makeLedger, putProduct } from '../store/make-ledger.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const came = (writes: number): Attempt<SyncResult> =>
  succeed({
    applied: { till: writes, store: 0 },
    failed: 0,
    waiting: 0,
    parked: 0,
    conflicts: 0,
    braked: null,
    ms: 1,
  });
const AWAY: Attempt<SyncResult> = fail(createFailure('NET_UNREACHABLE', { host: 'till' }));

function openTempo(isOpen: () => boolean | null = () => null, fastestSeconds = '15', fraction = 1) {
  const { ledger } = makeLedger();
  ledger.settings.put('poll.fastestSeconds', fastestSeconds);
  const tempo = createTempo(ledger, { fraction: () => fraction }, isOpen);
  /** Seconds until the next look after so many looks that found nothing. */
  const rest = (looks: number): number => {
    let delayMs = tempo.next(came(1));
    for (let at = 0; at < looks; at += 1) delayMs = tempo.next(came(0));
    return delayMs / 1000;
  };
  return { ledger, tempo, rest };
}

describe('the time between two looks', () => {
  it('is what is set while things change, and says why it is not less', () => {
    const { tempo, rest } = openTempo();
    expect(rest(0)).toBe(15);
    expect(tempo.pace()).toBe('shared');
    const fastest = openTempo(() => null, '2');
    expect(fastest.rest(0)).toBe(2);
    expect(fastest.tempo.pace()).toBe('fastest');
  });

  it('grows to four times while nothing changes, and is back with the first change', () => {
    const { tempo, rest } = openTempo();
    expect([rest(19), rest(20), rest(40), rest(500)]).toEqual([15, 30, 45, 60]);
    expect(tempo.pace()).toBe('quiet');
    expect(tempo.next(came(1))).toBe(15_000);
  });

  it('is shorter in opening hours, when nothing happens for a while', () => {
    const open = openTempo(() => true);
    expect([open.rest(0), open.rest(500)]).toEqual([15, 30]);
  });

  it('is longer at once when the shop is closed, but not while somebody works there', () => {
    const { tempo, rest } = openTempo(() => false);
    expect(rest(4)).toBe(15);
    expect(rest(5)).toBe(60);
    expect(tempo.pace()).toBe('closed');
    expect(tempo.next(came(1))).toBe(15_000);
    const hasty = openTempo(() => false, '2');
    expect([hasty.rest(0), hasty.rest(500)]).toEqual([2, 8]);
  });

  it('set to the fastest stays so in hours and where nobody knows them', () => {
    expect(openTempo(() => true, '2').rest(500)).toBe(2);
    expect(openTempo(() => null, '2').rest(500)).toBe(2);
  });

  it('of a big catalog leaves most of the till’s limit alone, and says so', () => {
    const { ledger, tempo, rest } = openTempo(() => null, '2');
    ledger.transaction(() => {
      for (let at = 0; at < 6001; at += 1) putProduct(ledger, `C${at}`, at + 1);
    });
    // 7 pages of counts and 3 other calls at 4 calls a second.
    expect(rest(0)).toBe(2.5);
    expect(tempo.pace()).toBe('catalog');
  });

  it('doubles from failure to failure up to a minute, with chance in it, and starts anew after a success', () => {
    const { tempo } = openTempo();
    const waits = Array.from({ length: 8 }, () => tempo.next(AWAY) / 1000);
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
    expect(tempo.pace()).toBe('failing');
    tempo.next(came(0));
    expect(tempo.next(AWAY)).toBe(2000);
    expect(openTempo(() => null, '15', 0).tempo.next(AWAY)).toBe(1000);
  });
});

describe('the full comparison', () => {
  function openSchedule() {
    const { ledger } = makeLedger();
    const time = createManualTime();
    return { ledger, time, open: () => createFullSchedule(ledger, time.clock) };
  }

  it('is due at the first start, and again after the minutes that are set', () => {
    const { ledger, time, open } = openSchedule();
    const schedule = open();
    expect(schedule.isDue()).toBe(true);
    schedule.note();
    expect(schedule.isDue()).toBe(false);
    time.pass(15 * MINUTE_MS - 1);
    expect(schedule.isDue()).toBe(false);
    time.pass(1);
    expect(schedule.isDue()).toBe(true);
    ledger.settings.put('reconcile.everyMinutes', '60');
    expect(schedule.isDue()).toBe(false);
  });

  it('is no reason to read everything after a restart, unless the last one is a week ago', () => {
    const { ledger, time, open } = openSchedule();
    open().note();
    time.pass(7 * DAY_MS);
    expect(open().isDue()).toBe(false);
    time.pass(1);
    expect(open().isDue()).toBe(true);
    ledger.settings.put('reconcile.weekly', 'off');
    expect(open().isDue()).toBe(false);
  });
});
