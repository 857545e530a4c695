import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import type { PlanRow } from '../../../src-main/domain/plan-row.ts';
import type { Ledger, OutboxKind } from '../../../src-main/engine/ledger-ports.ts';
import { makeLedger, putProduct } from './make-ledger.ts';

/** A row that writes to the till. */
function makeRow(id: string | null, given: Partial<PlanRow> = {}): PlanRow {
  return {
    kind: 'product',
    action: id === null ? 'create_clover' : 'update_clover',
    reason: 'CHANGED_IN_STORE',
    notes: [],
    cloverId: id === null ? null : asCloverId(id),
    wooId: asWooId(71),
    parentCloverId: null,
    name: `Item ${id}`,
    sku: '',
    decisions: [],
    patch: null,
    undo: null,
    tillPatch: { name: `Item ${id}` },
    tillUndo: null,
    suggestions: [],
    score: null,
    ...given,
  };
}

function approve(ledger: Ledger, rows: readonly PlanRow[]) {
  const runId = ledger.runs.create({ kind: 'sync', undoes: null, createdMs: 1 });
  ledger.changes.insert(runId, rows);
  ledger.outbox.approve(runId, 5);
  return runId;
}

const KINDS: readonly (readonly [OutboxKind, string, PlanRow])[] = [
  ['till.item', 'a changed name', makeRow('A', { tillPatch: { name: 'New', stockDelta: 1 } })],
  ['till.stock', 'pieces', makeRow('A', { tillPatch: { stockDelta: -2 } })],
  ['till.stock', 'a count', makeRow('A', { tillPatch: { stockCount: 0 } })],
  ['till.item', 'nothing, and no count', makeRow('A', { tillPatch: {} })],
  ['till.category', 'a renamed category', makeRow('A', { kind: 'category' })],
  ['till.new', 'a new category', makeRow(null, { kind: 'category' })],
  ['till.new', 'a new item', makeRow(null)],
  ['till.new', 'a new variant', makeRow(null, { kind: 'variation', parentCloverId: asCloverId('GROUP') })],
  ['woo.stock', 'pieces in the store', makeRow('A', { tillPatch: null, patch: { stockDelta: -1 } })],
  [
    'woo.stock',
    'pieces of a variant',
    makeRow('A', { kind: 'variation', tillPatch: null, patch: { stockDelta: 0 } }),
  ],
  ['woo.product', 'a name in the store', makeRow('A', { tillPatch: null, patch: { name: 'New' } })],
];

describe('approval of writes to the till', () => {
  it.each(KINDS)('makes a %s row of %s, with that patch as its payload', (kind, _what, row) => {
    const { ledger } = makeLedger();
    const runId = approve(ledger, [row]);
    const taken = ledger.outbox.take(runId, kind, 10);
    expect(taken).toMatchObject([{ kind, cloverId: row.cloverId, wooId: 71, state: 'running' }]);
    expect(JSON.parse(taken[0]?.payload ?? '')).toEqual(row.patch ?? row.tillPatch);
    expect(ledger.changes.get(taken[0]?.changeId ?? 0)?.state).toBe('waiting');
  });

  it('what the till is to make has no link until the till has named it', () => {
    const { ledger } = makeLedger();
    const runId = approve(ledger, [makeRow(null), makeRow(null, { wooId: asWooId(72) })]);
    expect(ledger.links.all()).toEqual([]);
    expect(ledger.outbox.take(runId, 'till.new', 10)).toMatchObject([
      { linkId: null, cloverId: null, wooId: 71 },
      { linkId: null, cloverId: null, wooId: 72 },
    ]);
  });

  it('the link of a product that is written to the till waits, keeps its id and when it was in step', () => {
    const { ledger } = makeLedger();
    const linkId = putProduct(ledger, 'A', 71);
    approve(ledger, [makeRow('A')]);
    expect(ledger.links.all()).toMatchObject([{ id: linkId, status: 'waiting', lastSyncedMs: 1 }]);
  });

  it('a conflict whose other fields go to the till waits, one that writes nothing is marked', () => {
    const { ledger } = makeLedger();
    putProduct(ledger, 'A', 71);
    putProduct(ledger, 'B', 72);
    approve(ledger, [
      makeRow('A', { action: 'conflict' }),
      makeRow('B', { action: 'conflict', wooId: asWooId(72), tillPatch: null }),
    ]);
    expect(ledger.links.all()).toMatchObject([{ status: 'waiting' }, { status: 'conflict' }]);
  });

  it('both patches come back from the plan, and a row that writes to both sides is refused', () => {
    const { ledger } = makeLedger();
    const runId = ledger.runs.create({ kind: 'push', undoes: null, createdMs: 1 });
    const row = makeRow('A', { tillPatch: { priceAmount: 250 }, tillUndo: { priceAmount: 200 } });
    ledger.changes.insert(runId, [row]);
    expect(ledger.changes.page(runId, { limit: 9, offset: 0 })).toMatchObject([row]);
    expect(() => ledger.changes.insert(runId, [{ ...row, patch: { name: 'x' } }])).toThrow(/CHECK/);
  });
});

