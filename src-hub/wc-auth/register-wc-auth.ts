import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BOUNCE_HEADERS, BOUNCE_PAGE } from '../oauth-bounce/bounce-page.ts';
import { wcAuthRequest } from '../protocol/http-shapes.ts';
import { PATHS } from '../protocol/version.ts';
import { refuse } from '../refusal.ts';
import { forDevice } from '../tenants/bearer.ts';
import type { KeptShopBook } from '../tenants/kept-shop-book.ts';
import { type Approvals, isUsableKey } from './approvals.ts';

const LARGEST_BODY_BYTES = 4 * 1024;

/** As a real store posts it (woocommerce.md 6); `key_id` is a number there, a text in some versions. */
const delivery = z.object({
  key_id: z.union([z.number(), z.string().max(40)]).optional(),
  user_id: z.string().min(1).max(100),
  consumer_key: z.string().min(1).max(200),
  consumer_secret: z.string().min(1).max(200),
  key_permissions: z.string().max(40).optional(),
});

/** What "Deny" leads to. */
const goingBack = z.object({ success: z.literal('0'), user_id: z.string().min(1).max(100) });

/** Browsers fetch links that nobody has pressed yet, and say so. */
const isOpenedByPerson = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['sec-purpose'] === undefined &&
  headers.purpose === undefined &&
  (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate';

export interface WcAuthDeps {
  readonly approvals: Approvals;
  readonly book: KeptShopBook;
  readonly nowMs: () => number;
  /** Where the hub is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
}

/** WooCommerce's one-click approval: announce, the store's server delivers, the device collects. */
export function registerWcAuth(
  app: FastifyInstance,
  { approvals, book, nowMs, publicUrl }: WcAuthDeps,
): void {
  const limits = { bodyLimit: LARGEST_BODY_BYTES };
  const callbackUrl = publicUrl + PATHS.wcAuthCallback;
  const returnUrl = publicUrl + PATHS.wcAuthReturn;

  app.post(
    PATHS.wcAuth,
    limits,
    forDevice(book, nowMs, async ({ id, shopId }, request, reply) => {
      const body = wcAuthRequest.safeParse(request.body);
      if (!body.success || !(await isUsableKey(body.data.publicKey))) return refuse(reply, 'MALFORMED');
      const announced = await approvals.announce(shopId, id, body.data.publicKey);
      return announced ? { ...announced, callbackUrl, returnUrl } : refuse(reply, 'TOO_MANY_APPROVALS');
    }),
  );

  // Anything but exactly 200 makes WooCommerce delete the key again and tell the person (woocommerce.md 6).
  app.post(PATHS.wcAuthCallback, limits, async (request, reply) => {
    const keys = delivery.safeParse(request.body);
    if (!keys.success) return refuse(reply, 'MALFORMED');
    const isTaken = await approvals.deliver(keys.data.user_id, keys.data);
    return isTaken ? reply.code(200).send({ received: true }) : refuse(reply, 'NO_SUCH_APPROVAL');
  });

  // Where the store sends the owner's browser in the end; "Deny" is a link to here (woocommerce.md 6).
  app.get(PATHS.wcAuthReturn, { logLevel: 'silent' }, async (request, reply) => {
    const back = goingBack.safeParse(request.query);
    if (back.success && isOpenedByPerson(request.headers)) await approvals.refuse(back.data.user_id);
    return reply.headers(BOUNCE_HEADERS).send(BOUNCE_PAGE);
  });

  app.get<{ Params: { userId: string } }>(`${PATHS.wcAuth}/:userId`, (request, reply) =>
    forDevice(book, nowMs, async ({ id }) => {
      const collected = await approvals.collect(request.params.userId, id);
      return collected === 'unknown' ? refuse(reply, 'NO_SUCH_APPROVAL') : collected;
    })(request, reply),
  );
}
