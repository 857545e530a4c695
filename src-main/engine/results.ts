import type { Failure } from '../domain/failure.ts';
import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { RowAction } from '../domain/plan-row.ts';
import type { FieldEvent } from './field-event.ts';
import type { Link, Run } from './ledger-records.ts';
import type { Conflict } from './live-ledger.ts';
import type { Milestone } from './product-events.ts';

export type { FieldEvent, Milestone };

// What plans, runs and "why" answer.

export interface PlanSummary {
  readonly runId: RunId;
  /** Items and variants; categories and the parents of variants are counted apart. */
  readonly counts: Readonly<Record<RowAction, number>>;
  readonly categoriesToCreate: number;
  readonly variableProductsToCreate: number;
  readonly itemsOnTill: number;
  readonly productsInStore: number;
  readonly warnings: readonly Failure[];
  /** Why `apply` would stop and ask first; null when it would not. */
  readonly brake: Failure | null;
  /** Must be settled before this plan can be applied (tax mode). */
  readonly obstacle: Failure | null;
}

export interface RunCounts {
  readonly created: number;
  readonly linked: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface RunResult {
  readonly runId: RunId;
  readonly state: Run['state'];
  readonly counts: RunCounts;
  readonly categoriesCreated: number;
  readonly variableProductsCreated: number;
  /** Products that differ and were left as they are. */
  readonly left: number;
  readonly failures: readonly {
    readonly name: string;
    readonly cloverId: CloverId | null;
    readonly failure: Failure;
  }[];
  readonly durationMs: number;
}

export interface UndoResult extends RunResult {
  readonly undone: number;
  /** Of those, products and variants that the run had made and that are in the store's trash. */
  readonly trashed?: number;
  /** Left as they are since somebody changed them after the run. */
  readonly kept: readonly { readonly name: string; readonly fields: readonly FieldName[] }[];
  /** Conflicts that it opened again; told once, by the undo itself. */
  readonly reopened?: number;
}

/** What an undo would do: products (with their variants), and items that the till would hide. */
export interface UndoPreview {
  readonly runId: RunId;
  /** It was approved and begun before, and goes on. */
  readonly isBegun: boolean;
  /** To the store's trash. */
  readonly trashed: number;
  /** Those that go there with their products. */
  readonly trashedVariants: number;
  /** No longer to be seen in the shop. */
  readonly unpublished: number;
  /** Made on the till by the run, and hidden there. */
  readonly hidden: number;
  /** Get their old values back. */
  readonly putBack: number;
  /** Linked by the run, and no longer linked. */
  readonly unlinked: number;
  /** Left as they are, since somebody changed them after the run. */
  readonly kept: number;
  /** Conflicts that would be open again, and of the first few the value that comes back. */
  readonly conflicts: { readonly count: number; readonly returns: readonly ReturningValue[] };
  /** The first few of those that it would change, and of those that it would leave. */
  readonly names: { readonly changed: readonly string[]; readonly left: readonly string[] };
}

/** What a side had when a conflict was decided, and gets back when that is undone. */
export interface ReturningValue {
  readonly name: string;
  readonly field: FieldName;
  readonly side: 'till' | 'store';
  readonly value: FieldValue;
}

/** A price that was carried over and came to nothing, or to ten times or a tenth of what it was. */
export interface OddPrice {
  readonly name: string;
  readonly cloverId: CloverId | null;
  readonly wooId: WooId | null;
  /** The side that was written to. */
  readonly side: 'till' | 'store';
  readonly before: number;
  /** null: it has none any more. */
  readonly after: number | null;
}

export interface FieldStory {
  readonly field: FieldName;
  readonly till: FieldValue;
  readonly sent: FieldValue;
  readonly store: FieldValue;
  /** What the newest run wanted to write here and has not: what each side has, and what the written one was to get. */
  readonly waiting: {
    readonly to: 'till' | 'store';
    readonly till: FieldValue;
    readonly store: FieldValue;
    readonly wanted: FieldValue;
    /** null: it is on its way. */
    readonly failure: Failure | null;
  } | null;
  /** Both sides changed it, and a person has not settled it yet; then the values above are the last agreed ones. */
  readonly conflict?: Conflict;
  /** Newest first: what each run made of this field. */
  readonly history: readonly FieldEvent[];
}

export interface ProductStory {
  readonly link: Link;
  /** The run that made it on one side from the other's. Absent where it was on both. */
  readonly made?: Milestone;
  /** It was deleted on this side; the values are the last ones known. */
  readonly gone?: Milestone;
  /** Taken off sale by hand; `backMs` null: until somebody puts it back. Absent where it was not. */
  readonly soldOut?: {
    readonly backMs: number | null;
    readonly isOffOnTill: boolean;
    /** Its availability in the store as last agreed. */
    readonly store: FieldValue;
  };
  readonly fields: readonly FieldStory[];
}
