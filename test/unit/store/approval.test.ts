import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import type { PlanRow } from '../../../src-main/domain/plan-row.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

function makeRow(id: string, given: Partial<PlanRow> = {}): PlanRow {
  return {
    kind: 'product',
    action: 'create_woo',
    reason: 'NEW_ON_TILL',
    notes: [],
    cloverId: asCloverId(id),
    wooId: null,
    parentCloverId: null,
    name: `Item ${id}`,
    sku: '',
    decisions: [],
    patch: { name: `Item ${id}` },
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
    ...given,
  };
}

function openLedger() {
  const db = openDatabase({ file: join(makeTemporaryFolder(), 'a.sqlite'), nativeBinding: null });
  return { db, ledger: createLedger(db) };
}

function planRun(ledger: ReturnType<typeof openLedger>['ledger'], rows: readonly PlanRow[]) {
  const runId = ledger.runs.create({ kind: 'import', undoes: null, createdMs: 1 });
  ledger.transaction(() => ledger.changes.insert(runId, rows));
  return runId;
}

describe('approval', () => {
  it('makes a link for every pair and a queue row for every write, of 20,000 rows in one transaction', () => {
    const { db, ledger } = openLedger();
    const rows = Array.from({ length: 20_000 }, (_, at) => makeRow(`ITEM${at}`));
    const runId = planRun(ledger, [
      ...rows,
      makeRow('REVIEW', { action: 'review', patch: null }),
      makeRow('LINK', { action: 'link', patch: null, wooId: asWooId(9) }),
    ]);
    ledger.outbox.approve(runId, 5);
    expect(ledger.outbox.countWaiting(runId, 'woo.product')).toBe(20_000);
    expect(ledger.links.all()).toHaveLength(20_001);
    expect(ledger.links.findByClover('product', asCloverId('LINK'))).toMatchObject({
      status: 'synced',
      wooId: 9,
    });
    expect(ledger.runs.get(runId)?.state).toBe('approved');
    db.close();
  });

  it('the same intent twice is refused and changes nothing', () => {
    const { db, ledger } = openLedger();
    const runId = planRun(ledger, [makeRow('A')]);
    ledger.outbox.approve(runId, 5);
    expect(() => ledger.outbox.approve(runId, 6)).toThrow(/UNIQUE/);
    expect(ledger.outbox.countWaiting(runId, 'woo.product')).toBe(1);
    db.close();
  });

  it('rows left running by a crash come back as unknown, with the floor of their first attempt', () => {
    const { db, ledger } = openLedger();
    const runId = planRun(ledger, [makeRow('A'), makeRow('B')]);
    ledger.outbox.approve(runId, 5);
    const [first] = ledger.outbox.takeProducts(runId, 1, asWooId(40));
    ledger.outbox.requeue([first?.seq ?? 0]);
    ledger.outbox.takeProducts(runId, 1, asWooId(90));
    const unknown = ledger.outbox.claimUnknown(runId);
    expect(unknown).toMatchObject([{ cloverId: 'A', floorId: 40, attempt: 1 }]);
    expect(ledger.outbox.countByState()).toMatchObject({ waiting: 1, unknown: 1, running: 0 });
    db.close();
  });

  it('variable products go first, and variations only once their parent is in the store', () => {
    const { db, ledger } = openLedger();
    const group = asCloverId('GROUP');
    const runId = planRun(ledger, [
      makeRow('A'),
      makeRow('GROUP', { kind: 'variable' }),
      makeRow('V1', { kind: 'variation', parentCloverId: group }),
    ]);
    ledger.outbox.approve(runId, 5);
    expect(ledger.outbox.takeVariations(runId, 10)).toBeNull();
    const [parent] = ledger.outbox.takeProducts(runId, 1, asWooId(1));
    expect(parent?.cloverId).toBe(group);
    const link = ledger.links.findByClover('product', group);
    ledger.links.put({ ...(link ?? fail()), wooId: asWooId(7) });
    expect(ledger.outbox.takeVariations(runId, 10)).toBeNull();
    ledger.outbox.setState([parent?.seq ?? 0], 'done');
    expect(ledger.outbox.takeVariations(runId, 10)).toMatchObject({
      parentWooId: 7,
      rows: [{ cloverId: 'V1', state: 'running' }],
    });
    db.close();
  });

  it('a category waits for its parent', () => {
    const { db, ledger } = openLedger();
    const runId = planRun(ledger, [
      makeRow('TOP', { kind: 'category' }),
      makeRow('SUB', { kind: 'category', parentCloverId: asCloverId('TOP') }),
    ]);
    ledger.outbox.approve(runId, 5);
    expect(ledger.outbox.takeCategories(runId, 10).map((row) => row.cloverId)).toEqual(['TOP']);
    expect(ledger.outbox.takeCategories(runId, 10)).toEqual([]);
    db.close();
  });
});

function fail(): never {
  throw new Error('there is no such link');
}

it('a plan that a crash left in its midst is dropped by the next one', () => {
  const file = join(makeTemporaryFolder(), 'tillbridge.sqlite');
  const { runs } = createLedger(openDatabase({ file, nativeBinding: null }));
  const lost = runs.create({ kind: 'import', undoes: null, createdMs: 1 });
  expect(runs.get(lost)?.state).toBe('planning');
  const next = runs.create({ kind: 'import', undoes: null, createdMs: 2 });
  runs.supersedeOthers('import', next);
  expect([runs.get(lost)?.state, runs.get(next)?.state]).toEqual(['superseded', 'planning']);
});
