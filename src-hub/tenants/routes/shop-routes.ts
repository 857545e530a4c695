import type { FastifyInstance } from 'fastify';
import { cloverCodeRequest, shopRequest } from '../../protocol/http-shapes.ts';
import { PATHS } from '../../protocol/version.ts';
import { refuse } from '../../refusal.ts';
import { forDevice } from '../bearer.ts';
import { hasCloverCode } from './device-routes.ts';
import { LARGEST_BODY_BYTES, type TenantRouteDeps } from './tenant-route-deps.ts';

/** PUT /v1/shop: whose hints are whose, and what verifies them. PUT and GET /v1/clover/code: the till's webhook codes. */
export function registerShopRoutes(app: FastifyInstance, deps: TenantRouteDeps): void {
  const { context, book, settings } = deps;
  const { nowMs } = context;
  const limits = { bodyLimit: LARGEST_BODY_BYTES };

  app.put(
    PATHS.shop,
    limits,
    forDevice(book, nowMs, async ({ shopId }, request, reply) => {
      const body = shopRequest.safeParse(request.body);
      if (!body.success) return refuse(reply, 'MALFORMED');
      const refusal = await settings.change(shopId, body.data);
      return refusal ? refuse(reply, refusal) : { saved: true };
    }),
  );
  app.put(
    PATHS.cloverCode,
    limits,
    forDevice(book, nowMs, async ({ shopId }, request, reply) => {
      const body = cloverCodeRequest.safeParse(request.body);
      if (!body.success) return refuse(reply, 'MALFORMED');
      const refusal = await settings.setCloverCode(shopId, body.data.appId, body.data.authCode);
      return refusal ? refuse(reply, refusal) : { saved: true };
    }),
  );
  app.get(
    PATHS.cloverCode,
    forDevice(book, nowMs, async ({ shopId }) => {
      const newest = await book.readVerificationCode();
      return {
        verificationCode: newest?.code ?? null,
        receivedMs: newest?.atMs ?? null,
        hasAuthCode: hasCloverCode(context, shopId),
        lastHookMs: book.readHookMs(shopId).till,
      };
    }),
  );
}
