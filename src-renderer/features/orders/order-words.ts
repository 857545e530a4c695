import { isCalledOff, lacksPaper, sayCalledOff } from '../../../src-preload/contract/order-ends.ts';
import type {
  OrderEventShape,
  OrderLaneShape,
  OrderRowShape,
} from '../../../src-preload/contract/order-shapes.ts';
import type { Tone } from '../../components/tone.ts';
import { t, tell } from '../../i18n/i18n.ts';

type Word = { readonly tone: Tone; readonly word: string };

/** The lanes, the most urgent first. */
export const LANE_WORDS: Readonly<Record<OrderLaneShape, Word>> = {
  person: { tone: 'bad', word: t('Needs you') },
  attention: { tone: 'waiting', word: t('To look at') },
  prerequisite: { tone: 'waiting', word: t('Waits for the till') },
  received: { tone: 'accent', word: t('Received') },
  placed: { tone: 'accent', word: t('On the till') },
  paid: { tone: 'accent', word: t('Printing') },
  printed: { tone: 'good', word: t('Printed') },
  // All that is ours is done; the kitchen may still be cooking.
  done: { tone: 'good', word: t('Handed over') },
  'not-due': { tone: 'quiet', word: t('Not due yet') },
  closed: { tone: 'quiet', word: t('Not sent') },
};
export const LANE_ORDER = Object.keys(LANE_WORDS) as OrderLaneShape[];

const COMPLETED: ReadonlySet<string> = new Set(['completed', 'fulfilled']);

/** Whether the shop itself said, on either side, that the customer has it. */
export const isCompleted = ({
  storeStatus,
  tillStatus,
}: Pick<OrderRowShape, 'storeStatus' | 'tillStatus'>): boolean =>
  COMPLETED.has(storeStatus) || COMPLETED.has(tillStatus ?? '');

/** The word of an order's state; one that was called off is not called handed over. */
export function chooseWord(order: OrderRowShape): Word {
  const end = sayCalledOff(order);
  const isOver = order.lane === 'done' || order.lane === 'printed';
  if (end !== null && (isOver || (order.lane === 'closed' && order.placedMs !== null)))
    return { tone: 'quiet', word: tell(end) };
  if (order.lane === 'done' && isCompleted(order)) return { tone: 'good', word: t('Completed') };
  return LANE_WORDS[order.lane];
}

export type OrderAct = 'retry' | 'reprint' | 'see' | 'byHand';
export const ACT_WORDS: Readonly<Record<OrderAct, string>> = {
  retry: t('Try again'),
  reprint: t('Reprint…'),
  see: t('Seen'),
  byHand: t('It is already on the till'),
};

/** Whether the till says, or leaves open, that there is no ticket of it yet: then another one is the first. */
export const hasNoTicket = ({ print, reprints }: Pick<OrderRowShape, 'print' | 'reprints'>): boolean =>
  reprints === 0 && NO_TICKET.has(print);

const NO_TICKET: ReadonlySet<OrderRowShape['print']> = new Set(['failed', 'no-printer', 'none']);

/** The act in the word for this order. */
export const nameAct = (act: OrderAct, order: Pick<OrderRowShape, 'print' | 'reprints'>): string =>
  act === 'reprint' && hasNoTicket(order) ? t('Print…') : ACT_WORDS[act];

/** Whether the kitchen may have another ticket of it. */
export const canBePrinted = (order: OrderRowShape): boolean => order.placedMs !== null && !isCalledOff(order);

/** The one thing to do about an order; null where it goes on by itself. */
export function chooseAct(order: OrderRowShape): OrderAct | null {
  if (order.hold === 'person' || order.hold === 'prerequisite' || order.canBeSentAnew) return 'retry';
  // Where the till prints nothing from outside, another try would end the same.
  const canReprint = order.print !== 'not-available' && !isCalledOff(order);
  if (lacksPaper(order) && canReprint) return 'reprint';
  return order.lane === 'person' || order.lane === 'attention' ? 'see' : null;
}

/** Whether somebody may still type it in at the till instead. */
export const canBeTypedIn = ({ placedMs, hold, tillAmount }: OrderRowShape): boolean =>
  placedMs === null && hold !== 'closed' && (tillAmount === null || hold !== null);

const EVENT_WORDS: Readonly<Record<string, string>> = {
  seen: t('Received'),
  placing: t('Being put on the till'),
  placed: t('On the till'),
  paying: t('Payment being recorded'),
  paid: t('Payment settled'),
  printing: t('To the printer'),
  printed: t('Ticket'),
  reported: t('Told the store'),
  person: t('Needs a person'),
  prerequisite: t('Waits for the till'),
  'not-due': t('Not due yet'),
  closed: t('Over'),
  print: t('Not printed'),
  unproved: t('Not proved'),
  retry: t('Try again'),
  reprint: t('Reprint'),
  acknowledged: t('Seen'),
  'by-hand': t('Typed in by hand'),
  status: t('Status'),
  total: t('Total'),
  flagged: t('To look at'),
  removed: t('Cleared away'),
};

/** What happened, in a word or two. */
export const nameEvent = ({ what }: Pick<OrderEventShape, 'what'>): string => EVENT_WORDS[what] ?? t('Note');

/** As the store's own pages call them. */
const STORE_STATUS_WORDS: Readonly<Record<string, string>> = {
  pending: t('pending payment'),
  processing: t('processing'),
  'on-hold': t('on hold'),
  completed: t('completed'),
  cancelled: t('cancelled'),
  refunded: t('refunded'),
  failed: t('failed'),
  'checkout-draft': t('draft'),
  trash: t('in the trash'),
  gone: t('deleted'),
};

export const nameStoreStatus = (status: string): string => STORE_STATUS_WORDS[status] ?? status;

const TILL_STATUS_WORDS: Readonly<Record<string, string>> = {
  open: t('open', { context: 'order' }),
  paid: t('paid'),
  fulfilled: t('fulfilled'),
  cancelled: t('cancelled'),
  refunded: t('refunded'),
  'partly-refunded': t('partly refunded'),
};

export const nameTillStatus = (status: string): string => TILL_STATUS_WORDS[status] ?? status;
