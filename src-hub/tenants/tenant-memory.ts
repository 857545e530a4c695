import { timingSafeEqual } from 'node:crypto';
import { createTurns } from '../runtime/turns.ts';
import { hashToken } from './device-token.ts';
import type { Device } from './shop-book.ts';
import { createTenantIndex } from './tenant-index.ts';
import type { PairedDevice, ShopEntry, TenantRows } from './tenant-rows.ts';

/** The shops in memory: a picture of the database that is taken anew, shop by shop, after every change. */
export interface TenantMemory {
  /** Takes one shop's picture anew; resolves with one that was taken after this call. */
  refresh(shopId: string): Promise<void>;
  /** Takes several anew, all of them where none is named. */
  refreshAll(shopIds?: readonly string[]): Promise<void>;
  /** Every shop that is in memory or in the database. */
  listAllIds(): Promise<ReadonlySet<string>>;
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

/** Shops whose pictures are taken together. */
const SHOPS_AT_ONCE = 100;

export async function createTenantMemory(rows: TenantRows): Promise<TenantMemory> {
  const index = createTenantIndex();
  const { shops, devicesById, devicesByHash } = index;
  const listeners = new Set<(deviceId: string) => void>();

  const put = (shopId: string, now: ShopEntry | undefined): void => {
    const before = shops.get(shopId);
    if (before) index.remove(before);
    if (now) index.add(now);
    for (const { id } of before?.devices ?? []) {
      if (!devicesById.has(id)) for (const tell of listeners) tell(id);
    }
  };
  const take = async (shopIds: readonly string[]): Promise<void> => {
    const found = new Map((await rows.read(shopIds)).map((entry) => [entry.shop.id, entry]));
    for (const id of shopIds) put(id, found.get(id));
  };
  // One after another: a picture that was begun earlier must not be put over a later one.
  const inTurn = createTurns();
  const refresh = createAgain((shopId) => inTurn(() => take([shopId])));
  const listAllIds = async (): Promise<ReadonlySet<string>> =>
    new Set([...shops.keys(), ...(await rows.listIds())]);
  const refreshAll = async (shopIds?: readonly string[]): Promise<void> => {
    const ids = shopIds ?? [...(await listAllIds())];
    for (let at = 0; at < ids.length; at += SHOPS_AT_ONCE)
      await inTurn(() => take(ids.slice(at, at + SHOPS_AT_ONCE)));
  };
  const find = (shopId: string): ShopEntry | null => shops.get(shopId) ?? null;
  await refreshAll();

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

/** While a name's work waits for its turn, more of it is asked for in vain: what is to come serves all. */
function createAgain(work: (name: string) => Promise<void>): (name: string) => Promise<void> {
  const waiting = new Map<string, Promise<void>>();
  return (name) => {
    const known = waiting.get(name);
    if (known) return known;
    const done = Promise.resolve().then(() => {
      waiting.delete(name);
      return work(name);
    });
    waiting.set(name, done);
    return done;
  };
}
