import { createId, readNow, type TillContext } from '../context.ts';
import { printByItself } from '../kitchen/print-desk.ts';
import type { OrderRow } from '../order-rows.ts';
import { miss, refuse } from '../rest/failure.ts';
import type { OrderBody } from './order-body.ts';
import { lowerStock, returnStock } from './order-stock.ts';

const MAX_REFERENCE_LENGTH = 12;
const NO_IDS: readonly string[] = [];

/** The fields an order starts with, as recorded (clover.md 7.1). */
export const NEW_ORDER = {
  taxRemoved: false,
  manualTransaction: false,
  groupLineItems: true,
  testMode: false,
  customerIds: NO_IDS,
  lines: [],
  discounts: [],
  paymentIds: NO_IDS,
  refundIds: NO_IDS,
  creditIds: NO_IDS,
} as const satisfies Partial<OrderRow>;

/** The order of an id; a 404 as recorded when there is none. */
export function findOrder({ state }: TillContext, id: string): OrderRow {
  const order = state.orders.get(id);
  if (!order) throw miss('Order');
  return order;
}

/** Adds an order, empty unless it comes with contents; without a state it stays out of every list. */
export function createOrder(
  till: TillContext,
  body: OrderBody,
  { lines = [], ...contents }: Partial<OrderRow> = {},
): OrderRow {
  const fields = checkFields(till, body);
  const createdTime = readNow(till);
  const blank = { ...NEW_ORDER, id: createId(till), createdTime, modifiedTime: createdTime };
  const stocked = till.answers.restOrderStock === 'onLine' ? lowerStock(till, lines) : lines;
  return saveOrder(till, undefined, { ...blank, ...contents, ...fields, lines: stocked });
}

/** Changes only what is sent; a total is taken as it is given, and never computed (clover.md 7.2). */
export function updateOrder(till: TillContext, order: OrderRow, body: OrderBody): OrderRow {
  return saveOrder(till, order, { ...order, ...checkFields(till, body), modifiedTime: readNow(till) });
}

/** Replaces parts of an order that no client names, and counts as a change of it. */
export function changeOrder(till: TillContext, order: OrderRow, change: Partial<OrderRow>): OrderRow {
  return till.state.orders.put({ ...order, ...change, modifiedTime: readNow(till) });
}

/** Deletes an order with all that hangs on it; what it took from the stock comes back by the switch. */
export function removeOrder(till: TillContext, order: OrderRow): void {
  returnStock(till, order.lines);
  till.state.orderReferences.move(order.id, order.externalReferenceId, undefined);
  till.state.orders.delete(order.id);
}

/** A client's DELETE; of an order with payments nobody knows what becomes (clover.md 7.8). */
export function deleteOrder(till: TillContext, order: OrderRow): void {
  if (order.paymentIds.length > 0 && till.answers.paidOrderDelete === 'refuse') {
    throw refuse('An order with payments cannot be deleted');
  }
  removeOrder(till, order);
}

function saveOrder(till: TillContext, before: OrderRow | undefined, after: OrderRow): OrderRow {
  const { state, answers } = till;
  const { externalReferenceId } = after;
  const isNewReference = externalReferenceId !== before?.externalReferenceId;
  state.orderReferences.move(after.id, before?.externalReferenceId, externalReferenceId);
  const saved = state.orders.put({
    ...after,
    ...(isNewReference && externalReferenceId !== undefined && { referenceIndexedMs: drawIndexTime(till) }),
  });
  const isOpened = before?.state === undefined && saved.state !== undefined;
  if (isOpened && answers.autoPrintWhen === 'onOpen') printByItself(till, saved.id);
  return saved;
}

/** When the index will know a reference written now (clover.md 7.7). */
export function drawIndexTime({ answers, clock, random }: TillContext): number {
  const { least, most } = answers.referenceLagMs;
  return clock.nowMs() + (most > least ? least + random.below(most - least + 1) : least);
}

function checkFields(till: TillContext, body: OrderBody): Partial<OrderRow> {
  const { orderType, employee, customers, ...fields } = body;
  if ((fields.externalReferenceId ?? '').length > MAX_REFERENCE_LENGTH) {
    throw refuse(`Invoice ID cannot exceed ${MAX_REFERENCE_LENGTH} characters`);
  }
  if (orderType !== undefined) refuseUnknownType(till, orderType);
  const customerIds = readCustomers(till, customers);
  return {
    ...fields,
    ...('orderType' in body && { orderTypeId: orderType }),
    ...('employee' in body && { employeeId: employee }),
    ...(customerIds && { customerIds }),
  };
}

/** What the client says of customers, unless it is the form this Clover does not take. */
export function readCustomers(till: TillContext, customers: OrderBody['customers']): string[] | undefined {
  const shape = till.answers.customersShape;
  if (!customers || (shape !== 'both' && Array.isArray(customers) !== (shape === 'array'))) return undefined;
  const references = Array.isArray(customers) ? customers : customers.elements;
  return references.map(({ id }) => {
    if (!till.state.customers.has(id)) throw miss('Customer');
    return id;
  });
}

/** A type somebody has deleted is as good as none. */
export function refuseUnknownType({ state, answers }: TillContext, orderTypeId: string): void {
  if (state.orderTypes.has(orderTypeId) || answers.unknownOrderType === 'accept') return;
  throw refuse(`Order type does not exist: ${orderTypeId}`);
}
