import type pg from 'pg';
import { ask } from '../postgres/pool.ts';

const FIND = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next,
  ARRAY(
    SELECT shop_id FROM tenant_change WHERE xid >= $1::xid8 AND xid < pg_snapshot_xmax(pg_current_snapshot())
  ) AS changed`;

/**
 * Tells which shops were changed since it was last asked, by whomever. It asks from the oldest transaction that was still
 * under way then: nothing that was committed late is passed over, and some shops are named twice. After a restore from a
 * dump, numbers of another server's transactions stand there that are yet to come here: they say nothing.
 */
export function createTenantChanges(pool: pg.Pool): () => Promise<readonly string[]> {
  let since: string | null = null;
  return async () => {
    const from = since ?? NONE;
    const { rows } = await ask<{ next: string; changed: string[] }>(pool, FIND, [from], 'hub_changes');
    since = rows[0]?.next ?? since;
    return rows[0]?.changed ?? [];
  };
}

/** Later than any transaction: at first only the moment is noted. */
const NONE = '9223372036854775807';
