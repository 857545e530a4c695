import { mergeMeta } from '../products/meta-data.ts';
import { takePostId } from '../products/product-desk.ts';
import type { Fields } from '../rest/failure.ts';
import { toRows, toSwitch, toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import { ORDER_STATUSES, type OrderRecord, type OrderStatus } from './order.ts';
import { createLine } from './order-lines.ts';
import { countSales, settleOrderStock } from './order-stock.ts';
import { refundRest } from './refund-desk.ts';

/**
 * Makes an order now, with the fields of REST. Never idempotent: sent twice it is made twice.
 * @param createdVia `checkout` or `rest-api`
 * @throws RestFailure as the REST call would answer; nothing is made then
 */
export function createOrder(shop: Shop, fields: Fields, createdVia: string): OrderRecord {
  const lines = toRows(fields.line_items).map((row) => createLine(shop, row));
  const nowMs = readNow(shop);
  const order: OrderRecord = {
    id: takePostId(shop),
    status: 'pending',
    createdVia,
    createdMs: nowMs,
    modifiedMs: nowMs,
    paidMs: null,
    completedMs: null,
    orderKey: `wc_order_${Array.from({ length: 13 }, () => shop.random.below(36).toString(36)).join('')}`,
    paymentMethod: '',
    paymentMethodTitle: '',
    transactionId: '',
    customerNote: '',
    lines,
    refunds: [],
    meta: [],
    hasTakenStock: false,
    hasCountedSales: false,
  };
  return saveChanged(shop, order, fields);
}

/** Changes an order now: its status, and what hangs on it; even without any field date_modified moves. */
export const updateOrder = (shop: Shop, order: OrderRecord, fields: Fields): OrderRecord =>
  saveChanged(shop, order, fields);

/** Puts an order in the trash. It keeps the stock it took (woocommerce.md 4). */
export function trashOrder(shop: Shop, order: OrderRecord): void {
  shop.orders.save({ ...countSales(shop, order, false), status: 'trash', modifiedMs: readNow(shop) });
}

/** Deletes an order for good, with the stock it took. */
export function removeOrder(shop: Shop, order: OrderRecord): void {
  countSales(shop, order, false);
  shop.orders.remove(order.id);
}

function saveChanged(shop: Shop, before: OrderRecord, fields: Fields): OrderRecord {
  const nowMs = readNow(shop);
  const status = readStatus(fields) ?? before.status;
  const hasTurned = status !== before.status;
  const isPaid = status === 'processing' || status === 'completed';
  const order: OrderRecord = {
    ...before,
    status,
    modifiedMs: nowMs,
    paidMs: isPaid ? (before.paidMs ?? nowMs) : before.paidMs,
    completedMs: hasTurned && status === 'completed' ? nowMs : before.completedMs,
    paymentMethod: readText(fields.payment_method, before.paymentMethod),
    paymentMethodTitle: readText(fields.payment_method_title, before.paymentMethodTitle),
    transactionId: readText(fields.transaction_id, before.transactionId),
    customerNote: readText(fields.customer_note, before.customerNote),
    meta: mergeMeta(shop.state.ids, before.meta, fields.meta_data),
  };
  const settled = settleOrderStock(shop, order);
  const saved = hasTurned && status === 'refunded' ? refundRest(shop, settled) : settled;
  shop.orders.save(saved);
  return saved;
}

/** A payment makes any order "processing"; cash on delivery makes it "completed" (woocommerce.md 4). */
function readStatus(fields: Fields): OrderStatus | undefined {
  if (toSwitch(fields.set_paid)) return fields.payment_method === 'cod' ? 'completed' : 'processing';
  return ORDER_STATUSES.find((known) => known === fields.status);
}

const readText = (value: unknown, before: string): string => (value === undefined ? before : toText(value));
