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

/** A line of an order. Amounts are decimal texts. */
export interface OrderLine {
  readonly id: number;
  /** As it was when it was sold; not encoded, unlike a product's (woocommerce.md 3). */
  readonly name: string;
  /** 0 for a product nobody knows. */
  readonly productId: number;
  readonly variationId: number;
  readonly quantity: number;
  readonly subtotal: string;
  readonly total: string;
  readonly meta: readonly MetaEntry[];
}

/** Pieces and money given back. */
export interface RefundRecord {
  readonly id: number;
  readonly createdMs: number;
  readonly amount: string;
  readonly reason: string;
  /** Negative quantities and amounts; their meta names the order's line. */
  readonly lines: readonly OrderLine[];
}

/** An order as stored. Records are replaced on every save, never changed in place. */
export interface OrderRecord {
  readonly id: number;
  readonly status: OrderStatus | 'trash';
  readonly createdVia: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly paidMs: number | null;
  readonly completedMs: number | null;
  readonly orderKey: string;
  readonly paymentMethod: string;
  readonly paymentMethodTitle: string;
  readonly transactionId: string;
  readonly customerNote: string;
  readonly lines: readonly OrderLine[];
  readonly refunds: readonly RefundRecord[];
  readonly meta: readonly MetaEntry[];
  /** Whether the stock of its lines was taken; once taken it is not taken again (woocommerce.md 4). */
  readonly hasTakenStock: boolean;
  /** Whether its pieces are in the products' `total_sales`. */
  readonly hasCountedSales: boolean;
}

/** What a line keeps of the pieces it took, as REST shows it. */
export const REDUCED_STOCK = '_reduced_stock';
/** What a line keeps of the pieces that refunds gave back. */
export const RESTOCKED = '_restock_refunded_items';
/** What a refunded line keeps of the line it belongs to. */
export const REFUNDED_ITEM = '_refunded_item_id';
