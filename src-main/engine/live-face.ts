import type { Failure } from '../domain/failure.ts';
import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { StockMove } from '../domain/stock-move.ts';
import type { Attempt } from './attempt.ts';
import type { StockRow, StockWord } from './listing-ports.ts';
import type { Conflict, MergeRule, Side } from './live-ledger.ts';
import type { OrderResult } from './order-face.ts';
import type { OddPrice, PlanSummary } from './results.ts';

export type { StockRow, StockWord } from './listing-ports.ts';

// What the window, the command line and the tests may ask of the engine after the import.

/** What one pass of the sync did. */
export interface SyncResult {
  /** Rows written, by the side that was written to. */
  readonly applied: { readonly till: number; readonly store: number };
  readonly failed: number;
  /** Hints and writes that wait: a side is away, or a run waits for approval. */
  readonly waiting: number;
  readonly parked: number;
  readonly conflicts: number;
  /** Conflicts whose answer no longer holds, since a side changed before it was written; absent where there are none. */
  readonly lapsed?: number;
  /** A run that would change too much at once and waits for `approve`. */
  readonly braked: RunId | null;
  /** Prices that it carried over and that somebody should look at; absent where there were none. */
  readonly oddPrices?: readonly OddPrice[];
  /** What the same look did with web orders; absent where they go by a loop of their own. */
  readonly orders?: OrderResult;
  readonly ms: number;
}

/** One line of what the engine does while it runs. */
export type SyncEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'synced'; readonly result: SyncResult }
  | { readonly kind: 'side'; readonly side: Side; readonly failure: Failure | null }
  | { readonly kind: 'paused'; readonly untilMs: number | null }
  /** Web orders moved on; or what kept them from it. */
  | { readonly kind: 'orders'; readonly result: Attempt<OrderResult> }
  /** The relay is connected, or away, or another PC writes. */
  | { readonly kind: 'relay'; readonly failure: Failure | null }
  | { readonly kind: 'stopped' };

/**
 * Why looks are as far apart as they are: `hinted` since the relay tells of every change, `shared` since Clover counts the calls of all shops together
 * (clover.md 4), `closed` by the opening hours, `catalog` since a big one takes many calls.
 */
export type Pace = 'hinted' | 'fastest' | 'shared' | 'closed' | 'quiet' | 'catalog' | 'failing';

export interface LiveState {
  readonly isRunning: boolean;
  /** Some process of this data folder looks at both sides again and again: this one, or another. */
  readonly isLooking: boolean;
  readonly pausedUntilMs: number | null;
  /** Why a side is not asked for now, or was not reached by the last look; null while it answers. */
  readonly away: Readonly<Record<Side, Failure | null>>;
  /** When both sides were last looked at, by this process or an earlier one. */
  readonly lastPassMs: number | null;
  /** Seconds between two looks at present. */
  readonly everySeconds: number;
  readonly pace: Pace;
  /** Share of Clover's per-token limit used in the last minute, 0 to 100. */
  readonly quotaPercent: number;
}

export interface LiveSync {
  /**
   * One pass: reads what changed on both sides (`full` reads everything), drains every queue. A side that is `silent`
   * was asked just now and gave no answer: it is not waited for again.
   */
  once(options: {
    readonly full: boolean;
    readonly signal: AbortSignal;
    readonly silent?: Partial<Readonly<Record<Side, Failure>>>;
    /** The relay has told what changed: beside the orders nothing else is looked for. */
    readonly isHinted?: boolean;
  }): Promise<Attempt<SyncResult>>;
  /** Looks and syncs until the signal; never throws for what a side or the network does. */
  run(options: { readonly signal: AbortSignal; readonly onEvent: (event: SyncEvent) => void }): Promise<void>;
  /** No looks for this long; 0 goes on at once. */
  pause(minutes: number): void;
  /** A hint from outside (a webhook, a person): looked at in the next pass, which starts now. */
  hint(side: Side, key: string): void;
  /** The relay has told of something: `hinted` products are in the inbox, `look` reads what changed, `full` compares everything. */
  wake(wish: Wish): void;
  state(): LiveState;
}

