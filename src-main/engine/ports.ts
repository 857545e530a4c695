import type { Failure, FailureCode } from '../domain/failure.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ProductPatch } from '../domain/product-patch.ts';
import type { ShopOrder } from '../domain/shop-order.ts';
import type { StoreCatalog, StoreCategory, StoreFacts, StoreProduct } from '../domain/store-catalog.ts';
import type {
  TillAttribute,
  TillCatalog,
  TillFacts,
  TillItem,
  TillItemGroup,
} from '../domain/till-catalog.ts';
import type { NewTillItem, TillPatch } from '../domain/till-patch.ts';
import type { Attempt } from './attempt.ts';
import type { StoreOrderPort, TillOrderPort } from './order-ports.ts';

// --- the machine, all of it injected: a simulation brings its own ---

export interface Clock {
  /** Unix milliseconds, for people and logs; never for order (that is `seq`). */
  nowMs(): number;
  /** Never goes backwards; for durations and rates. */
  monotonicMs(): number;
}

export interface Timers {
  /** Resolves after the delay, or at once with a rejection when the signal aborts. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Calls back once after the delay unless cancelled. */
  after(delayMs: number, callback: () => void): { cancel(): void };
  /** Lets pending input and output happen: long loops call it so that the event loop is never held. */
  breathe(): Promise<void>;
}

export interface Random {
  /** A fraction in [0, 1), for jitter. */
  fraction(): number;
  /** Lower-case hex of `length` random bytes, for nonces. */
  hex(length: number): string;
}

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface WireAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

/** Carries one request. Throws what the network throws; `connectors/http.ts` gives it a meaning. */
export interface Transport {
  send(request: WireRequest): Promise<WireAnswer>;
}

/** Keeps secrets outside the data file, under names; never in plain text. */
export interface SecretPort {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/**
 * Opens what keeps secrets.
 * @param owner the address of the side or relay whose secret is about to be kept; absent where nothing new is
 */
export type OpenVault = (owner?: string) => Promise<Attempt<SecretPort>>;

/** The practice servers that this program has started; they end with it. */
export interface PracticeServers {
  /** Servers that have just started; what was known of earlier ones is forgotten. */
  begin(addresses: readonly string[]): void;
  /** Whether one of them is at this address. */
  has(address: string): boolean;
  /** Their keys are in memory alone, since this computer has no keychain. */
  holdsKeys(): boolean;
}

/** Where the till's calls get their token from: it may change from one call to the next. */
export interface TokenSource {
  /** The token to call with now, renewed first where it is about to end. */
  take(): Promise<Outcome<string>>;
  /** After a call was refused with `refused`: another token to try once more with, or the same one where there is none. */
  renew(refused: string): Promise<Outcome<string>>;
  /** What a refusal means that no other token cures. */
  readonly refusal: FailureCode;
}

// --- the till ---

export interface TillPort {
  readonly orders: TillOrderPort;
  readFacts(): Promise<Outcome<TillFacts>>;
  /** Reads the whole catalog; `onPage` hears the number of items read so far. */
  readCatalog(onPage: (itemsRead: number) => void): Promise<Outcome<TillCatalog>>;
  /** One item's counted stock, read fresh; null when never set. */
  readStock(itemId: CloverId): Promise<Outcome<number | null>>;

  // --- changes ---

  /** Items whose `modifiedTime` is at or after the till's own time `sinceMs`; stock alone does not move it. */
  readChangedItems(sinceMs: number): Promise<Outcome<ChangedItems>>;
  /** Existing items by id, absent and deleted ones left out; single reads or pages, whatever is less. */
  readItems(ids: readonly CloverId[]): Promise<Outcome<readonly TillItem[]>>;
  /** Every counted stock, by item, in the fewest pages. */
  readStocks(): Promise<Outcome<ReadonlyMap<CloverId, number>>>;
  /** The catalog without its items. */
  readLists(): Promise<Outcome<Omit<TillCatalog, 'items'>>>;
  /** Orders changed at or after the till's own time, with their lines, oldest first. */
  readOrders(sinceMs: number): Promise<Outcome<ChangedOrders<number>>>;

