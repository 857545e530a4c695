import type { AgreedPlace, Shadow } from './fields.ts';
import type { CloverId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';

/** A till category by its own id, or by the store category whose link will hold the id once it is made. */
export type TillCategoryRef = { readonly till: CloverId } | { readonly store: number };

/** What is to be written to one till item; an absent field is left alone. Stock goes by its own call. */
export interface TillPatch {
  readonly name?: string;
  /** Minor units, 0 or more (clover.md 6.1). */
  readonly priceAmount?: number;
  readonly sku?: string;
  readonly barcode?: string;
  /** At most 127 characters (clover.md 6.1). */
  readonly alternateName?: string;
  readonly isHidden?: boolean;
  readonly isAvailable?: boolean;
  /** Assignments as differences: the till has calls for adding and for removing, none for replacing. */
  readonly categories?: {
    readonly add: readonly TillCategoryRef[];
    readonly remove: readonly CloverId[];
  };
  /** The product's modifier groups as they are to be; groups and modifiers carry their Clover ids. */
  readonly modifierGroups?: readonly ModifierGroupMeta[];
  /** Counted pieces to add (negative: to take away). The till takes only whole counts, so it is read first. */
  readonly stockDelta?: number;
  /** A count that a person chose: replaces whatever is there. */
  readonly stockCount?: number;
  /** What is to be made; then nothing else is in the patch. */
  readonly create?: NewTillProduct;
  /** Of a category: where it is to stand. `seen` is where it stood on both sides; absent in an undo. */
  readonly place?: { readonly below: CloverId | null; readonly seen?: AgreedPlace };
}

/** A store product that the till is to get: an item, or an item group with its items. */
export type NewTillProduct =
  | { readonly kind: 'category'; readonly name: string }
  | { readonly kind: 'item'; readonly item: NewTillItem; readonly variant?: NewVariant }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly attributes: readonly { readonly name: string; readonly options: readonly string[] }[];
      readonly members: readonly NewTillMember[];
    };

/** What makes a new item one more variant of an item group that the till has. */
export interface NewVariant {
  readonly groupId: CloverId;
  /** The product that its variation belongs to. */
  readonly parentWooId: number;
  /** One option of each attribute of the group, by name; one that the till does not have yet is made. */
  readonly options: readonly { readonly name: string; readonly option: string }[];
}

export interface NewTillMember {
  /** The variation that it becomes the counterpart of. */
  readonly wooId: number;
  /** One option of each attribute that it has, by name. */
  readonly options: readonly { readonly name: string; readonly option: string }[];
  readonly item: NewTillItem;
}

/** A till item that is to be made. */
export interface NewTillItem extends TillPatch {
  readonly name: string;
  readonly priceAmount: number;
  /** What both sides agree on once it is made: a change in the store since then is a change. */
  readonly agreed?: Shadow;
  /** Of a member of an item group: its group and what makes it what it is. Its name is then the till's. */
  readonly member?: { readonly groupId: CloverId; readonly optionIds: readonly CloverId[] };
}
