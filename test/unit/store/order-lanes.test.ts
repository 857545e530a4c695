import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import type { OrderFlow } from '../../../src-main/domain/orders/order-flow.ts';
import { SEEN_BY_PERSON } from '../../../src-main/domain/orders/order-lane.ts';
import type { TillTicket } from '../../../src-main/domain/orders/till-ticket.ts';
import type { ShopKey } from '../../../src-main/domain/shop.ts';
import { makeLedger } from './make-ledger.ts';

const SHOP = 'M1@https://shop.example' as ShopKey;
const TICKET: TillTicket = {
  reference: 'R1',
  title: '#1',
  note: '',
  lines: [],
  discounts: [],
  tax: 'none',
  totalAmount: 100,
  storeAmount: 100,
  tipAmount: 0,
  taxAmount: 0,
  remarks: [],
  isAttention: false,
};
const FLAGGED = { failure: createFailure('ORDER_CHOICE_UNKNOWN'), storeLineId: 1, isFlagged: true };

const makeFlow = (id: number, change: Partial<OrderFlow> = {}): Omit<OrderFlow, 'shop'> => ({
  wooId: asWooId(id),
  number: `W-${id}`,
  storeKey: '',
  step: 'reported',
  hold: null,
  failure: null,
  ticket: TICKET,
  customerId: null,
  tillOrderId: asCloverId(`T${id}`),
  abandoned: [],
  paymentId: null,
  printEventId: null,
  print: 'printed',
  printAskedMs: null,
  reprints: 0,
  storeAmount: 100,
  tillAmount: 100,
  currency: 'USD',
  storeStatus: 'processing',
  tillStatus: 'paid',
  toldStore: null,
  toldTill: null,
  toldRefunds: [],
  isStatusDue: false,
  tries: 0,
  notBeforeMs: 0,
  createdMs: id,
  seenMs: id,
  placedMs: id,
  paidMs: id,
  printedMs: id,
  reportedMs: id,
  ...change,
});

function openOrders(...flows: readonly Omit<OrderFlow, 'shop'>[]) {
  const orders = makeLedger().ledger.ordersOf(SHOP);
  for (const flow of flows) orders.add(flow);
  return orders;
}

describe('where people look for an order', () => {
  it.each([
    ['received', { step: 'seen', print: 'none' }],
    ['placed', { step: 'paying', print: 'none' }],
    ['paid', { step: 'printing', print: 'created' }],
    ['printed', { step: 'printed' }],
    ['done', {}],
    ['person', { hold: 'person', step: 'placing' }],
    ['prerequisite', { hold: 'prerequisite', failure: createFailure('ORDER_NO_TYPE') }],
    ['not-due', { hold: 'not-due', failure: createFailure('ORDER_NOT_DUE') }],
    ['closed', { hold: 'closed', failure: createFailure('ORDER_ENDED_EARLY') }],
    ['person', { print: 'failed', failure: createFailure('ORDER_PRINT_FAILED') }],
    ['person', { print: 'no-printer', failure: createFailure('CLOVER_NO_PRINTER') }],
    ['person', { step: 'printing', print: 'created', failure: createFailure('ORDER_PRINT_UNPROVED') }],
    ['person', { failure: createFailure('ORDER_STATUS_CONTRADICTS') }],
    // A side that was busy passes by itself.
    ['paid', { step: 'printing', print: 'none', failure: createFailure('NET_TIMED_OUT') }],
    ['done', { failure: createFailure('NET_TIMED_OUT') }],
    ['attention', { ticket: { ...TICKET, isAttention: true } }],
    ['attention', { ticket: { ...TICKET, remarks: [FLAGGED] } }],
    ['done', { ticket: { ...TICKET, remarks: [{ ...FLAGGED, isFlagged: false }] } }],
    ['done', { ticket: { ...TICKET, note: '"isAttention":true,"isFlagged":true' } }],
    ['closed', { hold: 'closed', ticket: { ...TICKET, isAttention: true } }],
  ] as const)('is %s for %o', (lane, change) => {
    const orders = openOrders(makeFlow(1, change as Partial<OrderFlow>));
    expect(orders.laneOf(asWooId(1))).toBe(lane);
    expect(orders.overview().lanes[lane]).toBe(1);
    expect(orders.page({ lane, limit: 9, offset: 0 }).flows).toMatchObject([{ wooId: 1, lane }]);
  });

  it('puts those that need a person first, then those to look at, then the newest', () => {
    const attention = { ticket: { ...TICKET, isAttention: true } };
    const orders = openOrders(
      makeFlow(1, { hold: 'person' }),
      makeFlow(2, attention),
      makeFlow(3),
      makeFlow(4, { hold: 'person' }),
      makeFlow(5),
    );
    const list = (isUrgentFirst: boolean) =>
      orders.page({ isUrgentFirst, limit: 9, offset: 0 }).flows.map(({ wooId }) => wooId);
    expect(list(true)).toEqual([4, 1, 2, 5, 3]);
    expect(list(false)).toEqual([5, 4, 3, 2, 1]);
    orders.note(asWooId(2), { atMs: 9, what: SEEN_BY_PERSON, text: '', requestId: '' });
    expect(list(true)).toEqual([4, 1, 5, 3, 2]);
  });

  it('finds by a part of the number and by the till’s id, and knows the newest order and ticket', () => {
    const orders = openOrders(makeFlow(17), makeFlow(27), makeFlow(38, { printedMs: null }));
    const find = (search: string) =>
      orders.page({ search, limit: 9, offset: 0 }).flows.map(({ wooId }) => wooId);
    expect(find('7')).toEqual([27, 17]);
    expect(find('T38')).toEqual([38]);
    expect(find('%')).toEqual([]);
    expect(orders.overview()).toMatchObject({ newest: { wooId: 38 }, newestPrinted: { wooId: 27 } });
  });

  it('answers among 5,000 orders before anybody notices', () => {
    const lines = Array.from({ length: 12 }, () => ({
      ...{ storeLineId: 1, kind: 'product' as const, itemId: null, name: 'Margherita', priceAmount: 900 },
      ...{ modifications: [], note: 'well done, please', isRevenue: true },
    }));
    const opened = makeLedger();
    const { ledger } = opened;
    const orders = ledger.ordersOf(SHOP);
    ledger.transaction(() => {
      for (let id = 1; id <= 5_000; id += 1)
        orders.add(
          makeFlow(id, { ticket: { ...TICKET, lines }, ...(id % 500 === 0 ? { hold: 'person' } : {}) }),
        );
    });
    const startedMs = performance.now();
    const { flows, total } = orders.page({ isUrgentFirst: true, limit: 200, offset: 4_600 });
    const { lanes } = orders.overview();
    const tookMs = performance.now() - startedMs;
    expect([flows.length, total, lanes.person]).toEqual([200, 5_000, 10]);
    expect(tookMs).toBeLessThan(1_000);
  });
});
