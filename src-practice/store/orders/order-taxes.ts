import type { Shop } from '../shop.ts';
import type { TaxPart, TaxPlace } from '../taxes/tax-rate.ts';
import { addTaxes, findTaxRates, isTaxed, nameRate, readStorePlace } from '../taxes/tax-sums.ts';
import { takeLineId } from './item-numbers.ts';
import { roundsAtSubtotal, roundTax, roundTaxPart, sumOf } from './money.ts';
import type { Address, FeeLine, OrderLine, OrderLines, OrderRecord, TaxLine, TaxShare } from './order.ts';

/** Guests who fetch their order are taxed where the store is. */
const PICKUP_METHODS = ['local_pickup', 'pickup_location'];

/**
 * Taxes every line anew, whatever a client sent, by the store's rates at the order's address, and sums them by
 * rate (woocommerce.md 4).
 */
export function taxOrder(shop: Shop, order: OrderRecord): OrderRecord {
  if (!isTaxed(shop)) return order;
  const place = findTaxPlace(shop, order);
  const taxed: OrderLines = {
    lines: order.lines.map((line) => taxLine(shop, line, place)),
    shippingLines: order.shippingLines.map((line) => {
      const rates = findTaxRates(shop, place, readShippingClass(order)).filter((rate) => rate.isForShipping);
      const parts = line.taxStatus === 'none' ? [] : addTaxes(line.total, rates);
      return { ...line, ...share(shop, parts) };
    }),
    feeLines: order.feeLines.map((fee) => ({ ...fee, ...share(shop, taxFee(shop, order, fee, place)) })),
  };
  return { ...order, ...taxed, taxLines: sumTaxLines(shop, taxed, order.taxLines) };
}

/** By the address the store goes by; without one, and for pickup, by the store's own. */
export function findTaxPlace(shop: Shop, order: OrderRecord): TaxPlace {
  const storePlace = readStorePlace(shop);
  if (order.shippingLines.some(({ methodId }) => PICKUP_METHODS.includes(methodId))) return storePlace;
  const address = order.shipping.country ? order.shipping : order.billing;
  return address.country ? readPlace(address) : storePlace;
}

/** The taxes of one product line on any amount, for coupons and refunds too. */
export const findLineRates = (shop: Shop, line: OrderLine, place: TaxPlace) =>
  line.taxStatus === 'taxable' ? findTaxRates(shop, place, line.taxClass) : [];

/** Sums the shares of all lines by rate; a rate keeps the line it has. */
export function sumTaxLines(shop: Shop, order: OrderLines, before: readonly TaxLine[]): TaxLine[] {
  const cart = new Map<number, number>();
  const shipping = new Map<number, number>();
  const add = (sums: Map<number, number>, { rateId, total }: TaxShare): void => {
    const amount = roundsAtSubtotal(shop) ? total : roundTax(shop, total);
    sums.set(rateId, (sums.get(rateId) ?? 0) + amount);
  };
  for (const line of [...order.lines, ...order.feeLines]) for (const tax of line.taxes) add(cart, tax);
  for (const line of order.shippingLines) for (const tax of line.taxes) add(shipping, tax);
  return [...new Set([...cart.keys(), ...shipping.keys()])].map((rateId) => {
    const known = before.find((line) => line.rateId === rateId);
    const amounts = { taxTotal: cart.get(rateId) ?? 0, shippingTaxTotal: shipping.get(rateId) ?? 0 };
    return { ...(known ?? describeRate(shop, rateId)), ...amounts };
  });
}

function describeRate(shop: Shop, rateId: number): TaxLine {
  const rate = shop.state.taxRates.get(rateId);
  return {
    id: takeLineId(shop),
    rateId,
    rateCode: rate ? nameRate(rate) : '',
    label: rate?.name ?? 'Tax',
    isCompound: rate?.isCompound ?? false,
    ratePercent: rate?.ratePercent ?? 0,
    taxTotal: 0,
    shippingTaxTotal: 0,
  };
}

const readPlace = ({ country = '', state = '', postcode = '', city = '' }: Address): TaxPlace => ({
  country,
  state,
  postcode,
  city,
});

function taxLine(shop: Shop, line: OrderLine, place: TaxPlace): OrderLine {
  const rates = findLineRates(shop, line, place);
  const subtotals = addTaxes(line.subtotal, rates);
  const taxes = addTaxes(line.total, rates).map(({ rateId, amount }, at) => ({
    rateId,
    total: amount,
    subtotal: subtotals[at]?.amount ?? 0,
  }));
  return {
    ...line,
    taxes,
    totalTax: sumRounded(
      shop,
      taxes.map(({ total }) => total),
    ),
    subtotalTax: sumRounded(
      shop,
      taxes.map(({ subtotal }) => subtotal),
    ),
  };
}

/**
 * A negative fee takes tax off in the proportion the order is taxed, even when it says "none" (woocommerce.md
 * 4): a dollar off an order of 40 taxed and 10 untaxed is 80 cents of taxed money.
 */
function taxFee(shop: Shop, order: OrderRecord, fee: FeeLine, place: TaxPlace): TaxPart[] {
  if (fee.total >= 0) {
    return fee.taxStatus === 'none' ? [] : addTaxes(fee.total, findTaxRates(shop, place, fee.taxClass));
  }
  const costs = new Map<string, number>();
  let whole = 0;
  for (const line of [...order.lines, ...order.feeLines, ...order.shippingLines]) {
    if (line.total < 0) continue;
    whole += line.total;
    if (line.taxStatus === 'taxable') costs.set(line.taxClass, (costs.get(line.taxClass) ?? 0) + line.total);
  }
  const sums = new Map<number, number>();
  for (const [taxClass, cost] of costs) {
    const part = whole > 0 ? (fee.total * cost) / whole : 0;
    for (const { rateId, amount } of addTaxes(part, findTaxRates(shop, place, taxClass))) {
      sums.set(rateId, (sums.get(rateId) ?? 0) + amount);
    }
  }
  return [...sums].map(([rateId, amount]) => ({ rateId, amount }));
}

/** Shipping is taxed as what is shipped: at the standard rate if anything is. */
function readShippingClass({ lines }: OrderRecord): string {
  const classes = lines.filter(({ taxStatus }) => taxStatus !== 'none').map(({ taxClass }) => taxClass);
  return classes.includes('') ? '' : (classes[0] ?? '');
}

function share(shop: Shop, parts: readonly TaxPart[]): { taxes: TaxShare[]; totalTax: number } {
  const taxes = parts.map(({ rateId, amount }) => ({ rateId, total: roundTaxPart(amount), subtotal: null }));
  return {
    taxes,
    totalTax: sumRounded(
      shop,
      taxes.map(({ total }) => total),
    ),
  };
}

const sumRounded = (shop: Shop, amounts: readonly number[]): number =>
  sumOf(amounts, (amount) => (roundsAtSubtotal(shop) ? amount : roundTax(shop, amount)));
