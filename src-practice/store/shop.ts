import type { PracticeClock } from '../clock.ts';
import { createFetchOutgoing, type Outgoing } from '../outgoing.ts';
import type { PracticeRandom } from '../random.ts';
import { type CouponShelf, createCouponShelf } from './coupons/coupon-shelf.ts';
import { createHookFeed, type HookFeed } from './hooks.ts';
import {
  completeOptions,
  createSwitches,
  type PracticeStoreOptions,
  type StoreSettings,
  type StoreSwitches,
} from './options.ts';
import { createOrderBook, type OrderBook } from './orders/order-book.ts';
import { type Catalog, createCatalog } from './products/catalog.ts';
import { cutToSecond } from './rest/dates.ts';
import { createState, type StoreState } from './state.ts';
import type { WorkCounters } from './work.ts';

/** What every part of the store works on. */
export interface Shop {
  readonly clock: PracticeClock;
  readonly random: PracticeRandom;
  readonly settings: StoreSettings;
  readonly switches: StoreSwitches;
  readonly state: StoreState;
  /** The products with their indexes; the only way to save one. */
  readonly catalog: Catalog;
  /** The orders; the only way to save one. */
  readonly orders: OrderBook;
  /** The coupons; the only way to save one. */
  readonly coupons: CouponShelf;
  readonly hooks: HookFeed;
  readonly counters: WorkCounters;
  readonly outgoing: Outgoing;
  /** The address of the site, as the latest request addressed it. */
  readonly site: { origin: string };
}

/** Builds the shop a store is made of. */
export function createShop(options: PracticeStoreOptions): Shop {
  const state = createState(options);
  const switches = createSwitches(options.switches);
  return {
    clock: options.clock,
    random: options.random,
    settings: completeOptions(options),
    switches,
    state,
    catalog: createCatalog(state),
    orders: createOrderBook(state),
    coupons: createCouponShelf(state),
    hooks: createHookFeed(options.clock, switches),
    counters: { requests: new Map(), workMs: 0 },
    outgoing: options.outgoing ?? createFetchOutgoing(),
    site: { origin: 'http://127.0.0.1' },
  };
}

/** Now in Unix milliseconds, whole seconds as WordPress stores them. */
export function readNow(shop: Shop): number {
  return cutToSecond(shop.clock.nowMs());
}
