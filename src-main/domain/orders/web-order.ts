import type { WooId } from '../ids.ts';

/** One row of an order's or a line's meta, as the store answers it; `value` may be any JSON. */
export interface WebMeta {
  readonly key: string;
  readonly value: unknown;
  /** How the store shows the key to people, where that is another word. */
  readonly label?: string;
}

/** A web order as the till needs it. Amounts are minor units of `currency`; nothing of it is kept by the relay. */
export interface WebOrder {
  readonly id: WooId;
  /** As customers and staff know it. */
  readonly number: string;
  /** The store's own key of it, in short: it tells one order from another that has its id. '' where it says none. */
  readonly key: string;
  /** Without `wc-`: `pending`, `processing`, `on-hold`, `completed`, `cancelled`, `refunded`, `failed`, `trash`, or a plugin's own. */
  readonly status: string;
  readonly currency: string;
  /** When it was made and changed last, by the store's clock, Unix milliseconds. */
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** null while unpaid. */
  readonly paidMs: number | null;
  readonly payment: { readonly method: string; readonly title: string; readonly transactionId: string };
  readonly totalAmount: number;
  readonly taxAmount: number;
  readonly pricesIncludeTax: boolean;
  readonly customer: WebCustomer;
  readonly delivery: WebDelivery;
  /** What the customer wrote. */
  readonly note: string;
  readonly lines: readonly WebOrderLine[];
  readonly fees: readonly WebCharge[];
  readonly shipping: readonly WebCharge[];
  readonly coupons: readonly { readonly code: string; readonly amount: number; readonly taxAmount: number }[];
  readonly taxes: readonly WebTax[];
  readonly refunds: readonly WebRefund[];
  /** Of the order itself, for what plugins keep there. */
  readonly meta: readonly WebMeta[];
}

export interface WebCustomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  /** ISO 3166 alpha-2, upper case; empty where unknown. */
  readonly country: string;
}

/** How the order reaches the customer, as far as the store or a known plugin says it. */
export interface WebDelivery {
  readonly kind: 'pickup' | 'delivery' | 'dine-in' | 'unknown';
  /** In the store's own words and time zone: `today 18:30`, `2026-11-21 18:30-19:00`; empty for as soon as possible. */
  readonly when: string;
  /** The address, one part a line; empty for pickup. */
  readonly address: readonly string[];
  /** What is to be known on the way: table, gate code, `leave at the door`. */
  readonly instructions: string;
}

export interface WebOrderLine {
  readonly id: number;
  /** null for a line that is no product any more. */
  readonly productId: WooId | null;
  readonly variationId: WooId | null;
  readonly name: string;
  readonly sku: string;
  /** Decimals are possible with plugins. */
  readonly quantity: number;
  /** Before and after discounts, of the whole line, without tax. */
  readonly subtotalAmount: number;
  readonly totalAmount: number;
  readonly subtotalTaxAmount: number;
  readonly taxAmount: number;
  /** Ids of the store's tax rates that taxed it. */
  readonly taxRateIds: readonly number[];
  readonly meta: readonly WebMeta[];
}

/** A fee (a tip and a negative one too) or a way of shipping. */
export interface WebCharge {
  readonly id: number;
  readonly name: string;
  readonly amount: number;
  readonly taxAmount: number;
  readonly meta: readonly WebMeta[];
}

export interface WebTax {
  readonly rateId: number;
  readonly label: string;
  /** 8.875 for 8.875 %. */
  readonly percent: number;
  readonly isCompound: boolean;
  /** On lines and fees, and on shipping. */
  readonly amount: number;
  readonly shippingAmount: number;
}

export interface WebRefund {
  readonly id: number;
  /** Positive. */
  readonly amount: number;
  readonly reason: string;
  readonly createdMs: number;
  /** Pieces taken back, by the line of the order. */
  readonly pieces: readonly { readonly lineId: number; readonly quantity: number }[];
}
