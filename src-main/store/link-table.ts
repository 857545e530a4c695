import type { Database } from 'better-sqlite3';
import { asCloverId, asWooId } from '../domain/ids.ts';
import type { Link, LinkLedger, LinkStatus } from '../engine/ledger-ports.ts';

export interface LinkRecord {
  readonly id: number;
  readonly kind: Link['kind'];
  readonly clover_id: string;
  readonly woo_id: number | null;
  readonly parent_woo_id: number | null;
  readonly group_id: string | null;
  readonly name: string;
  readonly sku: string;
  readonly status: LinkStatus;
  readonly pinned: string;
  readonly last_synced_ms: number | null;
}

const STATUSES: readonly LinkStatus[] = ['synced', 'waiting', 'error', 'conflict', 'deleted'];

/** Which till thing and which store thing are one. */
export function createLinkTable(db: Database): LinkLedger {
  const all = db.prepare('SELECT * FROM link ORDER BY id');
  const page = db.prepare(
    'SELECT * FROM link WHERE (@status IS NULL OR status = @status) ORDER BY id LIMIT @limit OFFSET @offset',
  );
  const byClover = db.prepare('SELECT * FROM link WHERE kind = ? AND clover_id = ?');
  const byWoo = db.prepare('SELECT * FROM link WHERE kind = ? AND woo_id = ?');
  const exact = db.prepare(
    `SELECT * FROM link WHERE clover_id = @text OR woo_id = @number OR (sku <> '' AND sku = @text COLLATE NOCASE) ORDER BY id`,
  );
  const named = db.prepare('SELECT * FROM link WHERE name = ? COLLATE NOCASE ORDER BY id');
  const put = db.prepare(`
    INSERT INTO link (kind, clover_id, woo_id, parent_woo_id, group_id, name, sku, status, last_synced_ms)
    VALUES (@kind, @cloverId, @wooId, @parentWooId, @groupId, @name, @sku, @status, @lastSyncedMs)
    ON CONFLICT (kind, clover_id) DO UPDATE SET woo_id = excluded.woo_id, parent_woo_id = excluded.parent_woo_id,
      group_id = excluded.group_id, name = excluded.name, sku = excluded.sku, status = excluded.status,
      last_synced_ms = excluded.last_synced_ms
    RETURNING id`);
  const setStatus = db.prepare('UPDATE link SET status = ? WHERE id = ?');
  const touch = db.prepare('UPDATE link SET status = ?, last_synced_ms = ? WHERE id = ?');
  const byId = db.prepare('SELECT * FROM link WHERE id = ?');
  const ofGroup = db.prepare("SELECT * FROM link WHERE group_id = ? AND kind <> 'category' ORDER BY id");
  const categories = db.prepare("SELECT * FROM link WHERE kind = 'category' ORDER BY id");
  const rename = db.prepare('UPDATE link SET name = ? WHERE id = ?');
  const setSku = db.prepare('UPDATE link SET sku = @sku WHERE id = @id AND sku <> @sku');
  const setPinned = db.prepare('UPDATE link SET pinned = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM link WHERE id = ?');
  const removeProducts = db.prepare(`
    WITH named AS (SELECT value AS id FROM json_each(?))
    DELETE FROM link WHERE (id IN (SELECT id FROM named) AND kind <> 'category') OR (kind = 'variation'
      AND group_id IN (SELECT clover_id FROM link WHERE kind = 'product' AND id IN (SELECT id FROM named)))`);
  const clear = db.prepare('DELETE FROM link');
  const count = db.prepare('SELECT status, count(*) AS count FROM link WHERE kind <> ? GROUP BY status');
  const read = (records: unknown[]): Link[] => records.map((record) => readLink(record as LinkRecord));

  return {
    all: () => read(all.all()),
    page: ({ status, limit, offset }) => read(page.all({ status: status ?? null, limit, offset })),
    findByClover: (kind, cloverId) => read([byClover.get(kind, cloverId)].filter(Boolean))[0] ?? null,
    findByWoo: (kind, wooId) => read([byWoo.get(kind, wooId)].filter(Boolean))[0] ?? null,
    search: (text) => {
      const number = /^\d{1,15}$/.test(text) ? Number(text) : null;
      const found = read(exact.all({ text, number }));
      return found.length > 0 ? found : read(named.all(text));
    },
    put: (link) => (put.get(link) as { id: number }).id,
    setStatus: (id, status) => void setStatus.run(status, id),
    touch: (id, status, nowMs) => void touch.run(status, nowMs, id),
    get: (id) => read([byId.get(id)].filter(Boolean))[0] ?? null,
    categories: () => read(categories.all()),
    ofGroup: (groupId) => read(ofGroup.all(groupId)),
    rename: (id, name) => void rename.run(name, id),
    setSku: (id, sku) => void setSku.run({ id, sku }),
    setPinned: (id, pinned) => void setPinned.run(JSON.stringify(pinned), id),
    remove: (id) => void remove.run(id),
    removeProducts: (ids) => removeProducts.run(JSON.stringify(ids)).changes,
    clear: () => clear.run().changes,
    countByStatus: () => {
      const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<LinkStatus, number>;
      for (const row of count.all('category') as { status: LinkStatus; count: number }[])
        counts[row.status] = row.count;
      return counts;
    },
  };
}

export function readLink(record: LinkRecord): Link {
  return {
    id: record.id,
    kind: record.kind,
    cloverId: asCloverId(record.clover_id),
    wooId: record.woo_id === null ? null : asWooId(record.woo_id),
    parentWooId: record.parent_woo_id === null ? null : asWooId(record.parent_woo_id),
    groupId: record.group_id === null ? null : asCloverId(record.group_id),
    name: record.name,
    sku: record.sku,
    status: record.status,
    pinned: JSON.parse(record.pinned) as string[],
    lastSyncedMs: record.last_synced_ms,
  };
}
