import type { CouponRecord } from './coupons/coupon.ts';
import type { CustomerRecord } from './customers/customer.ts';
import type { OrderNote, OrderRecord } from './orders/order.ts';
import type { ProductRecord } from './products/product.ts';
import { createSettings, type SettingRecord, type SettingValues } from './site/settings.ts';
import type { TaxRate } from './taxes/tax-rate.ts';
import { type AttributeRecord, type TermRecord, UNCATEGORIZED_ID } from './terms/term.ts';
import type { WebhookRecord } from './webhooks/webhook.ts';

/** Everything the store keeps. */
export interface StoreState {
  /** Products and variations in order of id, trashed ones among them. */
  readonly products: Map<number, ProductRecord>;
  /** In order of id, trashed ones among them. */
  readonly orders: Map<number, OrderRecord>;
  /** By order, the oldest first. */
  readonly notes: Map<number, OrderNote[]>;
  readonly coupons: Map<number, CouponRecord>;
  readonly customers: Map<number, CustomerRecord>;
  readonly taxRates: Map<number, TaxRate>;
  readonly webhooks: Map<number, WebhookRecord>;
  readonly categories: Map<number, TermRecord>;
  readonly tags: Map<number, TermRecord>;
  readonly brands: Map<number, TermRecord>;
  readonly attributes: Map<number, AttributeRecord>;
  /** By `group/id`, for example `general/woocommerce_currency`. */
  readonly settings: Map<string, SettingRecord>;
  /** Products that another plugin lets nobody write to over REST. */
  readonly locked: Set<number>;
  /** What happens to a product inside the next `inventory_delta`: after its reading, before its writing. */
  readonly insideDelta: Map<number, () => void>;
  readonly ids: IdCounters;
}

/** The next free number of each table; products, images and orders share WordPress's posts. */
export interface IdCounters {
  post: number;
  term: number;
  meta: number;
  attribute: number;
  /** Lines of orders and refunds. */
  line: number;
  lineMeta: number;
  /** With HPOS alone; without it orders share the products' meta. */
  orderMeta: number;
  /** Notes of orders are WordPress's comments. */
  comment: number;
  /** The administrator is the first. */
  user: number;
  taxRate: number;
  webhook: number;
}

/** A store as fresh as the one measured: its pages took the first post ids. */
export function createState(values: SettingValues): StoreState {
  const uncategorized: TermRecord = {
    id: UNCATEGORIZED_ID,
    name: 'Uncategorized',
    slug: 'uncategorized',
    parent: 0,
    description: '',
    display: 'default',
    menuOrder: 0,
  };
  return {
    products: new Map(),
    orders: new Map(),
    notes: new Map(),
    coupons: new Map(),
    customers: new Map(),
    taxRates: new Map(),
    webhooks: new Map(),
    categories: new Map([[UNCATEGORIZED_ID, uncategorized]]),
    tags: new Map(),
    brands: new Map(),
    attributes: new Map(),
    settings: createSettings(values),
    locked: new Set(),
    ids: {
      post: 10,
      term: UNCATEGORIZED_ID + 1,
      meta: 23,
      attribute: 1,
      line: 1,
      lineMeta: 1,
      orderMeta: 1,
      comment: 2,
      user: 2,
      taxRate: 1,
      webhook: 1,
    },
    insideDelta: new Map(),
  };
}
