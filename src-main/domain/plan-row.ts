import type { FieldDecision } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { ProductPatch } from './product-patch.ts';
import type { TillPatch } from './till-patch.ts';

/** What a row of a plan would do. */
export const ROW_ACTIONS = [
  'link',
  'create_woo',
  'create_clover',
  'update_woo',
  'update_clover',
  'review',
  'conflict',
  'skip',
] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** `variable` is the store product that an item group becomes; its items are `variation` rows. */
export type RowKind = 'category' | 'product' | 'variable' | 'variation';

/** Why a row is what it is; the sentence for each stands in `src-preload/contract/reasons.ts`. */
export const REASON_CODES = [
  'NEW_ON_TILL',
  'NEW_CATEGORY',
  'BEING_MADE',
  'RESTORED_FROM_TRASH',
  'SAME_SKU',
  'SAME_BARCODE',
  'SAME_NAME',
  'SAME_OPTIONS',
  'FOUND_BY_MARK',
  'CHANGED_ON_TILL',
  'RULES_CHANGED',
  'ALREADY_IN_STEP',
  'LEFT_DIFFERENT',
  'EDITED_IN_STORE',
  'EDITED_ON_BOTH',
  'CHANGED_SINCE',
  'GONE_FROM_TILL',
  'GONE_FROM_STORE',
  'TRASHED_IN_STORE',
  'ONLY_IN_STORE',
  'SIMILAR_NAME',
  'NAME_BUT_SKU_DIFFERS',
  'SEVERAL_ITEMS_ONE_PRODUCT',
  'SEVERAL_PRODUCTS_ONE_ITEM',
  'STRUCTURE_DIFFERS',
  'SKU_IN_TRASH',
  'VARIANT_WITHOUT_OPTIONS',
  'PARENT_NEEDS_REVIEW',
  'DELETE_IGNORED',
  'KIND_NOT_SUPPORTED',
  'ACCEPTED_BY_PERSON',
  'CHANGED_IN_STORE',
  'STOCK_MOVED',
  'DECIDED_BY_PERSON',
  'NEW_IN_STORE',
  'CATEGORY_MOVED_ON_TILL',
  'CATEGORY_MOVED_IN_STORE',
  'CATEGORY_MOVED_ON_BOTH',
  'PLACE_MISSING',
  'PLACE_TOO_DEEP',
  'RAN_OUT',
  'BACK_IN_STOCK',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Something about a row that a person should know though it does not stop it. */
export const NOTE_CODES = [
  'SKU_DOUBLE_ON_TILL',
  'SKU_BLANK',
  'BARCODE_DOUBLE_ON_TILL',
  'BARCODE_NOT_DIGITS',
  'PRICE_TYPED_AT_TILL',
  'PRICE_PER_UNIT',
  'STOCK_NOT_MANAGED',
  'STOCK_ROUNDED_DOWN',
  'STOCK_NEGATIVE',
  'MODIFIERS_DIFFER_IN_GROUP',
  'NAME_DOUBLE_ON_TILL',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

export interface Suggestion {
  readonly wooId: WooId;
  readonly name: string;
  readonly sku: string;
  /** 0 to 100. */
  readonly score: number;
}

export interface PlanRow {
  readonly kind: RowKind;
  readonly action: RowAction;
  readonly reason: ReasonCode;
  readonly notes: readonly NoteCode[];
  readonly cloverId: CloverId | null;
  readonly wooId: WooId | null;
  /** The item group of a variation; the parent of a category. */
  readonly parentCloverId: CloverId | null;
  readonly name: string;
  readonly sku: string;
  readonly decisions: readonly FieldDecision[];
  /** What approval would write to the store; null when the row writes nothing outside. */
  readonly patch: ProductPatch | null;
  /** The patch that would put the store's product back as it was; null for a create. */
  readonly undo: ProductPatch | null;
  /** What approval would write to the till; a row writes to one side only, so `patch` is then null. */
  readonly tillPatch: TillPatch | null;
  /** The patch that would put the till's item back as it was; null for a create. */
  readonly tillUndo: TillPatch | null;
  readonly suggestions: readonly Suggestion[];
  /** 0 to 100, how sure a match is; null where there is none. */
  readonly score: number | null;
}
