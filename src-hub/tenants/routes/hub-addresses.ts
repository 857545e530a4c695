import type { Pairing as PairingAnswer } from '../../protocol/http-shapes.ts';
import { PATHS } from '../../protocol/version.ts';
import type { TenantContext } from '../tenant-context.ts';

/** What a device needs to know of the hub and its shop, without the token. Null where the shop is gone. */
export function describePairing(
  { memory, operatorApp }: TenantContext,
  publicUrl: string,
  shopId: string,
  deviceId: string,
): Omit<PairingAnswer, 'token'> | null {
  const shop = memory.find(shopId)?.shop;
  if (!shop) return null;
  return {
    deviceId,
    shop: { id: shop.id, name: shop.name },
    wooHookUrl: `${publicUrl}${PATHS.wooHook}/${shop.id}`,
    wcAuthCallbackUrl: publicUrl + PATHS.wcAuthCallback,
    cloverHookUrl: publicUrl + PATHS.cloverHook,
    bounceUrl: publicUrl + PATHS.oauthBounce,
    cloverAppId: operatorApp?.appId ?? null,
  };
}
