import { makeId, type TenantContext } from './tenant-context.ts';

export const LONGEST_SHOP_NAME = 80;

export interface ShopLine {
  readonly id: string;
  readonly name: string;
  readonly merchantId: string | null;
  readonly devices: readonly { readonly id: string; readonly name: string; readonly seenMs: number | null }[];
  readonly tillHookMs: number | null;
  readonly storeHookMs: number | null;
}

/** What only the hub's operator does. A running hub sees it within a second, whichever process did it. */
export interface ShopDesk {
  /** The new shop's id. */
  add(name: string): Promise<string>;
  list(): readonly ShopLine[];
  /** By id, or by a name that only one shop has. */
  find(idOrName: string): ShopLine | 'unknown' | 'several';
  findDeviceShop(deviceId: string): string | null;
  /** Takes a merchant, or a Clover app, from the shops that named it; how many they were. */
  release(merchantOrApp: string): Promise<number>;
}

export function createShopDesk({ sql, memory, nowMs, makeBytes }: TenantContext): ShopDesk {
  const list = (): ShopLine[] =>
    memory.list().map(({ shop, devices, tillHookMs, storeHookMs }) => ({
      id: shop.id,
      name: shop.name,
      merchantId: shop.merchantId,
      devices: devices.map(({ id, name, seenMs }) => ({ id, name, seenMs })),
      tillHookMs,
      storeHookMs,
    }));
  return {
    add: async (name) => {
      const id = makeId('s_', makeBytes);
      await sql.run('INSERT INTO shop (id, name, made_ms) VALUES (?, ?, ?)', id, name, nowMs());
      await memory.refresh(id);
      return id;
    },
    list,
    find: (idOrName) => {
      const shops = list();
      const byId = shops.find(({ id }) => id === idOrName);
      if (byId) return byId;
      const [named, another] = shops.filter(({ name }) => name.toLowerCase() === idOrName.toLowerCase());
      return another ? 'several' : (named ?? 'unknown');
    },
    findDeviceShop: (deviceId) => memory.findDeviceById(deviceId)?.shopId ?? null,
    release: async (merchantOrApp) => {
      const merchants = await sql.run(
        'UPDATE shop SET merchant_id = NULL WHERE merchant_id = ?',
        merchantOrApp,
      );
      const apps = await sql.run(
        'UPDATE shop SET clover_app_id = NULL, clover_code = NULL WHERE clover_app_id = ?',
        merchantOrApp,
      );
      await memory.refreshAll();
      return merchants + apps;
    },
  };
}
