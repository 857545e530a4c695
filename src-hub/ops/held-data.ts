import type { HubSql } from '../database/sql.ts';
import type { EventLog, LogRow } from '../log/event-log.ts';
import { LONGEST_PENDING } from '../log/event-log.ts';
import type { KeptShopBook } from '../tenants/kept-shop-book.ts';
import { HEARTBEAT_DAYS, type HeartbeatBook } from './heartbeat-book.ts';
import type { OutageBook } from './outage-book.ts';
import type { ReportBook } from './report-book.ts';

/** More than thirty days of ten devices. */
const MOST_HEARTBEATS = 100_000;

export interface HeldDeps {
  readonly sql: HubSql;
  readonly log: Pick<EventLog, 'read'>;
  readonly book: KeptShopBook;
  readonly heartbeats: HeartbeatBook;
  readonly reports: ReportBook;
  readonly outages: OutageBook;
}

/**
 * All that the hub holds on a shop, machine readable (features.md H20). Secrets are only named: the shop has them, and
 * an export must not carry them about.
 */
export async function exportHeld(
  deps: HeldDeps,
  shopId: string,
  nowMs: number,
): Promise<Record<string, unknown> | null> {
  const { sql, log, book, heartbeats, reports, outages } = deps;
  const shop = book.findShop(shopId);
  if (!shop) return null;
  const hints: readonly LogRow[] = await log.read(shopId, 0, LONGEST_PENDING + 1);
  const [lease] = await sql.all('SELECT epoch, device_id AS "deviceId" FROM lease WHERE shop_id = ?', shopId);
  return {
    format: 1,
    exportedMs: nowMs,
    shop,
    secrets: {
      wooWebhookSecrets: book.readWooSecrets(shopId).length,
      cloverAuthCode: shop.cloverAppId !== null,
    },
    lastHookMs: book.readHookMs(shopId),
    devices: await sql.all(
      'SELECT id, name, paired_ms AS "pairedMs", seen_ms AS "seenMs" FROM device WHERE shop_id = ?',
      shopId,
    ),
    invitations: await sql.all(
      'SELECT until_ms AS "untilMs", tries_left AS "triesLeft" FROM invitation WHERE shop_id = ?',
      shopId,
    ),
    lease: lease ?? null,
    hints,
    heartbeats: await heartbeats.list(shopId, MOST_HEARTBEATS),
    reports: await reports.list(shopId),
    outages: (await outages.list(shopId)).map(({ shopId: _shop, tries: _tries, ...outage }) => outage),
    keptFor: {
      hints: 'until every PC has them, at most 7 days',
      heartbeats: `${HEARTBEAT_DAYS} days`,
      reports: 'to the end of the calendar month of the order, and 90 days',
      outages: `${HEARTBEAT_DAYS} days after their end`,
      everythingElse: 'until the shop is erased',
    },
  };
}
