import type { Failure } from '../domain/failure.ts';
import type { FieldName, FieldValue, RuleCode } from '../domain/fields.ts';
import type { CloverId, RunId } from '../domain/ids.ts';
import type { Choice } from '../domain/known-link.ts';
import type { RowAction } from '../domain/plan-row.ts';
import type { SettingKey } from '../domain/settings.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { TillFacts } from '../domain/till-catalog.ts';
import type { JournalEntry, Link, LinkStatus, LogLevel, Run, RunChange } from './ledger-ports.ts';

/** What came of something a person asked for. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const succeed = <T>(value: T): Attempt<T> => ({ ok: true, value });
export const fail = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

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
}

export interface StoreConnection {
  readonly store: StoreFacts;
  readonly warnings: readonly Failure[];
}

export interface Connections {
  /** null where that side is not connected. */
  readTill(): TillConnection | null;
  readStore(): StoreConnection | null;
  connectTill(credentials: CloverCredentials): Promise<Attempt<TillConnection>>;
  connectStore(credentials: StoreCredentials): Promise<Attempt<StoreConnection>>;
  /** Forgets the secret; links and history stay. False when it was not connected. */
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
  readonly failures: readonly {
    readonly name: string;
    readonly cloverId: CloverId | null;
    readonly failure: Failure;
  }[];
  readonly durationMs: number;
}

export interface UndoResult extends RunResult {
  readonly undone: number;
  /** Left as they are since somebody changed them after the run. */
  readonly kept: readonly { readonly name: string; readonly fields: readonly FieldName[] }[];
}

export interface FieldStory {
  readonly field: FieldName;
  readonly till: FieldValue;
  readonly sent: FieldValue;
  readonly store: FieldValue;
  /** Newest first: what each run decided on this field. */
  readonly history: readonly {
    readonly runId: RunId;
    readonly atMs: number | null;
    readonly side: 'till' | 'store';
    readonly rule: RuleCode;
    readonly before: FieldValue | null;
    readonly after: FieldValue;
    readonly requestId: string | null;
  }[];
}

export interface ProductStory {
  readonly link: Link;
  readonly fields: readonly FieldStory[];
}

export interface EngineStatus {
  readonly till: TillConnection | null;
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
  readonly warnings: readonly Failure[];
}

/** The engine as the window, the command line and the tests know it. */
export interface Engine {
  readonly connections: Connections;
  readonly settings: SettingRules;
  plan(options: {
    readonly choices: ReadonlyMap<CloverId, Choice>;
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
