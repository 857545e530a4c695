import type { MetaEntry } from '../products/product.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import type { RestCall } from '../rest/call.ts';
import { formatDate } from '../rest/dates.ts';
import { toList, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { findCurrency } from '../site/currencies.ts';
import { renderCoupon, renderLines } from './line-view.ts';
import { formatAmount, readPlaces } from './money.ts';
import type { OrderRecord, RefundRecord } from './order.ts';
import { needsPayment, needsProcessing } from './order-desk.ts';

type View = Record<string, unknown>;

const EDITABLE: readonly string[] = ['pending', 'on-hold', 'auto-draft'];
const SYMBOLS: Readonly<Record<string, string>> = { '&euro;': '€', '&pound;': '£', '&yen;': '¥' };

/** An order as REST shows it. */
export function renderOrder(shop: Shop, call: RestCall, order: OrderRecord): View {
  const places = readShownPlaces(shop, call);
  const path = `/wc/v3/orders/${order.id}`;
  return {
    id: order.id,
    parent_id: 0,
    status: order.status,
    currency: order.currency,
    version: shop.settings.version,
    prices_include_tax: order.pricesIncludeTax,
    date_created: renderLocal(shop, order.createdMs),
    date_modified: renderLocal(shop, order.modifiedMs),
    ...renderTotals(order, places),
    customer_id: order.customerId,
    order_key: order.orderKey,
    billing: order.billing,
    shipping: order.shipping,
    payment_method: order.paymentMethod,
    payment_method_title: order.paymentMethodTitle,
    transaction_id: order.transactionId,
    customer_ip_address: order.customerIp,
    customer_user_agent: order.userAgent,
    created_via: order.createdVia,
    customer_note: order.customerNote,
    date_completed: renderLocal(shop, order.completedMs),
    date_paid: renderLocal(shop, order.paidMs),
    cart_hash: order.cartHash,
    number: String(order.id),
    meta_data: renderMeta(call, order.meta),
    ...renderLines(shop, order, order.taxLines, places),
    coupon_lines: order.couponLines.map(renderCoupon),
    refunds: order.refunds.map(({ id, reason, amount }) => ({
      id,
      reason,
      total: formatAmount(-amount, places),
    })),
    payment_url: `${call.origin}/checkout/order-pay/${order.id}/?pay_for_order=true&key=${order.orderKey}`,
    is_editable: EDITABLE.includes(order.status),
    needs_payment: needsPayment(order),
    needs_processing: needsProcessing(shop, order),
    date_created_gmt: renderGmt(order.createdMs),
    date_modified_gmt: renderGmt(order.modifiedMs),
    date_completed_gmt: renderGmt(order.completedMs),
    date_paid_gmt: renderGmt(order.paidMs),
    currency_symbol: decodeSymbol(findCurrency(order.currency).symbol),
    _links: {
      self: renderLink(call.origin, path, true),
      collection: renderLink(call.origin, '/wc/v3/orders', false),
      email_templates: [{ embeddable: true, href: `${call.origin}/wp-json${path}/actions/email_templates` }],
    },
  };
}

/** A refund as REST shows it; among the refunds of all orders it names its own. */
export function renderRefund(
  shop: Shop,
  call: RestCall,
  orderId: number,
  refund: RefundRecord,
  isAmongAll = false,
): View {
  const places = readShownPlaces(shop, call);
  const order = `/wc/v3/orders/${orderId}`;
  return {
    id: refund.id,
    ...(isAmongAll && { parent_id: orderId }),
    date_created: renderLocal(shop, refund.createdMs),
    date_created_gmt: renderGmt(refund.createdMs),
    amount: formatAmount(refund.amount, places),
    reason: refund.reason,
    refunded_by: 1,
    refunded_payment: refund.isPaidBack,
    meta_data: refund.meta,
    ...renderLines(shop, refund, refund.taxLines, places),
    _links: {
      self: [
        {
          href: `${call.origin}/wp-json${order}/refunds/${refund.id}`,
          targetHints: { allow: ['GET', 'DELETE'] },
        },
      ],
      collection: renderLink(call.origin, `${order}/refunds`, false),
      up: renderLink(call.origin, order, false),
    },
  };
}

/** A date in site time, null for none. */
export const renderLocal = (shop: Shop, timeMs: number | null): string | null =>
  timeMs === null ? null : formatDate(timeMs, shop.settings.timezoneOffsetHours);

function renderTotals({ totals }: OrderRecord, places: number): View {
  const { discountTotal, discountTax, shippingTotal, shippingTax, cartTax, total } = totals;
  return {
    discount_total: formatAmount(discountTotal, places),
    discount_tax: formatAmount(discountTax, places),
    shipping_total: formatAmount(shippingTotal, places),
    shipping_tax: formatAmount(shippingTax, places),
    cart_tax: formatAmount(cartTax, places),
    total: formatAmount(total, places),
    total_tax: formatAmount(cartTax + shippingTax, places),
  };
}

/** `dp` asks for other decimals than the store's. */
const readShownPlaces = (shop: Shop, { params }: RestCall): number =>
  params.dp === undefined ? readPlaces(shop) : toWholeNumber(params.dp);

/** Here the symbol is a character, elsewhere an entity. */
const decodeSymbol = (symbol: string): string =>
  SYMBOLS[symbol] ??
  symbol
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

function renderMeta(call: RestCall, meta: readonly MetaEntry[]): readonly MetaEntry[] {
  const included = toList(call.params.include_meta).map(toText);
  const excluded = toList(call.params.exclude_meta).map(toText);
  const asked = included.length === 0 ? meta : meta.filter(({ key }) => included.includes(key));
  return excluded.length === 0 ? asked : asked.filter(({ key }) => !excluded.includes(key));
}
