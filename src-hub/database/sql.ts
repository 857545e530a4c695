export type SqlValue = string | number | Buffer | null;

/** Statements that SQLite and PostgreSQL both read; `?` for each value, names of columns in lower case. */
export interface Statements {
  all<Row>(text: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** How many rows it changed. */
  run(text: string, ...values: readonly SqlValue[]): Promise<number>;
}

/** The hub's tables beside the log: shops, PCs, what watches over them. */
export interface HubSql extends Statements {
  /**
   * All of it or nothing. Transactions of the same name run one after another, whichever node they are of. The work
   * awaits nothing but its own statements.
   */
  transaction<T>(name: string, work: (sql: Statements) => Promise<T>): Promise<T>;
}

/** Rows are asked for at most so many names at once; a list is filled up, so that few texts are prepared. */
const NAMES_AT_ONCE = 100;

/** Runs a statement for many names, part by part. @param ask the text for a list such as `(?, ?)` */
export async function askForEach<Row>(
  sql: Statements,
  names: readonly string[],
  ask: (list: string) => string,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let at = 0; at < names.length; at += NAMES_AT_ONCE) {
    const some = names.slice(at, at + NAMES_AT_ONCE);
    const size = some.length === 1 ? 1 : NAMES_AT_ONCE;
    const filled = [...some, ...Array<string>(size - some.length).fill(some[0] ?? '')];
    found.push(...(await sql.all<Row>(ask(`(${filled.map(() => '?').join(', ')})`), ...filled)));
  }
  return found;
}
