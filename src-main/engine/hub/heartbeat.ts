import type { ShopKey } from '../../domain/shop.ts';
import type { Heartbeat, HubPort, OrderReport } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';

/** The relay's word for "alive": features.md A19. */
export const HEARTBEAT_EVERY_MS = 15 * 60_000;
/** More orders than these in a quarter of an hour are reported with the next heartbeat. */
const MOST_ORDERS = 200;
const META = 'hub.reported';

/** Tells the relay that this PC is alive, and of the orders that came through since the last time. */
export async function sendHeartbeat(
  hub: Pick<HubPort, 'beat' | 'report'>,
  heartbeat: Heartbeat,
  {
    ledger,
    shop,
    hasReports,
  }: { readonly ledger: Ledger; readonly shop: ShopKey | null; readonly hasReports: boolean },
): Promise<void> {
  const sent = await hub.beat(heartbeat);
  if (sent.kind !== 'done' || shop === null || !hasReports) return;
  const orders = listUnreported(ledger, shop);
  const newestMs = Math.max(0, ...orders.map(({ atMs }) => atMs));
  if (orders.length === 0) return;
  const reported = await hub.report(orders);
  // A report that was not heard is sent again: the relay keeps one for each order.
  if (reported.kind === 'done') ledger.meta.put(META, String(newestMs));
}

function listUnreported(ledger: Ledger, shop: ShopKey): OrderReport[] {
  const sinceMs = Number(ledger.meta.get(META) ?? 0);
  const { flows } = ledger.ordersOf(shop).page({ step: 'reported', limit: MOST_ORDERS, offset: 0 });
  return flows.flatMap(({ wooId, tillOrderId, storeAmount, currency, reportedMs }) =>
    reportedMs === null || reportedMs <= sinceMs
      ? []
      : [{ wooId, cloverId: tillOrderId, totalCents: storeAmount, currency, atMs: reportedMs }],
  );
}
