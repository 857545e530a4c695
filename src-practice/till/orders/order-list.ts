import type { TillContext } from '../context.ts';
import type { LineItemRow, OrderRow } from '../order-rows.ts';
import type { TillCall } from '../rest/call.ts';
import { type FilterFields, flag, number, text, vacant } from '../rest/filter.ts';
import type { List } from '../rest/list.ts';
import { readTimedShelf } from '../rest/timed-source.ts';
import { LINE_EXPANDS, ORDER_EXPANDS, showLineItem, showOrder } from './order-view.ts';

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

/** The orders with a state; one without is in no list (clover.md 7.1). */
export function createOrderList(till: TillContext, call: TillCall): List<OrderRow> {
  const { answers, state } = till;
  const nowMs = till.clock.nowMs();
  return {
    source: readTimedShelf(state.orders, () => answers.orderOrder === 'newest', {
      externalReferenceId: (value) => state.orderReferences.find(value),
    }),
    fields: createOrderFields(nowMs),
    expands: ORDER_EXPANDS,
    ignoresOrder: answers.orderByOnOrders === 'ignored',
    isListed: (order, filters) =>
      order.state !== undefined &&
      order.createdTime + answers.orderListLagMs <= nowMs &&
      (!filters.some(({ field }) => RECENT_FIELDS.has(field)) || order.createdTime >= nowMs - RECENT_MS),
    show: (order, expand) => {
      const shown = showOrder(till, order, expand, call);
      return answers.plainPaymentState === 'OPEN' ? { paymentState: 'OPEN', ...cutAbsent(shown) } : shown;
    },
  };
}

/** Leaves out what would be absent as JSON, so that it hides nothing. */
export function cutAbsent(shown: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

/** In the order of the documentation (clover.md 5.3). */
function createOrderFields(nowMs: number): FilterFields<OrderRow> {
  return {
    'employee.id': text((order) => order.employeeId),
    note: text((order) => order.note),
    modifiedTime: number((order) => order.modifiedTime),
    orderType: text((order) => order.orderTypeId),
    touched: vacant(),
    'cardTransaction.last4': vacant(),
    manualTransaction: flag((order) => order.manualTransaction),
    'employee.name': vacant(),
    title: text((order) => order.title),
    'device.id': vacant(),
    // The index learns of a reference some time after the order has it (clover.md 7.7).
    externalReferenceId: text(({ externalReferenceId, referenceIndexedMs = 0 }) =>
      referenceIndexedMs <= nowMs ? externalReferenceId : undefined,
    ),
    clientCreatedTime: number((order) => order.createdTime),
    total: number((order) => order.total),
    payType: text((order) => order.payType),
    testMode: flag((order) => order.testMode),
    createdTime: number((order) => order.createdTime),
    id: text((order) => order.id),
    state: text((order) => order.state),
    deletedTime: vacant(),
  };
}

/** The lines of one order; the fields to filter by are not published. */
export function createLineList(till: TillContext, order: OrderRow): List<LineItemRow> {
  return {
    source: { scan: () => order.lines },
    fields: { id: text((line) => line.id), 'item.id': text((line) => line.itemId) },
    expands: LINE_EXPANDS,
    show: (line, expand) => showLineItem(till, order, line, expand),
  };
}
