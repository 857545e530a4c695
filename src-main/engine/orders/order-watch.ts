import { OLDER_FILE_MARK, OLDER_MARK } from '../../domain/orders/older-order.ts';
import { ENDED_STATUSES } from '../../domain/orders/order-ended.ts';
import type { OrderFlow, PrintState } from '../../domain/orders/order-flow.ts';
import { wasPaid } from '../../domain/orders/order-status.ts';
import { countLives, isOtherOrder, markLife } from '../../domain/orders/other-order.ts';
import { isAboutPaper } from '../../domain/orders/paper-failure.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { MetaLedger } from '../ledger-ports.ts';
import type { OrderChange } from '../order-ledger.ts';
import type { TillOrder } from '../order-ports.ts';
import { beginAnew } from './begin-anew.ts';
import { claimOrder } from './claim-order.ts';
import { setApart } from './gone-order.ts';
import { lookAtOrder } from './guard-order.ts';
import type { OrderContext } from './order-context.ts';
import { isByHand } from './see-order.ts';
import { isTicketPrinted, readStatusOnTill } from './till-signs.ts';

/** How far the last look at each side's orders went, by that side's clock. */
export const STORE_FLOW_CURSOR = 'orders.store.cursor';
export const TILL_FLOW_CURSOR = 'orders.till.cursor';
/** The store's time of the first look. */
export const STORE_SINCE = 'orders.store.since';
const VANISHED_MARK = 'orders.till.compared';
const VANISHED_EVERY_MS = 30_000;
/** Older orders are no longer looked for. */
const LIVE_MS = 3 * 24 * 60 * 60_000;
const WRONG_CLOCK_MS = 24 * 60 * 60_000;

export interface WatchParts
  extends Pick<OrderContext, 'orders' | 'store' | 'till' | 'clock' | 'settings' | 'bell' | 'stock'> {
  readonly meta: MetaLedger;
  transaction<T>(work: () => T): T;
}

/**
 * Looks for web orders that are new or changed. What was made before the first look is older than the app: it
 * was handled without it, and stays so.
 */
export async function watchStore(
  parts: WatchParts,
  askNow: () => Promise<Outcome<{ readonly until: string | null }>>,
): Promise<OutcomeFailure | null> {
  const { meta, store, transaction } = parts;
  const since = meta.get(STORE_FLOW_CURSOR);
  if (since === null) {
    const now = await askNow();
    if (now.kind !== 'done') return now;
    if (now.value.until !== null) {
      meta.put(STORE_FLOW_CURSOR, now.value.until);
      meta.put(STORE_SINCE, now.value.until);
    }
    return null;
  }
  const read = await store.readChangedOrders(since);
  if (read.kind !== 'done') return read;
  const { orders, until } = read.value;
  transaction(() => {
    const firstMs = Date.parse(`${meta.get(STORE_SINCE) ?? since}Z`);
    // What is new after this look is new to everybody.
    const marks = meta.get(OLDER_FILE_MARK) === null ? [] : [OLDER_MARK];
    for (const order of orders) noteOrder(order, firstMs, marks, parts);
    meta.remove(OLDER_FILE_MARK);
    if (until !== null) meta.put(STORE_FLOW_CURSOR, until);
  });
  return null;
}

function noteOrder(order: WebOrder, firstMs: number, marks: readonly string[], parts: WatchParts): void {
  const { orders, clock } = parts;
  const claimed = claimOrder(order, parts);
  if (claimed === 'other-till') return;
  const before = claimed !== null && isOtherOrder(claimed, order) ? claimed : null;
  if (before) setApart(before, parts);
  const known = before ? null : claimed;
  const lives = before ? [...marks, ...markLife(countLives(before) + 1)] : marks;
  // An older one that somebody ends now was cooked long ago.
  if (known !== null) lookAtOrder(known, parts, () => noteChange(known, order, parts));
  else if (order.createdMs >= firstMs) orders.add({ ...startFlow(order, clock.nowMs()), toldRefunds: lives });
}

function noteChange(known: OrderFlow, order: WebOrder, { orders }: WatchParts): void {
  const isMoved = known.storeStatus !== order.status;
  const isRefundNews = order.refunds.some(({ id }) => !known.toldRefunds.includes(`store:${id}`));
  // One of an earlier version: from now on it is known by its key too.
  if (known.storeKey === '' && order.key !== '') orders.update(order.id, { storeKey: order.key });
  if (!isMoved && known.hold !== 'not-due' && !(isRefundNews && known.placedMs !== null)) return;
  orders.update(order.id, { storeStatus: order.status, ...wake(known, order.status, isMoved) });
}

/** Who has to look at it again. Whether an order that was never sent is due is decided anew when it is planned. */
function wake(known: OrderFlow, status: string, isMoved: boolean): OrderChange {
  if (isByHand(known)) return {};
  const again = { hold: null, notBeforeMs: 0 } as const;
  if (known.hold === 'not-due') return again;
  if (known.placedMs === null && known.hold === 'closed') {
    // Called off, and then paid after all: the store does so with orders that were paid late.
    return ENDED_STATUSES.includes(status) ? {} : { ...again, ...beginAnew(known) };
  }
  if (known.placedMs === null) {
    const isOver = ENDED_STATUSES.includes(status) && known.hold === 'person';
    return { isStatusDue: known.step !== 'seen', ...(isOver ? again : {}) };
  }
  const isClosed = known.hold === 'closed' && isMoved;
  return {
    isStatusDue: true,
    notBeforeMs: 0,
    ...(isClosed ? { hold: null, step: 'reported' as const } : {}),
  };
}