  /** When the shop is open, by its own clock; null where the till does not say. */
  readOpeningHours(): Promise<Outcome<OpeningHours | null>>;

  // --- writes: each sets absolute values, so a repeated one changes nothing ---

  /**
   * Changes items: fields in bulk, then category and modifier assignments. `stockDelta` and `stockCount`
   * are not looked at. The answer's order is the request's.
   */
  writeItems(rows: readonly TillWrite[]): Promise<Outcome<readonly TillRowOutcome[]>>;
  /** Sets the count; answers the count that the till then says. */
  writeStock(itemId: CloverId, quantity: number): Promise<Outcome<number>>;
  /** Not safe to repeat: the till knows no double (clover.md 6.2). Stock and assignments are separate calls. */
  createItem(item: NewTillItem): Promise<Outcome<TillItem>>;
  /** Adopts a category of the same name under the same parent. */
  createCategory(name: string, parentId: CloverId | null): Promise<Outcome<CloverId>>;
  renameCategory(id: CloverId, name: string): Promise<Outcome<void>>;
  /** null moves it to the top; looked at again, since a place that is not taken is no error (clover.md 6.5). */
  moveCategory(id: CloverId, parentId: CloverId | null): Promise<Outcome<void>>;
  /** Makes the group with its attributes and options, or completes one of the same name that has no items yet. */
  createItemGroup(
    name: string,
    attributes: readonly { readonly name: string; readonly options: readonly string[] }[],
  ): Promise<Outcome<TillItemGroup>>;
  /** Gives a group that is there options that it lacks; answers the attributes that were named, whole. */
  addGroupOptions(
    id: CloverId,
    attributes: readonly { readonly name: string; readonly options: readonly string[] }[],
  ): Promise<Outcome<readonly TillAttribute[]>>;
  /** The till then makes new names for all its items (clover.md 6.6). */
  renameItemGroup(id: CloverId, name: string): Promise<Outcome<void>>;
}

export interface ChangedItems {
  readonly items: readonly TillItem[];
  /** The highest `modifiedTime` seen, the till's clock; null where nothing changed. */
  readonly untilMs: number | null;
}

export interface ChangedOrders<At> {
  readonly orders: readonly ShopOrder[];
  /** The newest change seen, by that side's clock; null where nothing changed. */
  readonly until: At | null;
}

export interface TillWrite {
  readonly id: CloverId;
  readonly patch: TillPatch;
  /** `patch.categories.add` with every store category turned into its till id. */
  readonly addCategoryIds: readonly CloverId[];
}

/** `isDone` where every part of the row was accepted. */
export type TillRowOutcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly failure: Failure };

// --- the store ---

export type RowOutcome =
  | { readonly isDone: true; readonly product: StoreProduct }
  | { readonly isDone: false; readonly failure: Failure; readonly resourceId: WooId | null };

export type TermOutcome =
  | { readonly isDone: true; readonly id: WooId }
  | { readonly isDone: false; readonly failure: Failure };

export interface ProductWrite {
  /** null creates. */
  readonly id: WooId | null;
  readonly patch: ProductPatch;
  /** `patch.categories` with every till category turned into its store id. */
  readonly categoryIds: readonly WooId[] | null;
}

/** A product as the search after a lost answer sees it. */
export interface MarkedProduct {
  readonly id: WooId;
  readonly itemId: CloverId | null;
}

export interface StoreHook {
  readonly id: number;
  readonly name: string;
  /** The store switches one off by itself after failures in a row (woocommerce.md 5). */
  readonly status: 'active' | 'paused' | 'disabled';
  readonly topic: string;
  readonly url: string;
}

