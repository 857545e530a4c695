import type { z } from 'zod';
import type { HubSql } from '../database/sql.ts';
import type { reportsRequest } from '../protocol/http-shapes.ts';
import { findReportEndMs } from './billing-period.ts';

/** Of one shop; four months of 800 orders a day. The oldest give way. */
export const MOST_REPORTS = 100_000;

export type OrderReport = z.infer<typeof reportsRequest>['orders'][number];

interface ReportRow {
  readonly woo_id: number;
  readonly clover_id: string | null;
  readonly total_cents: number;
  readonly currency: string;
  readonly at_ms: number;
}

/** Orders that were synced: ids and totals, nothing of the customer (features.md H22). */
export interface ReportBook {
  /** An order that is told of again is the same row. */
  add(shopId: string, orders: readonly OrderReport[], nowMs: number): Promise<void>;
  list(shopId: string): Promise<readonly OrderReport[]>;
}

const WRITE = `
  INSERT INTO report (shop_id, woo_id, clover_id, total_cents, currency, at_ms, keep_until_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (shop_id, woo_id) DO UPDATE SET clover_id = excluded.clover_id,
    total_cents = excluded.total_cents, currency = excluded.currency`;

const TRIM = `
  DELETE FROM report WHERE shop_id = ? AND woo_id IN
    (SELECT woo_id FROM report WHERE shop_id = ? ORDER BY at_ms DESC LIMIT ${MOST_REPORTS} OFFSET ${MOST_REPORTS})`;

export function createReportBook(sql: HubSql): ReportBook {
  return {
    add: (shopId, orders, nowMs) =>
      sql.transaction(`reports ${shopId}`, async (inside) => {
        for (const { wooId, cloverId, totalCents, currency, atMs } of orders) {
          // A PC whose clock is ahead must not make the hub keep a report for longer.
          const keepUntilMs = findReportEndMs(Math.min(atMs, nowMs));
          await inside.run(WRITE, shopId, wooId, cloverId, totalCents, currency, atMs, keepUntilMs);
        }
        await inside.run(TRIM, shopId, shopId);
      }),
    list: async (shopId) => {
      const rows = await sql.all<ReportRow>(
        'SELECT * FROM report WHERE shop_id = ? ORDER BY at_ms, woo_id',
        shopId,
      );
      return rows.map((row) => ({
        wooId: row.woo_id,
        cloverId: row.clover_id,
        totalCents: row.total_cents,
        currency: row.currency,
        atMs: row.at_ms,
      }));
    },
  };
}
