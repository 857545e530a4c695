import type { Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Attempt } from '../attempt.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { StoreOrderPort, TillOrderPort } from '../order-ports.ts';
import type { Clock } from '../ports.ts';
import type { OrderTurns } from './order-turns.ts';

/** What every step of an order works with. */
export interface OrderContext {
  readonly orders: OrderLedger;
  readonly till: TillOrderPort;
  readonly store: StoreOrderPort;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly planner: TicketPlanner;
  readonly desk: DeskKeeper;
  readonly bell: OrderBell;
  readonly stock: OrderStock;
  readonly turns: OrderTurns;
  /** Who prints the kitchen's ticket, by a person's word or, where nobody has said, by what the till does. */
  whoPrints(): Promise<Attempt<Settings['orders.print']>>;
  /** ISO 4217. */
  readonly currency: string;
  /** A failure in words, for people who read notes in the store or on the till. */
  say(failure: Failure): string;
}

/** What orders do to stock beyond what the sync sees by itself. */
export interface OrderStock {
  /** It goes to the till now: what the counts are before. */
  watch(flow: OrderFlow): void;
  /** It is on the till, paid or not: where the till lowers its counts with the lines, that is when it is sold. */
  notePlaced(flow: OrderFlow): void;
  /** It is paid on the till: where the till has lowered its counts for it, the store's sale is not carried over again. */
  noteSold(flow: OrderFlow): void;
  /** Somebody typed it in at the till: where its counts follow its orders, the sale there and the store's are one. */
  noteByHand(flow: OrderFlow): void;
  /**
   * Whether the till lowers by itself, once that can be told.
   * @param readTill the till's count of an item now; null where it does not say
   */
  settleProbe(readTill: (itemId: CloverId) => Promise<number | null>): Promise<void>;
  /** These lines were refunded on the till: a piece each comes back on both sides, once; a till that lowers by itself does so itself. */
  giveBackLines(
    flow: OrderFlow,
    lines: readonly { readonly id: CloverId; readonly itemId: CloverId | null }[],
  ): void;
  /**
   * What the store took for this order and keeps comes back on both sides, once (features.md S10).
   * @returns false where nobody counts what was ordered
   */
  giveBack(
    flow: OrderFlow,
    order: WebOrder | null,
    how: {
      /** Of the store's order, when all is done. */ readonly status: string;
      readonly isFromTill: boolean;
    },
  ): boolean;
}

/** Turns a web order into what the till gets, with what both sides know now. */
export interface TicketPlanner {
  /** @param tries how often the order was begun before: each time has a reference of its own */
  plan(order: WebOrder, tries: number): Promise<Attempt<TillTicket>>;
  /** For an order that the till refused as planned: the same in words, with its money on one line. */
  planAttention(order: WebOrder, tries: number, why: Failure): Promise<Attempt<TillTicket>>;
}

/** What the till has to have before an order can go to it. */
export interface DeskKeeper {
  /** The order type by its name, made where that is allowed; `rejected` names what is missing. */
  findOrderType(): Promise<Outcome<CloverId>>;
  /** One that is not suppresses every tax of its orders (clover.md 7.9); one that is to be made is. */
  isTypeTaxable(): Promise<Attempt<boolean>>;
  findTender(): Promise<Outcome<CloverId>>;
  /** The till refused what was found: it may be gone, and is read anew. */
  forget(): void;
  /** null where the setting or the country leaves customers out, or the order has none. */
  findCustomer(order: WebOrder): Promise<Attempt<CloverId | null>>;
}

/** Tells people what cannot wait for them to look. */
export interface OrderBell {
  /** The order does not go on by itself. */
  ringLost(flow: OrderFlow, failure: Failure): void;
  ringPrint(flow: OrderFlow, failure: Failure): void;
  /** It goes on, but money or food may be wrong. */
  ringFlagged(flow: OrderFlow): void;
  ringPrerequisite(failure: Failure): void;
  /** The till has all that orders need. */
  hushPrerequisite(): void;
  /** It goes on, or is over: nobody has to look any more. */
  hush(flow: OrderFlow): void;
}

/** A step answers the order as it is then; null: it rests here for now, and the ledger says why and until when. */
export type Step = (flow: OrderFlow, context: OrderContext) => Promise<OrderFlow | null>;
