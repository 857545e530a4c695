import type { TillContext } from '../context.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { LineItemRow, OrderRow } from '../rows.ts';

/** What stock needs of an order; payments and refunds are not kept. */
export const ORDER_EXPANDS: ExpandFields = { lineItems: { area: 'orders' } };

/** An order as recorded (clover.md 7.1); unlike items, orders have an address. */
export function showOrder(till: TillContext, order: OrderRow, expand: Expand, origin: string): unknown {
  const { state, merchant } = till;
  return {
    href: `${origin}/v3/merchants/${merchant.id}/orders/${order.id}`,
    id: order.id,
    currency: merchant.currency,
    title: order.title,
    total: order.total,
    paymentState: order.paymentState,
    state: order.state,
    taxRemoved: false,
    isVat: merchant.vat,
    manualTransaction: false,
    groupLineItems: true,
    testMode: false,
    createdTime: order.createdTime,
    clientCreatedTime: order.createdTime,
    modifiedTime: order.modifiedTime,
    ...(expand.has('lineItems') && {
      lineItems: showRelated(state.lineItems.pick(state.orderLines.rightsOf(order.id)), (line) =>
        showLineItem(till, line),
      ),
    }),
  };
}

/** A line item as recorded (clover.md 7.3). */
export function showLineItem({ answers }: TillContext, line: LineItemRow): unknown {
  return {
    id: line.id,
    orderRef: { id: line.orderId },
    item: { id: line.itemId },
    name: line.name,
    price: line.price,
    unitQty: line.unitQty,
    unitName: line.unitName,
    printed: false,
    createdTime: line.createdTime,
    orderClientCreatedTime: line.createdTime,
    exchanged: false,
    refunded: line.refunded && answers.refundMarksLines,
    isRevenue: true,
    isOrderFee: false,
  };
}
