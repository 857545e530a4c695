import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId, WooId } from '../../domain/ids.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { Side } from '../ledger-ports.ts';
import type { StoreOrderPort, TillOrderPort } from '../order-ports.ts';
import type { StorePort, TillPort } from '../ports.ts';
import type { ActWhat } from '../rehearsal-face.ts';

/** What an order's write would have done. Of new things on the till nothing is known but the name. */
export interface HeldCall {
  readonly side: Side;
  readonly what: ActWhat;
  readonly order: { readonly woo: WooId } | { readonly till: CloverId } | null;
  /** A status, an amount in minor units, a name: what it would have come to. */
  readonly to: string;
  readonly from?: string;
}

/** Hears of each write of an order; what belongs to a product stands in the plan that it was held back of. */
export type HearHeld = (call: HeldCall) => void;

/** An order that is held rests: asked for so seldom that it costs nothing. */
const REST_MS = 60_000;
const held = () => createFailure('REHEARSAL_HELD');

/** Ends a row of the plan: it is set aside, and everything else goes on. */
const setAside = (): OutcomeFailure => ({ kind: 'rejected', failure: held(), status: 0 });
/** Keeps an order as it is: refused, it would be planned anew in words. */
const rest = (): OutcomeFailure => ({ kind: 'retryAfter', delayMs: REST_MS, failure: held() });

const holdRow = async () => setAside();
const holdRows = async <Row>(
  rows: readonly Row[],
): Promise<Outcome<{ readonly isDone: false; readonly failure: Failure; readonly resourceId: null }[]>> => ({
  kind: 'done',
  value: rows.map(() => ({ isDone: false, failure: held(), resourceId: null })),
  requestId: '',
});

/** The till as it is to be read; no write goes any further than here. */
export function holdTill(till: TillPort, hear: HearHeld): TillPort {
  return {
    ...till,
    orders: holdTillOrders(till.orders, hear),
    writeItems: holdRows,
    writeStock: holdRow,
    createItem: holdRow,
    createCategory: holdRow,
    renameCategory: holdRow,
    moveCategory: holdRow,
    createItemGroup: holdRow,
    addGroupOptions: holdRow,
    renameItemGroup: holdRow,
  };
}

/** The store likewise. */
export function holdStore(store: StorePort, hear: HearHeld): StorePort {
  return {
    ...store,
    orders: holdStoreOrders(store.orders, hear),
    hooks: { ...store.hooks, create: holdRow, update: holdRow, remove: holdRow },
    writeProducts: holdRows,
    writeVariations: (_parentId, rows) => holdRows(rows),
    createCategories: holdRows,
    updateCategories: holdRows,
    deleteEmptyCategory: holdRow,
    moveStock: (_parentId, rows) => holdRows(rows),
  };
}

function holdTillOrders(orders: TillOrderPort, hear: HearHeld): TillOrderPort {
  const hold = (what: ActWhat, till: CloverId | null, to = ''): OutcomeFailure => {
    hear({ side: 'till', what, order: till === null ? null : { till }, to });
    return rest();
  };
  return {
    ...orders,
    createOrderType: async (label) => hold('order-type', null, label),
    createTender: async (label) => hold('tender', null, label),
    // Whose order it is stands on its ticket.
    createCustomer: async () => rest(),
    beginOrder: async () => rest(),
    addLines: async () => rest(),
    addModifications: async () => rest(),
    addDiscounts: async () => rest(),
    openOrder: async () => rest(),
    describeOrder: async (id, { title = '', note = '' }) => hold('till-note', id, title || note),
    deleteOrder: async (id) => hold('removal', id),
    recordPayment: async (id, { amount, tipAmount }) => hold('payment', id, String(amount + tipAmount)),
    print: async (id) => hold('print', id),
  };
}

function holdStoreOrders(orders: StoreOrderPort, hear: HearHeld): StoreOrderPort {
  return {
    ...orders,
    setStatus: async (woo, from, to) => {
      hear({ side: 'store', what: 'status', order: { woo }, from, to });
      return rest();
    },
    addNote: async (woo, text) => {
      hear({ side: 'store', what: 'store-note', order: { woo }, to: text });
      return rest();
    },
    addRefund: async (woo, { amount }) => {
      hear({ side: 'store', what: 'refund', order: { woo }, to: String(amount) });
      return rest();
    },
  };
}
