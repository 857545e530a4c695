import type { Failure } from '../domain/failure.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ProductPatch } from '../domain/product-patch.ts';
import type { StoreCatalog, StoreFacts, StoreProduct } from '../domain/store-catalog.ts';
import type { TillCatalog, TillFacts } from '../domain/till-catalog.ts';

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

// --- the till ---

export interface TillPort {
  readFacts(): Promise<Outcome<TillFacts>>;
  /** Reads the whole catalog; `onPage` hears the number of items read so far. */
  readCatalog(onPage: (itemsRead: number) => void): Promise<Outcome<TillCatalog>>;
  /** One item's counted stock, read fresh; null when never set. */
  readStock(itemId: CloverId): Promise<Outcome<number | null>>;
}

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

export interface StorePort {
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
