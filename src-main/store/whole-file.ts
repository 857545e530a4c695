import type { Database } from 'better-sqlite3';

/** A table as one text of JSON: a list of rows, with what is JSON inside a column as JSON. */
export interface TableText {
  readonly table: string;
  readonly rows: number;
  readonly text: string;
}

/** The tables of the file, by name; those of SQLite itself left out. */
export const listTables = (db: Database): string[] =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];

/**
 * All that one table holds, for a person to take along.
 * @param table one of `listTables`
 */
export function readTable(db: Database, table: string): TableText {
  if (!listTables(db).includes(table)) throw new Error(`there is no table ${table.slice(0, 40)}`);
  const lines: string[] = [];
  for (const row of db.prepare(`SELECT * FROM "${table}"`).iterate() as Iterable<Record<string, unknown>>)
    lines.push(
      JSON.stringify(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, unpack(value)]))),
    );
  return { table, rows: lines.length, text: lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n` };
}

/** Lists and objects are kept as text; a name that only looks like one stays what it is. */
function unpack(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
