import type { Database } from 'better-sqlite3';
import type { Shadow } from '../domain/fields.ts';
import type { ShadowLedger } from '../engine/ledger-ports.ts';

/** The last agreed values of each link. */
export function createShadowTable(db: Database): ShadowLedger {
  const all = db.prepare('SELECT link_id, fields FROM shadow');
  const get = db.prepare('SELECT fields FROM shadow WHERE link_id = ?').pluck();
  const put = db.prepare(
    'INSERT INTO shadow (link_id, fields) VALUES (?, ?) ON CONFLICT (link_id) DO UPDATE SET fields = excluded.fields',
  );
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
    put: (linkId, shadow) => void put.run(linkId, JSON.stringify(shadow)),
  };
}
