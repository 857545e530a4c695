import type { VirtualWorld } from './live-virtual-world.ts';

/** How long one web order took, in milliseconds from the moment it was paid in the store. */
export interface OrderWait {
  readonly wooId: number;
  /** Visible on the till; the till's times are whole seconds, so this is the app's word. */
  readonly shownMs: number;
  /** The printer was asked. */
  readonly askedMs: number;
  /** The paper is out. */
  readonly printedMs: number;
}

/** Lets the engine work for so long after the last order that every ticket can be out. */
export const REST_MS = 60_000;

/** Orders by the virtual time at which their guests paid. */
export type PaidTimes = ReadonlyMap<number, number>;

export function readWaits({ engine, till }: VirtualWorld, paid: PaidTimes): OrderWait[] {
  const printed = new Map(till.state.kitchen.tickets.map(({ orderId, printedMs }) => [orderId, printedMs]));
  return [...paid].map(([wooId, paidMs]) => {
    const got = engine.orders.get(String(wooId));
    if (!got.ok) return { wooId, shownMs: Infinity, askedMs: Infinity, printedMs: Infinity };
    const { placedMs, printAskedMs, tillOrderId } = got.value.flow;
    const since = (atMs: number | null | undefined): number => (atMs ?? Infinity) - paidMs;
    const paperMs = printed.get(tillOrderId ?? '');
    return {
      wooId,
      shownMs: since(placedMs),
      askedMs: since(printAskedMs),
      printedMs: since(paperMs),
    };
  });
}

export function sayWaits(waits: readonly OrderWait[]): string[] {
  const say = (name: string, read: (wait: OrderWait) => number): string => {
    const sorted = waits.map(read).sort((left, right) => left - right);
    const at = (share: number): string =>
      `${((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0) / 1000).toFixed(1)} s`;
    return `  ${name}: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`;
  };
  return [
    say('paid in the store -> shown on the till', ({ shownMs }) => shownMs),
    say('paid in the store -> sent to the printer', ({ askedMs }) => askedMs),
    say('paid in the store -> paper out', ({ printedMs }) => printedMs),
  ];
}