/** The store's webhooks. */
export interface StoreHookPort {
  list(): Promise<Outcome<readonly StoreHook[]>>;
  create(hook: {
    readonly name: string;
    readonly topic: string;
    readonly url: string;
    readonly secret: string;
  }): Promise<Outcome<StoreHook>>;
  /** Switches it on, with a new secret where one is given. */
  update(id: number, change: { readonly secret?: string }): Promise<Outcome<StoreHook>>;
  remove(id: number): Promise<Outcome<void>>;
}

export interface StorePort {
  readonly orders: StoreOrderPort;
  readonly hooks: StoreHookPort;
  readFacts(): Promise<Outcome<StoreFacts>>;
  readCatalog(
    options: { readonly withDescriptions: boolean },
    onPage: (productsRead: number) => void,
  ): Promise<Outcome<StoreCatalog>>;
  /** Existing products (not variations) by id, absent ones left out. At most 100 ids a call. */
  readProducts(ids: readonly WooId[]): Promise<Outcome<readonly StoreProduct[]>>;
  readVariations(parentId: WooId): Promise<Outcome<readonly StoreProduct[]>>;
  /** Creates and updates in one batch, at most `batchLimit` rows; the answer's order is the request's. */
  writeProducts(rows: readonly ProductWrite[]): Promise<Outcome<readonly RowOutcome[]>>;
  writeVariations(parentId: WooId, rows: readonly ProductWrite[]): Promise<Outcome<readonly RowOutcome[]>>;
  /** Creates categories; one that exists under the parent already is adopted (`term_exists`). */
  createCategories(
    rows: readonly { readonly name: string; readonly parentId: WooId | null }[],
  ): Promise<Outcome<readonly TermOutcome[]>>;
  /** Deletes a category only if no product is in it; false when it was left. */
  deleteEmptyCategory(id: WooId): Promise<Outcome<boolean>>;
  /** Products with an id above `afterId`, newest first, trash left out: the search after a lost answer. */
  findProductsAbove(afterId: WooId): Promise<Outcome<readonly MarkedProduct[]>>;

  // --- changes ---

  /**
   * Products changed after the store's own time (`2026-11-21T10:00:00`, UTC without a suffix; null for now:
   * answers only `until`), with the variations of changed variable products, and what went to the trash.
   */
  readChanges(since: string | null): Promise<Outcome<StoreChanges>>;
  readCategories(): Promise<Outcome<readonly StoreCategory[]>>;
  /** Renames and moves; the answer's order is the request's. */
  updateCategories(rows: readonly CategoryUpdate[]): Promise<Outcome<readonly TermOutcome[]>>;
  /** Orders changed after the store's own time, with their lines, oldest first. */
  readOrders(since: string | null): Promise<Outcome<ChangedOrders<string>>>;
  /**
   * Adds to counted stocks (negative takes away), at most `batchLimit` rows, all products or all variations
   * of one parent. By the store's own difference where it takes one (woocommerce.md 3.1; probed once), else
   * read, set, read back. The answer's order is the request's.
   */
  moveStock(
    parentId: WooId | null,
    rows: readonly { readonly id: WooId; readonly delta: number }[],
  ): Promise<Outcome<readonly RowOutcome[]>>;
}

export interface StoreChanges {
  readonly products: readonly StoreProduct[];
  /** By parent, for every changed variable product. */
  readonly variations: ReadonlyMap<WooId, readonly StoreProduct[]>;
  readonly trashedIds: readonly WooId[];
  /** The newest change seen, the store's clock; null where nothing changed. */
  readonly until: string | null;
}

export interface CategoryUpdate {
  readonly id: WooId;
  readonly name?: string;
  /** null moves it to the top. */
  readonly parentId?: WooId | null;
}

// --- e-mail ---

/** The merchant's account on a mail server. */
export interface MailAccess {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  /** null sends without signing in. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

export interface MailMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly isUrgent: boolean;
}

export interface MailPort {
  /** null once the server has taken it. A failure never holds the password. */
  send(access: MailAccess, message: MailMessage, signal: AbortSignal): Promise<Failure | null>;
}
