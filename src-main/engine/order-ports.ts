import type { CloverId, WooId } from '../domain/ids.ts';
import type { TillPaymentState } from '../domain/orders/order-status.ts';
import type { TicketDiscount, TicketLine, TicketModification } from '../domain/orders/till-ticket.ts';
import type { WebOrder } from '../domain/orders/web-order.ts';
import type { Outcome } from '../domain/outcome.ts';

// What orders ask of the two sides, beside `ports.ts`.

/** An order of the till, read by its id (an index may lag behind; a read by id does not). */
export interface TillOrder {
  readonly id: CloverId;
  /** null: begun and shown to nobody yet (clover.md 7.1). Lower case otherwise. */
  readonly state: string | null;
  readonly reference: string;
  readonly note: string;
  readonly totalAmount: number;
  readonly paymentState: TillPaymentState;
  readonly isDeleted: boolean;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly lines: readonly TillOrderLine[];
  /** Of the discounts on the whole order with an amount; 0 or negative. */
  readonly discountAmount: number;
  readonly payments: readonly TillPayment[];
  readonly refunds: readonly { readonly id: CloverId; readonly amount: number }[];
  /** The kitchen display's newest word, lower case; empty where there is none. */
  readonly fulfillment: string;
}

export interface TillOrderLine {
  readonly id: CloverId;
  readonly itemId: CloverId | null;
  readonly name: string;
  readonly priceAmount: number;
  readonly note: string;
  readonly isPrinted: boolean;
  readonly isRefunded: boolean;
  readonly isVoided: boolean;
  readonly modifications: readonly {
    readonly modifierId: CloverId | null;
    readonly name: string;
    readonly amount: number;
  }[];
}

export interface TillPayment {
  readonly id: CloverId;
  readonly amount: number;
  readonly tipAmount: number;
  /** Ours, where we recorded it. */
  readonly externalId: string;
  readonly isSuccess: boolean;
}

export interface NewTillOrder {
  readonly reference: string;
  readonly title: string;
  readonly note: string;
  readonly orderTypeId: CloverId | null;
  readonly isTaxRemoved: boolean;
  readonly customerId: CloverId | null;
}

/** What the till has to have before orders can go to it. */
export interface TillDesk {
  readonly orderTypes: readonly {
    readonly id: CloverId;
    readonly label: string;
    readonly isTaxable: boolean;
  }[];
  readonly tenders: readonly {
    readonly id: CloverId;
    readonly label: string;
    readonly labelKey: string;
    readonly isUsable: boolean;
  }[];
}

/** A print as the till tells of it; `gone` is an event that is discarded, as printed ones are (clover.md 7.10). */
export type PrintWord = 'created' | 'printing' | 'done' | 'failed' | 'gone';

export interface TillOrderPort {
  readDesk(): Promise<Outcome<TillDesk>>;
  createOrderType(label: string): Promise<Outcome<CloverId>>;
  createTender(label: string): Promise<Outcome<CloverId>>;
  /** By e-mail, then by phone; null where nobody has them. */
  findCustomer(who: { readonly email: string; readonly phone: string }): Promise<Outcome<CloverId | null>>;
  createCustomer(who: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string;
  }): Promise<Outcome<CloverId>>;

  /**
   * Begins an order that nobody sees: without a state it is in no list and in no app (clover.md 7.1), so a
   * lost answer leaves nothing behind that anybody could cook.
   */
  beginOrder(order: NewTillOrder): Promise<Outcome<CloverId>>;
  /** Adds lines with their modifications, in calls of at most 100. After `unknown` the order is read, never filled twice. */
  addLines(orderId: CloverId, lines: readonly TicketLine[]): Promise<Outcome<void>>;
  /** To a line that is there already. Not safe to repeat (clover.md 7.3). */
  addModifications(
    orderId: CloverId,
    lineId: CloverId,
    modifications: readonly TicketModification[],
  ): Promise<Outcome<void>>;
  addDiscounts(orderId: CloverId, discounts: readonly TicketDiscount[]): Promise<Outcome<void>>;
  /** Shows the order with its total; safe to repeat. Totals are never computed by the till on this path (clover.md 7.2). */
  openOrder(orderId: CloverId, totalAmount: number): Promise<Outcome<void>>;
  /** null where it is gone. */
  readOrder(orderId: CloverId): Promise<Outcome<TillOrder | null>>;
  /** Among visible orders: by reference, and by marker among those made since; the index may lag. */
  findOrders(by: {
    readonly reference: string;
    readonly marker: string;
    readonly sinceMs: number;
  }): Promise<Outcome<readonly TillOrder[]>>;
  /** Orders changed at or after the till's own time, oldest first. */
  readChangedOrders(
    sinceMs: number,
  ): Promise<Outcome<{ readonly orders: readonly TillOrder[]; readonly untilMs: number | null }>>;
  /** Visible orders made at or after the till's own time, by their ids alone; the list may lag. */
  listOrders(sinceMs: number): Promise<Outcome<ReadonlySet<CloverId>>>;
  /** Replaces note and title; safe to repeat. */
  describeOrder(
    orderId: CloverId,
    words: { readonly title?: string; readonly note?: string },
  ): Promise<Outcome<void>>;
  /** Only of an order without payments (clover.md 7.8); done where it is gone already. */
  deleteOrder(orderId: CloverId): Promise<Outcome<void>>;
  /** Not safe to repeat: the order's payments are read first, and after `unknown`. */
  recordPayment(
    orderId: CloverId,
    payment: {
      readonly tenderId: CloverId;
      readonly amount: number;
      readonly tipAmount: number;
      readonly taxAmount: number;
      /** At most 32 characters. */
      readonly externalId: string;
      readonly note: string;
    },
  ): Promise<Outcome<CloverId>>;
  /** Every call prints. CLOVER_NO_PRINTER, CLOVER_PRINT_NOT_AVAILABLE where the till refuses. */
  print(orderId: CloverId): Promise<Outcome<CloverId>>;
  readPrint(printEventId: CloverId): Promise<Outcome<PrintWord>>;
}

export interface StoreOrderPort {
  /** null where it is gone for good; one in the trash has the status `trash`. */
  readOrder(id: WooId): Promise<Outcome<WebOrder | null>>;
  /** Orders changed after the store's own time (`2026-11-21T10:00:00`, UTC), the trash included, oldest first. */
  readChangedOrders(
    since: string,
  ): Promise<Outcome<{ readonly orders: readonly WebOrder[]; readonly until: string | null }>>;
  /** Only where the order still has the status that was seen; `moved` says what it has instead. */
  setStatus(
    id: WooId,
    from: string,
    to: string,
  ): Promise<Outcome<{ readonly isDone: true } | { readonly isDone: false; readonly moved: string }>>;
  addNote(id: WooId, text: string, isForCustomer: boolean): Promise<Outcome<void>>;
  /** Records a refund that was paid elsewhere: no money is moved by the store. `marker` is in its reason, to be found again. */
  addRefund(
    id: WooId,
    refund: {
      readonly amount: number;
      readonly reason: string;
      readonly pieces: readonly { readonly lineId: number; readonly quantity: number }[];
      readonly isRestocking: boolean;
    },
  ): Promise<Outcome<number>>;
}
