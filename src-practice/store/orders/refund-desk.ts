import { takePostId } from '../products/product-desk.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toId, toRows, toText, toWholeNumber } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { takeLineId, takeLineMetaId } from './item-numbers.ts';
import { formatAmount, readPlaces, roundAmount, roundTax, sumOf } from './money.ts';
import {
  type FeeLine,
  type OrderLine,
  type OrderLines,
  type OrderRecord,
  REFUNDED_ITEM,
  type RefundRecord,
  type ShippingLine,
  type TaxShare,
} from './order.ts';
import { readSent } from './order-lines.ts';
import { noteStatus } from './order-notes.ts';
import { restockLine } from './order-stock.ts';
import { sumTaxLines } from './order-taxes.ts';

const OFFLINE_METHODS = ['cod', 'bacs', 'cheque'];
/** Providers of cards that pay back when they are asked to. */
const CARD_METHODS = ['stripe', 'woocommerce_payments', 'square_credit_card'];
const NO_LINES: OrderLines = { lines: [], shippingLines: [], feeLines: [] };

/**
 * Gives money and pieces of an order back; all of its money makes it "refunded" (woocommerce.md 4). The order's
 * total stays as it is.
 * @throws RestFailure 500 for more than is left, and where a payment provider is asked that cannot pay it
 */
export function refundOrder(shop: Shop, order: OrderRecord, fields: Fields): RefundRecord {
  const rows = toRows(fields.line_items);
  const amount = readSent(fields.amount) ?? sumOf(rows, readRowAmount);
  const left = readLeft(order);
  // In whole fractions of a cent: sums of decimals differ in the last digit.
  if (amount < 0 || roundAmount(amount - left, 6) > 0) throw refuseRefund('Invalid refund amount.');
  const isPaidBack = fields.api_refund !== false;
  if (isPaidBack) requireProvider(order);
  const refund = createRefund(shop, order, {
    amount,
    reason: toText(fields.reason),
    isPaidBack,
    ...takeBack(shop, order, rows),
  });
  const lines = fields.api_restock === false ? order.lines : restockLines(shop, order, rows);
  const isWhole = roundAmount(left - amount, 6) === 0 && order.status !== 'refunded';
  if (isWhole) noteStatus(shop, order.id, order.status, 'refunded');
  shop.orders.save({
    ...order,
    lines,
    refunds: [...order.refunds, refund],
    status: isWhole ? 'refunded' : order.status,
    modifiedMs: readNow(shop),
  });
  shop.hooks.fire('order.updated', order.id);
  return refund;
}

/** The refund that WooCommerce makes by itself of an order set to "refunded": money alone, no stock. */
export function refundRest(shop: Shop, order: OrderRecord): OrderRecord {
  const left = readLeft(order);
  if (left <= 0) return order;
  const reason = 'Order fully refunded.';
  const refund = createRefund(shop, order, { amount: left, reason, isPaidBack: false, ...NO_LINES });
  return { ...order, refunds: [...order.refunds, refund] };
}

/** Takes a refund away for good: refunds know no trash (woocommerce.md 4). */
export function removeRefund(shop: Shop, order: OrderRecord, refund: RefundRecord): void {
  const refunds = order.refunds.filter(({ id }) => id !== refund.id);
  shop.orders.save({ ...order, refunds, modifiedMs: readNow(shop) });
}

/** What of an order's money has not been given back. */
export const readLeft = (order: OrderRecord): number =>
  roundAmount(order.totals.total - sumOf(order.refunds, ({ amount }) => amount), 6);

type RefundContent = Omit<RefundRecord, 'id' | 'createdMs' | 'taxLines' | 'meta'>;

const createRefund = (shop: Shop, order: OrderRecord, content: RefundContent): RefundRecord => ({
  ...content,
  id: takePostId(shop),
  createdMs: readNow(shop),
  amount: Number(formatAmount(content.amount, readPlaces(shop))),
  // Its tax lines are its own, with the order's rates as they were.
  taxLines: sumTaxLines(shop, content, []).map((line) => {
    const known = order.taxLines.find(({ rateId }) => rateId === line.rateId);
    return known
      ? { ...known, id: line.id, taxTotal: line.taxTotal, shippingTaxTotal: line.shippingTaxTotal }
      : line;
  }),
  meta: [],
});

const readRowAmount = (row: Fields): number =>
  (readSent(row.refund_total) ?? 0) + sumOf(toRows(row.refund_tax), (tax) => readSent(tax.refund_total) ?? 0);

/** What a refund takes of each line it names, of whatever kind. */
function takeBack(shop: Shop, order: OrderRecord, rows: readonly Fields[]): OrderLines {
  const find = <Line extends { readonly id: number }>(lines: readonly Line[]): [Line, Fields][] =>
    rows.flatMap((row) => {
      const line = lines.find(({ id }) => id === toId(row.id));
      return line ? [[line, row] as [Line, Fields]] : [];
    });
  return {
    lines: find(order.lines).map(([line, row]): OrderLine => {
      const taken = negate(shop, line, row, true);
      const quantity = -toWholeNumber(row.quantity ?? 0);
      return { ...line, ...taken, quantity, subtotal: taken.total, subtotalTax: taken.totalTax };
    }),
    shippingLines: find(order.shippingLines).map(
      ([line, row]): ShippingLine => ({ ...line, ...negate(shop, line, row, false) }),
    ),
    feeLines: find(order.feeLines).map(
      ([line, row]): FeeLine => ({ ...line, ...negate(shop, line, row, false) }),
    ),
  };
}

function negate(shop: Shop, { id }: { readonly id: number }, row: Fields, hasSubtotal: boolean) {
  const taxes = toRows(row.refund_tax).map((tax): TaxShare => {
    const total = -(readSent(tax.refund_total) ?? 0);
    return { rateId: toId(tax.id), total, subtotal: hasSubtotal ? total : null };
  });
  return {
    id: takeLineId(shop),
    total: -(readSent(row.refund_total) ?? 0),
    totalTax: sumOf(taxes, ({ total }) => roundTax(shop, total)),
    taxes,
    meta: [{ id: takeLineMetaId(shop), key: REFUNDED_ITEM, value: String(id) }],
  };
}

const restockLines = (shop: Shop, order: OrderRecord, rows: readonly Fields[]): readonly OrderLine[] =>
  order.lines.map((line) => {
    const row = rows.find(({ id }) => toId(id) === line.id);
    const pieces = toWholeNumber(row?.quantity ?? 0);
    return pieces > 0 ? restockLine(shop, order.id, line, pieces) : line;
  });

/** Only a card's provider pays back; one asked of any other refuses (woocommerce.md 4). */
function requireProvider({ paymentMethod }: OrderRecord): void {
  if (CARD_METHODS.includes(paymentMethod)) return;
  throw refuseRefund(
    OFFLINE_METHODS.includes(paymentMethod)
      ? 'The payment gateway for this order does not support automatic refunds.'
      : 'The payment gateway for this order does not exist.',
  );
}

const refuseRefund = (message: string): RestFailure =>
  new RestFailure(500, 'woocommerce_rest_cannot_create_order_refund', message, {}, true);
