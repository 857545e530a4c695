import type { Failure } from '../failure.ts';
import type { CloverId, WooId } from '../ids.ts';
import type { TillTicket } from './till-ticket.ts';

/**
 * Where a web order is on its way. A word in -ing is an intent that was committed before its call; after a
 * crash or a lost answer it says what has to be found out before anything is done again.
 */
export const ORDER_STEPS = [
  'seen',
  'placing',
  'placed',
  'paying',
  'paid',
  'printing',
  'printed',
  'reported',
] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** Why an order does not go on by itself; null while it does. */
export type OrderHold =
  /** Not to be sent yet: unpaid, or the setting waits for another status. */
  | 'not-due'
  /** The till lacks the order type or a tender, and may not be given one: flows when it appears. */
  | 'prerequisite'
  /** A person has to look: refused, unclear, or a print that may not have happened. */
  | 'person'
  /** Nothing more is done: cancelled or refunded before it was placed, or made before the app was here. */
  | 'closed';

export type PrintState =
  | 'none'
  /** Left to the till, or switched off. */
  | 'left'
  | 'created'
  | 'printing'
  /** Only when the till says that the lines were printed, or that its event is done. */
  | 'printed'
  | 'failed'
  | 'no-printer'
  | 'not-available'
  /** The answer to the print was lost: never repeated by itself. */
  | 'unknown';

/** One web order and everything that is known of its way. Kept in the data file. */
export interface OrderFlow {
  readonly wooId: WooId;
  /** Merchant and store it belongs to: another shop's orders rest. */
  readonly shop: string;
  readonly number: string;
  /** The store's own key of it, in short (`other-order.ts`); '' where none was kept. */
  readonly storeKey: string;
  readonly step: OrderStep;
  readonly hold: OrderHold | null;
  /** Why it holds, or what the newest try met. */
  readonly failure: Failure | null;
  /** What was sent; null until it is placed. Carries the reference. */
  readonly ticket: TillTicket | null;
  /** The till's customer; null where none is to be named. */
  readonly customerId: CloverId | null;
  readonly tillOrderId: CloverId | null;
  /** Orders on the till that were begun, never shown to anybody, and are to be removed. */
  readonly abandoned: readonly CloverId[];
  readonly paymentId: CloverId | null;
  readonly printEventId: CloverId | null;
  readonly print: PrintState;
  /** When the newest print was asked for. */
  readonly printAskedMs: number | null;
  /** By a person's wish; the first print is no reprint. */
  readonly reprints: number;
  /** Both totals with the tip, minor units; the till's null until it is there. */
  readonly storeAmount: number;
  readonly tillAmount: number | null;
  readonly currency: string;
  /** What each side said last of its status, and what was last carried over, so that nothing bounces. */
  readonly storeStatus: string;
  readonly tillStatus: TillOrderStatus | null;
  readonly toldStore: string | null;
  readonly toldTill: string | null;
  /** Refunds that were carried over: `store:12`, `till:ABC`. */
  readonly toldRefunds: readonly string[];
  /** A status of one side is to be carried to the other. */
  readonly isStatusDue: boolean;
  /** Failed tries of the present step, and when the next may begin. */
  readonly tries: number;
  readonly notBeforeMs: number;
  /** Store's time of the order; our times of its steps. */
  readonly createdMs: number;
  readonly seenMs: number;
  readonly placedMs: number | null;
  readonly paidMs: number | null;
  readonly printedMs: number | null;
  readonly reportedMs: number | null;
}

/** What the till's order means, as far as Clover can say it (features.md, ruling for F7-F10). */
export type TillOrderStatus = 'open' | 'paid' | 'fulfilled' | 'cancelled' | 'refunded' | 'partly-refunded';

/** One thing that happened to an order, for its timeline. */
export interface OrderEvent {
  readonly id: number;
  readonly wooId: WooId;
  readonly atMs: number;
  /** The step it came to, or what was done: `reprint`, `status`, `retry`, `flagged`. */
  readonly what: string;
  /** In words, without anything of the customer. */
  readonly text: string;
  readonly requestId: string;
}