describe('the queue', () => {
  it('gives the rows of one kind in order, once, and of the asked run alone', () => {
    const { ledger } = makeLedger();
    const rows = ['A', 'B', 'C'].map((id, at) => makeRow(id, { wooId: asWooId(at + 1) }));
    const runId = approve(ledger, [...rows, makeRow(null, { wooId: asWooId(9) })]);
    const other = approve(ledger, [makeRow('D', { wooId: asWooId(10) })]);
    const ids = (limit: number) => ledger.outbox.take(runId, 'till.item', limit).map((row) => row.cloverId);
    expect(ids(2)).toEqual(['A', 'B']);
    expect(ids(2)).toEqual(['C']);
    expect(ids(2)).toEqual([]);
    expect(ledger.outbox.countWaiting(other, 'till.item')).toBe(1);
  });

  it('what waits, is on its way or has an unknown outcome is open; what is parked or done is not', () => {
    const { ledger } = makeLedger();
    const rows = ['A', 'B', 'C', 'D'].map((id, at) => makeRow(id, { wooId: asWooId(at + 1) }));
    const runId = approve(ledger, rows);
    approve(ledger, [makeRow('E', { wooId: asWooId(9) })]);
    expect(ledger.outbox.countOpen(runId)).toBe(4);
    ledger.outbox.take(runId, 'till.item', 1);
    ledger.outbox.claimUnknown(runId);
    const [second, third] = ledger.outbox.take(runId, 'till.item', 2);
    expect(ledger.outbox.countOpen(runId)).toBe(4);
    ledger.outbox.setState([second?.seq ?? 0], 'parked');
    ledger.outbox.setState([third?.seq ?? 0], 'done');
    expect(ledger.outbox.countOpen(runId)).toBe(2);
  });

  it('what is noted in an intent before the try is there after a crash', () => {
    const { ledger, restart } = makeLedger();
    const runId = approve(ledger, [makeRow('A', { tillPatch: { stockDelta: -2 } })]);
    const seq = ledger.outbox.take(runId, 'till.stock', 1)[0]?.seq ?? 0;
    ledger.outbox.setPayload(seq, '{"stockDelta":-2,"from":9}');
    expect(restart().outbox.claimUnknown(runId)).toMatchObject([
      { seq, payload: '{"stockDelta":-2,"from":9}', state: 'unknown' },
    ]);
  });

  it('a row goes with its link, and the row of what is yet to be made stays', () => {
    const { ledger } = makeLedger();
    const runId = approve(ledger, [makeRow('A'), makeRow(null, { wooId: asWooId(72) })]);
    ledger.links.clear();
    expect(ledger.outbox.countOpen(runId)).toBe(1);
    expect(ledger.outbox.countWaiting(runId, 'till.new')).toBe(1);
  });

  it('a refused row without a link is told like any other', () => {
    const { ledger } = makeLedger();
    const runId = approve(ledger, [makeRow(null)]);
    const changeId = ledger.outbox.take(runId, 'till.new', 1)[0]?.changeId ?? 0;
    ledger.changes.markFailed(changeId, createFailure('NET_UNREACHABLE', { host: 'the till' }), 9);
    expect(ledger.changes.failures(runId, 9)).toMatchObject([{ cloverId: null, state: 'failed' }]);
  });
});
