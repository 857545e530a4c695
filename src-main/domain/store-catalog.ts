import type { CloverId, WooId } from './ids.ts';
import type { AddOnSystem } from './modifier-adapters/adapter.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';
import type { ShelfMark } from './shelf-mark.ts';

export type StoreProductType = 'simple' | 'variable' | 'variation' | 'other';

/** An attribute of a variable product with the options it offers. */
export interface StoreAttribute {
  readonly name: string;
  readonly options: readonly string[];
}

/** The option that makes a variation what it is. */
export interface StoreOption {
  readonly name: string;
  readonly option: string;
}

/** Where the meta of an add-on plugin does not say what our own meta says. */
export interface StoreAddOns {
  readonly system: AddOnSystem;
  /**
   * `behind`: to be written again, it was wiped or never written. `edited`: a person changed it, and
   * `modifierGroups` is what they made of it. `unsayable`: they made of it what the till cannot have.
   */
  readonly state: 'behind' | 'edited' | 'unsayable';
}

/** When a product was made and changed last, by the store's clock: `2026-11-21T10:00:00`, UTC. */
export interface StoreSight {
  readonly made: string;
  readonly changed: string;
}

/** A WooCommerce product or variation as the engine sees it: entities decoded, prices in minor units. */
export interface StoreProduct {
  readonly id: WooId;
  readonly parentId: WooId | null;
  readonly type: StoreProductType;
  readonly status: string;
  readonly name: string;
  /** Empty when it has none; a variation that only reports its parent's SKU has none (woocommerce.md 3.2). */
  readonly sku: string;
  readonly barcode: string;
  /** Regular price in minor units; null when there is none. Sale prices are the store's own business. */
  readonly priceAmount: number | null;
  /** 'parent': the quantity is kept at the variable product. */
  readonly managesStock: boolean | 'parent';
  readonly stock: number | null;
  readonly stockStatus: string;
  readonly visibility: string;
  readonly categoryIds: readonly WooId[];
  readonly attributes: readonly StoreAttribute[];
  readonly options: readonly StoreOption[];
  readonly shortDescription: string;
  /** Our meta `_tillbridge_item`: the Clover item (or item group) this product was made from. */
  readonly itemId: CloverId | null;
  /** Our meta `_tillbridge_modifier_groups`; null when absent. */
  readonly modifierGroups: readonly ModifierGroupMeta[] | null;
  /** Absent where there is nothing to say: no add-on plugin, or its meta is as it was written. */
  readonly addOns?: StoreAddOns;
  /** Whether it is sold beyond its count: `no`, `notify` or `yes`. */
  readonly backorders?: string;
  /** Our meta `_tillbridge_shelf`, while its count is used up. */
  readonly shelf?: ShelfMark | null;
  /** Absent where the store does not say. */
  readonly sight?: StoreSight;
}

export interface StoreCategory {
  readonly id: WooId;
  readonly name: string;
  readonly parentId: WooId | null;
}

/** Everything an import reads from the store. */
export interface StoreCatalog {
  /** Simple, variable and other products, in growing id order. */
  readonly products: readonly StoreProduct[];
  readonly variations: ReadonlyMap<WooId, readonly StoreProduct[]>;
  readonly categories: readonly StoreCategory[];
  /** In the trash: they still block their SKUs (woocommerce.md 3). */
  readonly trashed: readonly StoreProduct[];
}

/** Facts about the store that rules depend on. */
export interface StoreFacts {
  readonly name: string;
  readonly url: string;
  /** WooCommerce's own UUID of the store; empty on old versions. */
  readonly storeId: string;
  readonly currency: string;
  readonly priceDecimals: number;
  readonly pricesIncludeTax: boolean;
  readonly calculatesTaxes: boolean;
  readonly managesStock: boolean;
  readonly version: string;
}
