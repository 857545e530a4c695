import type { Database } from 'better-sqlite3';
import { FAILURE_CODES } from '../domain/failure.ts';
import { listTables } from './whole-file.ts';

/** How a column may leave: what is no number, and no word of our own, never does. */
type Column = 'number' | 'word' | 'code' | 'yes';
type Columns = Readonly<Record<string, Column>>;
export type CensusRow = Readonly<Record<string, string | number | boolean | null>>;

export interface Census {
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** What waits or is in trouble, by what keeps it; the newest of each. */
  readonly troubles: Readonly<Record<string, readonly CensusRow[]>>;
  /** The newest lines of the log, without what they name and say. */
  readonly log: readonly CensusRow[];
  readonly health: {
    readonly quickCheck: string;
    readonly schema: number;
    readonly pages: number;
    readonly pageBytes: number;
    readonly freePages: number;
    readonly journalMode: string;
    readonly synchronous: number;
  };
}

const MOST_ROWS = 100;
const MOST_LINES = 500;
/** States, kinds and actions are written so, and are all from the program itself. */
const WORD = /^[a-z][a-zA-Z]{0,19}([.:_-][a-zA-Z0-9]{1,20}){0,2}$/;
const CODES: ReadonlySet<string> = new Set(FAILURE_CODES);

interface Query {
  readonly name: string;
  readonly sql: string;
  readonly columns: Columns;
}

const TROUBLES: readonly Query[] = [
  {
    name: 'orders',
    sql: `SELECT step, hold, failure ->> '$.code' AS code, print, tries, reprints, is_status_due, created_ms, seen_ms,
      not_before_ms, till_order_id IS NOT NULL AS is_on_till, payment_id IS NOT NULL AS is_paid_on_till
      FROM order_flow WHERE failure IS NOT NULL OR hold IN ('person', 'prerequisite') OR (hold IS NULL AND step <> 'reported')
      ORDER BY created_ms DESC`,
    columns: {
      step: 'word',
      hold: 'word',
      code: 'code',
      print: 'word',
      tries: 'number',
      reprints: 'number',
      is_status_due: 'yes',
      created_ms: 'number',
      seen_ms: 'number',
      not_before_ms: 'number',
      is_on_till: 'yes',
      is_paid_on_till: 'yes',
    },
  },
  {
    name: 'queue',
    sql: "SELECT seq, run_id, kind, state, attempt, created_ms FROM outbox WHERE state <> 'done' ORDER BY seq DESC",
    columns: {
      seq: 'number',
      run_id: 'number',
      kind: 'word',
      state: 'word',
      attempt: 'number',
      created_ms: 'number',
    },
  },
  {
    name: 'refusedRows',
    sql: `SELECT id, run_id, kind, action, state, failure ->> '$.code' AS code, done_ms FROM run_change
      WHERE failure IS NOT NULL ORDER BY id DESC`,
    columns: {
      id: 'number',
      run_id: 'number',
      kind: 'word',
      action: 'word',
      state: 'word',
      code: 'code',
      done_ms: 'number',
    },
  },
  {
    name: 'runs',
    sql: 'SELECT id, kind, state, undoes, created_ms, finished_ms FROM run ORDER BY id DESC',
    columns: {
      id: 'number',
      kind: 'word',
      state: 'word',
      undoes: 'number',
      created_ms: 'number',
      finished_ms: 'number',
    },
  },
  {
    name: 'conflicts',
    sql: 'SELECT id, field, since_ms, ruling_take FROM conflict ORDER BY id DESC',
    columns: { id: 'number', field: 'word', since_ms: 'number', ruling_take: 'word' },
  },
  {
    name: 'alerts',
    sql: 'SELECT kind, count, since_ms, last_ms, seen_ms, desktop_ms, mail_ms FROM alert ORDER BY last_ms DESC',
    columns: {
      kind: 'word',
      count: 'number',
      since_ms: 'number',
      last_ms: 'number',
      seen_ms: 'number',
      desktop_ms: 'number',
      mail_ms: 'number',
    },
  },
  {
    name: 'hints',
    sql: 'SELECT side, count(*) AS waiting, min(first_ms) AS oldest_ms FROM inbox GROUP BY side',
    columns: { side: 'word', waiting: 'number', oldest_ms: 'number' },
  },
  {
    name: 'links',
    sql: 'SELECT kind, status, count(*) AS count FROM link GROUP BY kind, status',
    columns: { kind: 'word', status: 'word', count: 'number' },
  },
];

const LOG: Query = {
  name: 'log',
  sql: "SELECT id, at_ms, level, action, side, run_id, failure ->> '$.code' AS code FROM journal ORDER BY id DESC",
  columns: {
    id: 'number',
    at_ms: 'number',
    level: 'word',
    action: 'word',
    side: 'word',
    run_id: 'number',
    code: 'code',
  },
};

/** What the file says of itself in counts, states and codes: no name, no id of either side, no text. */
export function takeCensus(db: Database): Census {
  const pragma = (name: string): number => Number(db.pragma(name, { simple: true }));
  return {
    counts: Object.fromEntries(
      listTables(db).map((table) => [
        table,
        db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
      ]),
    ),
    troubles: Object.fromEntries(TROUBLES.map((query) => [query.name, readRows(db, query, MOST_ROWS)])),
    log: readRows(db, LOG, MOST_LINES),
    health: {
      // What it finds may quote the file.
      quickCheck: db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'ok' : 'damaged',
      schema: pragma('user_version'),
      pages: pragma('page_count'),
      pageBytes: pragma('page_size'),
      freePages: pragma('freelist_count'),
      journalMode: db.pragma('journal_mode', { simple: true }) === 'wal' ? 'wal' : 'other',
      synchronous: pragma('synchronous'),
    },
  };
}

function readRows(db: Database, { sql, columns }: Query, most: number): CensusRow[] {
  const rows = db.prepare(`${sql} LIMIT ${most}`).all() as Record<string, unknown>[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pass(row[name], column)])),
  );
}

function pass(value: unknown, column: Column): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (column === 'yes') return value === 1;
  if (column === 'number') return typeof value === 'number' ? value : null;
  if (typeof value !== 'string') return null;
  const isOwn = column === 'code' ? CODES.has(value) : WORD.test(value);
  return isOwn ? value : '(left out)';
}
