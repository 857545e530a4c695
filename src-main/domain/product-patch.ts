import type { AgreedPlace } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';
import type { ShelfMark } from './shelf-mark.ts';
import type { StoreAttribute, StoreOption } from './store-catalog.ts';

/** A store category by its own id, or by the till category whose link will hold the id once it is made. */
export type CategoryRef = { readonly store: WooId } | { readonly till: CloverId };

export type StockPatch =
  | { readonly managed: true; readonly quantity: number }
  | { readonly managed: false; readonly status: 'instock' | 'outofstock' };

/** What is to be written to one product or variation; an absent field is left alone. */
export interface ProductPatch {
  readonly type?: 'simple' | 'variable';
  readonly name?: string;
  /** Minor units; null takes the price away (an item whose price the cashier types). */
  readonly priceAmount?: number | null;
  readonly sku?: string;
  readonly barcode?: string;
  readonly categories?: readonly CategoryRef[];
  readonly stock?: StockPatch;
  /** Counted pieces to add (negative: to take away); goes by its own call. */
  readonly stockDelta?: number;
  readonly visibility?: 'visible' | 'catalog' | 'search' | 'hidden';
  readonly backorders?: 'no' | 'notify' | 'yes';
  /** null removes the mark. */
  readonly shelf?: ShelfMark | null;
  readonly status?: 'draft' | 'publish' | 'private' | 'trash';
  /** 'none' or a tax class slug; '' is the standard class. */
  readonly taxClass?: string;
  readonly shortDescription?: string;
  readonly attributes?: readonly StoreAttribute[];
  readonly options?: readonly StoreOption[];
  /** null removes the meta. */
  readonly modifierGroups?: readonly ModifierGroupMeta[] | null;
  /** Marker written with every create, so that a create with a lost answer is found again. */
  readonly itemId?: CloverId;
  /** Of a category: where it is to stand. `seen` is where it stood on both sides; absent in an undo. */
  readonly place?: { readonly below: WooId | null; readonly seen?: AgreedPlace };
  /** Of a category: it is to go, where nothing is in it and nobody has changed it. */
  readonly isRemoved?: true;
}
