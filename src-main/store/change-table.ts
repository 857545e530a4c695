import type { Database } from 'better-sqlite3';
import type { Failure } from '../domain/failure.ts';
import type { FieldDecision } from '../domain/fields.ts';
import { asCloverId, asRunId, asWooId } from '../domain/ids.ts';
import type { NoteCode, PlanRow, ReasonCode, RowAction, RowKind, Suggestion } from '../domain/plan-row.ts';
import type { ProductPatch } from '../domain/product-patch.ts';
import type { TillPatch } from '../domain/till-patch.ts';
import type { ChangeLedger, ChangeState, RunChange } from '../engine/ledger-ports.ts';
import { PARKED } from './parked-rows.ts';

export interface ChangeRecord {
  readonly id: number;
  readonly run_id: number;
  readonly kind: RowKind;
  readonly action: RowAction;
  readonly reason: ReasonCode;
  readonly notes: string;
  readonly clover_id: string | null;
  readonly woo_id: number | null;
  readonly parent_clover_id: string | null;
  readonly name: string;
  readonly sku: string;
  readonly decisions: string;
  readonly patch: string | null;
  readonly undo: string | null;
  readonly till_patch: string | null;
  readonly till_undo: string | null;
  readonly suggestions: string;
  readonly score: number | null;
  readonly state: ChangeState;
  readonly failure: string | null;
  readonly request_id: string | null;
  readonly done_ms: number | null;
  readonly is_created: number;
  readonly released_ms: number | null;
}

/** The rows of a plan and what became of each: for progress, undo and "why is this value here". */
export function createChangeTable(db: Database): ChangeLedger {
  const insert = db.prepare(`
    INSERT INTO run_change (run_id, kind, action, reason, notes, clover_id, woo_id, parent_clover_id, name, sku,
      decisions, patch, undo, till_patch, till_undo, suggestions, score)
    VALUES (@runId, @kind, @action, @reason, @notes, @cloverId, @wooId, @parentCloverId, @name, @sku,
      @decisions, @patch, @undo, @tillPatch, @tillUndo, @suggestions, @score)`);
  const page = db.prepare(`
    SELECT * FROM run_change WHERE run_id = @runId AND (@action IS NULL OR action = @action)
      AND (@state IS NULL OR state = @state) ORDER BY id LIMIT @limit OFFSET @offset`);
  const get = db.prepare('SELECT * FROM run_change WHERE id = ?');
  const history = db.prepare(
    "SELECT * FROM run_change WHERE clover_id = ? AND state <> 'planned' ORDER BY id DESC LIMIT ?",
  );
  const done = db.prepare(`
    UPDATE run_change SET state = 'done', woo_id = @wooId, request_id = @requestId, is_created = @isCreated,
      done_ms = @doneMs, failure = NULL WHERE id = @id`);
  const failed = db.prepare(
    "UPDATE run_change SET state = 'failed', failure = ?, done_ms = ?, request_id = ? WHERE id = ?",
  );
  const setState = db.prepare('UPDATE run_change SET state = ? WHERE id = ?');
  const setClover = db.prepare('UPDATE run_change SET clover_id = ? WHERE id = ?');
  const count = db.prepare(`
    SELECT action, kind, state, is_created AS isCreated, count(*) AS count FROM run_change WHERE run_id = ?
    GROUP BY action, kind, state, is_created`);
  // In the words of the index `run_change_left`, or it is not used.
  const countLeft = db
    .prepare(
      `SELECT count(*) FROM run_change WHERE run_id = ?
         AND (reason IN ('EDITED_IN_STORE', 'EDITED_ON_BOTH', 'LEFT_DIFFERENT') OR state = 'undone')`,
    )
    .pluck();
  const failures = db.prepare(
    "SELECT * FROM run_change WHERE run_id = ? AND state = 'failed' ORDER BY id LIMIT ?",
  );
  const parking = prepareParking(db);

  return {
    insert: (runId, rows) => {
      for (const row of rows) insert.run({ runId, ...writeRow(row) });
    },
    page: (runId, { action, state, limit, offset }) =>
      (
        page.all({ runId, action: action ?? null, state: state ?? null, limit, offset }) as ChangeRecord[]
      ).map(readChange),
    get: (id) => {
      const record = get.get(id) as ChangeRecord | undefined;
      return record ? readChange(record) : null;
    },
    history: (cloverId, limit) => (history.all(cloverId, limit) as ChangeRecord[]).map(readChange),
    markDone: (id, result) => void done.run({ id, ...result, isCreated: result.isCreated ? 1 : 0 }),
    markFailed: (id, failure, doneMs, requestId = '') =>
      void failed.run(JSON.stringify(failure), doneMs, requestId || null, id),
    setState: (id, state) => void setState.run(state, id),
    setClover: (id, cloverId) => void setClover.run(cloverId, id),
    count: (runId) =>
      (count.all(runId) as (ReturnType<ChangeLedger['count']>[number] & { isCreated: unknown })[]).map(
        (row) => ({
          ...row,
          isCreated: Number(row.isCreated) === 1,
        }),
      ),
    countLeft: (runId) => countLeft.get(runId) as number,
    ...parking,
    failures: (runId, limit) => (failures.all(runId, limit) as ChangeRecord[]).map(readChange),
  };
}

