import type { StoreState } from '../state.ts';
import type { OrderRecord } from './order.ts';

/** The orders with what their lists need; every save goes through here. */
export interface OrderBook {
  find(id: number): OrderRecord | undefined;
  save(order: OrderRecord): void;
  remove(id: number): void;
  /** In rising order of id, trashed ones among them. */
  list(): readonly OrderRecord[];
  /** Those changed later than a moment, in rising order of id: a poll does not walk through years of orders. */
  listChangedAfter(boundMs: number): readonly OrderRecord[];
}

interface Change {
  readonly id: number;
  readonly atMs: number;
}

/** The orders of an empty state. */
export function createOrderBook({ orders }: StoreState): OrderBook {
  /** In order of time; an order's older changes stay in it and are passed over. */
  const changes: Change[] = [];
  return {
    find: (id) => orders.get(id),
    save: (order) => {
      orders.set(order.id, order);
      const change = { id: order.id, atMs: order.modifiedMs };
      changes.splice(findPosition(changes, order.modifiedMs), 0, change);
    },
    remove: (id) => {
      orders.delete(id);
    },
    list: () => [...orders.values()],
    listChangedAfter: (boundMs) => {
      const found = new Map<number, OrderRecord>();
      for (let at = findPosition(changes, boundMs); at < changes.length; at += 1) {
        const order = orders.get(changes[at]?.id ?? 0);
        if (order) found.set(order.id, order);
      }
      return [...found.values()].sort((left, right) => left.id - right.id);
    },
  };
}

/** Behind the last change at or before a moment. */
function findPosition(changes: readonly Change[], atMs: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
