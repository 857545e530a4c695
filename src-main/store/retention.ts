import type { Database } from 'better-sqlite3';
import { asRunId, type RunId } from '../domain/ids.ts';
import type { RetentionLedger } from '../engine/ledger-ports.ts';
import { OVERTAKEN, PARKED } from './parked-rows.ts';

/** Named as an order, so that the sums over orders count it. */
const EARLIER = 'earlier';

const OLD_RUNS = `
  SELECT id FROM run WHERE id > @after AND id <= @last AND kind <> 'import' AND state IN ('done', 'superseded', 'cancelled')
    AND (created_ms < @beforeMs OR (created_ms < @idleBeforeMs AND state <> 'cancelled' AND NOT EXISTS (
      SELECT 1 FROM run_change WHERE run_change.run_id = run.id AND run_change.state <> 'planned')))
    AND NOT EXISTS (SELECT 1 FROM run AS undo WHERE undo.undoes = run.id)
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.run_id = run.id)
    AND NOT EXISTS (SELECT 1 FROM run_change WHERE run_change.run_id = run.id AND run_change.${PARKED})
  ORDER BY id`;

/** Removes what is old in portions; the caller makes each a transaction. */
export function createRetention(db: Database): RetentionLedger {
  const journal = db.prepare(
    'DELETE FROM journal WHERE id IN (SELECT id FROM journal WHERE at_ms < ? ORDER BY at_ms LIMIT ?)',
  );
  return {
    pruneJournal: (beforeMs, limit) => journal.run(beforeMs, limit).changes,
    pruneRuns: createRunPruning(db),
    foldMoves: createMoveFolding(db),
  };
}

function createRunPruning(db: Database): RetentionLedger['pruneRuns'] {
  const window = db
    .prepare('SELECT max(id) FROM (SELECT id FROM run WHERE id > ? ORDER BY id LIMIT ?)')
    .pluck();
  const oldRuns = db.prepare(OLD_RUNS).pluck();
  // What a row that goes had made up for must not come back as set aside.
  const release = db.prepare(`UPDATE run_change SET released_ms = ? WHERE ${OVERTAKEN}`);
  const dropRows = db.prepare(
    'DELETE FROM run_change WHERE id IN (SELECT id FROM run_change WHERE run_id = ? ORDER BY id LIMIT ?)',
  );
  const dropRun = db.prepare('DELETE FROM run WHERE id = ?');
  return ({ after, beforeMs, idleBeforeMs, nowMs, limit }) => {
    const last = window.get(after ?? 0, limit) as number | null;
    if (last === null) return { removed: 0, next: null };
    const ids = oldRuns.all({ after: after ?? 0, last, beforeMs, idleBeforeMs }) as number[];
    if (ids.length > 0) release.run(nowMs);
    let removed = 0;
    let before: RunId | null = after;
    for (const id of ids) {
      removed += dropRows.run(id, limit - removed).changes;
      if (removed >= limit) return { removed, next: before ?? asRunId(0) };
      dropRun.run(id);
      removed += 1;
      before = asRunId(id);
      if (removed >= limit) return { removed, next: before };
    }
    return { removed, next: asRunId(last) };
  };
}

function createMoveFolding(db: Database): RetentionLedger['foldMoves'] {
  const ids =
    'SELECT id FROM stock_move WHERE at_ms < @beforeMs AND is_carry = 0 ORDER BY at_ms, id LIMIT @limit';
  const sums = db.prepare(`
    SELECT link_id AS linkId, side, order_id IS NOT NULL AS isOrder, total(pieces) AS pieces, max(at_ms) AS atMs
    FROM stock_move WHERE id IN (${ids}) GROUP BY link_id, side, isOrder`);
  const drop = db.prepare(`DELETE FROM stock_move WHERE id IN (${ids})`);
  const carry = db.prepare(`
    INSERT INTO stock_move (link_id, side, reason, pieces, order_id, at_ms, is_carry)
    VALUES (@linkId, @side, iif(@isOrder, 'sale', 'correction'), @pieces, iif(@isOrder, '${EARLIER}', NULL), @atMs, 1)
    ON CONFLICT (link_id, side, reason) WHERE is_carry = 1 DO UPDATE
      SET pieces = pieces + excluded.pieces, at_ms = max(at_ms, excluded.at_ms)`);
  return (beforeMs, limit) => {
    const groups = sums.all({ beforeMs, limit });
    const folded = drop.run({ beforeMs, limit }).changes;
    for (const group of groups) carry.run(group);
    return folded;
  };
}
