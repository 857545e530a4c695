import { renderLocal } from '../orders/order-view.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import type { Shop } from '../shop.ts';
import { listTopicHooks, splitTopic, type WebhookRecord } from './webhook.ts';

const COLLECTION = '/wc/v3/webhooks';

/** A webhook as REST shows it: never its secret nor its failures (woocommerce.md 5). */
export function renderWebhook(shop: Shop, origin: string, webhook: WebhookRecord): Record<string, unknown> {
  return {
    id: webhook.id,
    name: webhook.name,
    status: webhook.status,
    topic: webhook.topic,
    ...splitTopic(webhook.topic),
    hooks: listTopicHooks(webhook.topic),
    delivery_url: webhook.deliveryUrl,
    date_created: renderLocal(shop, webhook.createdMs),
    date_created_gmt: renderGmt(webhook.createdMs),
    date_modified: renderLocal(shop, webhook.modifiedMs),
    date_modified_gmt: renderGmt(webhook.modifiedMs),
    _links: {
      self: renderLink(origin, `${COLLECTION}/${webhook.id}`, true),
      collection: renderLink(origin, COLLECTION, false),
    },
  };
}
