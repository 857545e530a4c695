import type { OrderResult } from '../order-face.ts';
import type { OrderCounts } from '../order-ledger.ts';
import type { OrderContext } from './order-context.ts';

/** What one pass does with orders, counted as it happens: an order may take all its steps in one pass. */
export interface OrderTally {
  /** The same context, watched. */
  readonly context: OrderContext;
  read(after: OrderCounts): OrderResult;
}

export function tallyOrders(watched: OrderContext): OrderTally {
  const done = { placed: 0, paid: 0, printed: 0, reported: 0 };
  const told = { store: new Set<number>(), till: new Set<string>() };
  const { orders, store, till } = watched;
  const context: OrderContext = {
    ...watched,
    orders: {
      ...orders,
      update: (wooId, change, event) => {
        if (change.placedMs) done.placed += 1;
        if (change.paidMs) done.paid += 1;
        if (change.printedMs) done.printed += 1;
        if (change.reportedMs) done.reported += 1;
        return orders.update(wooId, change, event);
      },
    },
    store: {
      ...store,
      setStatus: async (wooId, from, to) => {
        const set = await store.setStatus(wooId, from, to);
        if (set.kind === 'done' && set.value.isDone) told.store.add(wooId);
        return set;
      },
    },
    till: {
      ...till,
      describeOrder: async (id, texts) => {
        const described = await till.describeOrder(id, texts);
        if (described.kind === 'done') told.till.add(id);
        return described;
      },
      deleteOrder: async (id) => {
        // One that was begun and never shown is nobody's order.
        const isKnown = orders.findByTillOrder(id) !== null;
        const deleted = await till.deleteOrder(id);
        if (isKnown && deleted.kind === 'done') told.till.add(id);
        return deleted;
      },
    },
  };
  return {
    context,
    read: (after) => ({
      ...done,
      statusesToStore: told.store.size,
      statusesToTill: told.till.size,
      waiting: after.waiting,
      needsPerson: after.holds.person,
    }),
  };
}
