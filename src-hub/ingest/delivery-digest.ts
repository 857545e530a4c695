import { createHash } from 'node:crypto';

/**
 * Names an identical delivery (V3). The delivery id alone does not: two orders within one second have the same
 * (woocommerce.md 5). Begins with the shop, so that what is kept of it can be erased.
 */
export const digestDelivery = (shopId: string, deliveryId: string, resource: string, body: Buffer): string =>
  `${shopId}:${createHash('sha256').update(`${deliveryId}\n${resource}\n`).update(body).digest('base64url')}`;
