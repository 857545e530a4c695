import type { MetaEntry } from '../products/product.ts';

export const DISCOUNT_TYPES = ['percent', 'fixed_cart', 'fixed_product'] as const;

export type DiscountType = (typeof DISCOUNT_TYPES)[number];

/** A coupon as stored. */
export interface CouponRecord {
  readonly id: number;
  readonly code: string;
  readonly discountType: DiscountType;
  /** Percent, or money off. */
  readonly amount: number;
  readonly description: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly expiresMs: number | null;
  readonly usageLimit: number | null;
  readonly usageCount: number;
  readonly freeShipping: boolean;
  readonly productIds: readonly number[];
  readonly excludedProductIds: readonly number[];
  readonly minimumAmount: number;
  readonly meta: readonly MetaEntry[];
}
