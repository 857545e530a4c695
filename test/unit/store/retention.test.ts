import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { asCloverId, asWooId, type RunId } from '../../../src-main/domain/ids.ts';
import type { PlanRow } from '../../../src-main/domain/plan-row.ts';
import type { Ledger, RunKind } from '../../../src-main/engine/ledger-ports.ts';
import { createTidying } from '../../../src-main/engine/live/tidying.ts';
import { createManualTime } from '../../support/manual-time.ts';
import { makeLedger, putProduct } from './make-ledger.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = Date.UTC(2026, 10, 21);

const makeRow = (cloverId: string): PlanRow => ({
  kind: 'product',
  action: 'update_woo',
  reason: 'CHANGED_ON_TILL',
  notes: [],
  cloverId: asCloverId(cloverId),
  wooId: asWooId(1),
  parentCloverId: null,
  name: cloverId,
  sku: '',
  decisions: [],
  patch: { name: cloverId },
  undo: null,
  tillPatch: null,
  tillUndo: null,
  suggestions: [],
  score: null,
});

type Fate = 'done' | 'failed' | 'planned';

/** A run of so many days ago with one row for each product, which ended so. */
function putRun(
  ledger: Ledger,
  daysAgo: number,
  fate: Fate,
  ids: readonly string[],
  kind: RunKind = 'sync',
): RunId {
  const createdMs = NOW_MS - daysAgo * DAY_MS;
  const id = ledger.runs.create({ kind, undoes: null, createdMs });
  ledger.changes.insert(id, ids.map(makeRow));
  ledger.runs.finishPlan(id, {} as never, '{}');
  for (const row of ledger.changes.page(id, { limit: 100_000, offset: 0 })) {
    if (fate === 'done')
      ledger.changes.markDone(row.id, { wooId: row.wooId, requestId: '', isCreated: false, doneMs: 1 });
    if (fate === 'failed') ledger.changes.markFailed(row.id, createFailure('WOO_REFUSED'), 1);
  }
  ledger.runs.setState(id, 'done', createdMs);
  return id;
}

async function tidy(ledger: Ledger, startMs = NOW_MS): Promise<number> {
  const { clock } = createManualTime(startMs);
  // Of this process alone: what else the machine does in the meantime is not what is asked.
  const readWorkMs = (sinceMs = 0): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 - sinceMs;
  };
  let longestMs = 0;
  let portionMs = readWorkMs();
  const breathe = async (): Promise<void> => {
    longestMs = Math.max(longestMs, readWorkMs(portionMs));
    await new Promise<void>((resolve) => void setImmediate(resolve));
    portionMs = readWorkMs();
  };
  await createTidying(ledger, clock, { breathe }).tidy(new AbortController().signal);
  return Math.max(longestMs, readWorkMs(portionMs));
}

const listRuns = (ledger: Ledger): RunId[] => ledger.runs.list(1000).map(({ id }) => id);

describe('runs that nobody needs any more', () => {
  it('go after the retention of the log, imports never, and what wrote nothing after a day', async () => {
    const { ledger } = makeLedger();
    const old = putRun(ledger, 31, 'done', ['A']);
    const undoable = putRun(ledger, 29, 'done', ['A']);
    const idle = putRun(ledger, 2, 'planned', ['A']);
    const fresh = putRun(ledger, 0.5, 'planned', ['A']);
    const first = putRun(ledger, 300, 'done', ['A'], 'import');
    await tidy(ledger);
    expect(listRuns(ledger).sort((one, other) => one - other)).toEqual([undoable, fresh, first]);
    expect([ledger.runs.get(old), ledger.runs.get(idle)]).toEqual([null, null]);
    expect(ledger.changes.history(asCloverId('A'), 10).map(({ runId }) => runId)).toEqual([first, undoable]);
  });

  it('can be undone for thirty days where the log is kept for less, and longer where it is', async () => {
    const { ledger } = makeLedger();
    ledger.settings.put('log.retentionDays', '1');
    const recent = putRun(ledger, 29, 'done', ['A']);
    await tidy(ledger);
    expect(listRuns(ledger)).toEqual([recent]);
    ledger.settings.put('log.retentionDays', '90');
    await tidy(ledger, NOW_MS + 60 * DAY_MS);
    expect(listRuns(ledger)).toEqual([recent]);
    await tidy(ledger, NOW_MS + 62 * DAY_MS);
    expect(listRuns(ledger)).toEqual([]);
  });

  it('stay while a row of theirs is set aside, and what made up for one does not bring it back', async () => {
    const { ledger } = makeLedger();
    const first = putRun(ledger, 400, 'failed', ['A', 'B'], 'import');
    const healed = putRun(ledger, 50, 'done', ['A']);
    const refused = putRun(ledger, 50, 'failed', ['C']);
    expect(ledger.changes.countParked()).toBe(2);
    await tidy(ledger);
    expect(ledger.runs.get(healed)).toBeNull();
    expect(listRuns(ledger)).toEqual([refused, first]);
    expect(ledger.changes.parked(10, 0).map(({ name }) => name)).toEqual(['C', 'B']);
    expect(ledger.runs.get(first)?.failed, 'history says what was').toBe(2);
  });

  it('that an undo names go after it', async () => {
    const { ledger } = makeLedger();
    const undone = putRun(ledger, 40, 'done', ['A']);
    const undo = ledger.runs.create({ kind: 'undo', undoes: undone, createdMs: NOW_MS - 10 * DAY_MS });
    ledger.runs.setState(undo, 'done', 1);
    ledger.changes.insert(undo, [makeRow('A')]);
    for (const row of ledger.changes.page(undo, { limit: 5, offset: 0 }))
      ledger.changes.markDone(row.id, { wooId: row.wooId, requestId: '', isCreated: false, doneMs: 1 });
    await tidy(ledger);
    expect(listRuns(ledger)).toEqual([undo, undone]);
    await tidy(ledger, NOW_MS + 40 * DAY_MS);
    await tidy(ledger, NOW_MS + 42 * DAY_MS);
    expect(listRuns(ledger)).toEqual([]);
  });

  it('never hold up other work for more than 50 ms, however many there are', async () => {
    const { ledger } = makeLedger();
    const ids = Array.from({ length: 5000 }, (_, at) => `C${at}`);
    ledger.transaction(() => {
      putRun(ledger, 400, 'failed', ids.slice(0, 300), 'import');
      for (let at = 0; at < 4; at += 1) putRun(ledger, 100 - at, 'done', ids);
      for (let at = 0; at < 3000; at += 1) putRun(ledger, 60 - at / 100, 'done', ids.slice(at, at + 2));
    });
    const longestMs = await tidy(ledger);
    console.log(`  longest portion ${longestMs.toFixed(1)} ms`);
    expect(longestMs).toBeLessThan(50);
    expect(ledger.runs.list(10_000)).toHaveLength(1);
  });
});

