import type { WooId } from '../domain/ids.ts';
import type { OrderEvent, OrderFlow, OrderHold, OrderStep } from '../domain/orders/order-flow.ts';

// What is kept of web orders. See `ledger-ports.ts`.

export interface OrderFilter {
  readonly step?: OrderStep;
  readonly hold?: OrderHold;
  readonly limit: number;
  readonly offset: number;
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
  /** By the number that people know it by; the newest where a number stands twice. */
  findByNumber(number: string): OrderFlow | null;
  findByTillOrder(tillOrderId: string): OrderFlow | null;
  /** Changes what is given and nothing else, in one transaction with its event; answers the order as it is then. */
  update(wooId: WooId, change: OrderChange, event?: NewOrderEvent): OrderFlow;
  /** To be worked on now, the oldest first: neither held nor over, and `notBeforeMs` reached. */
  due(nowMs: number, limit: number): OrderFlow[];
  /** When the next one is due; null where none waits. */
  nextDueMs(): number | null;
  /** In the order they were made. */
  held(hold: OrderHold): OrderFlow[];
  /** Newest first. */
  page(filter: OrderFilter): { readonly flows: OrderFlow[]; readonly total: number };
  count(): OrderCounts;
  /** In the order they happened. */
  events(wooId: WooId): OrderEvent[];
  note(wooId: WooId, event: NewOrderEvent): void;
  /** Orders that are over and were made before this lose their tickets: texts of customers are not kept for ever. */
  forgetTickets(beforeMs: number): number;
}
