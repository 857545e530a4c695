import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../src-main/domain/failure.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { FIRST } from '../../../src-main/store/migrations/001-first.ts';
import { LISTINGS } from '../../../src-main/store/migrations/002-listings.ts';
import { ALERTS } from '../../../src-main/store/migrations/003-alerts.ts';
import { JOURNAL_FAILURE } from '../../../src-main/store/migrations/004-journal-failure.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const VERSION_4 = [FIRST, LISTINGS, ALERTS, JOURNAL_FAILURE];
const TABLES = ['link', 'shadow', 'run', 'run_change', 'outbox'];
const ITEMS = 500;
/** As many rows of the queue as are gone by now: the newest ones. */
const GONE = 100;

const openOld = (file: string): Database =>
  openDatabase({ file, nativeBinding: null, migrations: VERSION_4 });
const openNew = (file: string): Database => openDatabase({ file, nativeBinding: null });

function fill(db: Database): void {
  db.exec(`
    INSERT INTO run (id, kind, state, counts, details, created_ms, finished_ms)
      VALUES (3, 'import', 'applying', '{"link":1}', '{"a":[1]}', 10, NULL);
    INSERT INTO run (id, kind, state, undoes, created_ms, finished_ms) VALUES (8, 'undo', 'done', 3, 20, 30);
    WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${ITEMS})
    INSERT INTO link (id, kind, clover_id, woo_id, name, sku, status, pinned)
      SELECT at * 2, 'product', 'ITEM' || at, at, 'Item', '', 'waiting', '["name"]' FROM n;
    INSERT INTO shadow (link_id, fields, till_price) SELECT id, '{"price":{"till":5}}', 5.5 FROM link;
    INSERT INTO run_change (id, run_id, kind, action, reason, notes, clover_id, woo_id, name, sku, decisions, patch, undo,
        suggestions, score, state, failure, request_id, done_ms, is_created)
      SELECT id * 3, CASE WHEN woo_id % 5 = 0 THEN 8 ELSE 3 END, 'product', 'update_woo', 'SAME_SKU', '[]', clover_id,
        woo_id, name, sku, '[]', '{"name":"x"}', '{"name":"y"}', '[]', 90, 'waiting', '{"code":"z"}', 'req', 40, 1 FROM link;
    INSERT INTO outbox (seq, run_id, change_id, link_id, lane, kind, woo_id, clover_id, parent_clover_id, is_variable, payload,
        intent_key, attempt, floor_id, state, created_ms)
      SELECT woo_id + 7, 3, id * 3, id, 'lane ' || id, 'woo.product', woo_id, clover_id, 'P', woo_id % 2, '{"name":"x"}',
        '3:' || id, 2, 99, 'running', 50 FROM link;
    DELETE FROM outbox WHERE seq > ${ITEMS + 7 - GONE};`);
}

const readAll = (db: Database): Record<string, unknown[]> =>
  Object.fromEntries(TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));

/** A file of version 4 full of rows, closed. */
function makeOldFile(): { readonly file: string; readonly rows: Record<string, unknown[]> } {
  const file = join(makeTemporaryFolder(), 'a.sqlite');
  const db = openOld(file);
  fill(db);
  const rows = readAll(db);
  db.close();
  return { file, rows };
}

describe('a data file from before the two-way sync', () => {
  it('loses no run, no row of a plan, no queued write, no link and no agreed value', () => {
    const { file, rows } = makeOldFile();
    expect(rows.run_change).toHaveLength(ITEMS);
    expect(rows.outbox).toHaveLength(ITEMS - GONE);
    const db = openNew(file);
    const now = readAll(db);
    for (const table of TABLES) expect(now[table]).toMatchObject(rows[table] ?? []);
    for (const table of TABLES) expect(now[table]).toHaveLength(rows[table]?.length ?? -1);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it('still ties rows to their run and queued writes to their link', () => {
    const { file } = makeOldFile();
    const db = openNew(file);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    const count = (table: string): unknown => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(() => db.exec('UPDATE run_change SET run_id = 77 WHERE id = 6')).toThrow(/FOREIGN KEY/);
    expect(() => db.exec('UPDATE run SET undoes = 77 WHERE id = 8')).toThrow(/FOREIGN KEY/);
    expect(() => db.exec('UPDATE outbox SET change_id = 77')).toThrow(/FOREIGN KEY/);
    expect(() => db.exec('DELETE FROM run WHERE id = 3')).toThrow(/FOREIGN KEY/);
    db.exec('DELETE FROM link WHERE woo_id <= 10');
    expect(count('outbox')).toBe(ITEMS - GONE - 10);
    db.exec('DELETE FROM outbox; DELETE FROM run WHERE id = 8');
    expect(count('run_change')).toBe(ITEMS * 0.8);
    db.close();
  });

  it('takes up its queue where it was, and a new write never gets the number of an old one', () => {
    const { file } = makeOldFile();
    const db = openNew(file);
    const { outbox } = createLedger(db);
    const runId = createLedger(db).runs.list(1, 1)[0]?.id;
    if (runId === undefined) throw new Error('the run is gone');
    expect(outbox.claimUnknown(runId)).toHaveLength(ITEMS - GONE);
    const made = db
      .prepare(
        `INSERT INTO outbox (run_id, change_id, lane, kind, is_variable, payload, intent_key, created_ms)
         VALUES (3, 6, '', 'till.new', 0, '{}', 'new', 1) RETURNING seq`,
      )
      .pluck()
      .get();
    expect(made).toBe(ITEMS + 8);
    db.close();
  });

  it('keeps runs of every kind there is now, and of no other', () => {
    const { file } = makeOldFile();
    const db = openNew(file);
    const { runs } = createLedger(db);
    for (const kind of ['import', 'undo', 'sync', 'push', 'csv'] as const) {
      const id = runs.create({ kind, undoes: null, createdMs: 1 });
      expect(runs.get(id)?.kind).toBe(kind);
    }
    expect(() => db.exec("INSERT INTO run (kind, state, created_ms) VALUES ('other', 'done', 1)")).toThrow(
      /CHECK/,
    );
    db.close();
  });

  it('with rows that refer to nothing is refused as damaged and left at its version', () => {
    const { file } = makeOldFile();
    const old = openOld(file);
    old.pragma('foreign_keys = OFF');
    old.exec('UPDATE run_change SET run_id = 77 WHERE id = 6');
    old.close();
    let thrown: unknown = null;
    try {
      openNew(file);
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof FailureError && thrown.failure.code).toBe('DATA_DAMAGED');
    const after = openOld(file);
    expect(after.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(ITEMS - GONE);
    after.close();
  });
});
