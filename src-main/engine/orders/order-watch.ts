import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { readTillStatus } from '../../domain/orders/order-status.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { MetaLedger } from '../ledger-ports.ts';
import type { OrderContext } from './order-context.ts';

/** How far the last look at each side's orders went, by that side's clock. */
export const STORE_FLOW_CURSOR = 'orders.store.cursor';
export const TILL_FLOW_CURSOR = 'orders.till.cursor';

export interface WatchParts extends Pick<OrderContext, 'orders' | 'store' | 'till' | 'clock' | 'settings'> {
  readonly meta: MetaLedger;
  transaction<T>(work: () => T): T;
}

/**
 * Looks for web orders that are new or changed. What was made before the first look is older than the app: it
 * was handled without it, and stays so.
 */
export async function watchStore(
  parts: WatchParts,
  askNow: () => Promise<Outcome<{ readonly until: string | null }>>,
): Promise<OutcomeFailure | null> {
  const { meta, store, transaction } = parts;
  const since = meta.get(STORE_FLOW_CURSOR);
  if (since === null) {
    const now = await askNow();
    if (now.kind !== 'done') return now;
    if (now.value.until !== null) meta.put(STORE_FLOW_CURSOR, now.value.until);
    return null;
  }
  const read = await store.readChangedOrders(since);
  if (read.kind !== 'done') return read;
  const { orders, until } = read.value;
  transaction(() => {
    for (const order of orders) noteOrder(order, parts);
    if (until !== null) meta.put(STORE_FLOW_CURSOR, until);
  });
  return null;
}

function noteOrder(order: WebOrder, { orders, clock }: WatchParts): void {
  const known = orders.get(order.id);
  if (known === null) {
    orders.add(startFlow(order, clock.nowMs()));
    return;
  }
  if (known.storeStatus === order.status && known.hold !== 'not-due') return;
  // Not sent yet: whether it is due is decided anew when it is planned.
  const isPlaced = known.step !== 'seen';
  orders.update(order.id, {
    storeStatus: order.status,
    isStatusDue: isPlaced,
    ...(known.hold === 'not-due' ? { hold: null, notBeforeMs: 0 } : {}),
  });
}

function startFlow(order: WebOrder, nowMs: number): Omit<OrderFlow, 'shop'> {
  return {
    wooId: order.id,
    number: order.number,
    step: 'seen',
    hold: null,
    failure: null,
    ticket: null,
    customerId: null,
    tillOrderId: null,
    abandoned: [],
    paymentId: null,
    printEventId: null,
    print: 'none',
    printAskedMs: null,
    reprints: 0,
    storeAmount: order.totalAmount,
    tillAmount: null,
    currency: order.currency,
    storeStatus: order.status,
    tillStatus: null,
    toldStore: null,
    toldTill: null,
    toldRefunds: [],
    isStatusDue: false,
    tries: 0,
    notBeforeMs: 0,
    createdMs: order.createdMs,
    seenMs: nowMs,
    placedMs: null,
    paidMs: null,
    printedMs: null,
    reportedMs: null,
  };
}

/** Looks what became of our orders on the till: fulfilled, cancelled, refunded, printed by itself. */
export async function watchTill(parts: WatchParts): Promise<OutcomeFailure | null> {
  const { meta, till, orders, settings, transaction, clock } = parts;
  const since = Number(meta.get(TILL_FLOW_CURSOR) ?? 0);
  const read = await till.readChangedOrders(since);
  if (read.kind !== 'done') return read;
  const { orders: changed, untilMs } = read.value;
  transaction(() => {
    for (const order of changed) {
      const flow = orders.findByTillOrder(order.id);
      if (flow === null || flow.placedMs === null) continue;
      const tillStatus = readTillStatus(order, settings);
      const isPrinted =
        flow.print === 'left' && order.lines.length > 0 && order.lines.every((line) => line.isPrinted);
      if (tillStatus === flow.tillStatus && !isPrinted) continue;
      orders.update(flow.wooId, {
        tillStatus,
        tillAmount: order.totalAmount + (flow.ticket?.tipAmount ?? 0),
        isStatusDue: flow.isStatusDue || tillStatus !== flow.tillStatus,
        ...(isPrinted ? { print: 'printed', printedMs: clock.nowMs() } : {}),
      });
    }
    if (untilMs !== null) meta.put(TILL_FLOW_CURSOR, String(untilMs));
  });
  return null;
}
