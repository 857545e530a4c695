import type { CloverId, WooId } from '../domain/ids.ts';
import type { OrderEvent, OrderFlow, OrderHold, OrderStep } from '../domain/orders/order-flow.ts';
import type { OrderLane } from '../domain/orders/order-lane.ts';
import type { ShopKey } from '../domain/shop.ts';

// What is kept of web orders. See `ledger-ports.ts`.

export interface OrderFilter {
  readonly step?: OrderStep;
  readonly hold?: OrderHold;
  readonly lane?: OrderLane;
  /** A part of the number, or the till's id. */
  readonly search?: string;
  /** Those that need a person, then those that need a look, then the rest. */
  readonly isUrgentFirst?: boolean;
  /** Only those whose ticket was asked for. */
  readonly isAskedToPrint?: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** An order and where people look for it. */
export interface LanedOrder extends OrderFlow {
  readonly lane: OrderLane;
}

export interface OrderOverview {
  readonly lanes: Readonly<Record<OrderLane, number>>;
  /** null where there is none. */
  readonly newest: OrderFlow | null;
  readonly newestPrinted: OrderFlow | null;
}

export interface OrderCounts {
  readonly steps: Readonly<Record<OrderStep, number>>;
  readonly holds: Readonly<Record<OrderHold, number>>;
  /** Neither held nor over. */
  readonly waiting: number;
  /** When the oldest of those was made in the store; null where none waits. */
  readonly oldestMs: number | null;
}

export type OrderChange = Partial<Omit<OrderFlow, 'wooId' | 'shop'>>;
export type NewOrderEvent = Omit<OrderEvent, 'id' | 'wooId'>;

/** The orders of one shop. Every method is synchronous and runs inside the transaction that is open. */
export interface OrderLedger {
  /** Adds it; false where it is known already. */
  add(flow: Omit<OrderFlow, 'shop'>): boolean;
  get(wooId: WooId): OrderFlow | null;
  /**
   * The order as it is known with another shop: it has the same id, number and second of its making there.
   * On another till it counts only where it was placed.
   */
  findElsewhere(
    order: Pick<OrderFlow, 'wooId' | 'number' | 'createdMs'>,
  ): { readonly shop: ShopKey; readonly isSameTill: boolean } | null;
  /** Makes it this shop's own, with all that happened to it. */
  takeOver(wooId: WooId, from: ShopKey): OrderFlow | null;
  /**
   * Keeps an order under a number of its own (below zero), since the store has given its id to another one: the id is
   * free again. Its number and all that happened to it stay.
   */
  setApart(wooId: WooId, change: OrderChange, event: NewOrderEvent): OrderFlow;
  /** By the number that people know it by; the newest where a number stands twice. */
  findByNumber(number: string): OrderFlow | null;
  findByTillOrder(tillOrderId: string): OrderFlow | null;
  /** Changes what is given and nothing else, in one transaction with its event; answers the order as it is then. */
  update(wooId: WooId, change: OrderChange, event?: NewOrderEvent): OrderFlow;
  /**
   * To be worked on now, the oldest first: neither held nor over, and `notBeforeMs` reached, or so far away that only
   * a clock that was set back explains it.
   */
  due(nowMs: number, limit: number): OrderFlow[];
  /** When the next one is due; null where none waits. */
  nextDueMs(): number | null;
  /** In the order they were made. */
  held(hold: OrderHold): OrderFlow[];
  /** Those that were placed since, are on the till and not over on either side, the oldest first. */
  placedSince(
    sinceMs: number,
  ): { readonly wooId: WooId; readonly tillOrderId: CloverId; readonly placedMs: number }[];
  /** Placed or over, and with other orders on the till that were begun and never shown. */
  withAbandoned(limit: number): OrderFlow[];
  /** Newest first, unless urgent ones are to be. */
  page(filter: OrderFilter): { readonly flows: LanedOrder[]; readonly total: number };
  count(): OrderCounts;
  laneOf(wooId: WooId): OrderLane;
  overview(): OrderOverview;
  /** Grows with everything that happens to an order. */
  newestEventId(): number;
  /** In the order they happened. */
  events(wooId: WooId): OrderEvent[];
  note(wooId: WooId, event: NewOrderEvent): void;
  /** Orders that are over and were made before this lose their tickets: texts of customers are not kept for ever. */
  forgetTickets(beforeMs: number): number;
}
