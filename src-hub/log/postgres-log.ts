import type pg from 'pg';
import { createGatherer } from '../postgres/gatherer.ts';
import { PATIENCE_MS, persist } from '../postgres/persist.ts';
import { ask } from '../postgres/pool.ts';
import type { HubTime } from '../runtime/time.ts';
import { type EventLog, type LogRow, PROBE_DIGEST, type Side } from './event-log.ts';
import { PostgresCommit } from './postgres-commit.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ROWS_KEPT_MS = 7 * DAY_MS;
const PRUNED_AT_ONCE = 2000;
const SHOPS_AT_ONCE = 100;
/** Counting reads the whole table, so one count serves for a while: the longer, the longer it took. */
const FIGURES_AGE_MS = 15_000;
const FIGURES_REST = 50;

/** Carries the word of news between nodes. */
export interface WakeBus {
  /** Shops with news; whoever holds their sockets is told. It may be lost: the log is read anew now and then. */
  tell(shopIds: readonly string[]): void;
  onWake(listener: (shopId: string) => void): () => void;
}

interface StoredRow {
  readonly q: number;
  readonly seq: number;
  readonly side: number;
  readonly key: string;
  readonly times: number;
  readonly first_ms: number;
  readonly last_ms: number;
  readonly reason: string | null;
  readonly covers: boolean;
}

interface Reading {
  readonly shopId: string;
  readonly afterSeq: number;
  readonly limit: number;
}

const READ = `
  SELECT q.ord AS q, r.seq, r.side, r.key, r.times, r.first_ms, r.last_ms, r.reason, r.covers
  FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS q (shop_id, after_seq, most, ord)
  CROSS JOIN LATERAL (
    SELECT * FROM log_rows WHERE shop_id = q.shop_id AND seq > q.after_seq ORDER BY seq LIMIT q.most
  ) r ORDER BY q.ord, r.seq`;

/** The log of several nodes, in PostgreSQL. What many sessions read at once is one statement. */
export function createPostgresLog(pool: pg.Pool, time: HubTime, bus: WakeBus | null): EventLog {
  const listeners = new Set<(shopId: string) => void>();
  const wake = (shopId: string): void => {
    for (const listener of listeners) listener(shopId);
  };
  const tell = (shopIds: readonly string[]): void => {
    shopIds.forEach(wake);
    bus?.tell(shopIds);
  };
  const stopBus = bus?.onWake(wake);
  const commits = new PostgresCommit(pool, time, tell);
  const read = createGatherer<Reading, readonly StoredRow[]>((readings) => readAll(pool, readings));
  const isFirst = createFirstCheck(pool, time, commits);
  const countWaiting = createWaitingCount(pool, time);

  return {
    append: (hints) => (hints.length === 0 ? Promise.resolve() : commits.append(hints)),
    collapse: (shopId, side, reason, atMs) =>
      commits.addRare({ kind: 'collapse', shopId, side: codeSide(side), reason, atMs }),
    read: async (shopId, afterSeq, limit) => {
      const rows = await read({ shopId, afterSeq, limit });
      // Before anybody is sent a resync, it no longer stands for what is told from now on.
      const covering = rows.filter(({ covers }) => covers).at(-1);
      if (covering) await ask(pool, UNCOVER, [shopId, covering.seq]);
      return rows.map(decode);
    },
    acknowledge: (shopId, deviceId, seq) => commits.acknowledge({ shopId, deviceId, seq }),
    readCursor: (shopId, deviceId) =>
      readNumber(pool, 'SELECT seq AS n FROM log_cursors WHERE shop_id = $1 AND device_id = $2', [
        shopId,
        deviceId,
      ]),
    readLast: (shopId) =>
      readNumber(pool, 'SELECT last_seq AS n FROM log_shops WHERE shop_id = $1', [shopId]),
    openCursor: (shopId, deviceId) => openCursor(pool, commits, shopId, deviceId),
    dropCursor: (shopId, deviceId) => commits.addRare({ kind: 'drop', shopId, deviceId }),
    isFirst,
    probe: (nowMs) => commits.noteDigest(PROBE_DIGEST, nowMs),
    prune: (nowMs) => pruneLog(pool, nowMs, tell),
    erase: async (shopId) => void (await ask(pool, 'SELECT hub_log_erase($1)', [shopId])),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readFigures: async () => ({ ...(await countWaiting()), commits: commits.countCommits() }),
    close: async () => {
      stopBus?.();
      await commits.settle();
    },
  };
}

const UNCOVER = `UPDATE log_rows SET covers = false
  WHERE shop_id = $1 AND side IN (0, 1, 2) AND key = '' AND covers AND seq <= $2`;

async function readAll(
  pool: pg.Pool,
  readings: readonly Reading[],
): Promise<readonly (readonly StoredRow[])[]> {
  const values = [
    readings.map(({ shopId }) => shopId),
    readings.map(({ afterSeq }) => afterSeq),
    readings.map(({ limit }) => limit),
  ];
  const { rows } = await ask<StoredRow>(pool, READ, values, 'hub_log_read');
  const found = readings.map((): StoredRow[] => []);
  for (const row of rows) found[row.q - 1]?.push(row);
  return found;
}