/** Writes by side, refused rows that nothing newer made up for, and what an undo took back. */
function prepareParking(
  db: Database,
): Pick<ChangeLedger, 'countBySide' | 'parked' | 'countParked' | 'release' | 'undone'> {
  const countBySide = db.prepare(`
    SELECT CASE WHEN till_patch IS NULL THEN 'store' ELSE 'till' END AS side, state, count(*) AS count FROM run_change
    WHERE run_id = ? AND (patch IS NOT NULL OR till_patch IS NOT NULL) GROUP BY side, state`);
  const parked = db.prepare(`SELECT * FROM run_change WHERE ${PARKED} ORDER BY id DESC LIMIT ? OFFSET ?`);
  const countParked = db.prepare(`SELECT count(*) FROM run_change WHERE ${PARKED}`).pluck();
  const release = db.prepare('UPDATE run_change SET released_ms = ? WHERE id = ?');
  // By the kinds: links are found by kind and Clover id, and by the id alone each would be looked through.
  const undone = db.prepare(`
    SELECT DISTINCT clover_id AS cloverId, woo_id AS wooId FROM run_change WHERE state = 'undone'
      AND action IN ('create_woo', 'create_clover', 'link') AND clover_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM link WHERE kind IN ('category', 'product', 'variation')
        AND link.clover_id = run_change.clover_id)`);
  return {
    release: (ids, nowMs) => {
      for (const id of ids) release.run(nowMs, id);
    },
    undone: () => undone.all() as ReturnType<ChangeLedger['undone']>,
    countBySide: (runId) => countBySide.all(runId) as ReturnType<ChangeLedger['countBySide']>,
    parked: (limit, offset) => (parked.all(limit, offset) as ChangeRecord[]).map(readChange),
    countParked: () => countParked.get() as number,
  };
}

function writeRow(row: PlanRow) {
  return {
    kind: row.kind,
    action: row.action,
    reason: row.reason,
    notes: JSON.stringify(row.notes),
    cloverId: row.cloverId,
    wooId: row.wooId,
    parentCloverId: row.parentCloverId,
    name: row.name,
    sku: row.sku,
    decisions: JSON.stringify(row.decisions),
    patch: writeJson(row.patch),
    undo: writeJson(row.undo),
    tillPatch: writeJson(row.tillPatch),
    tillUndo: writeJson(row.tillUndo),
    suggestions: JSON.stringify(row.suggestions),
    score: row.score,
  };
}

export function readChange(record: ChangeRecord): RunChange {
  return {
    id: record.id,
    runId: asRunId(record.run_id),
    kind: record.kind,
    action: record.action,
    reason: record.reason,
    notes: JSON.parse(record.notes) as NoteCode[],
    cloverId: record.clover_id === null ? null : asCloverId(record.clover_id),
    wooId: record.woo_id === null ? null : asWooId(record.woo_id),
    parentCloverId: record.parent_clover_id === null ? null : asCloverId(record.parent_clover_id),
    name: record.name,
    sku: record.sku,
    decisions: JSON.parse(record.decisions) as FieldDecision[],
    patch: readJson<ProductPatch>(record.patch),
    undo: readJson<ProductPatch>(record.undo),
    tillPatch: readJson<TillPatch>(record.till_patch),
    tillUndo: readJson<TillPatch>(record.till_undo),
    suggestions: JSON.parse(record.suggestions) as Suggestion[],
    score: record.score,
    state: record.state,
    failure: readJson<Failure>(record.failure),
    requestId: record.request_id,
    doneMs: record.done_ms,
    isCreated: record.is_created === 1,
    ...(record.released_ms === null ? {} : { isReleased: true }),
  };
}

const writeJson = (patch: ProductPatch | TillPatch | null): string | null =>
  patch === null ? null : JSON.stringify(patch);

const readJson = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
