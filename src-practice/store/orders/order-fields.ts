import { mergeMeta } from '../products/meta-data.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { isRow, toId, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { type Address, type KeptStatus, ORDER_STATUSES, type OrderRecord } from './order.ts';

const SHIPPING_FIELDS = [
  'first_name',
  'last_name',
  'company',
  'address_1',
  'address_2',
  'city',
  'state',
  'postcode',
  'country',
  'phone',
];
const BILLING_FIELDS = [...SHIPPING_FIELDS.slice(0, -1), 'email', 'phone'];
const SETTABLE: readonly KeptStatus[] = [...ORDER_STATUSES, 'auto-draft', 'trash'];

/** An address of nobody. */
export const createAddress = (kind: 'billing' | 'shipping', fields: Fields = {}): Address =>
  mergeAddress(
    Object.fromEntries((kind === 'billing' ? BILLING_FIELDS : SHIPPING_FIELDS).map((name) => [name, ''])),
    fields,
  );

/** An address with what a client sent of it; nothing else is taken. */
export const mergeAddress = (before: Address, value: unknown): Address =>
  isRow(value)
    ? Object.fromEntries(
        Object.entries(before).map(([name, text]) => [
          name,
          value[name] === undefined ? text : toText(value[name]),
        ]),
      )
    : before;

/**
 * The plain fields of an order with what a client sent. Number, total and dates are not among them: they are
 * ignored (woocommerce.md 4).
 * @throws RestFailure 400 for a customer nobody knows
 */
export function readPlainFields(shop: Shop, before: OrderRecord, fields: Fields): OrderRecord {
  const customerId = fields.customer_id === undefined ? before.customerId : toId(fields.customer_id);
  if (customerId !== before.customerId && customerId > 0 && !shop.state.customers.has(customerId)) {
    throw new RestFailure(400, 'woocommerce_rest_invalid_customer_id', 'Customer ID is invalid.');
  }
  return {
    ...before,
    customerId,
    currency: readText(fields.currency, before.currency),
    billing: mergeAddress(before.billing, fields.billing),
    shipping: mergeAddress(before.shipping, fields.shipping),
    paymentMethod: readText(fields.payment_method, before.paymentMethod),
    paymentMethodTitle: readText(fields.payment_method_title, before.paymentMethodTitle),
    transactionId: readText(fields.transaction_id, before.transactionId),
    customerNote: readText(fields.customer_note, before.customerNote),
    meta: mergeOrderMeta(shop, before, fields.meta_data),
  };
}

/**
 * The status a client means. Rows of a batch are not validated, and a status nobody knows is "pending" then:
 * a completed order goes back, stock and all (woocommerce.md 2.3).
 */
export function readStatus(value: unknown): KeptStatus | undefined {
  const text = toText(value).replace(/^wc-/, '');
  if (text === '') return undefined;
  return SETTABLE.find((known) => known === text) ?? 'pending';
}

/** With HPOS the meta of orders has numbers of its own, without it shares the products'. */
function mergeOrderMeta(shop: Shop, { table, meta }: OrderRecord, rows: unknown): OrderRecord['meta'] {
  const { ids } = shop.state;
  if (table === 'legacy') return mergeMeta(ids, meta, rows);
  const counter = { meta: ids.orderMeta };
  const merged = mergeMeta(counter, meta, rows);
  ids.orderMeta = counter.meta;
  return merged;
}

const readText = (value: unknown, before: string): string => (value === undefined ? before : toText(value));
