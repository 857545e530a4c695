/** What Clover does with orders, payments, customers and prints where nobody has published it (clover.md 7, 8, 13). */
export interface OrderAnswers {
  /** When an order made over REST lowers the stock of its items (clover.md 6.4). */
  restOrderStock: 'never' | 'onLine' | 'onPaid';
  /** A voided line or a deleted order puts back what it took. */
  voidReturnsStock: boolean;
  /** How long a filter misses an order by a new externalReferenceId, a payment by its externalPaymentId. */
  referenceLagMs: { readonly least: number; readonly most: number };
  /** How long a new order is in no list at all. */
  orderListLagMs: number;
  /** How orders and payments come without orderBy. */
  orderOrder: 'newest' | 'oldest';
  /** `orderBy` on orders and payments (clover.md 5.4). */
  orderByOnOrders: 'honoured' | 'ignored';
  /** The payment state of a plain order nobody has paid, when it is read. */
  plainPaymentState: 'absent' | 'OPEN';
  /** Which form of customers an order takes; the other one is dropped in silence (clover.md 7.6). */
  customersShape: 'both' | 'array' | 'elements';
  /** An order of a type that is not there. */
  unknownOrderType: 'refuse' | 'accept';
  /** DELETE of an order with payments (clover.md 7.8). */
  paidOrderDelete: 'refuse' | 'accept';
  /** A field a line does not take back since June 2024 (clover.md 7.3). */
  lineUpdate: 'refuse' | 'ignore';
  /** Modifications and discounts inside a new line. */
  nestedOnLines: 'ignored' | 'kept';
  /** The taxes of a line without an item. */
  adHocTaxes: 'none' | 'default';
  /** False: a payment with an external tender leaves the order open (clover.md 7.7). */
  externalPaymentLocks: boolean;
  /** `tender: {labelKey}` instead of an id (clover.md 7.7). */
  tenderByLabelKey: 'refuse' | 'accept';
  /** How far back the list of payments goes (clover.md 5.3). */
  paymentsWindow: 'recent' | 'all';
  /** Atomic orders outside North America: served, or not there at all (clover.md 1). */
  atomicOrders: 'served' | 'missing';
  /** `externalReferenceId` in an order cart (clover.md 7.2). */
  atomicReference: 'kept' | 'ignored';
  /** Lines without an item in an order cart. */
  atomicAdHoc: 'accept' | 'refuse';
  atomicOrderType: 'optional' | 'required';
  /** Print events outside North America. */
  printEvents: 'served' | 'missing';
  /** When the till prints a REST order by itself, once its staff turned that on (clover.md 7.10). */
  autoPrintWhen: 'never' | 'onOpen' | 'onPaid';
  /** From the request to PRINTING. */
  printStartMs: number;
  /** From the request to the paper. */
  printDoneMs: number;
  /** A search by phone number: as written, or by its digits too (clover.md 8). */
  phoneMatch: 'exact' | 'digits';
}

/** What was seen, or is most likely. */
export const ORDER_ANSWERS: OrderAnswers = {
  restOrderStock: 'never',
  voidReturnsStock: true,
  referenceLagMs: { least: 2000, most: 2000 },
  orderListLagMs: 0,
  orderOrder: 'newest',
  orderByOnOrders: 'honoured',
  plainPaymentState: 'absent',
  customersShape: 'both',
  unknownOrderType: 'refuse',
  paidOrderDelete: 'refuse',
  lineUpdate: 'refuse',
  nestedOnLines: 'ignored',
  adHocTaxes: 'none',
  externalPaymentLocks: true,
  tenderByLabelKey: 'refuse',
  paymentsWindow: 'all',
  atomicOrders: 'served',
  atomicReference: 'ignored',
  atomicAdHoc: 'accept',
  atomicOrderType: 'optional',
  printEvents: 'served',
  autoPrintWhen: 'onPaid',
  printStartMs: 500,
  printDoneMs: 2000,
  phoneMatch: 'exact',
};
