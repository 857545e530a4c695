import type { FastifyInstance } from 'fastify';
import { PATHS } from '../protocol/version.ts';
import { digestDelivery } from './delivery-digest.ts';
import { type HookDesk, readBody } from './hook-desk.ts';
import { readWooKey } from './woo-hint.ts';
import { isSignedBy } from './woo-signature.ts';

/** All that WooCommerce sends when a webhook is made: a form, unsigned, without headers of its own (woocommerce.md 5). */
const PING = /^webhook_id=\d{1,20}$/;
const LONGEST_PING_BYTES = 40;

/** One address a shop, with the shop's own secret. */
export function registerWooHook(app: FastifyInstance, desk: HookDesk): void {
  const { book, count } = desk;
  app.post<{ Params: { shopId: string } }>(`${PATHS.wooHook}/:shopId`, async (request, reply) => {
    const body = readBody(request);
    const { shopId } = request.params;
    const read = (name: string): string => {
      const value = request.headers[`x-wc-webhook-${name}`];
      return typeof value === 'string' ? value : '';
    };
    const signature = read('signature');
    if (signature === '' && body.length <= LONGEST_PING_BYTES && PING.test(body.toString('latin1'))) {
      count('ping');
      return reply.code(200).send('ok');
    }
    if (!isSignedBy(book.readWooSecrets(shopId), body, signature)) {
      count('refused');
      return reply.code(401).send('The signature is missing or wrong.');
    }
    const resource = read('resource');
    const key = readWooKey(resource, body);
    const deliveryId = read('delivery-id');
    const digest = deliveryId === '' ? null : digestDelivery(shopId, deliveryId, resource, body);
    return desk.answer(reply, async (intake) => [
      await intake.take({
        shopId,
        side: 'store',
        keys: key === null ? [] : [key],
        source: request.ip,
        digest,
      }),
    ]);
  });
}
