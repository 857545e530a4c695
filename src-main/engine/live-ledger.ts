import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { MoveReason, StockMove } from '../domain/stock-move.ts';
import type { StoreSight } from '../domain/store-catalog.ts';

// What is kept for changes after the import: hints, conflicts, rules, stock. See `ledger-ports.ts`.

export type Side = 'till' | 'store';

/** One thing that may have changed and is to be looked at again. A hint is never data. */
export interface InboxEntry {
  /** Grows with every hint, so that one that came while it was being looked at stays. */
  readonly seq: number;
  readonly side: Side;
  /** A Clover item id, or a WooCommerce product id as text (a variation's parent: `parent/variation`). */
  readonly key: string;
  readonly firstMs: number;
}

export interface InboxLedger {
  /** Adds hints; one that waits already gets a new `seq` and keeps its time. */
  add(hints: readonly { readonly side: Side; readonly key: string }[], nowMs: number): void;
  /** Oldest first. */
  take(limit: number): InboxEntry[];
  /** Removes entries that have not been hinted at again since they were taken. */
  remove(entries: readonly InboxEntry[]): void;
  count(): { readonly waiting: number; readonly oldestMs: number | null };
  clear(): void;
}

/** A field that both sides changed differently; only this field of this product waits. */
export interface Conflict {
  readonly id: number;
  readonly linkId: number;
  readonly cloverId: CloverId;
  readonly name: string;
  readonly field: FieldName;
  /** As the till had it when last agreed, and as each side has it now. */
  readonly base: FieldValue;
  readonly till: FieldValue;
  readonly store: FieldValue;
  readonly sinceMs: number;
  /** What a person decided, and is not done yet. */
  readonly ruling: Ruling | null;
  /** What they decided before that about values that are no longer there; null once they answer again. */
  readonly lapsed: Ruling | null;
}

/** A person's word on one conflict, good only while both sides are as the person saw them. */
export interface Ruling {
  readonly take: Side | 'value';
  /** The value of `take: 'value'`, in the till's terms. */
  readonly value: FieldValue;
  readonly seenTill: FieldValue;
  readonly seenStore: FieldValue;
}

export interface ConflictLedger {
  /**
   * Opens it, or brings the values of an open one up to date. A ruling that saw others lapses by that.
   * @returns the ruling that lapsed just now
   */
  open(
    conflict: Pick<Conflict, 'linkId' | 'field' | 'base' | 'till' | 'store'>,
    nowMs: number,
  ): Ruling | null;
  close(linkId: number, field: FieldName): void;
  get(id: number): Conflict | null;
  find(linkId: number, field: FieldName): Conflict | null;
  ofLink(linkId: number): Conflict[];
  /** Oldest first. */
  page(filter: { readonly field?: FieldName; readonly limit: number; readonly offset: number }): Conflict[];
  /** Of one field, or all. */
  count(field?: FieldName): number;
  /** Open ones whose answer no longer holds, and that wait for another. */
  countLapsed(): number;
  /** A newer word makes up for one that lapsed. */
  setRuling(id: number, ruling: Ruling | null): void;
}

/** "Always do this": settles later conflicts of a field by itself. */
export interface MergeRule {
  readonly field: FieldName;
  readonly take: Side;
  readonly sinceMs: number;
}

export interface RuleLedger {
  all(): MergeRule[];
  put(rule: MergeRule): void;
  /** False where there was none. */
  remove(field: FieldName): boolean;
}

/** When the store’s products were made and changed last, as it said itself; by their ids. */
export interface SightLedger {
  get(wooId: WooId): StoreSight | null;
  put(wooId: WooId, sight: StoreSight): void;
  /** Linked products, without variations, the one that was changed last first. */
  newest(limit: number): WooId[];
}

export interface StockLedger {
  /**
   * A movement of an order line is known by its side, order and product and is kept once.
   * @param moves with the order’s own key where its side may give the order’s id to another one
   */
  add(moves: readonly (Omit<StockMove, 'id'> & { readonly orderKey?: string })[]): void;
  /** Newest first. */
  page(filter: { readonly linkId?: number; readonly limit: number; readonly offset: number }): StockMove[];
  /**
   * Pieces that this side's orders took so far, all in all, for one product: lets a caller know what is new.
   * @param seenByMs leaves out what was kept after it
   */
  sumOrders(linkId: number, side: Side, seenByMs?: number): number;
  sum(linkId: number, reason?: MoveReason): number;
  prune(beforeMs: number): number;
}

/** What a person set for the stock of one product. */
export interface StockRule {
  readonly linkId: number;
  /** null: the global one. */
  readonly lowThreshold: number | null;
  /** Sold out by hand; `backMs` null: until somebody puts it back. */
  readonly soldOut: { readonly backMs: number | null } | null;
}

export interface StockRuleLedger {
  all(): Map<number, StockRule>;
  get(linkId: number): StockRule | null;
  /** A rule that says nothing is removed. */
  put(rule: StockRule): void;
  /** Sold out by hand, and to be back by now. */
  due(nowMs: number): StockRule[];
}

export interface LeftLedger {
  /** Of the links that were compared (null: all of them) these differ and stay so. */
  note(compared: readonly number[] | null, left: readonly number[]): void;
  count(): number;
}

export interface LiveLedger {
  readonly left: LeftLedger;
  readonly inbox: InboxLedger;
  readonly conflicts: ConflictLedger;
  readonly rules: RuleLedger;
  readonly stockMoves: StockLedger;
  readonly stockRules: StockRuleLedger;
  readonly sights: SightLedger;
}
