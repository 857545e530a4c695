import type Database from 'better-sqlite3';
import { LONGEST_PENDING, type LogRow, type NewHint, type Side } from './event-log.ts';

/** As they stand in the column `side`. */
const SIDES = ['both', 'till', 'store'] as const;
type StoredSide = (typeof SIDES)[number];
/** The key of a resync; an object's is never empty. */
const RESYNC_KEY = '';
/** Shops whose numbers are kept in memory; beyond them the longest known are read anew. */
const MOST_SHOPS_IN_MEMORY = 50_000;

interface StoredRow {
  readonly seq: number;
  readonly side: number;
  readonly key: string;
  readonly times: number;
  readonly first_ms: number;
  readonly last_ms: number;
  readonly reason: string | null;
}

/** What is known of a shop without asking the disk. */
interface ShopState {
  lastSeq: number;
  /** Rows up to here may have been sent to a device; after a start, all of them. */
  readUpTo: number;
  /** Never fewer than there are. */
  mostRows: number;
  readonly resyncs: Record<StoredSide, number>;
}

const codeSide = (side: Side | null): number => SIDES.indexOf(side ?? 'both');
const nameSide = (code: number): StoredSide => SIDES[code] ?? 'both';

/** The log's tables. Everything that writes must be called inside a transaction. */
export class LogTables {
  readonly #states = new Map<string, ShopState>();
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Database.Database) {
    this.#sql = prepare(db);
  }

  /** After a transaction that failed: what is in memory was never written. */
  forgetAll(): void {
    this.#states.clear();
  }

  read(shopId: string, afterSeq: number, limit: number): LogRow[] {
    const rows = this.#sql.read.all(shopId, afterSeq, limit) as StoredRow[];
    const last = rows.at(-1);
    if (last) {
      const state = this.#open(shopId);
      state.readUpTo = Math.max(state.readUpTo, last.seq);
    }
    return rows.map(decode);
  }

  readLast(shopId: string): number {
    return this.#open(shopId).lastSeq;
  }

  /** True where it wrote anything: behind a resync that no device has been sent yet, a hint tells nothing new. */
  writeHints(shopId: string, hints: readonly NewHint[]): boolean {
    const state = this.#open(shopId);
    const seqBefore = state.lastSeq;
    for (const { side, key, atMs } of hints) {
      if (isCovered(state, side)) continue;
      state.lastSeq += 1;
      state.mostRows += 1;
      this.#sql.write.run(shopId, state.lastSeq, codeSide(side), key, 1, atMs, atMs, null);
    }
    if (state.lastSeq === seqBefore) return false;
    if (state.mostRows > LONGEST_PENDING) this.#bound(shopId, state, seqBefore);
    this.#sql.writeLast.run(shopId, state.lastSeq);
    return true;
  }

  /** Drops what waits and leaves a resync with a new number; false where an unsent one says the same. */
  collapse(shopId: string, side: Side | null, reason: string, atMs: number): boolean {
    const state = this.#open(shopId);
    if (isCovered(state, side)) return false;
    state.lastSeq += 1;
    this.#dropRows(shopId, codeSide(side), state.lastSeq);
    this.#writeResync(shopId, state, codeSide(side), state.lastSeq, reason, atMs);
    this.#sql.writeLast.run(shopId, state.lastSeq);
    return true;
  }

  openCursor(shopId: string, deviceId: string): void {
    const state = this.#open(shopId);
    if (this.#sql.openCursor.run(shopId, deviceId, state.lastSeq).changes === 0) return;
    this.#sql.writeLast.run(shopId, state.lastSeq);
    state.readUpTo = state.lastSeq; // it will not be sent a resync that waits, so later hints must not hide behind that
  }

  dropCursor(shopId: string, deviceId: string): void {
    this.#sql.dropCursor.run(shopId, deviceId);
    this.#dropAcknowledged(shopId);
  }

  readCursor(shopId: string, deviceId: string): number {
    return Number(this.#sql.readCursor.pluck().get(shopId, deviceId) ?? 0);
  }

  /** A device that says more than was ever written has outlived this file: the numbers go on from its own. */
  acknowledge(shopId: string, deviceId: string, seq: number): void {
    if (this.#sql.moveCursor.run(seq, shopId, deviceId, seq).changes === 0) return;
    const state = this.#open(shopId);
    state.readUpTo = Math.max(state.readUpTo, seq);
    if (seq > state.lastSeq) {
      state.lastSeq = seq;
      this.#sql.writeLast.run(shopId, seq);
    }
    this.#dropAcknowledged(shopId);
  }

  /** When the digest was written, or null. */
  readDigest(digest: string): number | null {
    const atMs = this.#sql.readDigest.pluck().get(digest);
    return atMs === undefined ? null : Number(atMs);
  }

  writeDigest(digest: string, atMs: number): void {
    this.#sql.writeDigest.run(digest, atMs);
  }

  /** True where there may be more. */
  pruneDigests(beforeMs: number, limit: number): boolean {
    return this.#sql.pruneDigests.run(beforeMs, limit).changes === limit;
  }

  listShops(afterId: string, limit: number): string[] {
    return this.#sql.listShops.pluck().all(afterId, limit) as string[];
  }

  /** Objects that were last told of before `beforeMs` become one resync a side, where the newest of them stood. */
  pruneRows(shopId: string, beforeMs: number, reason: string): boolean {
    const state = this.#open(shopId);
    let hasPruned = false;
    for (const side of [1, 2]) {
      const upTo = this.#sql.readOldest.pluck().get(shopId, side, beforeMs) as number | null;
      if (upTo === null) continue;
      this.#collapseUpTo(shopId, state, side, upTo, reason);
      hasPruned = true;
    }
    return hasPruned;
  }

  erase(shopId: string): void {
    for (const statement of this.#sql.erase) statement.run(shopId);
    this.#sql.eraseDigests.run(`${shopId}:`, `${shopId};`);
    this.#states.delete(shopId);
  }

  readFigures(): { waiting: number; oldestMs: number | null } {
    return this.#sql.figures.get() as { waiting: number; oldestMs: number | null };
  }

  #open(shopId: string): ShopState {
    const known = this.#states.get(shopId);
    if (known) return known;
    const lastSeq = Number(this.#sql.readLast.pluck().get(shopId) ?? 0);
    const mostRows = this.#countRows(shopId);
    const state = { lastSeq, readUpTo: lastSeq, mostRows, resyncs: { both: 0, till: 0, store: 0 } };
    const [oldest] = this.#states.keys();
    if (this.#states.size >= MOST_SHOPS_IN_MEMORY && oldest !== undefined) this.#states.delete(oldest);
    this.#states.set(shopId, state);
    return state;
  }

  /**
   * Too many objects wait: those of the side with more of them, told of before this commit, become a resync in the
   * place of the newest, so that a device that has them already is not troubled.
   */
  #bound(shopId: string, state: ShopState, seqBefore: number): void {
    state.mostRows = this.#countRows(shopId);
    if (state.mostRows <= LONGEST_PENDING) return;
    const side = Number(this.#sql.readFullerSide.pluck().get(shopId));
    this.#collapseUpTo(shopId, state, side, seqBefore, 'too many changes waited');
    state.mostRows = this.#countRows(shopId);
    if (state.mostRows <= LONGEST_PENDING) return;
    this.#collapseUpTo(shopId, state, 0, state.lastSeq, 'too many changes at once');
    state.mostRows = this.#countRows(shopId);
  }

  #collapseUpTo(shopId: string, state: ShopState, side: number, upTo: number, reason: string): void {
    const newest = this.#sql.readNewest.get(shopId, upTo, side, side) as {
      seq: number | null;
      lastMs: number;
    };
    if (newest.seq === null) return;
    this.#dropRows(shopId, side, upTo);
    this.#writeResync(shopId, state, side, newest.seq, reason, newest.lastMs);
  }

  #dropRows(shopId: string, side: number, upTo: number): void {
    this.#sql.dropRows.run(shopId, upTo, side, side);
  }

  #writeResync(
    shopId: string,
    state: ShopState,
    side: number,
    seq: number,
    reason: string,
    atMs: number,
  ): void {
    this.#sql.write.run(shopId, seq, side, RESYNC_KEY, 1, atMs, atMs, reason);
    state.resyncs[nameSide(side)] = seq;
    state.mostRows += 1;
  }

  #dropAcknowledged(shopId: string): void {
    const least = this.#sql.readLeastCursor.pluck().get(shopId) as number | null;
    if (least !== null) this.#sql.dropRows.run(shopId, least, 0, 0);
  }

  #countRows(shopId: string): number {
    return Number(this.#sql.countRows.pluck().get(shopId));
  }
}

