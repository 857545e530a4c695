import { createFailure } from '../../domain/failure.ts';
import { asWooId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { SEEN_BY_PERSON } from '../../domain/orders/order-lane.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OrderNeed, Orders } from '../order-face.ts';
import type { OrderFilter, OrderLedger } from '../order-ledger.ts';
import type { TillOrderPort } from '../order-ports.ts';
import type { Clock, Timers } from '../ports.ts';
import type { OrderTurns } from './order-turns.ts';
import { reprintOrder } from './reprint-order.ts';
import { decideRetry } from './retry-order.ts';
import { decideByHand, decideSeen, EMPTY_OVERVIEW } from './see-order.ts';
import { printTest, type TestPrint } from './test-print.ts';

export interface OrderDeskParts {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Of the shop that is connected; null while none is. */
  readonly orders: () => OrderLedger | null;
  readonly openTill: () => Promise<Attempt<TillOrderPort>>;
  /** The till prints orders too, and nobody has said yet who is to do it. */
  readonly mayPrintTwice: () => boolean;
  /** Somebody typed it in at the till: it was sold there. */
  readonly noteByHand: (flow: OrderFlow) => void;
  /** What became of a test ticket, for the log. */
  readonly noteTest: (result: Attempt<TestPrint>) => void;
  /** Nobody has to look at it any more. */
  readonly hush: (flow: OrderFlow) => void;
  /** The orders are worked on now rather than with the next look. */
  readonly wake: () => void;
  readonly orderTurns: OrderTurns;
}

/** What people may ask about orders, and do with them. */
export function createOrderDesk(parts: OrderDeskParts): Orders {
  const { clock, timers, orders, openTill, mayPrintTwice, noteTest, wake } = parts;
  const act = <Value>(
    order: string,
    work: (ledger: OrderLedger, flow: OrderFlow) => Attempt<Value>,
  ): Attempt<Value> => {
    const found = findOrder(orders(), order);
    return found.ok ? work(found.value.ledger, found.value.flow) : found;
  };
  const note = (what: string, text = '', requestId = '') => ({ atMs: clock.nowMs(), what, text, requestId });
  const goOn = (flow: OrderFlow): Attempt<OrderFlow> => {
    wake();
    return succeed(flow);
  };
  return {
    list: (filter) => listOrders(orders(), filter),
    get: (order) =>
      act(order, (ledger, flow) =>
        succeed({ flow, lane: ledger.laneOf(flow.wooId), events: ledger.events(flow.wooId) }),
      ),
    overview: () => orders()?.overview() ?? EMPTY_OVERVIEW,
    version: () => orders()?.newestEventId() ?? 0,
    see: (order) =>
      act(order, (ledger, flow) => {
        const change = decideSeen(flow, ledger.laneOf(flow.wooId));
        // One that waits for a person says itself what is to be done.
        if (!change && flow.hold === 'person' && flow.failure) return fail(flow.failure);
        if (!change) return fail(createFailure('ORDER_NOT_WAITING', { order: flow.number }));
        const seen = ledger.update(flow.wooId, change, note(SEEN_BY_PERSON, 'a person has looked at it'));
        parts.hush(seen);
        return goOn(seen);
      }),
    retry: (order) =>
      act(order, (ledger, flow) => {
        const retry = decideRetry(flow, ledger.laneOf(flow.wooId));
        if (!retry.ok) return retry;
        return goOn(ledger.update(flow.wooId, retry.value.change, note('retry', retry.value.text)));
      }),
    leaveByHand: (order, where) =>
      act(order, (ledger, flow) => {
        const change = decideByHand(flow);
        if (!change) return fail(createFailure('ORDER_ON_ITS_WAY', { order: flow.number }));
        const text = `a person says in ${where} that it is on the till already`;
        const left = ledger.update(flow.wooId, change, note('by-hand', text));
        // As it was: its ticket says what was sold.
        parts.noteByHand(flow);
        parts.hush(left);
        return goOn(left);
      }),
    reprint: (order) => reprintInTurn(order, parts),
    testPrint: async (signal) => {
      const till = await openTill();
      const printed = till.ok ? await printTest(till.value, { clock, timers, signal }) : till;
      noteTest(printed);
      return printed;
    },
    needs: () => [...listMissing(orders()), ...(mayPrintTwice() ? [createPrintTwiceNeed()] : [])],
  };
}

/** An order that its lane is at is printed when that has come to rest. */
async function reprintInTurn(
  order: string,
  { orders, openTill, orderTurns, clock, wake }: OrderDeskParts,
): Promise<Attempt<OrderFlow>> {
  const found = findOrder(orders(), order);
  if (!found.ok) return found;
  const { ledger, flow: known } = found.value;
  const till = await openTill();
  if (!till.ok) return till;
  return orderTurns(known.wooId, async () => {
    const flow = ledger.get(known.wooId) ?? known;
    if (flow.tillOrderId === null || flow.placedMs === null)
      return fail(createFailure('ORDER_NOT_PLACED', { order: flow.number }));
    return reprintOrder(flow, flow.tillOrderId, ledger, till.value, { clock, wake });
  });
}

interface Found {
  readonly ledger: OrderLedger;
  readonly flow: OrderFlow;
}

/** By the store's id or number. */
function findOrder(ledger: OrderLedger | null, order: string): Attempt<Found> {
  const id = Number(order);
  const flow = (Number.isSafeInteger(id) ? ledger?.get(asWooId(id)) : null) ?? ledger?.findByNumber(order);
  return ledger && flow ? succeed({ ledger, flow }) : fail(createFailure('USE_UNKNOWN_ORDER', { order }));
}

function listOrders(ledger: OrderLedger | null, filter: OrderFilter): ReturnType<Orders['list']> {
  if (!ledger) return { flows: [], total: 0, counts: NOTHING };
  return { ...ledger.page(filter), counts: ledger.count() };
}

/** What orders wait for on the till, each thing once. */
const listMissing = (ledger: OrderLedger | null): OrderNeed[] =>
  (ledger?.held('prerequisite') ?? [])
    .map(({ failure }) => failure)
    .filter((failure) => failure !== null)
    .filter((failure, at, all) => all.findIndex(({ code }) => code === failure.code) === at)
    .map((failure) => ({ what: NEEDS[failure.code] ?? 'permission', failure }));

const NEEDS: Readonly<Record<string, OrderNeed['what']>> = {
  ORDER_NO_TYPE: 'order-type',
  ORDER_NO_TENDER: 'tender',
  CLOVER_NO_PRINTER: 'printer',
};

const createPrintTwiceNeed = (): OrderNeed => ({
  what: 'auto-print',
  failure: createFailure('ORDER_MAY_PRINT_TWICE'),
});

const NOTHING = {
  steps: { seen: 0, placing: 0, placed: 0, paying: 0, paid: 0, printing: 0, printed: 0, reported: 0 },
  holds: { 'not-due': 0, prerequisite: 0, person: 0, closed: 0 },
  waiting: 0,
  oldestMs: null,
};
