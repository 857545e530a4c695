import { timingSafeEqual } from 'node:crypto';
import { hashToken } from './device-token.ts';
import type { Device } from './shop-book.ts';
import { createTenantIndex } from './tenant-index.ts';
import type { PairedDevice, ShopEntry, TenantRows } from './tenant-rows.ts';

/** The shops in memory: a picture of the database that is taken anew, shop by shop, after every change. */
export interface TenantMemory {
  /** Takes one shop's picture anew. */
  refresh(shopId: string): void;
  /** Takes all anew. */
  refreshAll(): void;
  /** Every shop that is in memory or in the database. */
  listAllIds(): ReadonlySet<string>;
  find(shopId: string): ShopEntry | null;
  findByMerchant(merchantId: string): ShopEntry | null;
  findByApp(appId: string): readonly ShopEntry[];
  findDevice(token: string): Device | null;
  findDeviceById(deviceId: string): PairedDevice | null;
  /** Shops that have no Clover app of their own. */
  countWithoutApp(): number;
  list(): readonly ShopEntry[];
  /** Tells of devices that are gone since the last picture. */
  onRevoked(listener: (deviceId: string) => void): () => void;
}

export function createTenantMemory(rows: TenantRows): TenantMemory {
  const index = createTenantIndex();
  const { shops, devicesById, devicesByHash } = index;
  const listeners = new Set<(deviceId: string) => void>();

  const refresh = (shopId: string): void => {
    const before = shops.get(shopId);
    if (before) index.remove(before);
    const now = rows.read(shopId);
    if (now) index.add(now);
    for (const { id } of before?.devices ?? []) {
      if (!devicesById.has(id)) for (const tell of listeners) tell(id);
    }
  };
  const listAllIds = (): ReadonlySet<string> => new Set([...shops.keys(), ...rows.listIds()]);
  const refreshAll = (): void => {
    for (const id of listAllIds()) refresh(id);
  };
  const find = (shopId: string): ShopEntry | null => shops.get(shopId) ?? null;
  refreshAll();

  return {
    refresh,
    refreshAll,
    listAllIds,
    find,
    findByMerchant: (merchantId) => find(index.shopByMerchant.get(merchantId) ?? ''),
    findByApp: (appId) => [...(index.shopsByApp.get(appId) ?? [])].flatMap((id) => find(id) ?? []),
    findDevice: (token) => {
      const hash = hashToken(token);
      const device = hash && devicesByHash.get(hash.toString('base64'));
      return device && timingSafeEqual(device.tokenHash, hash) ? device : null;
    },
    findDeviceById: (deviceId) => devicesById.get(deviceId) ?? null,
    countWithoutApp: () => shops.size - index.countShopsWithApp(),
    list: () => [...shops.values()],
    onRevoked: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
