import { join } from 'node:path';
import Database from 'better-sqlite3';

/** From so many counts on they are read together (`flows/move-stock.ts`). */
const READ_AT_ONCE = 25;

/** A queue row that a write may stand for. */
export interface OpenIntent {
  readonly kind: string;
  readonly state: string;
  readonly wooId: number | null;
  readonly cloverId: string | null;
}

export interface SeenLink {
  readonly kind: 'product' | 'variation';
  readonly cloverId: string;
  readonly wooId: number | null;
}

/** Looks at the data file from outside, as a second process would: only what is committed is there. */
export interface LedgerEye {
  intents(): OpenIntent[];
  links(): SeenLink[];
  categories(): { readonly cloverId: string; readonly wooId: number }[];
  conflicts(): { readonly cloverId: string; readonly wooId: number | null; readonly field: string }[];
  parked(): { readonly cloverId: string | null; readonly wooId: number | null; readonly text: string }[];
  /** Whether a write for this item is planned and not ended. */
  isOnWay(cloverId: string): boolean;
  /** Whether the till's count is among many that were read at once and are being written one after the other. */
  isCounting(cloverId: string): boolean;
  shadow(cloverId: string): string;
  close(): void;
}

export function openLedgerEye(dataDir: string): LedgerEye {
  const db = new Database(join(dataDir, 'tillbridge.sqlite'), { readonly: true });
  const intents = db.prepare(
    `SELECT kind, state, woo_id AS wooId, clover_id AS cloverId FROM outbox WHERE state IN ('running', 'unknown')`,
  );
  const links = db.prepare(
    `SELECT kind, clover_id AS cloverId, woo_id AS wooId FROM link WHERE kind IN ('product', 'variation')`,
  );
  const categories = db.prepare(
    `SELECT clover_id AS cloverId, woo_id AS wooId FROM link WHERE kind = 'category' AND woo_id IS NOT NULL`,
  );
  const conflicts = db.prepare(`
    SELECT link.clover_id AS cloverId, link.woo_id AS wooId, field FROM conflict
    JOIN link ON link.id = conflict.link_id`);
  const parked = db.prepare(`
    SELECT clover_id AS cloverId, woo_id AS wooId, failure || coalesce(patch, till_patch, '') AS text FROM run_change
    WHERE state = 'failed' AND failure IS NOT NULL`);
  const onWay = db.prepare(
    `SELECT 1 FROM outbox WHERE clover_id = ? AND state IN ('waiting', 'running', 'unknown') LIMIT 1`,
  );
  const counting = db.prepare(`
    SELECT 1 FROM outbox AS own WHERE kind = 'till.stock' AND clover_id = ? AND state = 'running' AND
      (SELECT count(*) FROM outbox WHERE kind = 'till.stock' AND run_id = own.run_id) >= ${READ_AT_ONCE}`);
  const shadow = db
    .prepare('SELECT fields FROM shadow JOIN link ON link.id = link_id WHERE clover_id = ?')
    .pluck();
  return {
    intents: () => intents.all() as OpenIntent[],
    links: () => links.all() as SeenLink[],
    categories: () => categories.all() as ReturnType<LedgerEye['categories']>,
    conflicts: () => conflicts.all() as ReturnType<LedgerEye['conflicts']>,
    parked: () => parked.all() as ReturnType<LedgerEye['parked']>,
    isOnWay: (cloverId) => onWay.get(cloverId) !== undefined,
    isCounting: (cloverId) => counting.get(cloverId) !== undefined,
    shadow: (cloverId) => String(shadow.get(cloverId) ?? ''),
    close: () => db.close(),
  };
}
