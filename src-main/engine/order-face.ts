import type { Failure } from '../domain/failure.ts';
import type { OrderEvent, OrderFlow } from '../domain/orders/order-flow.ts';
import type { OrderLane } from '../domain/orders/order-lane.ts';
import type { Attempt } from './attempt.ts';
import type { LanedOrder, OrderCounts, OrderFilter, OrderOverview } from './order-ledger.ts';

// What the window, the command line and the tests may ask about web orders.

/** What one pass did with orders. */
export interface OrderResult {
  /** Put on the till; one that went all its way counts in each of these. */
  readonly placed: number;
  readonly paid: number;
  readonly printed: number;
  readonly reported: number;
  /** Orders whose status was carried from one side to the other. */
  readonly statusesToStore: number;
  readonly statusesToTill: number;
  readonly waiting: number;
  readonly needsPerson: number;
}

/** Something the shop lacks for web orders, with what to do. */
export interface OrderNeed {
  readonly what: 'order-type' | 'tender' | 'printer' | 'permission' | 'auto-print';
  readonly failure: Failure;
}

export interface Orders {
  /** Newest first; those that need a person come first where the filter asks for them. */
  list(filter: OrderFilter): {
    readonly flows: LanedOrder[];
    readonly total: number;
    readonly counts: OrderCounts;
  };
  /** By the store's id or number. USE_UNKNOWN_ORDER. */
  get(order: string): Attempt<{
    readonly flow: OrderFlow;
    readonly lane: OrderLane;
    readonly events: readonly OrderEvent[];
  }>;
  /** How many orders are where, and the newest ones. */
  overview(): OrderOverview;
  /** Another one: something has happened to an order. */
  version(): number;
  /** Goes on with an order that waits for a person; one that was never placed is planned anew. */
  retry(order: string): Attempt<OrderFlow>;
  /** Somebody has looked at it and dealt with it: it waits for nobody any more. ORDER_NOT_WAITING. */
  see(order: string): Attempt<OrderFlow>;
  /**
   * Somebody typed it in at the till: ours is not made. ORDER_ON_ITS_WAY where ours is there or may be.
   * @param where they said so, for the timeline: `the window`
   */
  leaveByHand(order: string, where: string): Attempt<OrderFlow>;
  /** Prints once more, by a person's wish: the kitchen gets another ticket. */
  reprint(order: string, signal: AbortSignal): Promise<Attempt<OrderFlow>>;
  /** One ticket that says it is a test. */
  testPrint(
    signal: AbortSignal,
  ): Promise<Attempt<{ readonly isPrinted: boolean; readonly failure: Failure | null }>>;
  needs(): readonly OrderNeed[];
}
