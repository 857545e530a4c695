import type { Database } from 'better-sqlite3';
import { OLDER_LINKS_MARK } from '../domain/older-file.ts';
import { OLDER_FILE_MARK, OLDER_MARK } from '../domain/orders/older-order.ts';

const UNFINISHED = "('planning', 'planned', 'braked', 'approved', 'applying', 'cancelled', 'stopped')";

/**
 * Makes a data file that is older than what was done with it fit to go on: what it holds of writes that were under way
 * may be done since, and must not be done again. Both sides are then compared afresh, as at their first meeting.
 * Runs in a transaction of the caller's.
 */
export function settleOlder(db: Database): void {
  // Counts merge by differences: what was carried over since would be carried over once more. Where they are equal they
  // are agreed on anew; where not, nobody knows which side's movements the other one has, and a person is asked.
  db.exec(
    `UPDATE shadow SET fields = json_set(fields, '$.stock', json('{"till":null,"sent":null,"store":null}')),
       till_stock = NULL, store_stock = NULL WHERE fields ->> '$.stock' IS NOT NULL`,
  );
  hintAtUnfinished(db);
  db.exec("DELETE FROM outbox WHERE state IN ('waiting', 'running', 'unknown')");
  db.exec(`UPDATE run SET state = 'superseded' WHERE state IN ${UNFINISHED}`);
  // Where an order may have come further, the till is asked first, and no ticket is printed without a person.
  db.prepare(
    `UPDATE order_flow SET told_refunds = json_insert(told_refunds, '$[#]', @mark),
       print = iif(step = 'printing' AND print = 'none', 'unknown', print)
     WHERE step NOT IN ('printed', 'reported') AND told_refunds NOT LIKE '%"' || @mark || '"%'`,
  ).run({ mark: OLDER_MARK });
  const meta = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  meta.run(OLDER_FILE_MARK, '1');
  meta.run(OLDER_LINKS_MARK, '1');
}

/** What a run that is given up had still to do is looked at again: the hints at what was new ended with its plan. */
function hintAtUnfinished(db: Database): void {
  const rows = db
    .prepare(
      `SELECT DISTINCT iif(clover_id IS NULL, 'store', 'till') AS side,
         coalesce(clover_id, CAST(woo_id AS TEXT)) AS key, run.created_ms AS firstMs
       FROM run_change JOIN run ON run.id = run_id
       WHERE run.kind = 'sync' AND run.state IN ${UNFINISHED} AND run_change.state IN ('planned', 'waiting')
         AND run_change.kind <> 'category' AND coalesce(clover_id, woo_id) IS NOT NULL`,
    )
    .all() as { readonly side: string; readonly key: string; readonly firstMs: number }[];
  const reserve = db.prepare('UPDATE inbox_counter SET last_seq = last_seq + 1 RETURNING last_seq').pluck();
  const put = db.prepare('INSERT OR IGNORE INTO inbox (seq, side, key, first_ms) VALUES (?, ?, ?, ?)');
  for (const { side, key, firstMs } of rows) put.run(reserve.get(), side, key, firstMs);
  // Taken for linked, what was yet to be made would never be made.
  db.exec('DELETE FROM link WHERE woo_id IS NULL');
}
