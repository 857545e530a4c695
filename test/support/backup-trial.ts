import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createMachineTimers } from '../../src-main/runtime/machine.ts';
import { backUpDaily } from '../../src-main/store/backup.ts';
import { openDatabase } from '../../src-main/store/database.ts';
import { createLedger } from '../../src-main/store/ledger.ts';

const WRITES_A_SECOND = 500;
const EVERY_MS = 5;
const MOST_AT_ONCE = 25;
const FIRST_WRITES = 50;
const { breathe } = createMachineTimers();
const DAY_MS = 86_400_000;

export interface BackupTrial {
  readonly megabytes: number;
  /** Commits while the copy was made. */
  readonly writes: number;
  readonly tookMs: number;
  /** For how long the event loop was held at most, by the processor's time: a busy machine is not what is measured. */
  readonly heldMs: number;
  readonly troubles: readonly string[];
}

/** Copies a data file of so many products while it is written to, and looks whether the copy is the whole of one moment. */
export async function runBackupTrial(dataDir: string, products: number, day: number): Promise<BackupTrial> {
  const file = join(dataDir, 'tillbridge.sqlite');
  const db = openDatabase({ file, nativeBinding: null });
  if (db.prepare('SELECT count(*) FROM link').pluck().get() === 0) fill(db, products);
  const ledger = createLedger(db);
  let writes = 0;
  const bornMs = performance.now();
  // However seldom a busy machine lets it: as many as are due by now.
  const write = (): void => {
    const due = ((performance.now() - bornMs) / 1000) * WRITES_A_SECOND;
    for (let at = 0; at < MOST_AT_ONCE && writes < due; at += 1) {
      writes += 1;
      // Two rows of one commit: a copy has both or none.
      ledger.transaction(() => {
        ledger.meta.put('left', String(writes));
        ledger.meta.put('right', String(writes));
      });
    }
  };
  const writing = setInterval(write, EVERY_MS);
  while (writes < FIRST_WRITES) await new Promise((resolve) => void setTimeout(resolve, EVERY_MS));
  const before = writes;
  const held = watchHolds();
  const startedMs = performance.now();
  const copy = await backUpDaily(db, { dataDir, nowMs: day * DAY_MS, nativeBinding: null, breathe });
  const tookMs = performance.now() - startedMs;
  const heldMs = held.end();
  clearInterval(writing);
  const megabytes = Number(db.pragma('page_count', { simple: true })) / 256;
  db.close();
  return {
    ...{ megabytes, tookMs, writes: writes - before, heldMs },
    troubles: findTroubles(copy, join(dataDir, 'restored.sqlite'), { products, before, after: writes }),
  };
}

function watchHolds(): { end(): number } {
  let most = 0;
  let last = process.threadCpuUsage();
  let isOver = false;
  const look = (): void => {
    const now = process.threadCpuUsage();
    most = Math.max(most, now.user + now.system - last.user - last.system);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return {
    end: () => {
      isOver = true;
      return most / 1000;
    },
  };
}

function findTroubles(
  copy: string | null,
  restored: string,
  { products, before, after }: { readonly products: number; readonly before: number; readonly after: number },
): string[] {
  if (copy === null) return ['no copy was made'];
  copyFileSync(copy, restored);
  const db = openDatabase({ file: restored, nativeBinding: null });
  const { meta } = createLedger(db);
  const [left, right] = [meta.get('left'), meta.get('right')];
  const count = db.prepare('SELECT count(*) FROM link JOIN shadow ON link_id = link.id').pluck().get();
  const answer = db.pragma('integrity_check', { simple: true });
  db.close();
  return [
    ...(answer === 'ok' ? [] : [`damaged: ${answer}`]),
    ...(count === products ? [] : [`${count} products of ${products}`]),
    ...(left === right ? [] : [`half of a commit: ${left} and ${right}`]),
    ...(Number(left) >= before && Number(left) <= after ? [] : [`commit ${left} is not of its time`]),
  ];
}

/** As an import leaves it. */
function fill(db: Database, products: number): void {
  const numbers = `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${products})`;
  db.exec(`
    INSERT INTO run (id, kind, state, counts, details, created_ms) VALUES (1, 'import', 'done', '{}', '{}', 1);
    ${numbers} INSERT INTO link (id, kind, clover_id, woo_id, name, sku, status)
      SELECT at, 'product', 'ITEM' || at, at, 'Item number ' || at, 'SKU-' || at, 'synced' FROM n;
    INSERT INTO shadow (link_id, fields) SELECT id, json_object('name', name, 'text', hex(randomblob(200))) FROM link;
    INSERT INTO run_change (run_id, kind, action, reason, notes, clover_id, woo_id, name, sku, decisions, patch, suggestions)
      SELECT 1, 'product', 'create_woo', 'NEW_ON_TILL', '[]', clover_id, woo_id, name, sku, '[]', hex(randomblob(300)), '[]' FROM link;
    ${numbers} INSERT INTO journal (at_ms, level, action, side, entity, message, run_id)
      SELECT at, 'info', 'create', 'store', 'Item ' || at, 'made in the store', 1 FROM n;`);
}
