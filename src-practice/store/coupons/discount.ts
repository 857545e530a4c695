import { roundAmount, sumOf } from '../orders/money.ts';
import type { CouponRecord } from './coupon.ts';

/** A line as a coupon sees it: all amounts in the smallest coin, with tax where prices include it. */
export interface DiscountableLine {
  readonly key: number;
  readonly productIds: readonly number[];
  readonly quantity: number;
  readonly worthCents: number;
}

/** What each line loses, by its key. */
export type Discounts = Map<number, number>;

/**
 * Works out what a coupon takes of each line, after what earlier coupons left. Percents are cut to whole
 * coins line by line, and the coins lost that way are given coin by coin to the dearest lines first, as
 * WooCommerce does.
 * @param amount percent, or the smallest coins off
 */
export function discountLines(
  coupon: CouponRecord,
  amount: number,
  given: readonly DiscountableLine[],
  before: Discounts,
): Discounts {
  const discounts: Discounts = new Map();
  const readLeft = ({ key, worthCents }: DiscountableLine): number =>
    Math.max(0, Math.round(worthCents - (before.get(key) ?? 0) - (discounts.get(key) ?? 0)));
  const take = (line: DiscountableLine, wanted: number): number => {
    const taken = Math.min(readLeft(line), wanted);
    discounts.set(line.key, (discounts.get(line.key) ?? 0) + taken);
    return taken;
  };
  const lines = given
    .toSorted((left, right) => right.worthCents * right.quantity - left.worthCents * left.quantity)
    .filter((line) => readLeft(line) > 0 && line.quantity > 0 && isMeant(coupon, line));
  if (coupon.discountType === 'percent') takePercent(amount, lines, take);
  else if (coupon.discountType === 'fixed_product') {
    for (const line of lines) take(line, amount * line.quantity);
  } else takeFixed(amount, lines, readLeft, take);
  return discounts;
}

type Take = (line: DiscountableLine, wanted: number) => number;

function takePercent(percent: number, lines: readonly DiscountableLine[], take: Take): void {
  const taken = sumOf(lines, (line) => take(line, Math.floor(line.worthCents * (percent / 100))));
  const whole = sumOf(lines, ({ worthCents }) => worthCents);
  const wanted = roundAmount(whole * (percent / 100), 0, true);
  takeCoins(wanted - taken, lines, take);
}

/** The same for each piece, again until nothing is left to give or to take. */
function takeFixed(
  amount: number,
  lines: readonly DiscountableLine[],
  readLeft: (line: DiscountableLine) => number,
  take: Take,
): void {
  const open = lines.filter((line) => readLeft(line) > 0);
  const pieces = sumOf(open, ({ quantity }) => quantity);
  if (pieces === 0) return;
  const perPiece = Math.floor(amount / pieces);
  if (perPiece === 0) {
    takeCoins(amount, open, take);
    return;
  }
  const taken = sumOf(open, (line) => take(line, perPiece * line.quantity));
  if (taken > 0 && taken < amount) takeFixed(amount - taken, open, readLeft, take);
}

/** One coin a piece, the dearest lines first. */
function takeCoins(coins: number, lines: readonly DiscountableLine[], take: Take): void {
  let left = coins;
  for (const line of lines) {
    for (let piece = 0; piece < line.quantity && left > 0; piece += 1) left -= take(line, 1);
  }
}

const isMeant = (
  { productIds, excludedProductIds }: CouponRecord,
  { productIds: sold }: DiscountableLine,
): boolean =>
  (productIds.length === 0 || sold.some((id) => productIds.includes(id))) &&
  !sold.some((id) => excludedProductIds.includes(id));
