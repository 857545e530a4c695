import type { Failure } from '../domain/failure.ts';
import type { Shadow } from '../domain/fields.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { PlanRow, RowAction } from '../domain/plan-row.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { AlertLedger } from './alert-ledger.ts';
import type {
  ChangeState,
  JournalEntry,
  Link,
  LinkKind,
  LinkStatus,
  LogLevel,
  NewJournalEntry,
  Run,
  RunChange,
  RunKind,
  RunState,
} from './ledger-records.ts';
import type { ListingLedger } from './listing-ports.ts';
import type { LiveLedger } from './live-ledger.ts';
import type { OrderLedger } from './order-ledger.ts';
import type { RetentionLedger } from './retention-ledger.ts';

export type * from './alert-ledger.ts';
export type * from './ledger-records.ts';
export type * from './listing-ports.ts';
export type * from './live-ledger.ts';
export type * from './retention-ledger.ts';

// What the engine keeps. Every method is synchronous and runs inside the transaction that is open, or in
// one of its own. `seq` and row ids give order, never a clock.

export interface LinkLedger {
  all(): Link[];
  /** In id order. */
  page(filter: { readonly status?: LinkStatus; readonly limit: number; readonly offset: number }): Link[];
  findByClover(kind: LinkKind, cloverId: CloverId): Link | null;
  findByWoo(kind: LinkKind, wooId: WooId): Link | null;
  /** By Clover id, WooCommerce id, exact SKU or exact name, for a person who names a product. */
  search(text: string): Link[];
  /** Inserts, or updates the link of the same kind and Clover id; answers its id. */
  put(link: Omit<Link, 'id' | 'pinned'>): number;
  setStatus(id: number, status: LinkStatus): void;
  /** Found in step, or at odds, just now. */
  touch(id: number, status: LinkStatus, nowMs: number): void;
  get(id: number): Link | null;
  categories(): Link[];
  /** The variable product of an item group and all its variations. */
  ofGroup(groupId: CloverId): Link[];
  rename(id: number, name: string): void;
  /** The SKU by which it is found. */
  setSku(id: number, sku: string): void;
  setPinned(id: number, pinned: readonly string[]): void;
  remove(id: number): void;
  /** Products and variants only, and with a product its variants; answers how many links went. */
  removeProducts(ids: readonly number[]): number;
  /** Forgets every link and shadow; answers how many links there were. */
  clear(): number;
  countByStatus(): Record<LinkStatus, number>;
}

export interface ShadowLedger {
  /** Keyed by link id. */
  all(): Map<number, Shadow>;
  get(linkId: number): Shadow | null;
  put(linkId: number, shadow: Shadow): void;
}

export interface RunLedger {
  /** A run in state `planning`; rows follow in portions, then `finishPlan`. */
  create(run: Pick<Run, 'kind' | 'undoes'> & { readonly createdMs: number }): RunId;
  /** `planning` -> `planned`. */
  finishPlan(id: RunId, counts: Run['counts'], details: string): void;
  get(id: RunId): Run | null;
  /** Newest first. */
  list(limit: number, offset?: number): Run[];
  /** Runs of the kind in these states, oldest first. */
  listIn(kind: RunKind, states: readonly RunState[]): Run[];
  /** The newest run of the kind in one of the states. */
  findLatest(kind: RunKind, states: readonly RunState[]): Run | null;
  setState(id: RunId, state: RunState, finishedMs?: number): void;
  setDetails(id: RunId, details: string): void;
  /** Runs that were made for the one shop are the other's. */
  moveShop(from: ShopKey, to: ShopKey): void;
  /** Marks every other `planning`, `planned` or `braked` run of this kind superseded and drops its rows. */
  supersedeOthers(kind: RunKind, keep: RunId): void;
}

export interface ChangeLedger {
  /** Inserts plan rows in order; called in portions. */
  insert(runId: RunId, rows: readonly PlanRow[]): void;
  /** In row order. */
  page(
    runId: RunId,
    filter: {
      readonly action?: RowAction;
      readonly state?: ChangeState;
      readonly limit: number;
      readonly offset: number;
    },
  ): RunChange[];
  get(id: number): RunChange | null;
  /** Every change, in any run, that touched this product, newest first; for "why". */
  history(cloverId: CloverId, limit: number): RunChange[];
  markDone(
    id: number,
    result: {
      readonly wooId: WooId | null;
      readonly requestId: string;
      readonly isCreated: boolean;
      readonly doneMs: number;
    },
  ): void;
  /** @param requestId '' where the service named none */
  markFailed(id: number, failure: Failure, doneMs: number, requestId?: string): void;
  setState(id: number, state: ChangeState): void;
  /** The till has made what this change asked for. */
  setClover(id: number, cloverId: CloverId): void;
  /** Per action and state. */
  count(runId: RunId): {
    readonly action: RowAction;
    readonly kind: PlanRow['kind'];
    readonly state: ChangeState;
    readonly isCreated: boolean;
    readonly count: number;
  }[];
  failures(runId: RunId, limit: number): RunChange[];
  /** Writes by the side that they went to. */
  countBySide(
    runId: RunId,
  ): { readonly side: 'till' | 'store'; readonly state: ChangeState; readonly count: number }[];
  /** Refused rows that nothing newer made up for, newest first. */
  parked(limit: number, offset: number): RunChange[];
  countParked(): number;
  /** Refused rows that are parked no more, though nothing newer made up for them. */
  release(ids: readonly number[], nowMs: number): void;
  /** Products that differ and stay so: edited in the store, a conflict, put back by an undo. */
  countLeft(runId: RunId): number;
  /** What a run had made on the other side, or linked, and an undo took back; nothing has linked it since. */
  undone(): { readonly cloverId: CloverId; readonly wooId: WooId | null }[];
}

