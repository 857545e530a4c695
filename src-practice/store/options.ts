import type { PracticeClock } from '../clock.ts';
import type { Outgoing } from '../outgoing.ts';
import type { PracticeRandom } from '../random.ts';

/** Modelled work time of one unit, in milliseconds. */
export interface WorkTimes {
  readonly createdProductMs: number;
  readonly updatedProductMs: number;
  readonly writtenVariationMs: number;
  /** A page of 100 products; smaller pages cost their share, never less than another read. */
  readonly productPageMs: number;
  /** A page of 100 rows of wc-analytics/variations, scaled alike. */
  readonly analyticsPageMs: number;
  readonly parentVariationsMs: number;
  /** A page of 100 orders, scaled alike. */
  readonly orderPageMs: number;
  readonly writtenOrderMs: number;
  readonly otherReadMs: number;
}

/** What a store of two cores was measured at (woocommerce.md 1). */
export const MEASURED_WORK: WorkTimes = {
  createdProductMs: 14,
  updatedProductMs: 12,
  writtenVariationMs: 30,
  productPageMs: 110,
  analyticsPageMs: 590,
  parentVariationsMs: 50,
  orderPageMs: 718,
  writtenOrderMs: 110,
  otherReadMs: 40,
};

export interface StoreSwitches {
  /** `plain` permalinks make `/wp-json/` unreachable (woocommerce.md 2). */
  permalinks: 'pretty' | 'plain';
  /** False: a security plugin or the host blocks REST with an HTML page. */
  rest: boolean;
  /** False: WordPress without WooCommerce, so without the namespace wc/v3. */
  woo: boolean;
  /** The server drops the Authorization header before PHP sees it. */
  stripAuthorization: boolean;
  batchLimit: number;
  /** The internal wc-analytics routes exist. */
  analytics: boolean;
  /** The undocumented `inventory_delta` works. */
  inventoryDelta: boolean;
  /** An order's stock moves date_modified of what was sold; on some versions it does not. */
  saleMovesModified: boolean;
  /** How late webhooks come: under a second with a queue at work, a minute on WP-Cron (woocommerce.md 1). */
  hookDelayMs: number;
  /**
   * `queue`: deliveries go out after `hookDelayMs`; `cron`: at the next full minute; `sync`: before the answer of
   * the request that caused them, which waits for the receivers (woocommerce.md 1).
   */
  hookMode: 'queue' | 'cron' | 'sync';
  /** False: a plugin keeps orders from lowering stock (`woocommerce_can_reduce_order_stock`). */
  ordersTakeStock: boolean;
  /** WooCommerce Product Add-Ons is active (modifiers.md 1). */
  productAddOns: boolean;
  /** WooCommerce Food by Ex-Themes is active (modifiers.md 2). */
  woocommerceFood: boolean;
}

export interface PracticeStoreOptions {
  readonly clock: PracticeClock;
  readonly random: PracticeRandom;
  readonly name?: string;
  readonly currency?: string;
  readonly decimals?: number;
  readonly timezoneOffsetHours?: number;
  /** An Olson name if the site has one; sites set to a plain offset have ''. */
  readonly timezoneName?: string;
  readonly pricesIncludeTax?: boolean;
  readonly calcTaxes?: boolean;
  readonly manageStock?: boolean;
  /** False: orders are kept as posts, as in older stores. */
  readonly hpos?: boolean;
  /** Taxes are rounded on their sum instead of line by line. */
  readonly roundAtSubtotal?: boolean;
  readonly version?: string;
  /** Whether the site counts as https; without it the scheme of the request's origin decides. */
  readonly https?: boolean;
  /** PHP workers: requests worked at once. */
  readonly workers?: number;
  readonly work?: 'none' | WorkTimes;
  readonly switches?: Partial<StoreSwitches>;
  /** The way out for webhooks and handed-over keys; real HTTP where absent. */
  readonly outgoing?: Outgoing;
}

export interface StoreSettings {
  readonly name: string;
  readonly timezoneOffsetHours: number;
  readonly timezoneName: string;
  readonly version: string;
  readonly https: boolean | undefined;
  readonly workers: number;
  readonly work: 'none' | WorkTimes;
}

/** Every switch at what a healthy store has; the result may be changed while the store runs. */
export function createSwitches(given: Partial<StoreSwitches> = {}): StoreSwitches {
  return {
    permalinks: 'pretty',
    rest: true,
    woo: true,
    stripAuthorization: false,
    batchLimit: 100,
    analytics: true,
    inventoryDelta: true,
    saleMovesModified: true,
    hookDelayMs: 780,
    hookMode: 'queue',
    ordersTakeStock: true,
    productAddOns: false,
    woocommerceFood: false,
    ...given,
  };
}

/** Fills in the defaults: the New York store the reference was measured on. */
export function completeOptions(options: PracticeStoreOptions): StoreSettings {
  return {
    name: options.name ?? 'Practice Store',
    timezoneOffsetHours: options.timezoneOffsetHours ?? -5,
    timezoneName: options.timezoneName ?? '',
    version: options.version ?? '9.9.5',
    https: options.https,
    workers: options.workers ?? 2,
    work: options.work ?? 'none',
  };
}
