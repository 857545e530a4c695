import type { Database } from 'better-sqlite3';
import { OLDER_FILE_MARK, OLDER_MARK } from '../domain/orders/older-order.ts';

/**
 * Makes a data file that is older than what was done with it fit to go on: what it holds of writes that were under way
 * may be done since, and must not be done again. Both sides are then compared afresh, as at their first meeting.
 * Runs in a transaction of the caller's.
 */
export function settleOlder(db: Database): void {
  // Counts merge by differences: what was carried over since would be carried over once more.
  db.exec(
    "UPDATE shadow SET fields = json_remove(fields, '$.stock'), till_stock = NULL, store_stock = NULL WHERE fields ->> '$.stock' IS NOT NULL",
  );
  db.exec("DELETE FROM outbox WHERE state IN ('waiting', 'running', 'unknown')");
  db.exec(
    "UPDATE run SET state = 'superseded' WHERE state IN ('planning', 'planned', 'braked', 'approved', 'applying', 'cancelled', 'stopped')",
  );
  // Where an order may have come further, the till is asked first, and no ticket is printed without a person.
  db.prepare(
    `UPDATE order_flow SET told_refunds = json_insert(told_refunds, '$[#]', @mark),
       print = iif(step = 'printing' AND print = 'none', 'unknown', print)
     WHERE step NOT IN ('printed', 'reported') AND told_refunds NOT LIKE '%"' || @mark || '"%'`,
  ).run({ mark: OLDER_MARK });
  const meta = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  meta.run(OLDER_FILE_MARK, '1');
}
