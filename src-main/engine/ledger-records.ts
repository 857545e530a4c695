import type { Failure } from '../domain/failure.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { PlanRow, RowAction } from '../domain/plan-row.ts';

// What the engine keeps, as it reads it back.

export type LinkKind = 'product' | 'variation' | 'category';
export type LinkStatus = 'waiting' | 'synced' | 'error' | 'conflict' | 'deleted';

export interface Link {
  readonly id: number;
  readonly kind: LinkKind;
  readonly cloverId: CloverId;
  /** null until the store has made it. */
  readonly wooId: WooId | null;
  readonly parentWooId: WooId | null;
  /** The item group: of a variation its parent's, of a variable product its own (equal to cloverId). */
  readonly groupId: CloverId | null;
  readonly name: string;
  readonly sku: string;
  readonly status: LinkStatus;
  readonly pinned: readonly string[];
  readonly lastSyncedMs: number | null;
}

export type RunKind = 'import' | 'undo' | 'sync' | 'push' | 'csv';

/**
 * planning -> planned -> approved -> applying -> done. `braked` waits for `approve`; `cancelled` and `stopped` (network,
 * authorisation) can be taken up again; `superseded` is a plan that a newer one replaced.
 */
export type RunState =
  | 'planning'
  | 'planned'
  | 'braked'
  | 'approved'
  | 'applying'
  | 'cancelled'
  | 'stopped'
  | 'done'
  | 'superseded';

export interface Run {
  readonly id: RunId;
  readonly kind: RunKind;
  readonly state: RunState;
  /** For an undo: the run that it undoes. */
  readonly undoes: RunId | null;
  readonly counts: Readonly<Record<RowAction, number>>;
  /** JSON made by the flow: warnings, brake, the highest store id when the plan was made. */
  readonly details: string;
  readonly createdMs: number;
  readonly finishedMs: number | null;
  /** Rows that were refused. */
  readonly failed: number;
}

export type ChangeState = 'planned' | 'waiting' | 'done' | 'failed' | 'undone' | 'kept';

/** One row of a run's plan and what became of it. */
export interface RunChange extends PlanRow {
  readonly id: number;
  readonly runId: RunId;
  readonly state: ChangeState;
  readonly failure: Failure | null;
  readonly requestId: string | null;
  readonly doneMs: number | null;
  /** Whether applying it made the product in the store (rather than adopting one that was there). */
  readonly isCreated: boolean;
  /** Refused, and settled by other means since. */
  readonly isReleased?: boolean;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface JournalEntry {
  readonly id: number;
  readonly atMs: number;
  readonly level: LogLevel;
  /** `import`, `undo`, `connection`, `setting`, ... */
  readonly action: string;
  /** `till`, `store` or `app`. */
  readonly side: string;
  readonly entity: string;
  readonly message: string;
  readonly runId: RunId | null;
  /** Why it failed; `message` says only that it did. */
  readonly failure: Failure | null;
}

/** An entry as it is written. */
export type NewJournalEntry = Omit<JournalEntry, 'id' | 'failure'> & { readonly failure?: Failure };
