import { roundTaxPart, sumOf } from '../orders/money.ts';
import type { Shop } from '../shop.ts';
import { readSetting } from '../site/settings.ts';
import type { TaxPart, TaxPlace, TaxRate } from './tax-rate.ts';

/** Whether the store counts taxes at all. */
export const isTaxed = (shop: Shop): boolean =>
  readSetting(shop.state, 'general/woocommerce_calc_taxes') === 'yes';

/** The store's own place: `US:NY`. */
export function readStorePlace(shop: Shop): TaxPlace {
  const [country = '', state = ''] = readSetting(shop.state, 'general/woocommerce_default_country').split(
    ':',
  );
  const read = (id: string): string => readSetting(shop.state, `general/woocommerce_store_${id}`);
  return { country, state, postcode: read('postcode'), city: read('city') };
}

/** The rates of a class at a place: of each priority the one that fits closest. */
export function findTaxRates(shop: Shop, place: TaxPlace, taxClass: string): readonly TaxRate[] {
  if (!isTaxed(shop)) return [];
  const found = [...shop.state.taxRates.values()]
    .filter((rate) => rate.taxClass === taxClass && isAt(rate, place))
    .sort(
      (left, right) =>
        left.priority - right.priority ||
        countConditions(right) - countConditions(left) ||
        left.order - right.order ||
        left.id - right.id,
    );
  return found.filter((rate, at) => found[at - 1]?.priority !== rate.priority);
}

/** What rates put on top of a net amount. */
export function addTaxes(amount: number, rates: readonly TaxRate[]): TaxPart[] {
  const plain = rates.filter(({ isCompound }) => !isCompound);
  const parts = plain.map((rate) => ({
    rateId: rate.id,
    amount: roundTaxPart((amount * rate.ratePercent) / 100),
  }));
  for (const rate of rates.filter(({ isCompound }) => isCompound)) {
    const base = amount + sumOf(parts, (part) => part.amount);
    parts.push({ rateId: rate.id, amount: roundTaxPart((base * rate.ratePercent) / 100) });
  }
  return parts;
}

/** How much of an amount that includes its taxes is tax. */
export function readIncludedTax(amount: number, rates: readonly TaxRate[]): number {
  let net = amount;
  let tax = 0;
  for (const rate of rates.filter(({ isCompound }) => isCompound).toReversed()) {
    const part = net - net / (1 + rate.ratePercent / 100);
    tax += roundTaxPart(part);
    net -= part;
  }
  const plain = rates.filter(({ isCompound }) => !isCompound);
  const base = net / (1 + sumOf(plain, ({ ratePercent }) => ratePercent) / 100);
  return tax + sumOf(plain, ({ ratePercent }) => roundTaxPart((base * ratePercent) / 100));
}

/** `US-NY-NY TAX-1`, as the lines of an order name a rate. */
export const nameRate = ({ country, state, name, priority }: TaxRate): string =>
  [country, state, name || 'TAX', Math.abs(priority)]
    .filter((part) => part !== '')
    .join('-')
    .toUpperCase();

function isAt(rate: TaxRate, place: TaxPlace): boolean {
  if (rate.country !== '' && rate.country !== place.country.toUpperCase()) return false;
  if (rate.state !== '' && rate.state !== place.state.toUpperCase()) return false;
  if (rate.cities.length > 0 && !rate.cities.includes(place.city.toUpperCase())) return false;
  return rate.postcodes.length === 0 || rate.postcodes.some((code) => fitsPostcode(code, place.postcode));
}

/** `12207`, `122*` or `12200...12299`. */
function fitsPostcode(pattern: string, postcode: string): boolean {
  const [first = '', last] = pattern.split('...');
  if (last !== undefined) return Number(postcode) >= Number(first) && Number(postcode) <= Number(last);
  if (pattern.endsWith('*')) return postcode.toUpperCase().startsWith(pattern.slice(0, -1).toUpperCase());
  return pattern.toUpperCase() === postcode.toUpperCase();
}

const countConditions = ({ country, state, postcodes, cities }: TaxRate): number =>
  [country !== '', state !== '', postcodes.length > 0, cities.length > 0].filter(Boolean).length;
