import { isLoopback } from '../../outgoing.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { isTopic, WEBHOOK_STATUSES, type WebhookRecord, type WebhookStatus } from './webhook.ts';

/** Kept by one store; the real one knows no limit, a runaway test shall. */
const MAX_WEBHOOKS = 1000;
/** Of a secret nobody has given; it cannot be read back (woocommerce.md 5). */
const SECRET_LENGTH = 50;
const SECRET_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const PING_TIMEOUT_MS = 5000;
/** Where a delivery may go on a host that is not the site's own (woocommerce.md 5). */
const SAFE_PORTS = ['', '80', '443', '8080'];
const PRIVATE_HOST = /^(?:10\.|0\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * Makes a webhook with the fields of REST. Two of the same topic and address are two (woocommerce.md 5).
 * @throws RestFailure 400 for a topic or an address that is none
 */
export function createWebhook(shop: Shop, fields: Fields): WebhookRecord {
  const nowMs = readNow(shop);
  if (shop.state.webhooks.size >= MAX_WEBHOOKS) {
    throw new RestFailure(400, 'practice_too_many', `A practice store keeps ${MAX_WEBHOOKS} webhooks.`);
  }
  const record = applyFields(
    {
      id: 0,
      name: '',
      status: 'active',
      topic: '',
      deliveryUrl: '',
      secret: '',
      failureCount: 0,
      createdMs: nowMs,
      modifiedMs: null,
    },
    { ...fields, topic: toText(fields.topic), delivery_url: toText(fields.delivery_url) },
  );
  const id = shop.state.ids.webhook;
  shop.state.ids.webhook += 1;
  const name = record.name || `Webhook created on ${describeMoment(nowMs)}`;
  return saveWebhook(shop, { ...record, id, name, secret: record.secret || drawSecret(shop) });
}

/**
 * Changes a webhook. Set active again it keeps its failures: the next one disables it at once (woocommerce.md 5).
 * @throws RestFailure 400
 */
export function updateWebhook(shop: Shop, before: WebhookRecord, fields: Fields): WebhookRecord {
  return saveWebhook(shop, { ...applyFields(before, fields), modifiedMs: readNow(shop) });
}

/** Keeps a webhook as it is now. */
export function saveWebhook(shop: Shop, record: WebhookRecord): WebhookRecord {
  shop.state.webhooks.set(record.id, record);
  return record;
}

/** Tries an address out, without a signature; what it answers changes nothing (woocommerce.md 5). */
export async function ping(shop: Shop, { id, deliveryUrl }: WebhookRecord): Promise<void> {
  if (!isSafeAddress(deliveryUrl)) return;
  await shop.outgoing.post({
    url: deliveryUrl,
    headers: {
      'user-agent': readUserAgent(shop),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: `webhook_id=${id}`,
    timeoutMs: PING_TIMEOUT_MS,
  });
}

/** What the store calls itself where it sends (woocommerce.md 5). */
export function readUserAgent(shop: Shop): string {
  return `WooCommerce/${shop.settings.version} Hookshot (WordPress/6.9.1)`;
}

/**
 * Where WordPress sends anything at all: public addresses on web ports. The site's own host is exempt, and for a
 * practice store this machine is that host, on any port: all its receivers are here.
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (isLoopback(url)) return true;
  return SAFE_PORTS.includes(url.port) && !PRIVATE_HOST.test(url.hostname);
}

function applyFields(before: WebhookRecord, fields: Fields): WebhookRecord {
  const topic = fields.topic === undefined ? before.topic : toText(fields.topic);
  if (!isTopic(topic)) {
    const message =
      before.id === 0 ? 'Webhook topic is required and must be valid.' : 'Webhook topic must be valid.';
    throw new RestFailure(400, 'woocommerce_rest_shop_webhook_invalid_topic', message);
  }
  const deliveryUrl = fields.delivery_url === undefined ? before.deliveryUrl : toText(fields.delivery_url);
  if (!/^https?:\/\//i.test(deliveryUrl) || !URL.canParse(deliveryUrl)) {
    const message = 'Webhook delivery URL must be a valid URL starting with http:// or https://.';
    throw new RestFailure(400, 'woocommerce_rest_shop_webhook_invalid_delivery_url', message);
  }
  return {
    ...before,
    topic,
    deliveryUrl,
    name: toText(fields.name) || before.name,
    status: readStatus(fields.status) ?? before.status,
    secret: toText(fields.secret) || before.secret,
  };
}

const readStatus = (value: unknown): WebhookStatus | undefined =>
  WEBHOOK_STATUSES.find((status) => status === value);

function drawSecret({ random }: Shop): string {
  let secret = '';
  while (secret.length < SECRET_LENGTH) secret += SECRET_LETTERS[random.below(SECRET_LETTERS.length)];
  return secret;
}

/** `Nov 21, 2026 @ 03:04 AM`, in UTC whatever the site's time. */
function describeMoment(timeMs: number): string {
  const date = new Date(timeMs);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
  const day = part({ month: 'short', day: '2-digit', year: 'numeric' });
  return `${day} @ ${part({ hour: '2-digit', minute: '2-digit', hour12: true })}`;
}
