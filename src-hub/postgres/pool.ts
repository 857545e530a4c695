import pg from 'pg';

/** Also how long a caller waits for its turn where all connections are in use. */
const CONNECT_WITHIN_MS = 3_000;
/** A statement that takes longer is given up; the database gives it up as well, a little earlier. */
export const ANSWER_WITHIN_MS = 10_000;
const STATEMENT_MS = 9_000;
/** A node that vanishes in the midst of a transaction keeps its locks no longer than this, and not till TCP gives up. */
const IDLE_IN_TRANSACTION_MS = 15_000;
/** `int8`: counts, numbers of the log and milliseconds, all far below 2^53. */
const INT8 = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** How a connection of the hub is made; `name` says in `pg_stat_activity` what it is for. */
export const describeConnection = (url: string, name: string): pg.ClientConfig => ({
  connectionString: url,
  types,
  application_name: `tillbridge hub ${name}`,
  connectionTimeoutMillis: CONNECT_WITHIN_MS,
  query_timeout: ANSWER_WITHIN_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  keepAlive: true,
});

export interface PoolWish {
  /** What the connections are for, as `pg_stat_activity` shows it. */
  readonly name: string;
  readonly most: number;
}

/**
 * Some of the node's connections. What fails on an idle one is told, and the next caller has a new one.
 * @param fail told of connections that were lost while nobody used them
 */
export function openPool(url: string, { name, most }: PoolWish, fail: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({ ...describeConnection(url, name), max: most });
  pool.on('error', fail);
  // One that is lost while it is used rejects what was asked; the event alone would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/**
 * One statement. A connection on which it failed without the database's own word is not used again: it may still be
 * waiting for the answer. Nor is one to a server that has become a standby.
 * @param name prepares it under this name
 * @param withinMs it is given up after so long
 * @throws what the database says, or that it is away
 */
export async function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[] = [],
  name?: string,
  withinMs = ANSWER_WITHIN_MS,
): Promise<{ readonly rows: Row[]; readonly count: number }> {
  const client = await pool.connect();
  try {
    // `query_timeout` is the client's own, and missing in its types.
    const query: pg.QueryConfig & { readonly query_timeout: number } = {
      ...{ text, values: [...values], query_timeout: withinMs },
      ...(name === undefined ? {} : { name }),
    };
    const { rows, rowCount } = await client.query<Row>(query);
    client.release();
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    client.release(!(error instanceof pg.DatabaseError) || error.code === READ_ONLY);
    throw error;
  }
}

/** The server has become a standby: the new primary answers at the same address, to whoever connects anew. */
const READ_ONLY = '25006';
/** Classes of what passes by itself: connection, resources, a server that starts or stops, a deadlock that was cut. */
const PASSING = /^(08|53|57P|40|25006)/;

/**
 * Whether the same again may well succeed soon: the database is away, starting, stopping or being replaced, or two
 * waited for each other.
 */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || PASSING.test(error.code ?? '');
