import type { MetaEntry } from '../products/product.ts';

export const ORDER_STATUSES = [
  'pending',
  'processing',
  'on-hold',
  'completed',
  'cancelled',
  'refunded',
  'failed',
  'checkout-draft',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type KeptStatus = OrderStatus | 'auto-draft' | 'trash';

/** Where an order is kept: WooCommerce's own tables (HPOS) or WordPress's posts. */
export type OrderTable = 'hpos' | 'legacy';

/** What one tax rate takes of a line; `subtotal` is null where there is none (shipping, fees). */
export interface TaxShare {
  readonly rateId: number;
  readonly total: number;
  readonly subtotal: number | null;
}

/** A row of a line's meta; some plugins show it under another name. */
export interface LineMeta extends MetaEntry {
  readonly displayKey?: string;
}

/** Any line of an order. Amounts are net and unrounded, as the store keeps them. */
interface AnyLine {
  readonly id: number;
  readonly total: number;
  readonly totalTax: number;
  readonly taxes: readonly TaxShare[];
  readonly taxClass: string;
  /** `taxable`, `shipping` or `none`. */
  readonly taxStatus: string;
  readonly meta: readonly LineMeta[];
}

/** Pieces of a product. */
export interface OrderLine extends AnyLine {
  /** As it was when it was sold; not encoded, unlike a product's (woocommerce.md 3). */
  readonly name: string;
  /** 0 for a product nobody knows. */
  readonly productId: number;
  readonly variationId: number;
  readonly quantity: number;
  /** Before coupons. */
  readonly subtotal: number;
  readonly subtotalTax: number;
}

export interface ShippingLine extends AnyLine {
  readonly methodTitle: string;
  readonly methodId: string;
  readonly instanceId: string;
}

/** Also tips, deposits and gift cards, then negative. */
export interface FeeLine extends AnyLine {
  readonly name: string;
}

export interface CouponLine {
  readonly id: number;
  readonly code: string;
  readonly discount: number;
  readonly discountTax: number;
  readonly discountType: string;
  readonly nominalAmount: number;
  readonly freeShipping: boolean;
  readonly meta: readonly LineMeta[];
}

/** What one tax rate takes of the whole order. */
export interface TaxLine {
  readonly id: number;
  readonly rateId: number;
  readonly rateCode: string;
  readonly label: string;
  readonly isCompound: boolean;
  readonly ratePercent: number;
  readonly taxTotal: number;
  readonly shippingTaxTotal: number;
}

/** Lines of every kind that carry money. */
export interface OrderLines {
  readonly lines: readonly OrderLine[];
  readonly shippingLines: readonly ShippingLine[];
  readonly feeLines: readonly FeeLine[];
}

/** Pieces and money given back; its lines have negative quantities and amounts and name the order's line. */
export interface RefundRecord extends OrderLines {
  readonly id: number;
  readonly createdMs: number;
  readonly amount: number;
  readonly reason: string;
  /** Whether the payment provider was asked to pay it. */
  readonly isPaidBack: boolean;
  readonly taxLines: readonly TaxLine[];
  readonly meta: readonly MetaEntry[];
}

export interface OrderTotals {
  readonly discountTotal: number;
  readonly discountTax: number;
  readonly shippingTotal: number;
  readonly shippingTax: number;
  readonly cartTax: number;
  readonly total: number;
}

/** By REST's own names: first_name, address_1, ... and for billing email. */
export type Address = Readonly<Record<string, string>>;

/** An order as stored. Records are replaced on every save, never changed in place. */
export interface OrderRecord extends OrderLines {
  readonly id: number;
  readonly table: OrderTable;
  readonly status: KeptStatus;
  /** `checkout`, `store-api` (the block checkout), `rest-api` or `admin`. */
  readonly createdVia: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly paidMs: number | null;
  readonly completedMs: number | null;
  readonly orderKey: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly customerId: number;
  readonly billing: Address;
  readonly shipping: Address;
  readonly customerIp: string;
  readonly userAgent: string;
  readonly cartHash: string;
  readonly paymentMethod: string;
  readonly paymentMethodTitle: string;
  readonly transactionId: string;
  readonly customerNote: string;
  readonly couponLines: readonly CouponLine[];
  readonly taxLines: readonly TaxLine[];
  readonly totals: OrderTotals;
  readonly refunds: readonly RefundRecord[];
  readonly meta: readonly MetaEntry[];
  /** Whether the stock of its lines was taken; once taken it is not taken again (woocommerce.md 4). */
  readonly hasTakenStock: boolean;
  /** Whether its pieces are in the products' `total_sales`, and its coupons counted. */
  readonly hasCountedSales: boolean;
}

/** What people and the store wrote beside an order; it never moves the order's date. */
export interface OrderNote {
  readonly id: number;
  readonly createdMs: number;
  readonly author: string;
  readonly text: string;
  readonly isForCustomer: boolean;
}

/** What a line keeps of the pieces it took, as REST shows it. */
export const REDUCED_STOCK = '_reduced_stock';
/** What a line keeps of the pieces that refunds gave back. */
export const RESTOCKED = '_restock_refunded_items';
/** What a refunded line keeps of the line it belongs to. */
export const REFUNDED_ITEM = '_refunded_item_id';
