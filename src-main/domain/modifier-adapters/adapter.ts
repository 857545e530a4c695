import type { ModifierGroupMeta } from '../modifier-meta.ts';
import type { Row } from './loose-values.ts';

/** Plugins that sell modifiers and whose own meta we write. */
export const ADD_ON_SYSTEMS = ['product-add-ons', 'woocommerce-food'] as const;
export type AddOnSystem = (typeof ADD_ON_SYSTEMS)[number];

/** Whether what a person changes in the system can be told to the till. */
export interface AddOnReach {
  readonly isTwoWay: boolean;
  /** What does not travel back to the till, as a sentence; '' where all of it does. */
  readonly reason: string;
}

/** What a person wants filled: the only active system, one of them, or none. */
export type AddOnWish = 'auto' | 'none' | AddOnSystem;

/** Which system gets the modifier groups of a store, and why. */
export interface AddOnVerdict {
  readonly wanted: AddOnWish;
  /** Active in the store. */
  readonly found: readonly AddOnSystem[];
  /** null: our own meta alone is written. */
  readonly system: AddOnSystem | null;
  readonly reach: AddOnReach;
}

/** An option as it stands in the system. */
export interface OptionView {
  /** Folded: entities, tags and spaces do not matter. */
  readonly label: string;
  /** Minor units for each piece; null for a price that the till does not know (once a line, a percentage). */
  readonly amount: number | null;
  /** Offered to customers. */
  readonly isShown: boolean;
  readonly row: Row;
}

/** How many may be chosen; `max` 0 is no limit. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** A group as it stands in the system. */
export interface GroupView {
  /** null where the system lost or never had a number. */
  readonly number: number | null;
  /** Folded like a label. */
  readonly name: string;
  /** null for a kind of group that the till does not know (a text field, a date). */
  readonly limits: Limits | null;
  readonly options: readonly OptionView[];
  readonly row: Row;
}

/** What is to be written of one of our groups. */
export interface GroupDraft {
  readonly number: number;
  readonly name: string;
  readonly limits: Limits;
  readonly options: readonly OptionDraft[];
  /** Options that a person added to the group; they stay at its end as they are. */
  readonly extras: readonly Row[];
  /** The group as it stands; null for a new one. */
  readonly stored: Row | null;
  /** Of the group before it in the list; -1 for the first. */
  readonly previousPosition: number;
}

export interface OptionDraft {
  readonly label: string;
  readonly priceAmount: number;
  readonly stored: Row | null;
}

/** A system's own form: how its rows are read and written. */
export interface AddOnForm {
  readonly system: AddOnSystem;
  /** Key of the product meta that holds the groups. */
  readonly metaKey: string;
  /** The system's plugin sorts by it; -1 where it has none. */
  readPosition(row: Row): number;
  /** @param digits decimals of the currency's minor unit */
  readGroup(row: Row, digits: number): GroupView;
  writeGroup(draft: GroupDraft, digits: number): Row;
  /** The limits that come back when these are written. */
  settleLimits(limits: Limits): Limits;
}

/** What a product's meta in the system says beside our own. */
export type AddOnReading =
  /** What we wrote, in whatever form the plugin keeps it. */
  | { readonly kind: 'same' }
  /** To be written again: not there, wiped, or with groups the till took away long ago. */
  | { readonly kind: 'behind' }
  /** A person changed it; `groups` is what the till's groups would have to be. */
  | { readonly kind: 'edited'; readonly groups: readonly ModifierGroupMeta[] }
  /** A person made of it what the till cannot have. */
  | { readonly kind: 'unsayable' };

/** What stands in the store before a write. */
export interface StoredGroups {
  /** Our own meta: the base that tells our options from a person's; null when absent. */
  readonly base: readonly ModifierGroupMeta[] | null;
  /** The system's meta as answered; undefined when absent. */
  readonly value: unknown;
}

/** Puts the till's modifier groups into a system's own meta and reads them back. */
export interface ModifierAdapter {
  readonly system: AddOnSystem;
  readonly metaKey: string;
  readonly reach: AddOnReach;
  /**
   * The whole value of the system's meta with these groups as ours; groups and options of the merchant's
   * own stay as they are, where they are.
   * @param digits decimals of the currency's minor unit
   */
  encode(groups: readonly ModifierGroupMeta[], stored: StoredGroups, digits: number): readonly Row[];
  /** What the value says of our groups, measured against our own meta. */
  decode(stored: StoredGroups, digits: number): AddOnReading;
  /** Whether a stored value is what was written, however the plugin normalised it. */
  isSameAs(encoded: unknown, stored: unknown, digits: number): boolean;
}
