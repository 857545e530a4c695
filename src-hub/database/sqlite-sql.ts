import type Database from 'better-sqlite3';
import type { HubSql, Statements } from './sql.ts';

/** The data file's tables. Whoever comes while a transaction is under way waits: there is one connection. */
export function createSqliteSql(db: Database.Database): HubSql {
  const direct = prepareOnce(db);
  let underWay: Promise<void> | null = null;
  return {
    all: async (text, ...values) => {
      while (underWay) await underWay;
      return direct.all(text, ...values);
    },
    run: async (text, ...values) => {
      while (underWay) await underWay;
      return direct.run(text, ...values);
    },
    transaction: async (_name, work) => {
      while (underWay) await underWay;
      let end = (): void => undefined;
      underWay = new Promise((resolve) => {
        end = resolve;
      });
      try {
        db.exec('BEGIN IMMEDIATE');
        const result = await work(direct);
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      } finally {
        underWay = null;
        end();
      }
    },
  };
}

function prepareOnce(db: Database.Database): Statements {
  const prepared = new Map<string, Database.Statement>();
  const find = (text: string): Database.Statement => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = db.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    all: async <Row>(text: string, ...values: readonly unknown[]) => find(text).all(...values) as Row[],
    run: async (text, ...values) => find(text).run(...values).changes,
  };
}

/** Tells whether another connection has committed since it was last asked, never by this one's own writes. */
export function createChangeWatch(db: Database.Database): () => Promise<readonly string[] | null> {
  let version: unknown = null;
  return async () => {
    const now = db.pragma('data_version', { simple: true });
    if (now === version) return [];
    version = now;
    return null;
  };
}
