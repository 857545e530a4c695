import type { PracticeClock } from '../clock.ts';
import type { PracticeRandom } from '../random.ts';
import type { DeveloperApp } from './app/developer-app.ts';
import { ORDER_ANSWERS, type OrderAnswers } from './order-options.ts';

export interface TillMerchantOptions {
  /** 13 characters; drawn when absent. */
  readonly id?: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** An Olson name. */
  readonly timezone: string;
  /** Two letters. */
  readonly country: string;
  /** Prices include tax (clover.md 6.1). */
  readonly vat: boolean;
  /** The merchant uses stock at all. */
  readonly trackStock: boolean;
  /** Sales lower the stock (clover.md 6.4). */
  readonly updateStock: boolean;
  /** Absent: North America. Europe cuts customers down (clover.md 8). */
  readonly region?: 'na' | 'eu' | 'la';
  /** When it is open, by weekday (`monday`); none where absent. */
  readonly openingHours?: Readonly<
    Record<string, readonly { readonly start: number; readonly end: number }[]>
  >;
}

export interface TillLimits {
  /** Requests of one token within any second (clover.md 4). */
  readonly perSecond: number;
  /** Requests of one token at once. */
  readonly inFlight: number;
  readonly enabled: boolean;
}

/** What Clover does where nobody has published it (clover.md 11); may be turned while the till runs. */
export interface TillAnswers extends OrderAnswers {
  /** A request without a User-Agent: 400, or served. */
  userAgent: 'refuse' | 'accept';
  /** A limit over 1000: 1000 is used, or 400. */
  overLimit: 'clamp' | 'refuse';
  /** Linking a pair that exists. */
  duplicatePair: 'ok' | 'refuse';
  /** Unlinking a pair that does not exist. */
  absentPair: 'ok' | 'refuse';
  /** True: deleting an item group deletes its members; false: they become plain items. */
  groupDeleteCascades: boolean;
  /** How items come without orderBy. */
  itemOrder: 'newest' | 'oldest' | 'id';
  /** Deleted items in lists: never, when a filter names `deleted`, or always. */
  deletedItems: 'never' | 'onFilter' | 'always';
  /** GET of a deleted item by id: 404, or the row with `deleted: true`. */
  deletedItemRead: 'notFound' | 'shown';
  /** A name sent for a member of an item group: dropped in silence, or 400. */
  variantName: 'ignore' | 'refuse';
  /** The `message` of a 401. */
  unauthorizedMessage: string;
  /** The `message` of a 429. */
  tooManyMessage: string;
  /** The wait a concurrent 429 asks for; calling earlier starts it anew. */
  retryAfterSeconds: number;
  /** An offset above it is a 400. */
  offsetCeiling: number | 'none';
  /** Expand names answered with 403 whatever the token may do, for example `taxRates` (clover.md 3.2). */
  forbiddenExpands: readonly string[];
  /** A refund at the till puts the pieces back on stock (clover.md 6.4: unpublished). */
  refundReturnsStock: boolean;
  /** A refund at the till marks the lines it takes back; else only the order's payment state tells. */
  refundMarksLines: boolean;
  unknownExpand: 'ignore' | 'refuse';
  /** More than three expanded fields: served as seen, or 403 as documented. */
  expandOverThree: 'accept' | 'refuse';
}

export interface PracticeTillOptions {
  readonly clock: PracticeClock;
  readonly random: PracticeRandom;
  readonly merchant: TillMerchantOptions;
  readonly limits?: Partial<TillLimits>;
  readonly answers?: Partial<TillAnswers>;
  /** The app a merchant may install here; one without a webhook address where absent. */
  readonly app?: DeveloperApp;
  /** How long association writes stay invisible (clover.md 6.3). */
  readonly writeLagMs?: number;
  /** Slept inside `handle` while the token's slot is held, half before the work and half after it. */
  readonly holdMs?: number;
}

/** Clover's published limits where none are given. */
export function completeLimits(given: Partial<TillLimits> = {}): TillLimits {
  return { perSecond: 16, inFlight: 5, enabled: true, ...given };
}

/** What was seen, or is most likely, where nothing is given. */
export function completeAnswers(given: Partial<TillAnswers> = {}): TillAnswers {
  return {
    userAgent: 'refuse',
    overLimit: 'clamp',
    duplicatePair: 'ok',
    absentPair: 'ok',
    groupDeleteCascades: false,
    itemOrder: 'newest',
    deletedItems: 'onFilter',
    deletedItemRead: 'notFound',
    variantName: 'ignore',
    unauthorizedMessage: '401 Unauthorized',
    tooManyMessage: '429 Too Many Requests',
    retryAfterSeconds: 2,
    offsetCeiling: 'none',
    forbiddenExpands: [],
    refundReturnsStock: true,
    refundMarksLines: true,
    unknownExpand: 'ignore',
    expandOverThree: 'accept',
    ...ORDER_ANSWERS,
    ...given,
  };
}
