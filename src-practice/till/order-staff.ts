import { readNow, type TillContext } from './context.ts';
import { findItem } from './inventory/item-desk.ts';
import { addPrintJob, clearJam, settlePrints } from './kitchen/print-desk.ts';
import { removeOrderType } from './merchant/order-type-routes.ts';
import type { OrderRow } from './order-rows.ts';
import { createLine, findLine, refuseTooMany } from './orders/line-desk.ts';
import { changeOrder, findOrder, removeOrder } from './orders/order-desk.ts';
import { lowerStock, returnStock } from './orders/order-stock.ts';
import { computeTotal } from './orders/order-total.ts';
import { findTenderByKey, recordPayment, sumPayments } from './payments/payment-desk.ts';
import { giveCredit, refundAmount, refundLines, refundOrder } from './payments/refund-desk.ts';
import { refuse } from './rest/failure.ts';

/** What staff can change on an order at the till. */
export interface OrderEdit {
  readonly addItemIds?: readonly string[];
  readonly removeLineIds?: readonly string[];
  readonly note?: string;
  readonly title?: string;
}

/** People at the till with an order or the printer. Throws on ids that are not there. */
export interface TillOrderStaff {
  /** Takes cash, or a card at the counter; without an amount what is left of the total. */
  pay(orderId: string, amountCents?: number, tenderKey?: string): void;
  /** A kitchen display says that the order is done; the type is a free text (clover.md 7.8). */
  fulfil(orderId: string, type?: string): void;
  /** Deletes the order, or voids all its lines and leaves it there with nothing to pay. */
  cancel(orderId: string, how?: 'delete' | 'void'): void;
  /** Gives back all that is left, a sum, or lines. */
  refundOrder(
    orderId: string,
    part?: { readonly amountCents: number } | { readonly lineIds: readonly string[] },
  ): void;
  /** Hands money out without a payment. */
  giveCredit(amountCents: number, orderId?: string): void;
  /** Opens an order and saves it: the till adds it up anew, whatever total it had (clover.md 7.2). */
  editOrder(orderId: string, edit: OrderEdit): void;
  /** Fires the order's ticket by hand. */
  print(orderId: string): void;
  jamPrinter(how?: 'fails' | 'holds'): void;
  clearPrinter(): void;
  setDefaultPrinter(isThere: boolean): void;
  setAutoPrint(isOn: boolean): void;
  deleteOrderType(orderTypeId: string): void;
}

/** The staff of a till, for its orders. */
export function createOrderStaff(till: TillContext): TillOrderStaff {
  const { kitchen } = till.state;
  const find = (orderId: string): OrderRow => {
    settlePrints(till);
    return findOrder(till, orderId);
  };
  return {
    pay: (orderId, amountCents, tenderKey = 'cash') => {
      const total = totalOf(till, find(orderId));
      const order = changeOrder(till, find(orderId), { total });
      const amount = amountCents ?? total - sumPayments(till, order);
      if (amount <= 0) throw refuse('There is nothing left to pay on this order');
      recordPayment(till, order, { tenderId: findTenderByKey(till, tenderKey).id, amount }, 'staff');
    },
    fulfil: (orderId, type = 'FULFILLED') => {
      changeOrder(till, find(orderId), { fulfillment: { type, createdTime: readNow(till) } });
    },
    cancel: (orderId, how = 'delete') => cancelOrder(till, find(orderId), how),
    refundOrder: (orderId, part) => {
      const order = find(orderId);
      if (!part) refundOrder(till, order);
      else if ('amountCents' in part) refundAmount(till, order, part.amountCents);
      else refundLines(till, order, part.lineIds);
    },
    giveCredit: (amountCents, orderId) => {
      giveCredit(till, amountCents, orderId === undefined ? undefined : find(orderId));
    },
    editOrder: (orderId, edit) => void editOrder(till, find(orderId), edit),
    print: (orderId) => void addPrintJob(till, find(orderId).id, { cause: 'staff' }),
    jamPrinter: (how = 'fails') => {
      settlePrints(till);
      kitchen.jam = how;
    },
    clearPrinter: () => {
      settlePrints(till);
      clearJam(till);
    },
    setDefaultPrinter: (isThere) => {
      settlePrints(till);
      kitchen.hasDefaultPrinter = isThere;
    },
    setAutoPrint: (isOn) => {
      kitchen.isAutoPrint = isOn;
      till.events.tell('M', till.merchant.id, 'UPDATE');
    },
    deleteOrderType: (orderTypeId) => {
      if (!till.state.orderTypes.has(orderTypeId)) throw refuse(`Order type does not exist: ${orderTypeId}`);
      removeOrderType(till, orderTypeId);
    },
  };
}

/** Whoever opens an order that was never added up sees what the till makes of it. */
function totalOf(till: TillContext, order: OrderRow): number {
  return order.total ?? computeTotal(till, order).total;
}

function cancelOrder(till: TillContext, order: OrderRow, how: 'delete' | 'void'): void {
  const isPaid = sumPayments(till, order) > 0;
  if (isPaid) throw refuse('An order that is paid has to be refunded first');
  if (how === 'delete') removeOrder(till, order);
  else {
    returnStock(till, order.lines);
    recount(till, order, { lines: [] });
  }
}

function editOrder(till: TillContext, order: OrderRow, edit: OrderEdit): OrderRow {
  const { addItemIds = [], removeLineIds = [], ...texts } = edit;
  const removed = removeLineIds.map((lineId) => findLine(order, lineId));
  refuseTooMany(order, addItemIds.length - removed.length);
  const added = addItemIds.map((itemId) => createLine(till, {}, findItem(till, itemId)));
  returnStock(till, removed);
  const kept = order.lines.filter((line) => !removed.includes(line));
  return recount(till, order, { ...texts, lines: [...kept, ...lowerStock(till, added)] });
}

/** A total that no longer meets what was paid shows in the payment state; the order is open again. */
function recount(till: TillContext, order: OrderRow, change: Partial<OrderRow>): OrderRow {
  const { total } = computeTotal(till, { ...order, ...change });
  const paid = sumPayments(till, order);
  const isStillPaid = paid > 0 && paid === total;
  return changeOrder(till, order, {
    ...change,
    total,
    ...(paid > 0 &&
      order.refundIds.length === 0 && { paymentState: isStillPaid ? 'PAID' : 'PARTIALLY_PAID' }),
    ...(paid > 0 && !isStillPaid && { state: 'open' }),
  });
}
