import { asWooId, type WooId } from '../../domain/ids.ts';
import { parseDecimal } from '../../domain/money.ts';
import { foldOrderKey } from '../../domain/orders/other-order.ts';
import type {
  WebCharge,
  WebMeta,
  WebOrder,
  WebOrderLine,
  WebRefund,
  WebTax,
} from '../../domain/orders/web-order.ts';
import { isRow, readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import { readStoreTime } from './store-time.ts';
import { readDelivery } from './web-order-delivery.ts';

/** @param digits decimals of the store's currency */
export function parseWebOrder(row: WireRow, refunds: readonly WebRefund[], digits: number): WebOrder {
  const amount = (value: unknown): number => parseDecimal(readText(value), digits) ?? 0;
  const billing = isRow(row.billing) ? row.billing : {};
  const shippingLines = readRows(row.shipping_lines);
  const meta = readMeta(row.meta_data);
  return {
    id: asWooId(readNumber(row.id, 0)),
    number: readText(row.number) || String(readNumber(row.id, 0)),
    key: foldOrderKey(readText(row.order_key)),
    status: readText(row.status),
    currency: readText(row.currency).toUpperCase(),
    createdMs: readTime(row.date_created_gmt) ?? 0,
    modifiedMs: readTime(row.date_modified_gmt) ?? 0,
    paidMs: readTime(row.date_paid_gmt),
    payment: {
      method: readText(row.payment_method),
      title: readText(row.payment_method_title),
      transactionId: readText(row.transaction_id),
    },
    totalAmount: amount(row.total),
    taxAmount: amount(row.total_tax),
    pricesIncludeTax: row.prices_include_tax === true,
    customer: {
      firstName: readText(billing.first_name),
      lastName: readText(billing.last_name),
      company: readText(billing.company),
      email: readText(billing.email),
      phone: readText(billing.phone),
      country: readText(billing.country).toUpperCase(),
    },
    delivery: readDelivery(row, meta),
    note: readText(row.customer_note),
    lines: readRows(row.line_items).map((line) => parseLine(line, amount)),
    fees: readRows(row.fee_lines).map((fee) => parseCharge(fee, readText(fee.name), amount)),
    shipping: shippingLines.map((way) => parseCharge(way, readText(way.method_title), amount)),
    coupons: readRows(row.coupon_lines).map((coupon) => ({
      code: readText(coupon.code),
      amount: amount(coupon.discount),
      taxAmount: amount(coupon.discount_tax),
    })),
    taxes: readRows(row.tax_lines).map((tax) => parseTax(tax, amount)),
    refunds,
    meta,
  };
}

type ReadAmount = (value: unknown) => number;

/** null where it never happened. */
function readTime(value: unknown): number | null {
  const timeMs = readStoreTime(readText(value));
  return Number.isFinite(timeMs) ? timeMs : null;
}

const readMeta = (value: unknown): readonly WebMeta[] =>
  readRows(value).map((meta) => {
    const key = readText(meta.key);
    const label = readText(meta.display_key);
    return { key, value: meta.value, ...(label === '' || label === key ? {} : { label }) };
  });

const readId = (value: unknown): WooId | null => {
  const id = readNumber(value, 0);
  return id > 0 ? asWooId(id) : null;
};

/** Texts of orders are not encoded, unlike those of products (woocommerce.md 3). */
function parseLine(row: WireRow, amount: ReadAmount): WebOrderLine {
  return {
    id: readNumber(row.id, 0),
    productId: readId(row.product_id),
    variationId: readId(row.variation_id),
    name: readText(row.name),
    sku: readText(row.sku),
    quantity: readNumber(row.quantity, 0),
    subtotalAmount: amount(row.subtotal),
    totalAmount: amount(row.total),
    subtotalTaxAmount: amount(row.subtotal_tax),
    taxAmount: amount(row.total_tax),
    taxRateIds: readRows(row.taxes)
      .filter((tax) => readText(tax.total) !== '')
      .map((tax) => readNumber(tax.id, 0)),
    meta: readMeta(row.meta_data),
  };
}

const parseCharge = (row: WireRow, name: string, amount: ReadAmount): WebCharge => ({
  id: readNumber(row.id, 0),
  name,
  amount: amount(row.total),
  taxAmount: amount(row.total_tax),
  meta: readMeta(row.meta_data),
});

const parseTax = (row: WireRow, amount: ReadAmount): WebTax => ({
  rateId: readNumber(row.rate_id, 0),
  label: readText(row.label),
  percent: readNumber(row.rate_percent, 0),
  isCompound: row.compound === true,
  amount: amount(row.tax_total),
  shippingAmount: amount(row.shipping_tax_total),
});

/** Refunded lines are negative and name the line that they take back (woocommerce.md 4). */
export function parseWebRefund(row: WireRow, digits: number): WebRefund {
  return {
    id: readNumber(row.id, 0),
    amount: Math.abs(parseDecimal(readText(row.amount), digits) ?? 0),
    reason: readText(row.reason),
    createdMs: readTime(row.date_created_gmt) ?? 0,
    pieces: readRows(row.line_items).map((line) => ({
      lineId: Number(readRows(line.meta_data).find(({ key }) => key === '_refunded_item_id')?.value ?? 0),
      quantity: -readNumber(line.quantity, 0),
    })),
  };
}
