import { createHash, createHmac } from 'node:crypto';
import type { RouteTable } from '../rest/route-table.ts';
import type { Shop } from '../shop.ts';
import { buildPayload } from './payload.ts';
import { splitTopic, type WebhookRecord } from './webhook.ts';
import { isSafeAddress, readUserAgent, saveWebhook } from './webhook-desk.ts';

/** The writer of a store in sync mode waits as long (woocommerce.md 1). */
const DELIVERY_TIMEOUT_MS = 60_000;
/** One more in a row disables the webhook: the seventh (woocommerce.md 5). */
const MAX_FAILURES = 6;

/** Sends one delivery, once, and counts what became of it. */
export async function deliver(
  shop: Shop,
  table: RouteTable,
  webhook: WebhookRecord,
  resourceId: number,
): Promise<void> {
  const body = await buildPayload(shop, table, webhook.topic, resourceId);
  const url = webhook.deliveryUrl;
  const headers = writeHeaders(shop, webhook, body);
  const answer = isSafeAddress(url)
    ? await shop.outgoing.post({ url, headers, body, timeoutMs: DELIVERY_TIMEOUT_MS })
    : undefined;
  // A redirect is not followed; 301 and 302 count as taken.
  const isTaken = answer !== undefined && answer.status >= 200 && answer.status < 303;
  countOutcome(shop, webhook.id, isTaken);
}

function writeHeaders(shop: Shop, webhook: WebhookRecord, body: string): Record<string, string> {
  const { resource, event } = splitTopic(webhook.topic);
  return {
    'user-agent': readUserAgent(shop),
    'content-type': 'application/json',
    'x-wc-webhook-source': `${shop.site.origin}/`,
    'x-wc-webhook-topic': webhook.topic,
    'x-wc-webhook-resource': resource,
    'x-wc-webhook-event': event,
    'x-wc-webhook-signature': createHmac('sha256', webhook.secret).update(body).digest('base64'),
    'x-wc-webhook-id': String(webhook.id),
    'x-wc-webhook-delivery-id': drawDeliveryId(shop, webhook),
  };
}

/** The same for every delivery of a webhook within a second (woocommerce.md 5). */
function drawDeliveryId({ clock }: Shop, { id }: WebhookRecord): string {
  return createHash('md5')
    .update(`${id} ${Math.floor(clock.nowMs() / 1000)}`)
    .digest('hex');
}

function countOutcome(shop: Shop, id: number, isTaken: boolean): void {
  const webhook = shop.state.webhooks.get(id);
  if (!webhook) return;
  if (isTaken) saveWebhook(shop, { ...webhook, failureCount: 0 });
  else if (webhook.failureCount >= MAX_FAILURES) saveWebhook(shop, { ...webhook, status: 'disabled' });
  else saveWebhook(shop, { ...webhook, failureCount: webhook.failureCount + 1 });
}