export type OutboxKind =
  | 'woo.category'
  | 'woo.product'
  | 'woo.variation'
  | 'woo.stock'
  | 'till.item'
  | 'till.stock'
  | 'till.new'
  | 'till.category';
export type OutboxState = 'waiting' | 'running' | 'unknown' | 'parked' | 'done';

/** One write that is to be done outside, committed before it is tried. */
export interface OutboxRow {
  readonly seq: number;
  readonly runId: RunId;
  readonly changeId: number;
  /** null, as is the Clover id, for what the till is to make: the link follows its answer. */
  readonly linkId: number | null;
  readonly kind: OutboxKind;
  /** null creates. */
  readonly wooId: WooId | null;
  readonly cloverId: CloverId | null;
  readonly parentCloverId: CloverId | null;
  /** JSON of a ProductPatch (of `{name}` for a category), of a TillPatch for the till. */
  readonly payload: string;
  readonly attempt: number;
  /** The highest store product id known before the first attempt: what a lost answer made lies above. */
  readonly floorId: WooId | null;
  readonly state: OutboxState;
}

export interface OutboxLedger {
  /**
   * Approval, in one transaction: a link for every row that will have one (status waiting), and an outbox
   * row for every row with a patch for either side. Link rows without one are done at once.
   */
  approve(runId: RunId, nowMs: number): void;
  countWaiting(runId: RunId, kind: OutboxKind): number;
  /** New things that runs of the sync have still to make or to find, on either side. */
  listMakings(): OutboxRow[];
  /** Counts of the till whose write was tried, and of which it is not known yet what became of it. */
  listTriedCounts(): OutboxRow[];
  /** Waiting, running or unknown: what the run still has to do or to find out. */
  countOpen(runId: RunId): number;
  /** Takes waiting rows of the kind in order, marks them running. */
  take(runId: RunId, kind: OutboxKind, limit: number): OutboxRow[];
  /** Takes waiting categories whose parent has its store id, marks them running. */
  takeCategories(runId: RunId, limit: number): OutboxRow[];
  /** Takes the next category that is to go, marks it running; null where none is left. */
  takeRemoval(runId: RunId): OutboxRow | null;
  /** Takes waiting products (variable ones first), marks them running with the floor. */
  takeProducts(runId: RunId, limit: number, floorId: WooId): OutboxRow[];
  /** Takes the waiting variations of one parent that has its store id, marks them running. */
  takeVariations(
    runId: RunId,
    limit: number,
  ): { readonly parentWooId: WooId; readonly rows: OutboxRow[] } | null;
  /** Rows left `running` by a crash become `unknown`; answers them. */
  claimUnknown(runId: RunId): OutboxRow[];
  /** Waiting variations whose parent failed or has none coming, for naming them as failed. */
  orphanVariations(runId: RunId): OutboxRow[];
  setState(seqs: readonly number[], state: OutboxState): void;
  /** Notes in the intent what is known only just before the try, such as the count that was read. */
  setPayload(seq: number, payload: string): void;
  /** The intent as it is now; null where the row is gone. */
  readPayload(seq: number): string | null;
  /** Waiting again, one attempt later. */
  requeue(seqs: readonly number[]): void;
  countByState(): {
    readonly waiting: number;
    readonly running: number;
    readonly unknown: number;
    readonly parked: number;
    readonly oldestMs: number | null;
  };
  /** Rows of a finished run are no longer needed. */
  prune(runId: RunId): void;
}

export interface JournalLedger {
  add(entry: NewJournalEntry): void;
  /** Newest first. */
  page(filter: {
    readonly sinceMs?: number;
    readonly level?: LogLevel;
    readonly limit: number;
    readonly offset: number;
  }): JournalEntry[];
}

export interface SettingLedger {
  /** Only those that a person has set. */
  all(): ReadonlyMap<string, string>;
  put(key: string, value: string): void;
  remove(key: string): void;
}

/** Small named facts: connections (without secrets), schema marks. JSON values. */
export interface MetaLedger {
  get(key: string): string | null;
  put(key: string, value: string): void;
  remove(key: string): void;
}

export interface Ledger extends LiveLedger {
  /** BEGIN IMMEDIATE; nested calls join. Rolls back when `work` throws. */
  transaction<T>(work: () => T): T;
  readonly links: LinkLedger;
  readonly shadows: ShadowLedger;
  readonly runs: RunLedger;
  readonly changes: ChangeLedger;
  readonly outbox: OutboxLedger;
  readonly journal: JournalLedger;
  readonly settings: SettingLedger;
  readonly meta: MetaLedger;
  readonly listings: ListingLedger;
  readonly alerts: AlertLedger;
  /** The web orders of one merchant and store. */
  ordersOf(shop: ShopKey): OrderLedger;
  readonly retention: RetentionLedger;
}

/** The copy of the data file that a rehearsal works on; it outlasts the program, so that no restart ends one unseen. */
export interface RehearsalCopy {
  exists(): boolean;
  make(): Promise<void>;
  open(): { readonly ledger: Ledger; close(): void };
  discard(): void;
}