/** Every device says hello with a cursor that is there already: that is no reason to write. */
async function openCursor(
  pool: pg.Pool,
  commits: PostgresCommit,
  shopId: string,
  deviceId: string,
): Promise<void> {
  const known = await ask(pool, 'SELECT 1 FROM log_cursors WHERE shop_id = $1 AND device_id = $2', [
    shopId,
    deviceId,
  ]);
  if (known.count === 0) await commits.addRare({ kind: 'open', shopId, deviceId });
}

/**
 * Two nodes that are given the same delivery within the same milliseconds may both call it the first: its hint is then
 * counted twice, and is one row all the same.
 */
function createFirstCheck(pool: pg.Pool, time: HubTime, commits: PostgresCommit): EventLog['isFirst'] {
  const pending = new Map<string, Promise<void>>();
  const find = createGatherer<string, number | null>(async (digests) => {
    const { rows } = await persist(time, time.monotonicMs() + PATIENCE_MS, (withinMs) =>
      ask<{ digest: string; at_ms: number }>(
        pool,
        'SELECT digest, at_ms FROM log_digests WHERE digest = ANY ($1)',
        [digests],
        'hub_log_digests',
        withinMs,
      ),
    );
    const known = new Map(rows.map((row) => [row.digest, row.at_ms]));
    return digests.map((digest) => known.get(digest) ?? null);
  });
  return async (digest, atMs) => {
    const knownMs = pending.has(digest) ? null : await find(digest);
    const written = pending.get(digest);
    if (written) {
      await written;
      return false;
    }
    if (knownMs !== null && atMs - knownMs < DAY_MS) return false;
    const forget = (): void => void pending.delete(digest);
    const noted = commits.noteDigest(digest, atMs);
    pending.set(digest, noted);
    noted.then(forget, forget);
    return true;
  };
}

/** In parts, each a transaction of its own. Every node does it; whoever comes later finds little left. */
async function pruneLog(
  pool: pg.Pool,
  nowMs: number,
  tell: (shopIds: readonly string[]) => void,
): Promise<void> {
  const oldMs = nowMs - ROWS_KEPT_MS;
  for (let after = '', isMore = true; isMore; ) {
    const { rows: shops } = await ask<{ shop_id: string }>(
      pool,
      'SELECT shop_id FROM log_shops WHERE shop_id > $1 ORDER BY shop_id LIMIT $2',
      [after, SHOPS_AT_ONCE],
    );
    const ids = shops.map(({ shop_id: id }) => id);
    const { rows } = await ask<{ shop: string }>(
      pool,
      'SELECT shop FROM hub_log_prune($1, $2, $3) AS t (shop)',
      [ids, oldMs, 'changes waited for a week'],
    );
    if (rows.length > 0) tell([...new Set(rows.map(({ shop }) => shop))]);
    after = ids.at(-1) ?? '';
    isMore = ids.length === SHOPS_AT_ONCE;
  }
  for (let isMore = true; isMore; ) {
    const { count } = await ask(
      pool,
      'DELETE FROM log_digests WHERE digest IN (SELECT digest FROM log_digests WHERE at_ms < $1 LIMIT $2)',
      [nowMs - DAY_MS, PRUNED_AT_ONCE],
    );
    isMore = count === PRUNED_AT_ONCE;
  }
}

async function readNumber(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await ask<{ n: number }>(pool, text, values);
  return rows[0]?.n ?? 0;
}

/** What waits in all, counted so seldom that even a table of many gigabytes is read a fiftieth of the time. */
function createWaitingCount(pool: pg.Pool, time: Pick<HubTime, 'monotonicMs'>) {
  let kept: Promise<{ waiting: number; oldestMs: number | null }> | null = null;
  let dueMs = 0;
  const count = async () => {
    const sinceMs = time.monotonicMs();
    dueMs = Number.POSITIVE_INFINITY; // whoever asks meanwhile waits for the same
    try {
      const { rows } = await ask<{ waiting: number; oldest: number | null }>(
        pool,
        'SELECT count(*) AS waiting, min(first_ms) AS oldest FROM log_rows',
      );
      return { waiting: rows[0]?.waiting ?? 0, oldestMs: rows[0]?.oldest ?? null };
    } finally {
      const endMs = time.monotonicMs();
      dueMs = endMs + Math.max(FIGURES_AGE_MS, (endMs - sinceMs) * FIGURES_REST);
    }
  };
  return () => {
    if (kept === null || time.monotonicMs() >= dueMs) kept = count();
    return kept;
  };
}

const SIDES = [null, 'till', 'store'] as const;
const codeSide = (side: Side | null): number => SIDES.indexOf(side);

function decode(row: StoredRow): LogRow {
  const side = SIDES[row.side] ?? null;
  if (row.key === '' || side === null)
    return { kind: 'resync', seq: row.seq, side, reason: row.reason ?? '' };
  const { seq, key, times, first_ms: firstMs, last_ms: lastMs } = row;
  return { kind: 'hint', seq, side, key, times, firstMs, lastMs };
}
