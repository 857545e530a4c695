import type { TenantContext } from './tenant-context.ts';
import { sealPurpose } from './tenant-rows.ts';

/** The store may still sign with the old secret while the app writes the new one to its webhooks. */
export const ROTATION_MS = 24 * 3600_000;
/** An app that fails half-way rotates again, and the store still signs with the one before; each ends after a day. */
const MOST_WOO_SECRETS = 4;

export interface ShopChange {
  readonly merchantId?: string | undefined;
  readonly wooSecret?: string | undefined;
  readonly email?: string | undefined;
  readonly keepsReports?: boolean | undefined;
}

/** What a paired device says about its shop. */
export interface ShopSettings {
  /** Null where it is done; a merchant stays with the shop that named it first. */
  change(shopId: string, change: ShopChange): 'MERCHANT_TAKEN' | null;
  /** The auth code of the merchant's own developer app. */
  setCloverCode(shopId: string, appId: string, authCode: string): 'APP_OF_OPERATOR' | 'APP_TAKEN' | null;
}

export function createShopSettings(context: TenantContext): ShopSettings {
  const { db, seal, memory, operatorApp } = context;
  const owner = db.prepare<[string], { id: string }>('SELECT id FROM shop WHERE merchant_id = ?');
  const write = db.prepare(
    'UPDATE shop SET merchant_id = coalesce(?, merchant_id), email = coalesce(?, email), keeps_reports = coalesce(?, keeps_reports) WHERE id = ?',
  );
  const writeCode = db.prepare('UPDATE shop SET clover_app_id = ?, clover_code = ? WHERE id = ?');
  const dropReports = db.prepare('DELETE FROM report WHERE shop_id = ?');
  const rotate = prepareRotation(context);

  const change = db.transaction((shopId: string, wish: ShopChange): 'MERCHANT_TAKEN' | null => {
    const holder = wish.merchantId === undefined ? undefined : owner.get(wish.merchantId)?.id;
    if (holder !== undefined && holder !== shopId) return 'MERCHANT_TAKEN';
    const keeps = wish.keepsReports === undefined ? null : Number(wish.keepsReports);
    write.run(wish.merchantId ?? null, wish.email ?? null, keeps, shopId);
    if (wish.keepsReports === false) dropReports.run(shopId);
    if (wish.wooSecret !== undefined) rotate(shopId, wish.wooSecret);
    return null;
  }).immediate;

  return {
    change: (shopId, wish) => {
      const refusal = change(shopId, wish);
      memory.refresh(shopId);
      return refusal;
    },
    setCloverCode: (shopId, appId, authCode) => {
      if (operatorApp?.appId === appId) return 'APP_OF_OPERATOR';
      // Else a shop could sign deliveries for the merchants of another one that has the same app.
      const isTaken = memory
        .findByApp(appId)
        .some(({ shop, cloverCode }) => shop.id !== shopId && cloverCode?.code !== authCode);
      if (isTaken) return 'APP_TAKEN';
      writeCode.run(appId, seal.close(sealPurpose('clover_code', shopId), authCode), shopId);
      memory.refresh(shopId);
      return null;
    },
  };
}

/** A new secret beside the old one, which ends after a day; the same secret again changes nothing. */
function prepareRotation({ db, seal, memory, nowMs }: TenantContext) {
  const insert = db.prepare('INSERT INTO woo_secret (shop_id, sealed) VALUES (?, ?)');
  const end = db.prepare('UPDATE woo_secret SET until_ms = ? WHERE shop_id = ? AND until_ms IS NULL');
  const drop = db.prepare(
    'DELETE FROM woo_secret WHERE shop_id = ? AND (until_ms <= ? OR id NOT IN (SELECT id FROM woo_secret WHERE shop_id = ? ORDER BY id DESC LIMIT ?))',
  );
  return (shopId: string, secret: string): void => {
    if (memory.find(shopId)?.wooSecrets[0]?.secret === secret) return;
    end.run(nowMs() + ROTATION_MS, shopId);
    insert.run(shopId, seal.close(sealPurpose('woo_secret', shopId), secret));
    drop.run(shopId, nowMs(), shopId, MOST_WOO_SECRETS);
  };
}