/** Whether a resync that covers the side waits and no device has been sent it: it will be read after this moment. */
const isCovered = ({ resyncs, readUpTo }: ShopState, side: Side | null): boolean =>
  resyncs.both > readUpTo || (side !== null && resyncs[side] > readUpTo);

function decode(row: StoredRow): LogRow {
  const side = nameSide(row.side);
  const named = side === 'both' ? null : side;
  if (row.key === RESYNC_KEY || named === null)
    return { kind: 'resync', seq: row.seq, side: named, reason: row.reason ?? '' };
  const { seq, key, times, first_ms: firstMs, last_ms: lastMs } = row;
  return { kind: 'hint', seq, side: named, key, times, firstMs, lastMs };
}

/**
 * `+?` in what is read for each hint: SQLite compiles a query anew at each binding where a parameter might change its
 * plan (LIMIT, an indexed column; better-sqlite3 builds it with STAT4), which costs ten times the reading.
 */
const prepare = (db: Database.Database) => ({
  read: db.prepare(
    `SELECT seq, side, key, times, first_ms, last_ms, reason FROM log_rows
     WHERE shop_id = +? AND seq > +? ORDER BY seq LIMIT +?`,
  ),
  write: db.prepare(
    `INSERT INTO log_rows (shop_id, seq, side, key, times, first_ms, last_ms, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, side, key) DO UPDATE SET seq = max(seq, excluded.seq), times = times + excluded.times,
       last_ms = max(last_ms, excluded.last_ms), reason = excluded.reason`,
  ),
  readLast: db.prepare('SELECT last_seq FROM log_shops WHERE shop_id = ?'),
  writeLast: db.prepare(
    `INSERT INTO log_shops (shop_id, last_seq) VALUES (?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET last_seq = excluded.last_seq`,
  ),
  countRows: db.prepare('SELECT count(*) FROM log_rows WHERE shop_id = ?'),
  readFullerSide: db.prepare(
    'SELECT side FROM log_rows WHERE shop_id = ? AND side > 0 GROUP BY side ORDER BY count(*) DESC LIMIT 1',
  ),
  readNewest: db.prepare(
    `SELECT max(seq) AS seq, max(last_ms) AS lastMs FROM log_rows
     WHERE shop_id = ? AND seq <= ? AND (? = 0 OR side = ?)`,
  ),
  readOldest: db.prepare(
    `SELECT max(seq) FROM log_rows WHERE shop_id = ? AND side = ? AND last_ms < ? AND key <> ''`,
  ),
  dropRows: db.prepare('DELETE FROM log_rows WHERE shop_id = ? AND seq <= ? AND (? = 0 OR side = ?)'),
  openCursor: db.prepare(
    'INSERT INTO log_cursors (shop_id, device_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  dropCursor: db.prepare('DELETE FROM log_cursors WHERE shop_id = ? AND device_id = ?'),
  readCursor: db.prepare('SELECT seq FROM log_cursors WHERE shop_id = ? AND device_id = ?'),
  moveCursor: db.prepare('UPDATE log_cursors SET seq = ? WHERE shop_id = ? AND device_id = ? AND seq < ?'),
  readLeastCursor: db.prepare('SELECT min(seq) FROM log_cursors WHERE shop_id = +?'),
  readDigest: db.prepare('SELECT at_ms FROM log_digests WHERE digest = ?'),
  writeDigest: db.prepare(
    `INSERT INTO log_digests (digest, at_ms) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET at_ms = excluded.at_ms`,
  ),
  pruneDigests: db.prepare(
    'DELETE FROM log_digests WHERE digest IN (SELECT digest FROM log_digests WHERE at_ms < ? LIMIT ?)',
  ),
  listShops: db.prepare('SELECT shop_id FROM log_shops WHERE shop_id > ? ORDER BY shop_id LIMIT ?'),
  erase: [
    db.prepare('DELETE FROM log_rows WHERE shop_id = ?'),
    db.prepare('DELETE FROM log_cursors WHERE shop_id = ?'),
    db.prepare('DELETE FROM log_shops WHERE shop_id = ?'),
  ],
  eraseDigests: db.prepare('DELETE FROM log_digests WHERE digest >= ? AND digest < ?'),
  figures: db.prepare('SELECT count(*) AS waiting, min(first_ms) AS oldestMs FROM log_rows'),
});
