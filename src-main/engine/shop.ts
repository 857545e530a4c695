import { nameShop, type ShopKey } from '../domain/shop.ts';
import type { Connections } from './face.ts';
import { readDetails } from './import-deps.ts';
import type { Run } from './ledger-ports.ts';

/** The shop that is connected; null while a side is missing. */
export function readShop(connections: Pick<Connections, 'readTill' | 'readStore'>): ShopKey | null {
  const till = connections.readTill();
  const store = connections.readStore();
  return till && store ? nameShop(till.merchant.merchantId, store.store.url) : null;
}

/** Whether a run was made for this shop; one that does not say is taken for it. */
export function isOfShop({ state, details }: Run, shop: ShopKey | null): boolean {
  const made = state === 'planning' ? undefined : readDetails(details).shop;
  return made === undefined || made === shop;
}
