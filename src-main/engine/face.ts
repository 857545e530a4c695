import type { Failure } from '../domain/failure.ts';
import type { FieldName } from '../domain/fields.ts';
import type { CloverId, RunId } from '../domain/ids.ts';
import type { Choice } from '../domain/known-link.ts';
import type { AddOnVerdict } from '../domain/modifier-adapters/adapter.ts';
import type { RowAction } from '../domain/plan-row.ts';
import type { SettingKey } from '../domain/settings.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { TillFacts } from '../domain/till-catalog.ts';
import type { Alerts } from './alerts-face.ts';
import type { Attempt } from './attempt.ts';
import type { HubDesk } from './hub-face.ts';
import type { JournalEntry, Link, LinkStatus, LogLevel, Run, RunChange } from './ledger-ports.ts';
import type { LiveFace } from './live-face.ts';
import type { Orders } from './order-face.ts';
import type { PracticeDesk } from './practice-face.ts';
import type { Records } from './records-face.ts';
import type { Rehearsal } from './rehearsal-face.ts';
import type { PlanSummary, ProductStory, RunResult, UndoPreview, UndoResult } from './results.ts';

export type * from './alerts-face.ts';
export { type Attempt, fail, succeed } from './attempt.ts';
export { isNews } from './field-event.ts';
export type * from './hub-face.ts';
export type * from './live-face.ts';
export type { MergeRule, Side } from './live-ledger.ts';
export type * from './order-face.ts';
export type * from './practice-face.ts';
export type { Records } from './records-face.ts';
export type * from './rehearsal-face.ts';
export type * from './results.ts';

export type CloverEnvironment = 'sandbox' | 'na' | 'eu' | 'la';

export interface CloverCredentials {
  readonly environment: CloverEnvironment;
  /** Overrides the environment's host; plain http only to loopback. */
  readonly apiUrl: string | null;
  readonly merchantId: string;
  readonly token: string;
}

export interface StoreCredentials {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

export interface TillConnection {
  readonly merchant: TillFacts;
  readonly environment: CloverEnvironment;
  readonly apiUrl: string | null;
  /** Area -> `rw`, `r` or `none`. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly warnings: readonly Failure[];
  /** Of a till that was connected through Clover's own page; absent where a merchant's API token was given. */
  readonly login?: { readonly appId: string };
}

/** How the till's access stands that was given through Clover's page; times in Unix milliseconds. */
export interface TillLoginFacts {
  readonly accessEndsMs: number;
  /** null: nothing can be renewed. */
  readonly refreshEndsMs: number | null;
  /** Why somebody has to connect again; null while it renews itself. */
  readonly lost: Failure | null;
}

export interface StoreConnection {
  readonly store: StoreFacts;
  readonly warnings: readonly Failure[];
}

export interface Connections {
  /** null where that side is not connected. */
  readTill(): TillConnection | null;
  readStore(): StoreConnection | null;
  /** null where the till is not connected, or by an API token. */
  readTillLogin(): TillLoginFacts | null;
  connectTill(credentials: CloverCredentials): Promise<Attempt<TillConnection>>;
  connectStore(credentials: StoreCredentials): Promise<Attempt<StoreConnection>>;
  /** Forgets the secret, and takes the store’s webhooks away first; links and history stay. False when it was not connected. */
  disconnect(side: 'till' | 'store'): Promise<boolean>;
  /** One real call to each connected side; a side that is not connected answers its failure. */
  test(): Promise<{ readonly till: Attempt<TillFacts>; readonly store: Attempt<StoreFacts> }>;
}

export interface SettingView {
  readonly key: SettingKey;
  readonly value: string;
  readonly initial: string;
  readonly meaning: string;
  readonly takes: string;
}

export interface SettingRules {
  list(): SettingView[];
  /** Refuses by name: SETTING_UNKNOWN, SETTING_REFUSED (facts: key, value, takes). All or nothing. */
  set(values: Readonly<Record<string, string>>): Attempt<readonly SettingKey[]>;
}

/** Where a plan or a run stands; `total` is 0 while unknown. */
export interface Progress {
  readonly phase:
    | 'reading-till'
    | 'reading-store'
    | 'planning'
    | 'categories'
    | 'products'
    | 'recovering'
    | 'undoing'
    | 'finished';
  readonly done: number;
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
  /** The newest failure, named as it comes. */
  readonly failure?: { readonly name: string; readonly failure: Failure };
}

export interface EngineStatus {
  readonly till: TillConnection | null;
  /** Of a till that was connected through Clover's page. */
  readonly tillLogin?: TillLoginFacts | null;
  readonly store: StoreConnection | null;
  readonly queue: {
    readonly waiting: number;
    readonly running: number;
    readonly unknown: number;
    readonly parked: number;
    readonly oldestSeconds: number | null;
  };
  readonly products: Readonly<Record<LinkStatus, number>>;
  readonly lastSyncMs: number | null;
  /** An import that stopped half-way and can be taken up again. */
  readonly unfinishedRun: Run | null;
  /** Known differences: changes in a plan that waits for approval, and products left different on purpose. */
  readonly differing: { readonly planned: number; readonly left: number };
  /** Which add-on plugin shows the modifier groups, and why; null while the store was not asked. */
  readonly addOns: AddOnVerdict | null;
  readonly warnings: readonly Failure[];
}

/** `till` writes to the store only, `store` to the till only. */
export type PlanSource = 'till' | 'store' | 'both';

/** The engine as the window, the command line and the tests know it. */
export interface Engine extends LiveFace {
  readonly hub: HubDesk;
  readonly connections: Connections;
  readonly settings: SettingRules;
  readonly records: Records;
  readonly alerts: Alerts;
  readonly orders: Orders;
  readonly rehearsal: Rehearsal;
  readonly practice: PracticeDesk;
  plan(options: {
    readonly choices: ReadonlyMap<CloverId, Choice>;
    /** Whose things and differences the plan is about; the till's where absent. */
    readonly from?: PlanSource;
    readonly onProgress: (progress: Progress) => void;
  }): Promise<Attempt<PlanSummary>>;
  /** Rows of a plan or run, in order. */
  rows(
    runId: RunId,
    filter: { readonly action?: RowAction; readonly limit: number; readonly offset: number },
  ): Attempt<RunChange[]>;
  /**
   * Applies a plan, or takes up a run that was cancelled, stopped or killed. Fails with RUN_BRAKED when the
   * plan would change too much at once: `approve` lets it go on.
   */
  apply(
    runId: RunId,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<Attempt<RunResult>>;
  /** Lets a braked run go on; `apply` is still needed to run it. */
  approve(runId: RunId): Attempt<void>;
  /** What `undo` would do now; writes nothing. Fails as `undo` does. */
  previewUndo(runId: RunId): Promise<Attempt<UndoPreview>>;
  undo(
    runId: RunId,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<Attempt<UndoResult>>;
  /** The newest import that was cancelled, stopped or killed before its end. */
  findUnfinished(): Run | null;
  /** The newest run, of any state, for commands that name none. */
  runs(limit: number): Run[];
  /** By Clover id, WooCommerce id, SKU or exact name. */
  why(product: string, field?: FieldName): Attempt<ProductStory>;
  status(): EngineStatus;
  links(filter: { readonly status?: LinkStatus; readonly limit: number; readonly offset: number }): Link[];
  log(filter: {
    readonly sinceMs?: number;
    readonly level?: LogLevel;
    readonly limit: number;
    readonly offset: number;
  }): JournalEntry[];
  /** Forgets all links and last agreed values; deletes nothing on either side. Answers how many links. */
  clean(): number;
}