export type Wish = 'hinted' | 'look' | 'full';

/** A conflict as a person sees it. */
export interface ConflictView extends Conflict {
  readonly wooId: WooId | null;
  readonly sku: string;
}

export interface Conflicts {
  list(filter: { readonly field?: FieldName; readonly limit: number; readonly offset: number }): {
    readonly conflicts: ConflictView[];
    readonly total: number;
  };
  /**
   * A person's answer, carried out by the next pass. `seen` are the values that the person looked at:
   * CONFLICT_STALE where a side has moved since, and the conflict shows the new values.
   */
  resolve(answer: {
    readonly id: number;
    readonly take: Side | 'value';
    readonly value?: FieldValue;
    readonly seen?: { readonly till: FieldValue; readonly store: FieldValue };
  }): Attempt<Conflict>;
  /** Every open conflict of the field; `always` also makes the rule. Answers how many. */
  resolveAll(answer: {
    readonly field: FieldName;
    readonly take: Side;
    readonly always: boolean;
  }): Attempt<number>;
  rules(): MergeRule[];
  removeRule(field: FieldName): boolean;
}

/** One difference that a fresh look at both sides found. */
export interface Drift {
  readonly cloverId: CloverId;
  readonly wooId: WooId | null;
  readonly name: string;
  readonly field: FieldName;
  readonly till: FieldValue;
  readonly store: FieldValue;
  /** `waiting` is on its way, `conflict` asks a person, `left` differs on purpose (a rule, a pin, an owner). */
  readonly why: 'waiting' | 'conflict' | 'left';
}

export interface DriftReport {
  /** What differs now: with `fix`, what is left of it. */
  readonly drifts: readonly Drift[];
  /** What differed before the fix and differs no more, with the values that it had. */
  readonly mended: readonly Drift[];
  /** How many those are. */
  readonly fixed: number;
  /** A run of the fix that would change too much at once and waits for `approve`. */
  readonly braked: RunId | null;
}

export interface StockDesk {
  /** Conflicts, oversold, out and low first, then by name. */
  /** The counts are of all that the search finds, whatever the word. */
  list(filter: {
    readonly word?: StockWord;
    /** Part of a name or an SKU. */
    readonly search?: string;
    readonly limit: number;
    readonly offset: number;
  }): {
    readonly rows: StockRow[];
    readonly total: number;
    readonly counts: Readonly<Record<StockWord, number>>;
  };
  moves(product: string, limit: number): Attempt<StockMove[]>;
  /** null goes back to the global one. USE_UNKNOWN_PRODUCT. */
  setThreshold(product: string, threshold: number | null): Attempt<void>;
  /** Off on both sides until the time (null: until put back). */
  setSoldOut(product: string, soldOut: { readonly untilMs: number | null } | null): Attempt<void>;
  /** CSV with name, SKU, both ids, both counts and status; a byte order mark leads, so that Excel reads it. */
  exportCsv(): string;
  /** A plan of the counts in a CSV, for `apply`. CSV_REFUSED names the lines. */
  planCsv(text: string): Attempt<PlanSummary>;
  /** Both sides read fresh. With `fix`, what waits is written, and both sides are read once more. */
  drift(options: { readonly fix: boolean; readonly signal: AbortSignal }): Promise<Attempt<DriftReport>>;
}

export interface ParkedRow {
  readonly id: number;
  readonly runId: RunId;
  readonly name: string;
  readonly sku: string;
  readonly cloverId: CloverId | null;
  readonly wooId: WooId | null;
  readonly failure: Failure;
  readonly atMs: number;
}

export interface Parked {
  list(limit: number, offset: number): { readonly rows: ParkedRow[]; readonly total: number };
  /** Looks at the products again in the next pass; `all` for every parked row. Answers how many. */
  retry(ids: readonly number[] | 'all'): number;
}

export interface LiveFace {
  readonly sync: LiveSync;
  readonly conflicts: Conflicts;
  readonly stock: StockDesk;
  readonly parked: Parked;
}
