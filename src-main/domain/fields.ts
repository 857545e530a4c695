import type { CloverId, WooId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';

/** The fields of a product that the two sides can share; `barcode` follows the `sku` switch. */
export const FIELD_NAMES = [
  'name',
  'price',
  'sku',
  'barcode',
  'categories',
  'stock',
  'availability',
  'description',
  'modifiers',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** Sold as usual, not shown in the catalog, or switched off (sold out by hand). */
export type Availability = 'on' | 'hidden' | 'off';

/** A field's value in a form that is compared by value and kept as JSON. */
export type FieldValue = string | number | null | readonly string[] | readonly ModifierGroupMeta[];

/** What was last agreed on one field: the till's value, what the rules made of it, what the store answered. */
export interface AgreedField {
  readonly till: FieldValue;
  readonly sent: FieldValue;
  readonly store: FieldValue;
  /** Of stock: what each side's orders had taken (negative) when this was agreed. */
  readonly orders?: StockShift;
  /**
   * Of stock: when a side's count was read to be written, while orders explained all of it. A sale that came between
   * the reading and the writing is missing in it: the till takes whole counts only (clover.md 6.4), and the store
   * adds a difference in three steps (woocommerce.md 3.1).
   */
  readonly written?: { readonly [side in StockSide]?: number | undefined };
  /** When the last such write was over: what was sold later was not covered. */
  readonly ended?: { readonly [side in StockSide]?: number | undefined };
}

/** The last agreed values of one link, the base of every three-way merge. */
export type Shadow = { readonly [field in FieldName]?: AgreedField } & {
  /** Of a category. */
  readonly place?: AgreedPlace;
};

/** The category that a category is below, on each side; null is the top. */
export interface AgreedPlace {
  readonly till: CloverId | null;
  readonly store: WooId | null;
}

/** Why a field was decided as it was; the sentence for each stands in `src-preload/contract/reasons.ts`. */
export const RULE_CODES = [
  'new',
  'same',
  'agreed',
  'till-owns',
  'store-owns',
  'till-changed',
  'rules-changed',
  'store-changed',
  'both-changed',
  'pinned',
  'switched-off',
  'gone-from-till',
  'stock-moved',
  'one-way',
  'till-cannot',
  'alternate-name-in-use',
  'decided',
  'always',
  'add-ons-behind',
  'ran-out',
  'back-in-stock',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** Pieces on both counts. */
export interface StockShift {
  readonly till: number;
  readonly store: number;
}

export type StockSide = keyof StockShift;

/** A person's word on a conflict; the value of `take: 'value'` is in the till's terms. */
export interface Answer {
  readonly take: 'till' | 'store' | 'value';
  readonly value: FieldValue;
}

/** What became of one field in a plan, kept for "why is this value here". */
export interface FieldDecision {
  readonly field: FieldName;
  /** What the rules (markup, rounding, tax) make of the till's value. */
  readonly wanted: FieldValue;
  /** The till's own value where it differs from `wanted`. */
  readonly till?: FieldValue;
  /** The store's value when the plan was made; absent for a product yet to be made. */
  readonly store?: FieldValue;
  /** `write` goes to the store, `push` to the till; `same` writes nothing, `keep` leaves a difference. */
  readonly verdict: 'write' | 'push' | 'same' | 'keep' | 'conflict';
  /** What a `push` makes the till's value; of a stock that moves, the pieces that are added on the written side. */
  readonly pushed?: FieldValue;
  /** What the rules make of the pushed value for the store: the till saying it is then no news. */
  readonly sent?: FieldValue;
  /** Of a stock that merges by differences: what the agreed counts grow by once this is done. */
  readonly moved?: StockShift;
  /** Of stock: what each side's orders had taken by then. */
  readonly orders?: StockShift;
  /** What of them was agreed on when the plan was made: an order of ours may be agreed on before it is carried out. */
  readonly ordersBefore?: StockShift;
  /**
   * Of a stock that moves: orders explained the count that is written, so that a sale which the write covers can be
   * told (`new`), or told of an earlier write still (`still`).
   */
  readonly mayCover?: 'new' | 'still';
  /** Of what a person decided: their word as they gave it. */
  readonly answer?: Answer;
  /** Of what was a conflict: what both sides had changed, so that an undo can open it again. */
  readonly base?: AgreedField;
  readonly rule: RuleCode;
}
