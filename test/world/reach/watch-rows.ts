import type { Database } from 'better-sqlite3';

/** Columns that say which state a row is in, each with its machine, as `census.ts` reads them. */
const COLUMNS: readonly (readonly [machine: string, table: string, column: string])[] = [
  ['run', 'run', 'state'],
  ['run kind', 'run', 'kind'],
  ['change', 'run_change', 'state'],
  ['link', 'link', 'status'],
  ['outbox', 'outbox', 'state'],
  ['alert kind', 'alert', 'kind'],
  ['order', 'order_flow', 'step'],
  ['hold', 'order_flow', 'hold'],
  ['print', 'order_flow', 'print'],
];

/**
 * Hears of each state that a row of the data file comes into, also of one that is passed within a turn. The triggers
 * belong to this connection alone: the file never has them.
 */
export function watchRows(db: Database, note: (what: string) => void): void {
  db.function('note_reached', { directOnly: false }, (machine, state) => {
    if (state !== null) note(`state ${machine} ${state}`);
    return null;
  });
  // A test may open a file of its own making.
  const tables = db
    .prepare<[], string>(`SELECT name FROM main.sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  for (const [machine, table, column] of COLUMNS.filter(([, table]) => tables.includes(table)))
    for (const event of ['INSERT', `UPDATE OF ${column}`])
      db.exec(
        `CREATE TEMP TRIGGER "reached ${table} ${column} ${event}" AFTER ${event} ON main.${table}
         BEGIN SELECT note_reached('${machine}', NEW.${column}); END`,
      );
}
