import type { Database } from 'better-sqlite3';
import type { RunId } from '../domain/ids.ts';

const LINK_KIND =
  "CASE c.kind WHEN 'category' THEN 'category' WHEN 'variation' THEN 'variation' ELSE 'product' END";
/** A row writes to the store, to the till or nowhere, never to both. */
const WRITES = 'coalesce(c.patch, c.till_patch) IS NOT NULL';
/** Rows that pair something on the till with something in the store. What the till has yet to make has no pair. */
const PAIRS = `c.clover_id IS NOT NULL AND (c.action IN ('create_woo', 'link', 'update_woo') OR ${WRITES})`;
const STORE_KIND = `CASE WHEN json_type(c.patch, '$.stockDelta') IS NOT NULL THEN 'woo.stock'
  ELSE CASE c.kind WHEN 'category' THEN 'woo.category' WHEN 'variation' THEN 'woo.variation' ELSE 'woo.product' END END`;
/** Only a patch that names pieces or a count writes stock: one that names nothing writes nothing. */
const TILL_KIND = `CASE
  WHEN NOT EXISTS (SELECT 1 FROM json_each(c.till_patch) WHERE key NOT IN ('stockDelta', 'stockCount'))
    AND c.till_patch <> '{}' THEN 'till.stock'
  WHEN c.clover_id IS NULL THEN 'till.new' WHEN c.kind = 'category' THEN 'till.category' ELSE 'till.item' END`;

/**
 * Approval of a plan in one transaction and plain SQL: a link for every pair, a queue row for every write.
 * An intent that exists already with another payload breaks the UNIQUE key and with it the whole approval.
 */
export function prepareApproval(db: Database): (runId: RunId, nowMs: number) => void {
  // A category is adopted, not owned, by the link of its name; a product keeps its status until it is written.
  const links = db.prepare(`
    INSERT INTO link (kind, clover_id, woo_id, group_id, name, sku, status, last_synced_ms)
    SELECT ${LINK_KIND}, clover_id, woo_id, CASE kind WHEN 'variable' THEN clover_id WHEN 'variation' THEN parent_clover_id END,
      name, sku, CASE WHEN ${WRITES} THEN 'waiting' ELSE 'synced' END, CASE WHEN ${WRITES} THEN NULL ELSE @nowMs END
    FROM run_change AS c WHERE run_id = @runId AND ${PAIRS}
    ON CONFLICT (kind, clover_id) DO UPDATE SET woo_id = excluded.woo_id, group_id = coalesce(excluded.group_id, group_id),
      name = excluded.name, sku = excluded.sku, status = excluded.status,
      last_synced_ms = coalesce(excluded.last_synced_ms, last_synced_ms)`);
  // A pair that is found equal has no write whose answer would tell of its product; without it, no count reaches the store.
  const parents = db.prepare(`
    UPDATE link SET parent_woo_id =
      (SELECT parent.woo_id FROM link AS parent WHERE parent.kind = 'product' AND parent.clover_id = link.group_id)
    WHERE kind = 'variation' AND parent_woo_id IS NULL AND woo_id IS NOT NULL`);
  const outbox = db.prepare(`
    INSERT INTO outbox (run_id, change_id, link_id, lane, kind, woo_id, clover_id, parent_clover_id, is_variable, payload,
      intent_key, created_ms)
    SELECT c.run_id, c.id, link.id,
      CASE WHEN c.woo_id IS NULL THEN 'till:' || c.clover_id ELSE 'woo:' || ${LINK_KIND} || ':' || c.woo_id END,
      CASE WHEN c.patch IS NULL THEN ${TILL_KIND} ELSE ${STORE_KIND} END,
      c.woo_id, c.clover_id, c.parent_clover_id, c.kind = 'variable', coalesce(c.patch, c.till_patch),
      c.run_id || ':' || c.id, @nowMs
    FROM run_change AS c
    LEFT JOIN link ON link.kind = ${LINK_KIND} AND link.clover_id = c.clover_id
    WHERE c.run_id = @runId AND (c.till_patch IS NOT NULL OR (c.patch IS NOT NULL AND link.id IS NOT NULL))
    ORDER BY c.id`);
  const waiting = db.prepare(
    `UPDATE run_change AS c SET state = 'waiting' WHERE run_id = @runId AND ${WRITES}`,
  );
  const done = db.prepare(`
    UPDATE run_change AS c SET state = 'done', done_ms = @nowMs
    WHERE run_id = @runId AND NOT (${WRITES}) AND action NOT IN ('review', 'conflict')`);
  const mark = (status: string, rows: string) =>
    db.prepare(`
      UPDATE link SET status = '${status}' WHERE id IN (
        SELECT link.id FROM run_change AS c
        CROSS JOIN link ON link.kind = ${LINK_KIND} AND link.clover_id = c.clover_id
        WHERE c.run_id = @runId AND ${rows})`);
  const conflicts = mark('conflict', `c.action = 'conflict' AND NOT (${WRITES})`);
  // What was at odds or had failed and is now found equal on both sides is in step again.
  const settled = mark(
    'synced',
    "c.reason IN ('ALREADY_IN_STEP', 'LEFT_DIFFERENT') AND link.status IN ('conflict', 'error')",
  );
  const approved = db.prepare("UPDATE run SET state = 'approved' WHERE id = @runId");
  return db.transaction((runId: RunId, nowMs: number) => {
    links.run({ runId, nowMs });
    parents.run();
    outbox.run({ runId, nowMs });
    waiting.run({ runId });
    done.run({ runId, nowMs });
    conflicts.run({ runId });
    settled.run({ runId });
    approved.run({ runId });
  }).immediate;
}
