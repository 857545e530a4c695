import type { Shop } from '../shop.ts';
import { readPlaces, roundAmount, roundsAtSubtotal, roundTax, sumOf } from './money.ts';
import type { OrderRecord } from './order.ts';
import { taxOrder } from './order-taxes.ts';

/** Taxes an order and sums it up, rounding as the store is set to (woocommerce.md 4). */
export function totalOrder(shop: Shop, given: OrderRecord): OrderRecord {
  const places = readPlaces(shop);
  const round = (amount: number): number => roundAmount(amount, places);
  const sumLines = (read: (line: OrderRecord['lines'][number]) => number): number =>
    round(sumOf(given.lines, (line) => (roundsAtSubtotal(shop) ? read(line) : round(read(line)))));
  const cart = sumLines(({ total }) => total);
  const shippingTotal = sumOf(given.shippingLines, ({ total }) => round(total));
  const capped = { ...given, feeLines: capNegativeFees(given, round(cart + shippingTotal)) };
  const order = taxOrder(shop, capped);
  const cartTax = sumOf(order.taxLines, ({ taxTotal }) => taxTotal);
  const shippingTax = sumOf(order.taxLines, ({ shippingTaxTotal }) => shippingTaxTotal);
  const fees = sumOf(order.feeLines, ({ total }) => total);
  const untaken = sumOf(order.lines, ({ taxes }) =>
    sumOf(taxes, ({ subtotal, total }) => (subtotal ?? 0) - total),
  );
  return {
    ...order,
    totals: {
      discountTotal: round(sumLines(({ subtotal }) => subtotal) - cart),
      discountTax: roundTax(shop, untaken),
      shippingTotal,
      shippingTax,
      cartTax,
      total: round(cart + fees + shippingTotal + cartTax + shippingTax),
    },
  };
}

/** A negative fee takes no more than there is before taxes. */
function capNegativeFees(order: OrderRecord, worth: number): OrderRecord['feeLines'] {
  let left = worth;
  return order.feeLines.map((fee) => {
    const total = fee.total < 0 && left > 0 && fee.total < -left ? -left : fee.total;
    left += total;
    return { ...fee, total };
  });
}
