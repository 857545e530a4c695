import type { TillContext } from '../context.ts';
import { CUSTOMER_EXPANDS, showCustomer } from '../customers/customer-view.ts';
import { showTaxRate } from '../inventory/tax-rate-view.ts';
import type { LineItemRow, OrderRow } from '../order-rows.ts';
import {
  PAYMENT_EXPANDS,
  pickRefunds,
  showCredit,
  showPayment,
  showRefund,
} from '../payments/payment-view.ts';
import type { TillCall } from '../rest/call.ts';
import { type Expand, type ExpandFields, NOTHING_EXPANDED, showRelated } from '../rest/expand.ts';
import { showDiscount } from './discount-desk.ts';
import { showModification } from './modification-desk.ts';

export const LINE_EXPANDS: ExpandFields = {
  modifications: { area: 'orders' },
  discounts: { area: 'orders' },
  taxRates: { area: 'inventory' },
};

export const ORDER_EXPANDS: ExpandFields = {
  lineItems: { area: 'orders', nested: LINE_EXPANDS },
  discounts: { area: 'orders' },
  serviceCharge: { area: 'orders' },
  payments: { area: 'payments', nested: PAYMENT_EXPANDS },
  refunds: { area: 'payments' },
  credits: { area: 'payments' },
  customers: { area: 'customers', nested: CUSTOMER_EXPANDS },
};

/** An order as recorded (clover.md 7.1): what nobody has set is absent. Unlike items, orders have an address. */
export function showOrder(
  till: TillContext,
  order: OrderRow,
  expand: Expand,
  call: TillCall,
): Record<string, unknown> {
  const { merchant } = till;
  return {
    href: `${call.origin}/v3/merchants/${merchant.id}/orders/${order.id}`,
    id: order.id,
    currency: merchant.currency,
    employee: order.employeeId === undefined ? undefined : { id: order.employeeId },
    title: order.title,
    note: order.note,
    externalReferenceId: order.externalReferenceId,
    orderType: order.orderTypeId === undefined ? undefined : { id: order.orderTypeId },
    total: order.total,
    paymentState: order.paymentState,
    state: order.state,
    payType: order.payType,
    taxRemoved: order.taxRemoved,
    isVat: merchant.vat,
    manualTransaction: order.manualTransaction,
    groupLineItems: order.groupLineItems,
    testMode: order.testMode,
    createdTime: order.createdTime,
    clientCreatedTime: order.createdTime,
    modifiedTime: order.modifiedTime,
    orderFulfillmentEvent: order.fulfillment,
    ...showRelations(till, order, expand, call),
  };
}

function showRelations(
  till: TillContext,
  order: OrderRow,
  expand: Expand,
  call: TillCall,
): Record<string, unknown> {
  const { state } = till;
  const relations: Record<string, () => unknown> = {
    lineItems: () =>
      showRelated(order.lines, (line) =>
        showLineItem(till, order, line, expand.get('lineItems') ?? NOTHING_EXPANDED),
      ),
    discounts: () =>
      showRelated(order.discounts, (discount) => showDiscount(discount, { orderRef: { id: order.id } })),
    serviceCharge: () => order.serviceCharge,
    payments: () =>
      showRelated(
        order.paymentIds.flatMap((id) => state.payments.get(id) ?? []),
        (payment) => showPayment(till, payment, expand.get('payments') ?? NOTHING_EXPANDED),
      ),
    refunds: () => showRelated(pickRefunds(state, order.refundIds), showRefund),
    credits: () =>
      showRelated(
        order.creditIds.flatMap((id) => state.credits.get(id) ?? []),
        showCredit,
      ),
    customers: () =>
      showRelated(
        order.customerIds.flatMap((id) => state.customers.get(id) ?? []),
        (customer) => showCustomer(till, customer, expand.get('customers') ?? NOTHING_EXPANDED, call),
      ),
  };
  const shown = Object.entries(relations).filter(([name]) => expand.has(name));
  return Object.fromEntries(shown.map(([name, show]) => [name, show()]));
}

/** A line item as recorded (clover.md 7.3). */
export function showLineItem(
  till: TillContext,
  order: Pick<OrderRow, 'id' | 'createdTime'>,
  line: LineItemRow,
  expand: Expand,
): Record<string, unknown> {
  const lineItemRef = { id: line.id };
  return {
    id: line.id,
    orderRef: { id: order.id },
    item: line.itemId === undefined ? undefined : { id: line.itemId },
    name: line.name,
    alternateName: line.alternateName,
    price: line.price,
    unitQty: line.unitQty,
    unitName: line.unitName,
    itemCode: line.itemCode,
    note: line.note,
    userData: line.userData,
    binName: line.binName,
    printed: line.printed,
    createdTime: line.createdTime,
    orderClientCreatedTime: order.createdTime,
    exchanged: false,
    refunded: line.refunded && till.answers.refundMarksLines,
    isRevenue: line.isRevenue,
    isOrderFee: false,
    ...(expand.has('modifications') && {
      modifications: showRelated(line.modifications, (row) => showModification(row, line.id)),
    }),
    ...(expand.has('discounts') && {
      discounts: showRelated(line.discounts, (row) => showDiscount(row, { lineItemRef })),
    }),
    ...(expand.has('taxRates') && {
      taxRates: showRelated(till.state.taxRates.pick(line.taxRateIds ?? []), showTaxRate),
    }),
  };
}
