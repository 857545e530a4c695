import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import type { heartbeatRequest } from '../protocol/http-shapes.ts';
import type { Device } from '../tenants/shop-book.ts';

export const HEARTBEAT_DAYS = 30;
/** Heartbeats of one device within this are one row, the newest: they come every quarter of an hour (A19). */
export const HEARTBEAT_SLOT_MS = 5 * 60_000;

export type HeartbeatBody = z.infer<typeof heartbeatRequest>;
export interface Heartbeat extends Omit<HeartbeatBody, 'isLast'> {
  readonly deviceId: string;
  readonly atMs: number;
  readonly isLast: boolean;
}

interface HeartbeatRow {
  readonly device_id: string;
  readonly at_ms: number;
  readonly app_version: string;
  readonly till: Heartbeat['till'];
  readonly store: Heartbeat['store'];
  readonly waiting: number;
  readonly needs_you: number;
  readonly is_last: number;
}

/** How the shops' apps do, for thirty days. */
export interface HeartbeatBook {
  note(device: Device, body: HeartbeatBody, atMs: number): void;
  /** The newest first. */
  list(shopId: string, limit: number): readonly Heartbeat[];
}

export function createHeartbeatBook(db: Database): HeartbeatBook {
  const write = db.prepare(`
    INSERT INTO heartbeat (shop_id, device_id, slot, at_ms, app_version, till, store, waiting, needs_you, is_last)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (device_id, slot) DO UPDATE SET at_ms = excluded.at_ms, app_version = excluded.app_version,
      till = excluded.till, store = excluded.store, waiting = excluded.waiting, needs_you = excluded.needs_you,
      is_last = excluded.is_last`);
  const list = db.prepare<[string, number], HeartbeatRow>(
    'SELECT * FROM heartbeat WHERE shop_id = ? ORDER BY at_ms DESC LIMIT ?',
  );
  return {
    note: ({ id, shopId }, body, atMs) => {
      const { appVersion, till, store, waiting, needsYou, isLast = false } = body;
      const slot = Math.floor(atMs / HEARTBEAT_SLOT_MS);
      write.run(shopId, id, slot, atMs, appVersion, till, store, waiting, needsYou, Number(isLast));
    },
    list: (shopId, limit) => list.all(shopId, limit).map(describeHeartbeat),
  };
}

const describeHeartbeat = (row: HeartbeatRow): Heartbeat => ({
  deviceId: row.device_id,
  atMs: row.at_ms,
  appVersion: row.app_version,
  till: row.till,
  store: row.store,
  waiting: row.waiting,
  needsYou: row.needs_you,
  isLast: row.is_last === 1,
});
