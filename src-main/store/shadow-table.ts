import type { Database } from 'better-sqlite3';
import type { FieldValue, Shadow } from '../domain/fields.ts';
import type { ShadowLedger } from '../engine/ledger-ports.ts';

/** The last agreed values of each link. */
export function createShadowTable(db: Database): ShadowLedger {
  const all = db.prepare('SELECT link_id, fields FROM shadow');
  const get = db.prepare('SELECT fields FROM shadow WHERE link_id = ?').pluck();
  const put = db.prepare(`
    INSERT INTO shadow (link_id, fields, till_price, store_price, till_stock, store_stock) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (link_id) DO UPDATE SET fields = excluded.fields, till_price = excluded.till_price,
      store_price = excluded.store_price, till_stock = excluded.till_stock, store_stock = excluded.store_stock`);
  return {
    all: () => {
      const shadows = new Map<number, Shadow>();
      for (const { link_id, fields } of all.iterate() as IterableIterator<{
        link_id: number;
        fields: string;
      }>) {
        shadows.set(link_id, JSON.parse(fields) as Shadow);
      }
      return shadows;
    },
    get: (linkId) => {
      const fields = get.get(linkId) as string | undefined;
      return fields === undefined ? null : (JSON.parse(fields) as Shadow);
    },
    put: (linkId, shadow) => {
      const { price, stock } = shadow;
      const listed = [price?.till, price?.store, stock?.till, stock?.store].map(readNumber);
      put.run(linkId, JSON.stringify(shadow), ...listed);
    },
  };
}

const readNumber = (value: FieldValue | undefined): number | null =>
  typeof value === 'number' ? value : null;
