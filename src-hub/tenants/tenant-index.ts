import type { PairedDevice, ShopEntry } from './tenant-rows.ts';

/** Shops and devices by everything that they are looked up by. */
export interface TenantIndex {
  readonly shops: ReadonlyMap<string, ShopEntry>;
  readonly shopByMerchant: ReadonlyMap<string, string>;
  readonly shopsByApp: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the hash of the token, in base64. */
  readonly devicesByHash: ReadonlyMap<string, PairedDevice>;
  readonly devicesById: ReadonlyMap<string, PairedDevice>;
  countShopsWithApp(): number;
  add(entry: ShopEntry): void;
  remove(entry: ShopEntry): void;
}

export function createTenantIndex(): TenantIndex {
  const shops = new Map<string, ShopEntry>();
  const shopByMerchant = new Map<string, string>();
  const shopsByApp = new Map<string, Set<string>>();
  const devicesByHash = new Map<string, PairedDevice>();
  const devicesById = new Map<string, PairedDevice>();
  let shopsWithApp = 0;
  return {
    ...{ shops, shopByMerchant, shopsByApp, devicesByHash, devicesById },
    countShopsWithApp: () => shopsWithApp,
    add: (entry) => {
      const { id, merchantId } = entry.shop;
      shops.set(id, entry);
      if (merchantId !== null) shopByMerchant.set(merchantId, id);
      if (entry.cloverCode) {
        const { appId } = entry.cloverCode;
        shopsWithApp += 1;
        const users = shopsByApp.get(appId);
        if (users) users.add(id);
        else shopsByApp.set(appId, new Set([id]));
      }
      for (const device of entry.devices) {
        devicesByHash.set(device.tokenHash.toString('base64'), device);
        devicesById.set(device.id, device);
      }
    },
    remove: (entry) => {
      const { id, merchantId } = entry.shop;
      shops.delete(id);
      // It may be another shop's by now.
      if (merchantId !== null && shopByMerchant.get(merchantId) === id) shopByMerchant.delete(merchantId);
      const appId = entry.cloverCode?.appId ?? '';
      const users = shopsByApp.get(appId);
      if (users?.delete(id)) shopsWithApp -= 1;
      if (users?.size === 0) shopsByApp.delete(appId);
      for (const device of entry.devices) {
        devicesByHash.delete(device.tokenHash.toString('base64'));
        devicesById.delete(device.id);
      }
    },
  };
}
