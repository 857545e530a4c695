import { takePostId } from '../products/product-desk.ts';
import type { Fields } from '../rest/failure.ts';
import { toSwitch } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { readSetting } from '../site/settings.ts';
import { type EnteredPrices, mergeLines } from './extra-lines.ts';
import { includesTax } from './money.ts';
import type { KeptStatus, OrderLine, OrderRecord } from './order.ts';
import { applyCoupons } from './order-coupons.ts';
import { createAddress, readPlainFields, readStatus } from './order-fields.ts';
import { noteStatus } from './order-notes.ts';
import { countSales, followLines, settleOrderStock } from './order-stock.ts';
import { totalOrder } from './order-totals.ts';
import { refundRest } from './refund-desk.ts';

/** What only the checkout knows of an order it makes. */
export interface OrderOrigin {
  readonly createdVia: string;
  readonly prices?: EnteredPrices;
  readonly customerIp?: string;
  readonly userAgent?: string;
  readonly cartHash?: string;
}

const NOTHING = { discountTotal: 0, discountTax: 0, shippingTotal: 0, shippingTax: 0, cartTax: 0, total: 0 };
/** Fields that make WooCommerce sum an order up again. */
const WEIGHTY = ['billing', 'shipping', 'line_items', 'shipping_lines', 'fee_lines', 'coupon_lines'];
/** A payment turns orders of these; others stay as they are. */
const PAYABLE: readonly KeptStatus[] = ['pending', 'on-hold', 'failed', 'cancelled', 'checkout-draft'];
const AWAITING: readonly KeptStatus[] = ['pending', 'failed', 'checkout-draft'];

/**
 * Makes an order now, with the fields of REST. Never idempotent: sent twice it is made twice.
 * @throws RestFailure as the REST call would answer; nothing is made then
 */
export function createOrder(shop: Shop, fields: Fields, origin: OrderOrigin): OrderRecord {
  const blank = createBlank(shop, origin);
  const filled = readPlainFields(shop, blank, fields);
  const order = totalOrder(shop, { ...filled, ...mergeLines(shop, filled, fields, origin.prices) });
  const priced = fields.coupon_lines === undefined ? order : applyCoupons(shop, order, fields.coupon_lines);
  // The number is taken last: a refused order leaves no gap.
  return saveTurned(shop, { ...priced, id: takePostId(shop) }, fields, true);
}

/**
 * Changes an order now; even without any field date_modified moves (woocommerce.md 2.2).
 * @throws RestFailure as the REST call would answer; nothing is changed then
 */
export function updateOrder(shop: Shop, before: OrderRecord, fields: Fields): OrderRecord {
  const filled = readPlainFields(shop, before, fields);
  const isWeighty = WEIGHTY.some((name) => fields[name] !== undefined);
  const merged = isWeighty ? totalOrder(shop, { ...filled, ...mergeLines(shop, filled, fields) }) : filled;
  const priced = fields.coupon_lines === undefined ? merged : applyCoupons(shop, merged, fields.coupon_lines);
  return saveTurned(shop, followLines(shop, before, priced), fields, false);
}

/** Puts an order in the trash. It keeps the stock it took (woocommerce.md 4). */
export function trashOrder(shop: Shop, order: OrderRecord): void {
  shop.orders.save({ ...countSales(shop, order, false), status: 'trash', modifiedMs: readNow(shop) });
  shop.hooks.fire('order.deleted', order.id);
}

/** Deletes an order for good, with the stock it took. */
export function removeOrder(shop: Shop, order: OrderRecord): void {
  countSales(shop, order, false);
  shop.orders.remove(order.id);
  shop.state.notes.delete(order.id);
}

/** Whether somebody still has to pay it at the shop. */
export const needsPayment = ({ status, totals }: OrderRecord): boolean =>
  AWAITING.includes(status) && totals.total > 0;

/** Whether a person has something to do: not for orders of downloads alone. */
export const needsProcessing = (shop: Shop, { lines }: OrderRecord): boolean =>
  lines.some((line: OrderLine) => {
    const product = shop.catalog.find(line.variationId || line.productId);
    return product !== undefined && !(product.virtual && product.downloadable);
  });

function createBlank(shop: Shop, origin: OrderOrigin): OrderRecord {
  const nowMs = readNow(shop);
  return {
    id: 0,
    table: shop.orders.readTable(),
    status: 'pending',
    createdVia: origin.createdVia,
    createdMs: nowMs,
    modifiedMs: nowMs,
    paidMs: null,
    completedMs: null,
    orderKey: `wc_order_${Array.from({ length: 13 }, () => shop.random.below(36).toString(36)).join('')}`,
    currency: readSetting(shop.state, 'general/woocommerce_currency'),
    pricesIncludeTax: includesTax(shop),
    customerId: 0,
    billing: createAddress('billing'),
    shipping: createAddress('shipping'),
    customerIp: origin.customerIp ?? '',
    userAgent: origin.userAgent ?? '',
    cartHash: origin.cartHash ?? '',
    paymentMethod: '',
    paymentMethodTitle: '',
    transactionId: '',
    customerNote: '',
    lines: [],
    shippingLines: [],
    feeLines: [],
    couponLines: [],
    taxLines: [],
    totals: NOTHING,
    refunds: [],
    meta: [],
    hasTakenStock: false,
    hasCountedSales: false,
  };
}

/** Turns an order as asked, and again if it is paid by that, and saves it. */
function saveTurned(shop: Shop, given: OrderRecord, fields: Fields, isNew: boolean): OrderRecord {
  const status = readStatus(fields.status) ?? given.status;
  const asked = turn(shop, { ...given, modifiedMs: readNow(shop) }, status);
  const isPaid = toSwitch(fields.set_paid) && (isNew || needsPayment(asked));
  const order = isPaid ? pay(shop, asked) : asked;
  shop.orders.save(order);
  if (isNew) shop.hooks.fire('order.created', order.id);
  shop.hooks.fire('order.updated', order.id);
  return order;
}

function turn(shop: Shop, before: OrderRecord, status: KeptStatus): OrderRecord {
  const hasTurned = status !== before.status;
  const turned = hasTurned ? stampDates(shop, { ...before, status }) : before;
  const settled = settleOrderStock(shop, turned);
  if (!hasTurned) return settled;
  noteStatus(shop, before.id, before.status, status);
  return status === 'refunded' ? refundRest(shop, settled) : settled;
}

/** A payment makes an order "processing", one without anything to do and cash on delivery "completed". */
function pay(shop: Shop, order: OrderRecord): OrderRecord {
  if (!PAYABLE.includes(order.status)) return order;
  return turn(shop, { ...order, paidMs: order.paidMs ?? readNow(shop) }, readPaidStatus(shop, order));
}

const readPaidStatus = (shop: Shop, order: OrderRecord): 'processing' | 'completed' =>
  order.paymentMethod === 'cod' || !needsProcessing(shop, order) ? 'completed' : 'processing';

/**
 * An order is taken as paid when it gets where a payment would have put it, or past that: so cash on delivery
 * is not while it is only "processing".
 */
function stampDates(shop: Shop, order: OrderRecord): OrderRecord {
  const nowMs = readNow(shop);
  const isCompleted = order.status === 'completed';
  const isPaid =
    isCompleted || (order.status === 'processing' && readPaidStatus(shop, order) === 'processing');
  return {
    ...order,
    paidMs: order.paidMs ?? (isPaid ? nowMs : null),
    completedMs: isCompleted ? nowMs : order.completedMs,
  };
}
