import type { Database } from 'better-sqlite3';
import type { MetaLedger, SettingLedger } from '../engine/ledger-ports.ts';

/** The merchant's rules, as set. */
export function createSettingTable(db: Database): SettingLedger {
  const pairs = createPairTable(db, 'setting');
  const all = db.prepare('SELECT key, value FROM setting');
  return {
    all: () => new Map((all.all() as { key: string; value: string }[]).map(({ key, value }) => [key, value])),
    put: pairs.put,
    remove: pairs.remove,
  };
}

/** Small named facts of the data file. */
export const createMetaTable = (db: Database): MetaLedger => createPairTable(db, 'meta');

function createPairTable(db: Database, table: 'setting' | 'meta'): MetaLedger {
  const get = db.prepare(`SELECT value FROM ${table} WHERE key = ?`).pluck();
  const put = db.prepare(
    `INSERT INTO ${table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  const remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  return {
    get: (key) => (get.get(key) as string | undefined) ?? null,
    put: (key, value) => void put.run(key, value),
    remove: (key) => void remove.run(key),
  };
}
