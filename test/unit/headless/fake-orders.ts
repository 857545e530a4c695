import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import { ORDER_LANES } from '../../../src-main/domain/orders/order-lane.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import type { LanedOrder } from '../../../src-main/engine/order-ledger.ts';

type Orders = Engine['orders'];

/** 2026-11-21T08:00:00Z. */
const MADE_MS = Date.UTC(2026, 10, 21, 8);

/** An order that is done, but for what the test gives it. */
export const makeOrder = (given: Partial<LanedOrder> = {}): LanedOrder => ({
  wooId: asWooId(501),
  shop: 'M 127.0.0.1',
  number: '501',
  storeKey: '',
  step: 'reported',
  hold: null,
  lane: 'done',
  failure: null,
  ticket: null,
  customerId: null,
  tillOrderId: asCloverId('AAAAAAAAAAAA1'),
  abandoned: [],
  paymentId: null,
  printEventId: null,
  print: 'printed',
  printAskedMs: null,
  reprints: 0,
  storeAmount: 2350,
  tillAmount: 2350,
  currency: 'USD',
  storeStatus: 'processing',
  tillStatus: 'paid',
  toldStore: 'paid',
  toldTill: 'processing',
  toldRefunds: [],
  isStatusDue: false,
  tries: 0,
  notBeforeMs: 0,
  createdMs: MADE_MS,
  seenMs: MADE_MS,
  placedMs: MADE_MS + 1_000,
  paidMs: MADE_MS + 2_000,
  printedMs: MADE_MS + 4_000,
  reportedMs: MADE_MS + 5_000,
  ...given,
});

export const NO_COUNTS: ReturnType<Orders['list']>['counts'] = {
  steps: { seen: 0, placing: 0, placed: 0, paying: 0, paid: 0, printing: 0, printed: 0, reported: 0 },
  holds: { 'not-due': 0, prerequisite: 0, person: 0, closed: 0 },
  waiting: 0,
  oldestMs: null,
};

/** Those orders, newest first, and nobody who does anything with them. */
export const serveOrders =
  (orders: readonly LanedOrder[]): Orders['list'] =>
  ({ limit, offset, isAskedToPrint = false }) => {
    const found = orders.filter(({ print }) => !isAskedToPrint || print !== 'none');
    return { flows: found.slice(offset, offset + limit), total: found.length, counts: NO_COUNTS };
  };

export function createFakeOrders(given: Partial<Orders> = {}): Orders {
  const unknown = () => ({ ok: false as const, failure: { code: 'USE_UNKNOWN_ORDER' as const, facts: {} } });
  const lanes = Object.fromEntries(ORDER_LANES.map((lane) => [lane, 0]));
  return {
    list: serveOrders([]),
    get: unknown,
    overview: () => ({
      lanes: lanes as ReturnType<Orders['overview']>['lanes'],
      newest: null,
      newestPrinted: null,
    }),
    version: () => 0,
    retry: unknown,
    see: unknown,
    leaveByHand: unknown,
    reprint: async () => unknown(),
    testPrint: async () => ({ ok: true, value: { isPrinted: true, failure: null } }),
    needs: () => [],
    ...given,
  };
}
