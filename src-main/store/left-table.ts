import type { Database } from 'better-sqlite3';
import type { LeftLedger } from '../engine/ledger-ports.ts';

/** Products that differ on both sides and stay so, as the newest look at each of them found. */
export function createLeftTable(db: Database): LeftLedger {
  const clear = db.prepare('DELETE FROM left_different');
  const remove = db.prepare('DELETE FROM left_different WHERE link_id = ?');
  const add = db.prepare('INSERT OR IGNORE INTO left_different (link_id) VALUES (?)');
  const count = db.prepare('SELECT count(*) FROM left_different').pluck();
  return {
    note: (compared, left) => {
      if (compared === null) clear.run();
      for (const id of compared ?? []) remove.run(id);
      for (const id of left) add.run(id);
    },
    count: () => count.get() as number,
  };
}
