import type { Database } from 'better-sqlite3';
import type { WooId } from '../domain/ids.ts';
import type { SightLedger } from '../engine/ledger-ports.ts';

/** When each product of the store was made and changed last, as the store said when it was read last. */
export function createSightTable(db: Database): SightLedger {
  const get = db.prepare('SELECT made, changed FROM store_sight WHERE woo_id = ?');
  const put = db.prepare(`
    INSERT INTO store_sight (woo_id, made, changed) VALUES (@wooId, @made, @changed)
    ON CONFLICT (woo_id) DO UPDATE SET made = excluded.made, changed = excluded.changed
      WHERE made <> excluded.made OR changed <> excluded.changed`);
  const newest = db.prepare(`
    SELECT store_sight.woo_id FROM store_sight JOIN link ON link.woo_id = store_sight.woo_id AND link.kind = 'product'
    ORDER BY changed DESC LIMIT ?`);
  return {
    newest: (limit) => newest.pluck().all(limit) as WooId[],
    get: (wooId) => (get.get(wooId) as ReturnType<SightLedger['get']> | undefined) ?? null,
    put: (wooId, { made, changed }) => void put.run({ wooId, made, changed }),
  };
}
