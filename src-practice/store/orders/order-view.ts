import { toAmount } from '../products/prices.ts';
import type { MetaEntry } from '../products/product.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import type { RestCall } from '../rest/call.ts';
import { formatDate } from '../rest/dates.ts';
import { toList, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { findCurrency } from '../site/currencies.ts';
import { readSetting } from '../site/settings.ts';
import type { OrderLine, OrderRecord, RefundRecord } from './order.ts';
import { formatAmount } from './order-lines.ts';
import { readTotal } from './refund-desk.ts';

const NOWHERE = {
  first_name: '',
  last_name: '',
  company: '',
  address_1: '',
  address_2: '',
  city: '',
  state: '',
  postcode: '',
  country: '',
  phone: '',
};

/** An order as REST shows it; the practice store knows no taxes, addresses, fees or coupons. */
export function renderOrder(shop: Shop, call: RestCall, order: OrderRecord): Record<string, unknown> {
  const zero = formatAmount(shop, 0);
  const currency = readSetting(shop.state, 'general/woocommerce_currency');
  const path = `/wc/v3/orders/${order.id}`;
  return {
    id: order.id,
    parent_id: 0,
    status: order.status,
    currency,
    version: shop.settings.version,
    prices_include_tax: readSetting(shop.state, 'tax/woocommerce_prices_include_tax') === 'yes',
    date_created: renderLocal(shop, order.createdMs),
    date_modified: renderLocal(shop, order.modifiedMs),
    discount_total: zero,
    discount_tax: zero,
    shipping_total: zero,
    shipping_tax: zero,
    cart_tax: zero,
    total: formatAmount(shop, readTotal(order)),
    total_tax: zero,
    customer_id: 0,
    order_key: order.orderKey,
    billing: { ...NOWHERE, email: '' },
    shipping: NOWHERE,
    payment_method: order.paymentMethod,
    payment_method_title: order.paymentMethodTitle,
    transaction_id: order.transactionId,
    customer_ip_address: '',
    customer_user_agent: '',
    created_via: order.createdVia,
    customer_note: order.customerNote,
    date_completed: renderLocal(shop, order.completedMs),
    date_paid: renderLocal(shop, order.paidMs),
    cart_hash: '',
    number: String(order.id),
    meta_data: renderMeta(call, order.meta),
    line_items: order.lines.map((line) => renderLine(shop, line)),
    tax_lines: [],
    shipping_lines: [],
    fee_lines: [],
    coupon_lines: [],
    refunds: order.refunds.map(({ id, reason, amount }) => ({ id, reason, total: `-${amount}` })),
    payment_url: `${call.origin}/checkout/order-pay/${order.id}/?pay_for_order=true&key=${order.orderKey}`,
    is_editable: order.status === 'pending' || order.status === 'on-hold',
    needs_payment: (order.status === 'pending' || order.status === 'failed') && readTotal(order) > 0,
    needs_processing: order.lines.length > 0,
    date_created_gmt: renderGmt(order.createdMs),
    date_modified_gmt: renderGmt(order.modifiedMs),
    date_completed_gmt: renderGmt(order.completedMs),
    date_paid_gmt: renderGmt(order.paidMs),
    currency_symbol: findCurrency(currency).symbol,
    _links: {
      self: renderLink(call.origin, path, true),
      collection: renderLink(call.origin, '/wc/v3/orders', false),
    },
  };
}

/** A refund as REST shows it. */
export function renderRefund(
  shop: Shop,
  call: RestCall,
  orderId: number,
  refund: RefundRecord,
): Record<string, unknown> {
  const order = `/wc/v3/orders/${orderId}`;
  return {
    id: refund.id,
    date_created: renderLocal(shop, refund.createdMs),
    date_created_gmt: renderGmt(refund.createdMs),
    amount: refund.amount,
    reason: refund.reason,
    refunded_by: 1,
    refunded_payment: false,
    meta_data: [],
    line_items: refund.lines.map((line) => renderLine(shop, line)),
    shipping_lines: [],
    tax_lines: [],
    fee_lines: [],
    _links: {
      self: renderLink(call.origin, `${order}/refunds/${refund.id}`, true),
      collection: renderLink(call.origin, `${order}/refunds`, false),
      up: renderLink(call.origin, order, false),
    },
  };
}

/** After its product is deleted a line keeps its name and money, with product 0 (woocommerce.md 4). */
function renderLine(shop: Shop, line: OrderLine): Record<string, unknown> {
  const zero = formatAmount(shop, 0);
  const parent = shop.catalog.find(line.productId);
  const product = line.variationId > 0 ? shop.catalog.find(line.variationId) : parent;
  return {
    id: line.id,
    name: line.name,
    product_id: parent ? line.productId : 0,
    variation_id: product ? line.variationId : 0,
    quantity: line.quantity,
    tax_class: '',
    subtotal: line.subtotal,
    subtotal_tax: zero,
    total: line.total,
    total_tax: zero,
    taxes: [],
    meta_data: line.meta.map((entry) => ({ ...entry, display_key: entry.key, display_value: entry.value })),
    sku: product ? product.sku : null,
    price: line.quantity === 0 ? 0 : toAmount(line.total) / line.quantity,
    image: { id: '', src: '' },
    parent_name: line.variationId > 0 && parent ? parent.name : null,
  };
}

const renderLocal = (shop: Shop, timeMs: number | null): string | null =>
  timeMs === null ? null : formatDate(timeMs, shop.settings.timezoneOffsetHours);

function renderMeta(call: RestCall, meta: readonly MetaEntry[]): readonly MetaEntry[] {
  const included = toList(call.params.include_meta).map(toText);
  return included.length === 0 ? meta : meta.filter(({ key }) => included.includes(key));
}
