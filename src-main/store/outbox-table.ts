import type { Database } from 'better-sqlite3';
import { asCloverId, asRunId, asWooId } from '../domain/ids.ts';
import type { OutboxKind, OutboxLedger, OutboxRow, OutboxState } from '../engine/ledger-ports.ts';
import { prepareApproval } from './approval.ts';

interface OutboxRecord {
  readonly seq: number;
  readonly run_id: number;
  readonly change_id: number;
  readonly link_id: number | null;
  readonly kind: OutboxKind;
  readonly woo_id: number | null;
  readonly clover_id: string | null;
  readonly parent_clover_id: string | null;
  readonly payload: string;
  readonly attempt: number;
  readonly floor_id: number | null;
  readonly state: OutboxState;
}

/** Writes that are to be done outside, each committed before it is tried. */
export function createOutboxTable(db: Database): OutboxLedger {
  const sql = prepareStatements(db);
  const approve = prepareApproval(db);
  const take = db.transaction((records: OutboxRecord[], floorId: number | null): OutboxRow[] => {
    for (const record of records) sql.start.run(floorId, record.seq);
    return records.map((record) => ({
      ...readRow(record),
      state: 'running',
      floorId: readFloor(record.floor_id ?? floorId),
    }));
  });

  return {
    approve,
    countWaiting: (runId, kind) => sql.countWaiting.get({ runId, kind }) as number,
    listMakings: () => (sql.makings.all() as OutboxRecord[]).map(readRow),
    listTriedCounts: () => (sql.triedCounts.all() as OutboxRecord[]).map(readRow),
    countOpen: (runId) => sql.countOpen.get(runId) as number,
    take: (runId, kind, limit) => take(sql.ofKind.all({ runId, kind, limit }) as OutboxRecord[], null),
    takeCategories: (runId, limit) => take(sql.categories.all({ runId, limit }) as OutboxRecord[], null),
    takeRemoval: (runId) => take(sql.removals.all({ runId }) as OutboxRecord[], null)[0] ?? null,
    takeProducts: (runId, limit, floorId) =>
      take(sql.products.all({ runId, limit }) as OutboxRecord[], floorId),
    takeVariations: (runId, limit) => {
      const next = sql.parent.get({ runId }) as { cloverId: string; wooId: number } | undefined;
      if (!next) return null;
      const records = sql.variations.all({ runId, limit, cloverId: next.cloverId }) as OutboxRecord[];
      return { parentWooId: asWooId(next.wooId), rows: take(records, null) };
    },
    claimUnknown: (runId) => {
      sql.lose.run(runId);
      return (sql.unknown.all(runId) as OutboxRecord[]).map(readRow);
    },
    orphanVariations: (runId) => (sql.orphans.all({ runId }) as OutboxRecord[]).map(readRow),
    setState: (seqs, state) => {
      for (const seq of seqs) sql.setState.run(state, seq);
    },
    setPayload: (seq, payload) => void sql.setPayload.run(payload, seq),
    readPayload: (seq) => (sql.payload.get(seq) as string | undefined) ?? null,
    requeue: (seqs) => {
      for (const seq of seqs) sql.requeue.run(seq);
    },
    countByState: () => {
      const counts = { waiting: 0, running: 0, unknown: 0, parked: 0 };
      let oldestMs: number | null = null;
      for (const { state, count, oldest } of sql.states.all() as {
        state: keyof typeof counts;
        count: number;
        oldest: number;
      }[]) {
        counts[state] = count;
        if (state !== 'parked' && (oldestMs === null || oldest < oldestMs)) oldestMs = oldest;
      }
      return { ...counts, oldestMs };
    },
    prune: (runId) => void sql.prune.run(runId),
  };
}

const WAITING = "run_id = @runId AND state = 'waiting'";
/** Categories go when all else is done: only then are they empty. */
const IS_REMOVAL = "json_type(payload, '$.isRemoved') IS NOT NULL";

function prepareCategories(db: Database) {
  const categories = db.prepare(`
    SELECT * FROM outbox WHERE ${WAITING} AND kind = 'woo.category' AND NOT ${IS_REMOVAL} AND (parent_clover_id IS NULL OR EXISTS (
      SELECT 1 FROM link WHERE link.kind = 'category' AND link.clover_id = outbox.parent_clover_id AND link.woo_id IS NOT NULL))
    ORDER BY seq LIMIT @limit`);
  const removals = db.prepare(
    `SELECT * FROM outbox WHERE ${WAITING} AND kind = 'woo.category' AND ${IS_REMOVAL} ORDER BY seq LIMIT 1`,
  );
  return { categories, removals };
}

