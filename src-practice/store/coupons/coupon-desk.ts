import { readSent } from '../orders/order-lines.ts';
import { mergeMeta } from '../products/meta-data.ts';
import { takePostId } from '../products/product-desk.ts';
import { readInstant } from '../rest/dates.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toIds, toSwitch, toText, toWholeNumber } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { type CouponRecord, DISCOUNT_TYPES } from './coupon.ts';

/**
 * Makes a coupon with the fields of REST.
 * @throws RestFailure 400 for a code there is, in any letter case
 */
export function createCoupon(shop: Shop, fields: Fields): CouponRecord {
  const nowMs = readNow(shop);
  return saveCoupon(
    shop,
    {
      id: 0,
      code: '',
      discountType: 'fixed_cart',
      amount: 0,
      description: '',
      createdMs: nowMs,
      modifiedMs: nowMs,
      expiresMs: null,
      usageLimit: null,
      usageCount: 0,
      freeShipping: false,
      productIds: [],
      excludedProductIds: [],
      minimumAmount: 0,
      meta: [],
    },
    fields,
  );
}

/** Changes a coupon, or, with id 0, makes it. */
export function saveCoupon(shop: Shop, before: CouponRecord, fields: Fields): CouponRecord {
  const has = (name: string): boolean => fields[name] !== undefined;
  const code = has('code') ? toText(fields.code).trim() : before.code;
  if (code === '') {
    throw new RestFailure(400, 'woocommerce_rest_empty_coupon_code', 'The coupon code cannot be empty.');
  }
  const owner = shop.coupons.findByCode(code);
  if (owner && owner.id !== before.id) {
    const message = 'The coupon code already exists';
    throw new RestFailure(400, 'woocommerce_rest_coupon_code_already_exists', message);
  }
  const coupon: CouponRecord = {
    ...before,
    id: before.id || takePostId(shop),
    code,
    discountType: DISCOUNT_TYPES.find((type) => type === fields.discount_type) ?? before.discountType,
    amount: readSent(fields.amount) ?? before.amount,
    description: has('description') ? toText(fields.description) : before.description,
    modifiedMs: readNow(shop),
    expiresMs: has('date_expires') ? readExpiry(shop, fields.date_expires) : before.expiresMs,
    usageLimit: has('usage_limit') ? readLimit(fields.usage_limit) : before.usageLimit,
    freeShipping: has('free_shipping') ? toSwitch(fields.free_shipping) : before.freeShipping,
    productIds: has('product_ids') ? toIds(fields.product_ids) : before.productIds,
    excludedProductIds: has('excluded_product_ids')
      ? toIds(fields.excluded_product_ids)
      : before.excludedProductIds,
    minimumAmount: readSent(fields.minimum_amount) ?? before.minimumAmount,
    meta: mergeMeta(shop.state.ids, before.meta, fields.meta_data),
  };
  shop.coupons.save(coupon);
  shop.hooks.fire(before.id === 0 ? 'coupon.created' : 'coupon.updated', coupon.id);
  return coupon;
}

const readExpiry = (shop: Shop, value: unknown): number | null =>
  readInstant(toText(value), shop.settings.timezoneOffsetHours);

const readLimit = (value: unknown): number | null => (value === null ? null : toWholeNumber(value));