describe('movements of long ago', () => {
  const OLD_MS = NOW_MS - 500 * DAY_MS;
  const put = (ledger: Ledger, linkId: number, atMs: number, pieces: number, orderId: string | null) =>
    ledger.stockMoves.add([
      { linkId, side: 'store', reason: orderId === null ? 'count' : 'sale', pieces, orderId, atMs },
    ]);

  it('become one row for orders and one for the rest, and every sum stays', async () => {
    const { ledger } = makeLedger();
    const link = putProduct(ledger, 'A', 1);
    const other = putProduct(ledger, 'B', 2);
    ledger.meta.put('cursor.till.items', String(NOW_MS));
    for (let at = 0; at < 450; at += 1) put(ledger, link, OLD_MS + at, -1, `o${at}`);
    for (let at = 0; at < 30; at += 1) put(ledger, link, OLD_MS + at, 5, null);
    put(ledger, other, OLD_MS, -7, 'o1');
    put(ledger, link, NOW_MS - 399 * DAY_MS, -2, 'recent');
    const sums = () => [
      ledger.stockMoves.sumOrders(link, 'store'),
      ledger.stockMoves.sumOrders(other, 'store'),
    ];
    const before = sums();
    await tidy(ledger);
    expect(sums()).toEqual(before);
    expect(ledger.stockMoves.sum(link)).toBe(-450 + 150 - 2);
    const rows = ledger.stockMoves.page({ linkId: link, limit: 100, offset: 0 });
    expect(rows.map(({ pieces }) => pieces).sort((one, two) => one - two)).toEqual([-450, -2, 150]);
    await tidy(ledger, NOW_MS + 2 * DAY_MS);
    expect(sums(), 'what is folded later joins the same row').toEqual(before);
    expect(ledger.stockMoves.page({ linkId: link, limit: 100, offset: 0 })).toHaveLength(3);
  });

  it('are not those of today where this computer’s clock is years ahead', async () => {
    const { ledger } = makeLedger();
    const link = putProduct(ledger, 'A', 1);
    ledger.meta.put('cursor.till.items', String(NOW_MS));
    put(ledger, link, NOW_MS, -1, 'o1');
    put(ledger, link, NOW_MS, -1, 'o2');
    await tidy(ledger, NOW_MS + 1000 * DAY_MS);
    expect(ledger.stockMoves.page({ linkId: link, limit: 10, offset: 0 })).toHaveLength(2);
  });
});

describe('tidying', () => {
  it('is done once a day, and stops at the signal', async () => {
    const { ledger } = makeLedger();
    const time = createManualTime(NOW_MS);
    const tidying = createTidying(ledger, time.clock, time.timers);
    await tidying.tidy(new AbortController().signal);
    putRun(ledger, 40, 'done', ['A']);
    await tidying.tidy(new AbortController().signal);
    expect(listRuns(ledger)).toHaveLength(1);
    time.pass(DAY_MS);
    await tidying.tidy(AbortSignal.abort());
    expect(listRuns(ledger)).toHaveLength(1);
    await tidying.tidy(new AbortController().signal);
    expect(listRuns(ledger)).toEqual([]);
  });
});
