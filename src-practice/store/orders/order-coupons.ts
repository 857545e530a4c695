import type { CouponRecord } from '../coupons/coupon.ts';
import { type DiscountableLine, type Discounts, discountLines } from '../coupons/discount.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toRows, toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import type { TaxPlace } from '../taxes/tax-rate.ts';
import { addTaxes, readIncludedTax } from '../taxes/tax-sums.ts';
import { takeLineId, takeLineMetaId } from './item-numbers.ts';
import { readPlaces, roundsAtSubtotal, roundTax, sumOf } from './money.ts';
import type { CouponLine, OrderLine, OrderRecord } from './order.ts';
import { findLineRates, findTaxPlace } from './order-taxes.ts';
import { totalOrder } from './order-totals.ts';

/**
 * Puts coupons on an order by their codes, in the place of those it had; what they take is always worked out
 * anew, whatever a client sent (woocommerce.md 4). The order's lines must be taxed already.
 * @throws RestFailure 400 for a code the store does not know or that does not fit
 */
export function applyCoupons(shop: Shop, order: OrderRecord, rows: unknown): OrderRecord {
  const coupons = toRows(rows).map((row) => findCoupon(shop, order, row));
  const place = findTaxPlace(shop, order);
  const scale = 10 ** readPlaces(shop);
  const lines = order.lines.map((line) => toDiscountable(order, line, scale));
  const sums: Discounts = new Map();
  const couponLines = coupons.map((coupon) => {
    const amount = coupon.discountType === 'percent' ? coupon.amount : Math.round(coupon.amount * scale);
    const discounts = discountLines(coupon, amount, lines, sums);
    for (const [key, cents] of discounts) sums.set(key, (sums.get(key) ?? 0) + cents);
    return createCouponLine(shop, order, coupon, { discounts, place, scale });
  });
  const discounted = order.lines.map((line) => {
    const amount = (sums.get(line.id) ?? 0) / scale;
    return { ...line, total: Math.max(0, line.subtotal - readNet(shop, order, line, amount, place)) };
  });
  return totalOrder(shop, { ...order, lines: discounted, couponLines });
}

/** Counts the use of an order's coupons, or takes it back. */
export function countCouponUse(shop: Shop, order: OrderRecord, isUsed: boolean): void {
  for (const { code } of order.couponLines) {
    const coupon = shop.coupons.findByCode(code);
    if (coupon) shop.coupons.save({ ...coupon, usageCount: coupon.usageCount + (isUsed ? 1 : -1) });
  }
}

function findCoupon(shop: Shop, order: OrderRecord, row: Fields): CouponRecord {
  const code = toText(row.code);
  if (code === '') throw refuseCoupon('Coupon code is required.');
  const coupon = shop.coupons.findByCode(code);
  if (!coupon) throw refuseCoupon(`Coupon &quot;${code}&quot; does not exist!`);
  if (coupon.expiresMs !== null && coupon.expiresMs < readNow(shop)) {
    throw refuseCoupon('This coupon has expired.');
  }
  if (coupon.usageLimit !== null && coupon.usageLimit > 0 && coupon.usageCount >= coupon.usageLimit) {
    throw refuseCoupon('Coupon usage limit has been reached.');
  }
  if (sumOf(order.lines, ({ subtotal }) => subtotal) < coupon.minimumAmount) {
    throw refuseCoupon(`The minimum spend for this coupon is ${coupon.minimumAmount}.`);
  }
  return coupon;
}

const toDiscountable = (order: OrderRecord, line: OrderLine, scale: number): DiscountableLine => ({
  key: line.id,
  productIds: [line.productId, line.variationId].filter((id) => id > 0),
  quantity: line.quantity,
  worthCents:
    Math.round(line.subtotal * scale) + (order.pricesIncludeTax ? Math.round(line.subtotalTax * scale) : 0),
});

/** The net part of a discount, which is of prices with tax where the order has such. */
function readNet(shop: Shop, order: OrderRecord, line: OrderLine, amount: number, place: TaxPlace): number {
  if (!order.pricesIncludeTax) return amount;
  return amount - readIncludedTax(amount, findLineRates(shop, line, place));
}

interface CouponEffect {
  readonly discounts: Discounts;
  readonly place: TaxPlace;
  readonly scale: number;
}

function createCouponLine(
  shop: Shop,
  order: OrderRecord,
  coupon: CouponRecord,
  { discounts, place, scale }: CouponEffect,
): CouponLine {
  let discount = 0;
  let discountTax = 0;
  for (const line of order.lines) {
    const amount = (discounts.get(line.id) ?? 0) / scale;
    const rates = findLineRates(shop, line, place);
    const whole = order.pricesIncludeTax
      ? readIncludedTax(amount, rates)
      : sumOf(addTaxes(amount, rates), (part) => part.amount);
    const tax = roundsAtSubtotal(shop) ? whole : roundTax(shop, whole);
    discountTax += tax;
    discount += order.pricesIncludeTax ? amount - tax : amount;
  }
  const { id, code, discountType, amount, freeShipping } = coupon;
  const info = [id, code, discountType === 'fixed_cart' ? null : discountType, amount];
  return {
    id: takeLineId(shop),
    code,
    discount,
    discountTax,
    discountType,
    nominalAmount: amount,
    freeShipping,
    meta: [
      {
        id: takeLineMetaId(shop),
        key: 'coupon_info',
        value: JSON.stringify(freeShipping ? [...info, true] : info),
      },
    ],
  };
}

const refuseCoupon = (message: string): RestFailure =>
  new RestFailure(400, 'woocommerce_rest_invalid_coupon', message);
