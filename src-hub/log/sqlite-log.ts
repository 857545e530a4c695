import type Database from 'better-sqlite3';
import type { HubTime } from '../runtime/time.ts';
import { type EventLog, type NewHint, PROBE_DIGEST } from './event-log.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { LogTables } from './log-tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ROWS_KEPT_MS = 7 * DAY_MS;
/** Deleted in one transaction, so that no answer waits long for it. */
const PRUNED_AT_ONCE = 2000;
const SHOPS_AT_ONCE = 100;
/** Counting reads the whole table, so one count serves for a while. */
const FIGURES_AGE_MS = 15_000;

/** The log in the relay's own data file; for one machine. */
export function createSqliteLog(db: Database.Database, time: HubTime): EventLog {
  const tables = new LogTables(db);
  const commits = createGroupCommit(db, time);
  const listeners = new Set<(shopId: string) => void>();
  const pendingDigests = new Set<string>();
  let news = new Set<string>();
  let figures: { atMs: number; waiting: number; oldestMs: number | null } | null = null;

  commits.onSettled((isCommitted) => {
    const told = news;
    news = new Set();
    pendingDigests.clear();
    if (!isCommitted) return tables.forgetAll();
    for (const shopId of told) for (const listener of listeners) listener(shopId);
  });

  const isFirst = async (digest: string, atMs: number): Promise<boolean> => {
    if (pendingDigests.has(digest)) {
      await commits.add(() => undefined);
      return false;
    }
    const knownMs = tables.readDigest(digest);
    if (knownMs !== null && atMs - knownMs < DAY_MS) return false;
    pendingDigests.add(digest);
    commits.join(() => tables.writeDigest(digest, atMs));
    return true;
  };

  const prune = (nowMs: number): Promise<void> =>
    pruneLog(tables, commits, nowMs, (shopId) => news.add(shopId));

  return {
    append: (hints) =>
      commits.add(() => {
        for (const [shopId, own] of groupByShop(hints)) if (tables.writeHints(shopId, own)) news.add(shopId);
      }),
    collapse: (shopId, side, reason, atMs) =>
      commits.add(() => {
        if (tables.collapse(shopId, side, reason, atMs)) news.add(shopId);
      }),
    read: async (shopId, afterSeq, limit) => tables.read(shopId, afterSeq, limit),
    acknowledge: (shopId, deviceId, seq) =>
      commits.addLazily(() => tables.acknowledge(shopId, deviceId, seq)),
    readCursor: async (shopId, deviceId) => tables.readCursor(shopId, deviceId),
    readLast: async (shopId) => tables.readLast(shopId),
    openCursor: (shopId, deviceId) => commits.add(() => tables.openCursor(shopId, deviceId)),
    dropCursor: (shopId, deviceId) => commits.add(() => tables.dropCursor(shopId, deviceId)),
    isFirst,
    probe: (nowMs) => commits.add(() => tables.writeDigest(PROBE_DIGEST, nowMs)),
    prune,
    erase: (shopId) => commits.add(() => tables.erase(shopId)),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readFigures: async () => {
      const nowMs = time.nowMs();
      if (figures === null || nowMs - figures.atMs >= FIGURES_AGE_MS)
        figures = { atMs: nowMs, ...tables.readFigures() };
      return { waiting: figures.waiting, oldestMs: figures.oldestMs, commits: commits.countCommits() };
    },
    close: async () => commits.flush(),
  };
}

/** In parts, each a transaction of its own. */
async function pruneLog(
  tables: LogTables,
  commits: GroupCommit,
  nowMs: number,
  tell: (shopId: string) => void,
): Promise<void> {
  const pruneShop = (shopId: string): void => {
    if (tables.pruneRows(shopId, nowMs - ROWS_KEPT_MS, 'changes waited for a week')) tell(shopId);
  };
  let shops = tables.listShops('', SHOPS_AT_ONCE);
  while (shops.length > 0) {
    const some = shops;
    await commits.add(() => some.forEach(pruneShop));
    shops = tables.listShops(some.at(-1) ?? '', SHOPS_AT_ONCE);
  }
  let isMore = true;
  while (isMore) {
    await commits.add(() => {
      isMore = tables.pruneDigests(nowMs - DAY_MS, PRUNED_AT_ONCE);
    });
  }
}

function groupByShop(hints: readonly NewHint[]): Map<string, NewHint[]> {
  const byShop = new Map<string, NewHint[]>();
  for (const hint of hints) {
    const own = byShop.get(hint.shopId);
    if (own) own.push(hint);
    else byShop.set(hint.shopId, [hint]);
  }
  return byShop;
}
