import type { HubSql } from '../database/sql.ts';
import { HEARTBEAT_DAYS } from './heartbeat-book.ts';

const DAY_MS = 24 * 3600_000;
/** Clover's verification code is pasted within minutes. */
const VERIFICATION_MS = DAY_MS;

/** Deletes what has been kept for its time (features.md H7, H8); called every hour. */
export function pruneOps(sql: HubSql, nowMs: number): Promise<void> {
  const monthAgoMs = nowMs - HEARTBEAT_DAYS * DAY_MS;
  return sql.transaction('retention', async (inside) => {
    await inside.run('DELETE FROM heartbeat WHERE at_ms < ?', monthAgoMs);
    await inside.run('DELETE FROM report WHERE keep_until_ms <= ?', nowMs);
    await inside.run('DELETE FROM outage WHERE ended_ms < ?', monthAgoMs);
    await inside.run('DELETE FROM woo_secret WHERE until_ms <= ?', nowMs);
    await inside.run(
      `DELETE FROM hub_fact WHERE name = 'verification code' AND at_ms < ?`,
      nowMs - VERIFICATION_MS,
    );
  });
}
