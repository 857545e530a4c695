import type { Database } from 'better-sqlite3';
import { asRunId } from '../domain/ids.ts';
import type { Run, RunKind, RunLedger, RunState } from '../engine/ledger-ports.ts';

interface RunRecord {
  readonly id: number;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly undoes: number | null;
  readonly counts: string;
  readonly details: string;
  readonly created_ms: number;
  readonly finished_ms: number | null;
  readonly failed: number;
}

/** With the rows that were refused; an index counts them without reading the others. */
const SELECT = `SELECT run.*, (
    SELECT count(*) FROM run_change WHERE run_id = run.id AND run_change.state = 'failed'
  ) AS failed FROM run`;

/** Plans, imports and undos, each with where it stands. */
export function createRunTable(db: Database): RunLedger {
  const create = db.prepare("INSERT INTO run (kind, state, undoes, created_ms) VALUES (?, 'planning', ?, ?)");
  const finishPlan = db.prepare("UPDATE run SET state = 'planned', counts = ?, details = ? WHERE id = ?");
  const get = db.prepare(`${SELECT} WHERE id = ?`);
  const list = db.prepare(`${SELECT} ORDER BY id DESC LIMIT ? OFFSET ?`);
  const latest = db.prepare(
    `${SELECT} WHERE kind = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
  );
  const inStates = db.prepare(
    `${SELECT} WHERE kind = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  const setState = db.prepare(
    'UPDATE run SET state = ?, finished_ms = coalesce(?, finished_ms) WHERE id = ?',
  );
  const setDetails = db.prepare('UPDATE run SET details = ? WHERE id = ?');
  const moveShop = db.prepare(`
    UPDATE run SET details = json_set(details, '$.shop', @to)
    WHERE state <> 'planning' AND json_extract(details, '$.shop') = @from`);
  const old =
    "SELECT id FROM run WHERE kind = @kind AND id <> @keep AND state IN ('planning', 'planned', 'braked')";
  const dropRows = db.prepare(`DELETE FROM run_change WHERE run_id IN (${old})`);
  const supersede = db.prepare(`UPDATE run SET state = 'superseded' WHERE id IN (${old})`);
  const read = (record: unknown): Run | null => (record === undefined ? null : readRun(record as RunRecord));

  return {
    create: ({ kind, undoes, createdMs }) =>
      asRunId(Number(create.run(kind, undoes, createdMs).lastInsertRowid)),
    finishPlan: (id, counts, details) => void finishPlan.run(JSON.stringify(counts), details, id),
    get: (id) => read(get.get(id)),
    list: (limit, offset = 0) => (list.all(limit, offset) as RunRecord[]).map(readRun),
    findLatest: (kind, states) => read(latest.get(kind, JSON.stringify(states))),
    listIn: (kind, states) => (inStates.all(kind, JSON.stringify(states)) as RunRecord[]).map(readRun),
    setState: (id, state, finishedMs) => void setState.run(state, finishedMs ?? null, id),
    setDetails: (id, details) => void setDetails.run(details, id),
    moveShop: (from, to) => void moveShop.run({ from, to }),
    supersedeOthers: (kind, keep) => {
      dropRows.run({ kind, keep });
      supersede.run({ kind, keep });
    },
  };
}

function readRun(record: RunRecord): Run {
  return {
    id: asRunId(record.id),
    kind: record.kind,
    state: record.state,
    undoes: record.undoes === null ? null : asRunId(record.undoes),
    counts: JSON.parse(record.counts) as Run['counts'],
    details: record.details,
    createdMs: record.created_ms,
    finishedMs: record.finished_ms,
    failed: record.failed,
  };
}
