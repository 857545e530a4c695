import type { Database } from 'better-sqlite3';
import { MIGRATIONS, openDatabase } from '../../src-main/store/database.ts';
import { listTables } from '../../src-main/store/whole-file.ts';

const ROWS = 400;
const NUMBERS = `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${ROWS})`;

/** Rows of the tables that each version brought, as that version wrote them. */
const SEEDS: Readonly<Record<number, string>> = {
  1: `
    INSERT INTO run (id, kind, state, counts, details, created_ms) VALUES (3, 'import', 'applying', '{"link":1}', '{"a":[1]}', 10);
    ${NUMBERS} INSERT INTO link (id, kind, clover_id, woo_id, name, sku, status, pinned)
      SELECT at * 2, 'product', 'ITEM' || at, at, 'Item ' || at, '', 'waiting', '["name"]' FROM n;
    INSERT INTO shadow (link_id, fields) SELECT id, '{"price":{"till":5.5,"sent":5.5,"store":5.5}}' FROM link;
    INSERT INTO run_change (id, run_id, kind, action, reason, notes, clover_id, woo_id, name, sku, decisions, suggestions)
      SELECT id * 3, 3, 'product', 'update_woo', 'SAME_SKU', '[]', clover_id, woo_id, name, sku, '[]', '[]' FROM link;
    INSERT INTO outbox (seq, run_id, change_id, link_id, lane, kind, woo_id, clover_id, is_variable, payload, intent_key, created_ms)
      SELECT id, 3, id * 3, id, 'lane', 'woo.product', woo_id, clover_id, 0, '{"name":"x"}', '3:' || id, 50 FROM link;
    ${NUMBERS} INSERT INTO journal (at_ms, level, action, side, entity, message, run_id)
      SELECT at, 'info', 'create', 'store', 'Item ' || at, 'made in the store', 3 FROM n;
    INSERT INTO setting (key, value) VALUES ('import.status', 'publish');
    INSERT INTO meta (key, value) VALUES ('cursor.till.items', '99');`,
  3: `INSERT INTO alert (kind, key, title, body, opens, count, since_ms, last_ms)
      VALUES ('sync-error', 'a', 'b', 'c', '#/', 1, 1, 1);`,
  5: `
    ${NUMBERS} INSERT INTO inbox (seq, side, key, first_ms) SELECT at, 'till', 'ITEM' || at, at FROM n;
    INSERT INTO conflict (link_id, field, base, till, store, since_ms) SELECT id, 'price', '1', '2', '3', 4 FROM link LIMIT 20;
    INSERT INTO merge_rule (field, take, since_ms) VALUES ('price', 'till', 1);
    INSERT INTO stock_move (link_id, side, reason, pieces, order_id, at_ms) SELECT id, 'till', 'sale', -1, 'O' || id, 5 FROM link;
    INSERT INTO stock_rule (link_id, is_sold_out) SELECT id, 1 FROM link LIMIT 5;`,
  6: 'INSERT INTO left_different (link_id) SELECT id FROM link LIMIT 7;',
  7: `
    ${NUMBERS} INSERT INTO order_flow (woo_id, shop, number, step, abandoned, print, reprints, store_amount, currency, store_status,
      told_refunds, is_status_due, tries, not_before_ms, created_ms, seen_ms)
      SELECT at, 'shop', at, 'reported', '[]', 'printed', 0, 1550, 'USD', 'processing', '[]', 0, 0, 0, at, at FROM n;
    INSERT INTO order_event (woo_id, shop, at_ms, what, text, request_id) SELECT woo_id, shop, 1, 'seen', '', '' FROM order_flow;`,
};

export const NEWEST = MIGRATIONS.length;

/** A data file as version `version` left it, full of rows; each version has added its own. */
export function makeOldFile(file: string, version: number): void {
  for (let at = 1; at <= version; at += 1) {
    const db = openDatabase({ file, nativeBinding: null, migrations: MIGRATIONS.slice(0, at) });
    db.exec(SEEDS[at] ?? '');
    db.close();
  }
}

/** All rows by their table, with the columns that both files know. */
export function compareRows(old: Database, now: Database): string[] {
  return listTables(old).flatMap((table) => {
    const columns = (old.pragma(`table_info("${table}")`) as { name: string }[]).map(
      ({ name }) => `"${name}"`,
    );
    const read = (db: Database): string =>
      JSON.stringify(
        db
          .prepare(`SELECT ${columns.join(', ')} FROM "${table}" ORDER BY ${columns[0]}, ${columns.at(-1)}`)
          .all(),
      );
    return read(old) === read(now) ? [] : [`${table} has other rows`];
  });
}
