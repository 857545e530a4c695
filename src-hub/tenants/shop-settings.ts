import type { Statements } from '../database/sql.ts';
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
  change(shopId: string, change: ShopChange): Promise<'MERCHANT_TAKEN' | null>;
  /** The auth code of the merchant's own developer app. */
  setCloverCode(
    shopId: string,
    appId: string,
    authCode: string,
  ): Promise<'APP_OF_OPERATOR' | 'APP_TAKEN' | null>;
}

export function createShopSettings(context: TenantContext): ShopSettings {
  const { sql, seal, memory, operatorApp } = context;
  const rotate = createRotation(context);

  const write = async (
    inside: Statements,
    shopId: string,
    wish: ShopChange,
  ): Promise<'MERCHANT_TAKEN' | null> => {
    const { merchantId = null, email = null, keepsReports, wooSecret } = wish;
    const [holder] = await inside.all<{ id: string }>(
      'SELECT id FROM shop WHERE merchant_id = ?',
      merchantId,
    );
    if (holder && holder.id !== shopId) return 'MERCHANT_TAKEN';
    const keeps = keepsReports === undefined ? null : Number(keepsReports);
    await inside.run(
      'UPDATE shop SET merchant_id = coalesce(?, merchant_id), email = coalesce(?, email), keeps_reports = coalesce(?, keeps_reports) WHERE id = ?',
      ...[merchantId, email, keeps, shopId],
    );
    if (keepsReports === false) await inside.run('DELETE FROM report WHERE shop_id = ?', shopId);
    if (wooSecret !== undefined) await rotate(inside, shopId, wooSecret);
    return null;
  };

  return {
    change: async (shopId, wish) => {
      // One name for all shops where a merchant is named: two shops may name the same one at once.
      const name = wish.merchantId === undefined ? `shop ${shopId}` : 'merchants';
      const refusal = await sql.transaction(name, (inside) => write(inside, shopId, wish));
      await memory.refresh(shopId);
      return refusal;
    },
    setCloverCode: async (shopId, appId, authCode) => {
      if (operatorApp?.appId === appId) return 'APP_OF_OPERATOR';
      const isTaken = await sql.transaction('clover apps', async (inside) => {
        const users = await inside.all<{ id: string; clover_code: Buffer | null }>(
          'SELECT id, clover_code FROM shop WHERE clover_app_id = ? AND id <> ?',
          ...[appId, shopId],
        );
        // Else a shop could sign deliveries for the merchants of another one that has the same app.
        const isOthers = users.some(
          ({ id, clover_code: code }) =>
            code !== null && seal.open(sealPurpose('clover_code', id), code) !== authCode,
        );
        const sealed = seal.close(sealPurpose('clover_code', shopId), authCode);
        if (!isOthers)
          await inside.run(
            'UPDATE shop SET clover_app_id = ?, clover_code = ? WHERE id = ?',
            ...[appId, sealed, shopId],
          );
        return isOthers;
      });
      await memory.refresh(shopId);
      return isTaken ? 'APP_TAKEN' : null;
    },
  };
}

/** A new secret beside the old one, which ends after a day; the same secret again changes nothing. */
function createRotation({ seal, nowMs }: TenantContext) {
  return async (inside: Statements, shopId: string, secret: string): Promise<void> => {
    const purpose = sealPurpose('woo_secret', shopId);
    const [newest] = await inside.all<{ sealed: Buffer }>(
      'SELECT sealed FROM woo_secret WHERE shop_id = ? ORDER BY id DESC LIMIT 1',
      shopId,
    );
    if (newest && seal.open(purpose, newest.sealed) === secret) return;
    await inside.run(
      'UPDATE woo_secret SET until_ms = ? WHERE shop_id = ? AND until_ms IS NULL',
      ...[nowMs() + ROTATION_MS, shopId],
    );
    await inside.run(
      'INSERT INTO woo_secret (shop_id, sealed) VALUES (?, ?)',
      ...[shopId, seal.close(purpose, secret)],
    );
    await inside.run(
      'DELETE FROM woo_secret WHERE shop_id = ? AND (until_ms <= ? OR id NOT IN (SELECT id FROM woo_secret WHERE shop_id = ? ORDER BY id DESC LIMIT ?))',
      ...[shopId, nowMs(), shopId, MOST_WOO_SECRETS],
    );
  };
}
