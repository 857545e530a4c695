import type pg from 'pg';
import type { HubSql, SqlValue, Statements } from '../database/sql.ts';
import { createNamedTurns } from '../runtime/turns.ts';
import { ask } from './pool.ts';

/** The tables beside the log, in PostgreSQL. */
export function createPostgresSql(pool: pg.Pool): HubSql {
  const translate = createTranslator();
  // Those of one name wait here, not each on a connection that others need.
  const inTurn = createNamedTurns();
  const query = (text: string, values: readonly SqlValue[]) => {
    const { text: own, name } = translate(text);
    return ask<pg.QueryResultRow>(pool, own, values, name);
  };
  return {
    all: async <Row>(text: string, ...values: readonly SqlValue[]) =>
      (await query(text, values)).rows as Row[],
    run: async (text, ...values) => (await query(text, values)).count,
    transaction: (name, work) =>
      inTurn(name, async () => {
        const client = await pool.connect();
        const inside = createInside(client, translate);
        try {
          await client.query('BEGIN');
          await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
          const result = await work(inside);
          await client.query('COMMIT');
          client.release();
          return result;
        } catch (error) {
          // It may be in the midst of anything; with the connection goes the transaction.
          client.release(true);
          throw error;
        }
      }),
  };
}

type Translate = ReturnType<typeof createTranslator>;

function createInside(client: pg.PoolClient, translate: Translate): Statements {
  const query = (text: string, values: readonly SqlValue[]) =>
    client.query({ ...translate(text), values: [...values] });
  return {
    all: async <Row>(text: string, ...values: readonly SqlValue[]) =>
      (await query(text, values)).rows as Row[],
    run: async (text, ...values) => (await query(text, values)).rowCount ?? 0,
  };
}

/** `?` becomes `$1`, `$2`, …; each text is prepared under a name of its own. */
function createTranslator() {
  const known = new Map<string, { readonly text: string; readonly name: string }>();
  return (text: string): { readonly text: string; readonly name: string } => {
    const found = known.get(text);
    if (found) return found;
    let at = 0;
    const own = text.replace(/\?/g, () => {
      at += 1;
      return `$${at}`;
    });
    const translated = { text: own, name: `hub_${known.size}` };
    known.set(text, translated);
    return translated;
  };
}
