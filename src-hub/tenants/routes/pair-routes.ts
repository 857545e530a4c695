import type { FastifyInstance } from 'fastify';
import { pairRequest } from '../../protocol/http-shapes.ts';
import { PATHS } from '../../protocol/version.ts';
import { refuse } from '../../refusal.ts';
import { forDevice } from '../bearer.ts';
import { describePairing } from './hub-addresses.ts';
import { LARGEST_BODY_BYTES, type TenantRouteDeps } from './tenant-route-deps.ts';

/** POST /v1/pair makes a device of a one-time code; POST /v1/invitations lets a device invite another one. */
export function registerPairRoutes(app: FastifyInstance, deps: TenantRouteDeps): void {
  const { context, book, pairing, log, publicUrl } = deps;
  const limits = { bodyLimit: LARGEST_BODY_BYTES };

  app.post(PATHS.pair, limits, async (request, reply) => {
    const body = pairRequest.safeParse(request.body);
    if (!body.success) return refuse(reply, 'MALFORMED');
    const outcome = await pairing.redeem(body.data.code, body.data.deviceName, request.ip);
    if (outcome.kind !== 'paired') return refuse(reply, outcome.kind);
    const { token, deviceId, shopId } = outcome;
    // Before the device is told: it reads everything by itself, and hints from here on are its own.
    await log.openCursor(shopId, deviceId);
    return { token, ...describePairing(context, publicUrl, shopId, deviceId) };
  });

  app.post(
    PATHS.invitations,
    limits,
    forDevice(book, context.nowMs, async ({ shopId }, _request, reply) => {
      const invitation = await pairing.invite(shopId);
      return invitation ?? refuse(reply, 'TOO_MANY_INVITATIONS');
    }),
  );
}
