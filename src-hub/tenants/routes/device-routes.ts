import type { FastifyInstance } from 'fastify';
import type { HubDevice } from '../../protocol/http-shapes.ts';
import { PATHS } from '../../protocol/version.ts';
import { refuse } from '../../refusal.ts';
import { forDevice } from '../bearer.ts';
import type { Device } from '../shop-book.ts';
import { describePairing } from './hub-addresses.ts';
import type { TenantRouteDeps } from './tenant-route-deps.ts';

/** GET /v1/device: how the hub knows it. DELETE /v1/device revokes it, DELETE /v1/device/:id another one of its shop. */
export function registerDeviceRoutes(app: FastifyInstance, deps: TenantRouteDeps): void {
  const { context, book, pairing, log } = deps;
  const { nowMs } = context;
  const revoke = async (shopId: string, deviceId: string): Promise<boolean> => {
    const isGone = await pairing.revoke(shopId, deviceId);
    if (isGone) await log.dropCursor(shopId, deviceId);
    return isGone;
  };

  app.get(
    PATHS.device,
    forDevice(
      book,
      nowMs,
      (device, _request, reply) => describeDevice(deps, device) ?? refuse(reply, 'UNPAIRED'),
    ),
  );
  app.delete(
    PATHS.device,
    forDevice(book, nowMs, async (device) => ({ revoked: await revoke(device.shopId, device.id) })),
  );
  app.delete<{ Params: { id: string } }>(`${PATHS.device}/:id`, (request, reply) =>
    forDevice(book, nowMs, async (device) => {
      const isGone = await revoke(device.shopId, request.params.id);
      return isGone ? { revoked: true } : refuse(reply, 'NO_SUCH_DEVICE');
    })(request, reply),
  );
}

function describeDevice(deps: TenantRouteDeps, device: Device): HubDevice | null {
  const { context, book, publicUrl } = deps;
  const shop = book.findShop(device.shopId);
  const pairing = describePairing(context, publicUrl, device.shopId, device.id);
  if (!shop || !pairing) return null;
  return {
    ...pairing,
    deviceName: device.name,
    devices: book.listDevices(shop.id).map(({ id, name }) => ({
      id,
      name,
      lastSeenMs: book.readSeenMs(id),
      isThis: id === device.id,
    })),
    merchantId: shop.merchantId,
    hasWooSecret: book.readWooSecrets(shop.id).length > 0,
    hasCloverCode: hasCloverCode(context, shop.id),
    lastHookMs: book.readHookMs(shop.id),
  };
}

/** Its own app's auth code, or the operator's where it has no app of its own. */
export function hasCloverCode({ memory, operatorApp }: TenantRouteDeps['context'], shopId: string): boolean {
  const entry = memory.find(shopId);
  return entry?.shop.cloverAppId ? entry.cloverCode !== null : (operatorApp?.authCode ?? null) !== null;
}