function prepareStatements(db: Database) {
  const waiting = WAITING;
  const countWaiting = db.prepare(`SELECT count(*) FROM outbox WHERE ${waiting} AND kind = @kind`).pluck();
  const countOpen = db
    .prepare("SELECT count(*) FROM outbox WHERE run_id = ? AND state IN ('waiting', 'running', 'unknown')")
    .pluck();
  const ofKind = db.prepare(
    `SELECT * FROM outbox WHERE ${waiting} AND kind = @kind ORDER BY seq LIMIT @limit`,
  );
  const products = db.prepare(
    `SELECT * FROM outbox WHERE ${waiting} AND kind = 'woo.product' ORDER BY is_variable DESC, seq LIMIT @limit`,
  );
  const parent = db.prepare(`
    SELECT outbox.parent_clover_id AS cloverId, link.woo_id AS wooId FROM outbox
    JOIN link ON link.kind = 'product' AND link.clover_id = outbox.parent_clover_id AND link.woo_id IS NOT NULL
    WHERE outbox.run_id = @runId AND outbox.state = 'waiting' AND outbox.kind = 'woo.variation'
      AND NOT EXISTS (SELECT 1 FROM outbox AS ahead WHERE ahead.run_id = @runId AND ahead.kind = 'woo.product'
        AND ahead.clover_id = outbox.parent_clover_id AND ahead.state IN ('waiting', 'running', 'unknown'))
    LIMIT 1`);
  const variations = db.prepare(
    `SELECT * FROM outbox WHERE ${waiting} AND kind = 'woo.variation' AND parent_clover_id = @cloverId ORDER BY seq LIMIT @limit`,
  );
  const start = db.prepare(
    "UPDATE outbox SET state = 'running', floor_id = coalesce(floor_id, ?) WHERE seq = ?",
  );
  const lose = db.prepare("UPDATE outbox SET state = 'unknown' WHERE run_id = ? AND state = 'running'");
  const unknown = db.prepare("SELECT * FROM outbox WHERE run_id = ? AND state = 'unknown' ORDER BY seq");
  const orphans = db.prepare(`SELECT * FROM outbox WHERE ${waiting} AND kind = 'woo.variation' ORDER BY seq`);
  const makings = db.prepare(`
    SELECT outbox.* FROM outbox JOIN run ON run.id = outbox.run_id
    WHERE run.kind = 'sync' AND run.state IN ('approved', 'applying', 'stopped')
      AND outbox.state IN ('waiting', 'running', 'unknown')
      AND (outbox.kind = 'till.new' OR (outbox.kind IN ('woo.product', 'woo.variation') AND outbox.woo_id IS NULL))`);
  const triedCounts = db.prepare(`
    SELECT * FROM outbox WHERE kind = 'till.stock' AND state IN ('waiting', 'running', 'unknown')
      AND payload ->> '$.from' IS NOT NULL ORDER BY seq`);
  const setState = db.prepare('UPDATE outbox SET state = ? WHERE seq = ?');
  const setPayload = db.prepare('UPDATE outbox SET payload = ? WHERE seq = ?');
  const payload = db.prepare('SELECT payload FROM outbox WHERE seq = ?').pluck();
  const requeue = db.prepare("UPDATE outbox SET state = 'waiting', attempt = attempt + 1 WHERE seq = ?");
  const states = db.prepare(
    "SELECT state, count(*) AS count, min(created_ms) AS oldest FROM outbox WHERE state <> 'done' GROUP BY state",
  );
  const prune = db.prepare("DELETE FROM outbox WHERE run_id = ? AND state IN ('done', 'parked')");
  return {
    countWaiting,
    countOpen,
    ofKind,
    ...prepareCategories(db),
    products,
    parent,
    variations,
    start,
    lose,
    unknown,
    orphans,
    makings,
    triedCounts,
    setState,
    setPayload,
    payload,
    requeue,
    states,
    prune,
  };
}

const readFloor = (floorId: number | null): OutboxRow['floorId'] =>
  floorId === null ? null : asWooId(floorId);

function readRow(record: OutboxRecord): OutboxRow {
  return {
    seq: record.seq,
    runId: asRunId(record.run_id),
    changeId: record.change_id,
    linkId: record.link_id,
    kind: record.kind,
    wooId: record.woo_id === null ? null : asWooId(record.woo_id),
    cloverId: record.clover_id === null ? null : asCloverId(record.clover_id),
    parentCloverId: record.parent_clover_id === null ? null : asCloverId(record.parent_clover_id),
    payload: record.payload,
    attempt: record.attempt,
    floorId: readFloor(record.floor_id),
    state: record.state,
  };
}
