import { toAmount } from '../products/prices.ts';
import { takePostId } from '../products/product-desk.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toId, toRows, toText, toWholeNumber } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { type OrderLine, type OrderRecord, REFUNDED_ITEM, type RefundRecord } from './order.ts';
import { formatAmount, takeLineId } from './order-lines.ts';
import { restockLine } from './order-stock.ts';

/**
 * Gives money and pieces of an order back; all of its money makes it "refunded" (woocommerce.md 4).
 * @throws RestFailure 500 for more than is left, and where a payment provider is asked to pay it
 */
export function refundOrder(shop: Shop, order: OrderRecord, fields: Fields): RefundRecord {
  const rows = toRows(fields.line_items).filter((row) => findLine(order, row) !== undefined);
  const sum = rows.reduce((total, row) => total + toAmount(toText(row.refund_total)), 0);
  const amount = fields.amount === undefined ? sum : toAmount(toText(fields.amount));
  const left = readLeft(order);
  // In whole fractions of a cent: sums of decimals differ in the last digit.
  if (amount < 0 || Math.round((amount - left) * 1e6) > 0) throw refuseRefund('Invalid refund amount.');
  if (fields.api_refund !== false) {
    throw refuseRefund('The payment gateway for this order does not exist.');
  }
  const refund = createRefund(
    shop,
    amount,
    toText(fields.reason),
    rows.flatMap((row) => takeBack(shop, order, row)),
  );
  const lines = fields.api_restock === false ? order.lines : order.lines.map(restockFrom(shop, rows));
  const isWhole = Math.round((left - amount) * 1e6) === 0;
  shop.orders.save({
    ...order,
    lines,
    refunds: [...order.refunds, refund],
    status: isWhole ? 'refunded' : order.status,
    modifiedMs: readNow(shop),
  });
  return refund;
}

/** The refund that WooCommerce makes by itself of an order set to "refunded": money alone, no stock. */
export function refundRest(shop: Shop, order: OrderRecord): OrderRecord {
  const left = readLeft(order);
  if (left <= 0) return order;
  return { ...order, refunds: [...order.refunds, createRefund(shop, left, 'Order fully refunded.', [])] };
}

/** What the lines are worth together. */
export const readTotal = ({ lines }: OrderRecord): number =>
  lines.reduce((total, line) => total + toAmount(line.total), 0);

const readLeft = (order: OrderRecord): number =>
  order.refunds.reduce((left, { amount }) => left - toAmount(amount), readTotal(order));

const createRefund = (
  shop: Shop,
  amount: number,
  reason: string,
  lines: readonly OrderLine[],
): RefundRecord => ({
  id: takePostId(shop),
  createdMs: readNow(shop),
  amount: formatAmount(shop, amount),
  reason,
  lines,
});

const findLine = ({ lines }: OrderRecord, row: Fields): OrderLine | undefined =>
  lines.find(({ id }) => id === toId(row.id));

function takeBack(shop: Shop, order: OrderRecord, row: Fields): OrderLine[] {
  const line = findLine(order, row);
  if (!line) return [];
  const amount = formatAmount(shop, -toAmount(toText(row.refund_total)));
  const metaId = shop.state.ids.meta;
  shop.state.ids.meta += 1;
  return [
    {
      ...line,
      id: takeLineId(shop),
      quantity: -toWholeNumber(row.quantity ?? 0),
      subtotal: amount,
      total: amount,
      meta: [{ id: metaId, key: REFUNDED_ITEM, value: String(line.id) }],
    },
  ];
}

const restockFrom =
  (shop: Shop, rows: readonly Fields[]) =>
  (line: OrderLine): OrderLine => {
    const row = rows.find(({ id }) => toId(id) === line.id);
    const pieces = toWholeNumber(row?.quantity ?? 0);
    return pieces > 0 ? restockLine(shop, line, pieces) : line;
  };

const refuseRefund = (message: string): RestFailure =>
  new RestFailure(500, 'woocommerce_rest_cannot_create_order_refund', message);
