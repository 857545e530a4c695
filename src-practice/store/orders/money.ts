import type { Shop } from '../shop.ts';
import { readSetting } from '../site/settings.ts';

/** Taxes of a line are kept to so many places (woocommerce.md 4). */
const TAX_PLACES = 6;

/**
 * Rounds as PHP does: half away from zero, after the digits a sum of decimals gets wrong are cut off. With
 * `isHalfDown` an exact half goes toward zero.
 */
export function roundAmount(amount: number, places: number, isHalfDown = false): number {
  const scale = 10 ** places;
  const scaled = Number((Math.abs(amount) * scale).toPrecision(14));
  const whole = isHalfDown ? Math.ceil(scaled - 0.5) : Math.floor(scaled + 0.5);
  return whole === 0 ? 0 : (Math.sign(amount) * whole) / scale;
}

/** How many decimals the store's currency has. */
export const readPlaces = (shop: Shop): number =>
  Number(readSetting(shop.state, 'general/woocommerce_price_num_decimals')) || 0;

/** An amount with the given decimals, as REST shows it. */
export const formatAmount = (amount: number, places: number): string =>
  roundAmount(amount, places).toFixed(places);

/** A part of a tax, as it is kept and shown. */
export const roundTaxPart = (amount: number): number => roundAmount(amount, TAX_PLACES);

/** The tax of a line in money: an exact half goes down where prices include it, as WooCommerce has it. */
export const roundTax = (shop: Shop, amount: number): number =>
  roundAmount(amount, readPlaces(shop), includesTax(shop));

/** Whether prices are entered with their tax. */
export const includesTax = (shop: Shop): boolean =>
  readSetting(shop.state, 'tax/woocommerce_prices_include_tax') === 'yes';

/** Whether taxes are rounded once, on their sum, instead of line by line. */
export const roundsAtSubtotal = (shop: Shop): boolean =>
  readSetting(shop.state, 'tax/woocommerce_tax_round_at_subtotal') === 'yes';

/** The sum of what each row is worth. */
export const sumOf = <Row>(rows: readonly Row[], read: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + read(row), 0);
