import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { HubSql } from '../database/sql.ts';
import type { EventLog } from '../log/event-log.ts';
import { readMonotonicMs, sleep } from '../runtime/machine.ts';
import type { TenantMemory } from '../tenants/tenant-memory.ts';
import type { Approvals } from '../wc-auth/approvals.ts';

/** Children before their parents. */
const TABLES = ['outage', 'report', 'heartbeat', 'invitation', 'lease', 'woo_secret', 'device'] as const;
/** A larger file is not built anew while others wait; deleted rows are overwritten there all the same. */
export const LARGEST_REBUILD_BYTES = 64 * 1024 * 1024;

const LONGEST_CUT_MS = 5_000;
const CUT_AGAIN_MS = 50;

export interface EraseDeps {
  readonly sql: HubSql;
  readonly log: Pick<EventLog, 'erase'>;
  readonly memory: TenantMemory;
  /** Absent in the operator's command, which has none of its own. */
  readonly approvals?: Approvals;
  /** Leaves nothing of deleted rows in the files, as far as that is in the hub's hands. */
  readonly scrub: () => Promise<void>;
}

/**
 * Erases a shop with its devices, whose sockets close at once. The shop goes first, so that no delivery finds it any
 * more while its hints go. Resolves to what was deleted, by table; null where there is no such shop.
 * @throws what the database throws where the disk fails; it can be called again
 */
export async function eraseShop(deps: EraseDeps, shopId: string): Promise<Record<string, number> | null> {
  const { sql, log, memory, approvals, scrub } = deps;
  const counts = await sql.transaction(`shop ${shopId}`, async (inside) => {
    const found: Record<string, number> = {};
    for (const table of TABLES)
      found[table] = await inside.run(`DELETE FROM ${table} WHERE shop_id = ?`, shopId);
    found.shop = await inside.run('DELETE FROM shop WHERE id = ?', shopId);
    return found;
  });
  await memory.refresh(shopId);
  await approvals?.forgetShop(shopId);
  await log.erase(shopId);
  await scrub();
  return counts.shop === 0 ? null : counts;
}

/**
 * Leaves nothing of deleted rows in the files. `secure_delete` overwrites them, but pages that were balanced keep
 * copies in their gaps until the file is built anew, and the WAL keeps old pages until it is cut.
 */
export async function scrubFiles(db: Database): Promise<void> {
  if (db.memory || statSync(db.name).size <= LARGEST_REBUILD_BYTES) db.exec('VACUUM');
  // The hub's own thread may be copying at this moment; SQLite does not wait for that.
  const startedMs = readMonotonicMs();
  while (!cutWal(db) && readMonotonicMs() - startedMs < LONGEST_CUT_MS) await sleep(CUT_AGAIN_MS);
}

function cutWal(db: Database): boolean {
  const [cut] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return cut?.busy !== 1;
}