function startFlow(order: WebOrder, nowMs: number): Omit<OrderFlow, 'shop'> {
  return {
    wooId: order.id,
    number: order.number,
    storeKey: order.key,
    step: 'seen',
    hold: null,
    failure: null,
    ticket: null,
    customerId: null,
    tillOrderId: null,
    abandoned: [],
    paymentId: null,
    printEventId: null,
    print: 'none',
    printAskedMs: null,
    reprints: 0,
    storeAmount: order.totalAmount,
    tillAmount: null,
    currency: order.currency,
    storeStatus: order.status,
    tillStatus: null,
    toldStore: null,
    toldTill: null,
    toldRefunds: [],
    isStatusDue: false,
    tries: 0,
    notBeforeMs: 0,
    createdMs: order.createdMs,
    seenMs: nowMs,
    placedMs: null,
    paidMs: null,
    printedMs: null,
    reportedMs: null,
  };
}

/** Looks what became of our orders on the till: fulfilled, cancelled, refunded, printed by itself. */
export async function watchTill(parts: WatchParts): Promise<OutcomeFailure | null> {
  const { meta, till, orders, transaction } = parts;
  const since = readTillStart(parts);
  if (since === null) return null;
  const read = await till.readChangedOrders(since);
  if (read.kind !== 'done') return read;
  const { orders: changed, untilMs } = read.value;
  transaction(() => {
    for (const order of changed) {
      const flow = orders.findByTillOrder(order.id);
      if (flow === null || flow.placedMs === null) continue;
      lookAtOrder(flow, parts, () => noteTillOrder(flow, order, parts));
    }
    if (untilMs !== null) meta.put(TILL_FLOW_CURSOR, String(untilMs));
  });
  return null;
}

/** Before our first order there is nothing to see; from then on with room for a computer whose clock is wrong. */
function readTillStart({ meta, orders }: WatchParts): number | null {
  const since = meta.get(TILL_FLOW_CURSOR);
  if (since !== null) return Number(since);
  const [first] = orders.placedSince(0);
  return first ? Math.max(0, first.placedMs - WRONG_CLOCK_MS) : null;
}

function noteTillOrder(
  flow: OrderFlow,
  order: TillOrder,
  { orders, settings, clock, bell, stock }: WatchParts,
): void {
  // Paid by a cashier, maybe after it was handed over: its status is as it was then.
  if (wasPaid(order) && flow.paidMs === null) stock.noteSold(flow);
  const tillStatus = readStatusOnTill(order, settings);
  // Of a reprint the lines say nothing: they were printed before.
  const isProved = flow.printedMs === null && isTicketPrinted(order);
  // What is being printed its own lane goes on with: it looks there now.
  const isLooked = flow.hold === null && flow.step === 'printing';
  const isPrinted = isProved && !isLooked && !PRINTED_OR_NOT_ASKED.includes(flow.print);
  const tillAmount = order.totalAmount + (flow.ticket?.tipAmount ?? 0);
  const isRecounted = order.totalAmount > 0 && flow.tillAmount !== null && tillAmount !== flow.tillAmount;
  // A second part that is given back leaves the status as it is.
  const isRefundNews = order.refunds.some(({ id }) => !flow.toldRefunds.includes(`till:${id}`));
  const isNews = tillStatus !== flow.tillStatus || isRefundNews;
  if (!isNews && !isPrinted && !isRecounted && !(isLooked && isProved)) return;
  const tell = (what: string, text: string) => ({ atMs: clock.nowMs(), what, text, requestId: '' });
  const change = {
    tillStatus,
    tillAmount,
    isStatusDue: flow.isStatusDue || isNews,
    ...(flow.isStatusDue || isNews || isLooked ? { notBeforeMs: 0 } : {}),
    ...(isPrinted ? { print: 'printed' as const, printedMs: clock.nowMs() } : {}),
    ...(isPrinted && isAboutPaper(flow) ? { failure: null } : {}),
  };
  if (isRecounted) orders.note(flow.wooId, tell('total', 'the till’s total was changed there'));
  const proof = tell('printed', 'the till says that it was printed');
  const changed = orders.update(flow.wooId, change, isPrinted ? proof : undefined);
  if (isPrinted) bell.hush(changed);
}

const PRINTED_OR_NOT_ASKED: readonly PrintState[] = ['none', 'printed'];

/**
 * A deleted order leaves every list without a word (clover.md 7.8): of those that should be there, the missing
 * are read by their id.
 */
export async function watchVanished(parts: WatchParts): Promise<OutcomeFailure | null> {
  const { meta, till, orders, clock } = parts;
  const nowMs = clock.nowMs();
  // Also where the clock was set back since.
  if (Math.abs(nowMs - Number(meta.get(VANISHED_MARK) ?? 0)) < VANISHED_EVERY_MS) return null;
  const ours = orders.placedSince(nowMs - LIVE_MS);
  const [oldest] = ours;
  if (!oldest) return null;
  const listed = await till.listOrders(Math.max(0, oldest.placedMs - WRONG_CLOCK_MS));
  if (listed.kind !== 'done') return listed;
  for (const { wooId, tillOrderId } of ours) {
    // The list may lag: the order itself is read before anything is said.
    if (!listed.value.has(tillOrderId)) orders.update(wooId, { isStatusDue: true, notBeforeMs: 0 });
  }
  meta.put(VANISHED_MARK, String(nowMs));
  return null;
}
