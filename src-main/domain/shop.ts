/** The two sides that a run was made for: a Clover merchant and a store, whatever their names are. */
export type ShopKey = string;

/** @param storeUrl absolute; its scheme and path do not matter, so a shop that moves to https stays itself */
export const nameShop = (merchantId: string, storeUrl: string): ShopKey =>
  `${merchantId} ${new URL(storeUrl).host}`;

/** Whether both have the same till. */
export const hasSameTill = (one: ShopKey, other: ShopKey): boolean =>
  one.split(' ')[0] === other.split(' ')[0];
