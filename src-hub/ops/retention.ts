import type { Database } from 'better-sqlite3';
import { HEARTBEAT_DAYS } from './heartbeat-book.ts';

const DAY_MS = 24 * 3600_000;
/** Clover's verification code is pasted within minutes. */
const VERIFICATION_MS = DAY_MS;

/** Deletes what has been kept for its time (features.md H7, H8); called every hour. */
export function pruneOps(db: Database, nowMs: number): void {
  const monthAgoMs = nowMs - HEARTBEAT_DAYS * DAY_MS;
  db.transaction(() => {
    db.prepare('DELETE FROM heartbeat WHERE at_ms < ?').run(monthAgoMs);
    db.prepare('DELETE FROM report WHERE keep_until_ms <= ?').run(nowMs);
    db.prepare('DELETE FROM outage WHERE ended_ms < ?').run(monthAgoMs);
    db.prepare('DELETE FROM woo_secret WHERE until_ms <= ?').run(nowMs);
    db.prepare(`DELETE FROM hub_fact WHERE name = 'verification code' AND at_ms < ?`).run(
      nowMs - VERIFICATION_MS,
    );
  }).immediate();
}
