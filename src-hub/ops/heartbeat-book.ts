import type { z } from 'zod';
import type { HubSql } from '../database/sql.ts';
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
  readonly shop_id: string;
  readonly device_id: string;
  readonly at_ms: number;
  readonly app_version: string;
  readonly till: Heartbeat['till'];
  readonly store: Heartbeat['store'];
  readonly waiting: number;
  readonly needs_you: number;
  readonly is_last: number;
}

/** One with whose it is. */
export interface ShopHeartbeat extends Heartbeat {
  readonly shopId: string;
}

/** How the shops' apps do, for thirty days. */
export interface HeartbeatBook {
  note(device: Device, body: HeartbeatBody, atMs: number): Promise<void>;
  /** The newest first. */
  list(shopId: string, limit: number): Promise<readonly Heartbeat[]>;
  /** The last of every shop, so many of each; the oldest first. */
  listLast(count: number): Promise<readonly ShopHeartbeat[]>;
  /** Of all shops, the oldest first. */
  listSince(sinceMs: number): Promise<readonly ShopHeartbeat[]>;
}

const WRITE = `
  INSERT INTO heartbeat (shop_id, device_id, slot, at_ms, app_version, till, store, waiting, needs_you, is_last)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (device_id, slot) DO UPDATE SET at_ms = excluded.at_ms, app_version = excluded.app_version,
    till = excluded.till, store = excluded.store, waiting = excluded.waiting, needs_you = excluded.needs_you,
    is_last = excluded.is_last`;

const LAST = `
  SELECT heartbeat.* FROM shop JOIN heartbeat ON heartbeat.shop_id = shop.id
  WHERE heartbeat.at_ms >= coalesce(
    (SELECT older.at_ms FROM heartbeat AS older WHERE older.shop_id = shop.id ORDER BY older.at_ms DESC LIMIT 1 OFFSET ?),
    0)
  ORDER BY heartbeat.at_ms`;

export function createHeartbeatBook(sql: HubSql): HeartbeatBook {
  return {
    note: async ({ id, shopId }, body, atMs) => {
      const { appVersion, till, store, waiting, needsYou, isLast = false } = body;
      const slot = Math.floor(atMs / HEARTBEAT_SLOT_MS);
      const values = [shopId, id, slot, atMs, appVersion, till, store, waiting, needsYou, Number(isLast)];
      await sql.run(WRITE, ...values);
    },
    list: async (shopId, limit) => {
      const rows = await sql.all<HeartbeatRow>(
        'SELECT * FROM heartbeat WHERE shop_id = ? ORDER BY at_ms DESC LIMIT ?',
        ...[shopId, limit],
      );
      return rows.map(describeHeartbeat);
    },
    listLast: async (count) => (await sql.all<HeartbeatRow>(LAST, count - 1)).map(describeWithShop),
    listSince: async (sinceMs) => {
      const rows = await sql.all<HeartbeatRow>(
        'SELECT * FROM heartbeat WHERE at_ms >= ? ORDER BY at_ms',
        sinceMs,
      );
      return rows.map(describeWithShop);
    },
  };
}

const describeWithShop = (row: HeartbeatRow): ShopHeartbeat => ({
  shopId: row.shop_id,
  ...describeHeartbeat(row),
});

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
