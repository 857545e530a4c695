import { join } from 'node:path';
import Database from 'better-sqlite3';

/** From so many counts on they are read together (`flows/move-stock.ts`). */
const READ_AT_ONCE = 25;

/** Rows that change what is for sale, by the side that they go to. */
const ITEM_KINDS = { till: ['till.item'], store: ['woo.product', 'woo.variation'] } as const;

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

/** The counts that both sides last agreed on. */
export interface AgreedStock {
  readonly till: number;
  readonly store: number;
  /** An order is known whose pieces the agreed counts do not show. */
  readonly hasLateOrders: boolean;
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
  /**
   * Whether something is planned for this item and not taken up yet: between the look for a write and the write
   * neither side's API keeps anybody from writing too.
   */
  isDue(cloverId: string): boolean;
  /** Rows of a side that were taken up for the first time and not sent yet, with the fields that they write. */
  underWay(side: 'till' | 'store'): { readonly cloverId: string; readonly fields: readonly string[] }[];
  /** Whether the till is about to be told of other categories of this item. */
  isShelving(cloverId: string): boolean;
  /** Whether the till's count is among many that were read at once and are being written one after the other. */
  isCounting(cloverId: string): boolean;
  shadow(cloverId: string): string;
  /** Whether something was ever agreed on in this field. */
  hasAgreed(cloverId: string, field: string): boolean;
  /** What is yet to be done. */
  countWaiting(): { readonly hints: number; readonly writes: number };
  /** null where nobody counts, or nothing was agreed. */
  agreedStock(cloverId: string): AgreedStock | null;
  /** What the app has found out about who lowers the till's counts for its orders, and when; null: not yet. */
  stockAnswers(): { readonly who: string | null; readonly moment: string | null };
  /** Whether an alert with this key was raised and stands. */
  isTold(key: string): boolean;
  /** Whether something for this item is planned, written or not, and not ended. */
  isPlanned(cloverId: string): boolean;
  close(): void;
}

/** As the last agreed values are kept. */
interface Counts {
  readonly till?: unknown;
  readonly store?: unknown;
  readonly orders?: { readonly till: number; readonly store: number };
}

/** @param fewestAtOnce counts that are being written one after the other, from which on they count as many */
export function openLedgerEye(dataDir: string, fewestAtOnce = READ_AT_ONCE): LedgerEye {
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
  const due = db.prepare(`
    SELECT 1 FROM outbox WHERE clover_id = @id AND state = 'waiting'
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE clover_id = @id AND state IN ('running', 'unknown')) LIMIT 1`);
  const underWay = db.prepare(`
    SELECT clover_id AS cloverId, payload FROM outbox WHERE state = 'running' AND attempt = 0 AND clover_id IS NOT NULL
      AND kind IN (SELECT value FROM json_each(?)) AND json_extract(payload, '$.isAnswered') IS NULL`);
  const shelving = db.prepare(`
    SELECT 1 FROM outbox WHERE kind = 'till.item' AND clover_id = ? AND state = 'waiting'
      AND json_type(payload, '$.categories') IS NOT NULL LIMIT 1`);
  const counting = db.prepare(`
    SELECT 1 FROM outbox AS own WHERE kind = 'till.stock' AND clover_id = ? AND state = 'running' AND
      (SELECT count(*) FROM outbox WHERE kind = 'till.stock' AND run_id = own.run_id) >= ${fewestAtOnce}`);
  const waiting = db.prepare(`
    SELECT (SELECT count(*) FROM inbox) AS hints,
      (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'running', 'unknown')) AS writes`);
  const planned = db.prepare(`
    SELECT 1 FROM run_change JOIN run ON run.id = run_id
    WHERE clover_id = ? AND run_change.state IN ('planned', 'waiting')
      AND run.state IN ('planning', 'planned', 'braked', 'approved', 'applying', 'stopped') LIMIT 1`);
  const sold = db.prepare(`
    SELECT side, total(pieces) AS pieces FROM stock_move JOIN link ON link.id = link_id
    WHERE clover_id = ? AND order_id IS NOT NULL GROUP BY side`);
  const readAgreed = (cloverId: string): AgreedStock | null => {
    const { stock } = JSON.parse(String(shadow.get(cloverId) ?? '{}')) as { stock?: Counts };
    if (typeof stock?.till !== 'number' || typeof stock.store !== 'number') return null;
    const sums = sold.all(cloverId) as { side: 'till' | 'store'; pieces: number }[];
    const hasLateOrders = sums.some(({ side, pieces }) => pieces !== (stock.orders?.[side] ?? 0));
    return { till: stock.till, store: stock.store, hasLateOrders };
  };
  const answer = db.prepare(`SELECT value FROM meta WHERE key LIKE 'orders.stock.' || ? || ' %'`).pluck();
  const readAnswer = (name: string): string | null => (answer.get(name) as string | undefined) ?? null;
  const told = db.prepare('SELECT 1 FROM alert WHERE key = ?');
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
    isDue: (cloverId) => due.get({ id: cloverId }) !== undefined,
    underWay: (side) =>
      (underWay.all(JSON.stringify(ITEM_KINDS[side])) as { cloverId: string; payload: string }[]).map(
        ({ cloverId, payload }) => ({ cloverId, fields: Object.keys(JSON.parse(payload) as object) }),
      ),
    isShelving: (cloverId) => shelving.get(cloverId) !== undefined,
    isCounting: (cloverId) => counting.get(cloverId) !== undefined,
    countWaiting: () => waiting.get() as ReturnType<LedgerEye['countWaiting']>,
    agreedStock: readAgreed,
    isPlanned: (cloverId) => onWay.get(cloverId) !== undefined || planned.get(cloverId) !== undefined,
    stockAnswers: () => ({ who: readAnswer('lowers'), moment: readAnswer('moment') }),
    isTold: (key) => told.get(key) !== undefined,
    shadow: (cloverId) => String(shadow.get(cloverId) ?? ''),
    hasAgreed: (cloverId, field) => field in JSON.parse(String(shadow.get(cloverId) ?? '{}')),
    close: () => db.close(),
  };
}
