import type { TillContext } from '../context.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { readExpand } from '../rest/expand.ts';
import { miss } from '../rest/failure.ts';
import { type FilterFields, flag, number, text, vacant } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import type { LineItemRow, OrderRow } from '../rows.ts';
import { ORDER_EXPANDS, showLineItem, showOrder } from './order-view.ts';

const DAY_MS = 86_400_000;
const RECENT_MS = 90 * DAY_MS;
/** A filter on one of these looks back 90 days only, without saying so (clover.md 5.3). */
const RECENT_FIELDS: ReadonlySet<string> = new Set([
  'deletedTime',
  'externalReferenceId',
  'createdTime',
  'total',
  'payType',
  'title',
  'note',
  'state',
  'manualTransaction',
  'cardTransaction.last4',
  'testMode',
  'touched',
]);

/** `/orders` for who reads them: what the staff has sold (clover.md 7). */
export function createOrderRoutes(till: TillContext): Route[] {
  const find = (call: TillCall): OrderRow => {
    const order = till.state.orders.get(call.param('orderId'));
    if (!order) throw miss('Order');
    return order;
  };
  const read = (call: TillCall): TillAnswer => ({
    body: showOrder(till, find(call), readExpand(call, ORDER_EXPANDS, till.answers), call.origin),
  });
  const area = 'orders';
  return [
    {
      method: 'GET',
      path: '/orders',
      area,
      answer: (call) => answerList(till, call, createOrderList(till, call.origin)),
    },
    { method: 'GET', path: '/orders/{orderId}', area, answer: read },
    {
      method: 'GET',
      path: '/orders/{orderId}/line_items',
      area,
      answer: (call) => answerList(till, call, createLineList(till, find(call))),
    },
  ];
}

/** Newest first; an order without a state is in no list (clover.md 7.1). */
function createOrderList(till: TillContext, origin: string): List<OrderRow> {
  const { orders } = till.state;
  return {
    source: readShelf(orders, () => orders.listNewestIds()),
    fields: ORDER_FIELDS,
    expands: ORDER_EXPANDS,
    isListed: (order, filters) =>
      order.state !== undefined &&
      (!filters.some(({ field }) => RECENT_FIELDS.has(field)) ||
        order.createdTime >= till.clock.nowMs() - RECENT_MS),
    show: (order, expand) => showOrder(till, order, expand, origin),
  };
}

/** In the order of the documentation (clover.md 5.3). */
const ORDER_FIELDS: FilterFields<OrderRow> = {
  'employee.id': vacant(),
  note: vacant(),
  modifiedTime: number((order) => order.modifiedTime),
  orderType: vacant(),
  touched: vacant(),
  'cardTransaction.last4': vacant(),
  manualTransaction: flag(() => false),
  'employee.name': vacant(),
  title: text((order) => order.title),
  'device.id': vacant(),
  externalReferenceId: vacant(),
  clientCreatedTime: number((order) => order.createdTime),
  total: number((order) => order.total),
  payType: vacant(),
  testMode: flag(() => false),
  createdTime: number((order) => order.createdTime),
  id: text((order) => order.id),
  state: text((order) => order.state),
  deletedTime: vacant(),
};

/** The lines of one order; the fields to filter by are not published. */
function createLineList(till: TillContext, order: OrderRow): List<LineItemRow> {
  const { lineItems, orderLines } = till.state;
  const ids = orderLines.rightsOf(order.id);
  return {
    source: { scan: () => lineItems.pick(ids) },
    fields: { id: text((line) => line.id), 'item.id': text((line) => line.itemId) },
    expands: {},
    show: (line) => showLineItem(till, line),
  };
}
