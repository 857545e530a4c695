import type { OrderFlow } from '../../src-main/domain/orders/order-flow.ts';
import type { VirtualWorld } from './live-virtual-world.ts';

/** Requests so far, by side, method and path. */
export type Calls = ReadonlyMap<string, number>;

export const readCalls = ({ till, store }: VirtualWorld): Calls =>
  new Map([
    ...[...till.counters.requests].map(([route, times]): [string, number] => [`till ${route}`, times]),
    ...[...store.counters.requests].map(([route, times]): [string, number] => [`store ${route}`, times]),
  ]);

/** Calls that are made for an order, and not by looking or for the stock. */
const FOR_AN_ORDER =
  /^till \w+ \/orders\/|^till POST \/orders$|^till \w+ \/(print_event|customers)|^store \w+ \/wc\/v3\/orders\//;

export interface CallCount {
  readonly perOrder: number;
  readonly byRoute: readonly string[];
}

/** What `orders` orders took in calls of their own. */
export function countCalls(before: Calls, after: Calls, orders: number): CallCount {
  const own = [...after]
    .map(([route, times]): [string, number] => [route, times - (before.get(route) ?? 0)])
    .filter(([route, times]) => times > 0 && FOR_AN_ORDER.test(route))
    .sort(([, left], [, right]) => right - left);
  return {
    perOrder: own.reduce((sum, [, times]) => sum + times, 0) / orders,
    byRoute: own.map(([route, times]) => `${(times / orders).toFixed(2)} ${route}`),
  };
}

/**
 * The fewest calls that make such an order without a till that adds it up: begin it, its lines by the hundred, a
 * call for each modification and discount, show it, its payment, its print and the note in the store.
 */
export function countLeast(flows: readonly OrderFlow[]): number {
  const least = flows.map(({ ticket, paidMs }) => {
    const lines = ticket?.lines ?? [];
    const modifications = lines.reduce((sum, line) => sum + line.modifications.length, 0);
    const payment = paidMs === null ? 0 : 1;
    return 4 + Math.ceil(lines.length / 100) + modifications + (ticket?.discounts.length ?? 0) + payment;
  });
  return least.reduce((sum, calls) => sum + calls, 0) / Math.max(1, flows.length);
}
