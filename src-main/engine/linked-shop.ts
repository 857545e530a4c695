import { createFailure, type Failure } from '../domain/failure.ts';
import { hasSameTill, type ShopKey } from '../domain/shop.ts';
import type { Ledger } from './ledger-ports.ts';

const META = 'links.shop';

interface Parts {
  readonly ledger: Ledger;
  /** The till and store that are connected now. */
  readonly shop: ShopKey;
}

/**
 * Why nothing may be done with the links: they belong to another till or store than those that are connected now. Ids
 * of one shop mean other things in another, or nothing: what is only elsewhere would pass for deleted.
 */
export function findOtherShop({ ledger, shop }: Parts): Failure | null {
  const linked = ledger.meta.get(META);
  if (linked === null || linked === shop) return null;
  const hasLinks = ledger.links.page({ limit: 1, offset: 0 }).length > 0;
  return hasLinks ? createFailure('SYNC_OTHER_SHOP') : null;
}

/** The same of the till alone: a web order that goes to another one is cooked by nobody. */
export function findOtherTill(parts: Parts): Failure | null {
  const other = findOtherShop(parts);
  const linked = parts.ledger.meta.get(META);
  return other && linked !== null && !hasSameTill(linked, parts.shop) ? other : null;
}

/** The links that are here are this shop's. */
export function noteLinkedShop({ ledger, shop }: Parts): void {
  if (ledger.meta.get(META) !== shop) ledger.meta.put(META, shop);
}

/** The same shop has another name from now on. */
export function moveLinkedShop({ meta }: Ledger, from: ShopKey, to: ShopKey): void {
  if (meta.get(META) === from) meta.put(META, to);
}

export const forgetLinkedShop = ({ meta }: Ledger): void => meta.remove(META);
