import type { Failure } from '../domain/failure.ts';
import type { CloverId, RunId, WooId } from '../domain/ids.ts';
import type { ReasonCode, RowAction } from '../domain/plan-row.ts';
import type { JournalEntry, Link, LinkStatus, LogLevel, RunChange } from './ledger-records.ts';

// Long lists as a person looks at them: searched, sorted and cut by the data file itself.

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export type ProductSort = 'name' | 'sku' | 'status' | 'tillPrice' | 'storePrice' | 'lastSyncedMs';

export interface ProductFilter extends Page {
  /** Part of a name or SKU, or a whole Clover or WooCommerce id; capitals make no difference. */
  readonly search?: string | undefined;
  readonly status?: LinkStatus | undefined;
  readonly sort: ProductSort;
  readonly isDescending: boolean;
}

/** A linked product with what was last agreed on its price and stock. */
export interface ListedProduct {
  readonly link: Link;
  /** Whole minor units; null where it has none of its own. */
  readonly tillPriceAmount: number | null;
  readonly storePriceAmount: number | null;
  readonly tillStock: number | null;
  readonly storeStock: number | null;
  /** The store shows it to no customer; a variant follows its product. */
  readonly isDraft: boolean;
  readonly isHiddenOnTill: boolean;
  /** How the two were found to belong together; null when that run's rows are gone. */
  readonly reason: ReasonCode | null;
  readonly score: number | null;
  /** Only of a product in error. */
  readonly failure: Failure | null;
}

export interface ChangeFilter extends Page {
  readonly action?: RowAction | undefined;
  /** Part of a name or SKU. */
  readonly search?: string | undefined;
}

export type LogSort = 'atMs' | 'level' | 'action' | 'entity' | 'times';

export interface LogFilter extends Page {
  /** Part of a message or of what it is about. */
  readonly search?: string | undefined;
  readonly level?: LogLevel | undefined;
  readonly side?: string | undefined;
  readonly action?: string | undefined;
  /** Exactly what it is about. */
  readonly entity?: string | undefined;
  /** Entries of the same level, action, side and message become one. */
  readonly isGrouped?: boolean | undefined;
  readonly sort: LogSort;
  readonly isDescending: boolean;
}

/** An entry by itself, or the newest of those that say the same. */
export interface LoggedLine extends JournalEntry {
  readonly times: number;
  /** How many things they are about. */
  readonly entities: number;
  readonly firstMs: number;
}

/** `sold-out`: switched off by hand or on a side, though the count says otherwise or there is none. */
export type StockWord = 'conflict' | 'out' | 'sold-out' | 'low' | 'oversold' | 'enough' | 'untracked';

export interface StockRow {
  readonly linkId: number;
  readonly cloverId: CloverId;
  readonly wooId: WooId | null;
  readonly name: string;
  readonly sku: string;
  /** Last agreed, of a conflict what each side says now; null where that side does not count it. */
  readonly till: number | null;
  readonly store: number | null;
  readonly word: StockWord;
  /** The threshold that holds for it, and whether it is its own. */
  readonly threshold: number;
  readonly hasOwnThreshold: boolean;
  readonly soldOut: { readonly backMs: number | null } | null;
}

export interface StockFilter extends Page {
  /** Only these; all where absent. */
  readonly words?: readonly StockWord[] | undefined;
  /** For products that have none of their own. */
  readonly lowThreshold: number;
  /** Part of a name or an SKU. */
  readonly search?: string | undefined;
}

export interface ListingLedger {
  /** Conflicts, oversold, out and low first, then by name. */
  stock(filter: StockFilter): StockRow[];
  /** @param search part of a name or an SKU; all where absent */
  countStock(lowThreshold: number, search?: string): Record<StockWord, number>;
  /** Products and variants; categories are not among them. */
  products(filter: ProductFilter): { readonly products: ListedProduct[]; readonly total: number };
  product(linkId: number): ListedProduct | null;
  /** Links of products, without their variants, that imports made and the store shows to no customer. */
  drafts(): number[];
  /** Those that need a person first, those left alone last; then in row order. */
  changes(runId: RunId, filter: ChangeFilter): { readonly rows: RunChange[]; readonly total: number };
  /** Names of the categories that plans or links know, by their key in the field `categories`. */
  categoryNames(): ReadonlyMap<string, string>;
  journal(filter: LogFilter): { readonly entries: LoggedLine[]; readonly total: number };
  /** The actions that occur, by name. */
  journalActions(): string[];
}
