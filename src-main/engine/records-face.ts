import type { RunId } from '../domain/ids.ts';
import type { Attempt } from './attempt.ts';
import type { JournalEntry, Run, RunChange } from './ledger-records.ts';
import type {
  ChangeFilter,
  ListedProduct,
  LogFilter,
  LoggedLine,
  Page,
  ProductFilter,
} from './listing-ports.ts';
import type { PlanSummary, ProductStory, RunResult, UndoResult } from './results.ts';

/** What is kept, as the window leafs through it; asks neither side. */
export interface Records {
  products(filter: ProductFilter): { readonly products: ListedProduct[]; readonly total: number };
  product(linkId: number): Attempt<ListedProduct>;
  story(linkId: number): Attempt<ProductStory>;
  /** Products that imports made and no customer sees. */
  countDrafts(): number;
  /** A plan that publishes those, for `apply`. */
  planPublish(): Attempt<PlanSummary>;
  /** Forgets links with what was agreed on them, and those of a product's variants; answers how many. */
  unlink(linkIds: readonly number[]): number;
  /** A pinned field is never written. Refuses what is no field with USE_BAD_VALUE. */
  pin(linkId: number, field: string, isPinned: boolean): Attempt<ListedProduct>;
  /** Newest first. */
  runs(page: Page): (Run & { readonly isHere: boolean })[];
  /** What a plan said when it was made, also after it was applied. */
  plan(runId: RunId): Attempt<PlanSummary>;
  rows(runId: RunId, filter: ChangeFilter): Attempt<{ readonly rows: RunChange[]; readonly total: number }>;
  /** Names of known categories, by their key in the field `categories`. */
  categoryNames(): ReadonlyMap<string, string>;
  /** What came of a run, as far as it got. */
  result(runId: RunId): Attempt<RunResult | UndoResult>;
  log(filter: LogFilter): {
    readonly entries: LoggedLine[];
    readonly total: number;
    readonly actions: string[];
  };
  /** One line in the log, such as a mistake of our own that the window met. */
  note(entry: Pick<JournalEntry, 'level' | 'action' | 'entity' | 'message'>): void;
}
