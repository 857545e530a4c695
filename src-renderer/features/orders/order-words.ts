import { isCalledOff, lacksPaper, sayCalledOff } from '../../../src-preload/contract/order-ends.ts';
import type {
  OrderEventShape,
  OrderLaneShape,
  OrderRowShape,
} from '../../../src-preload/contract/order-shapes.ts';
import type { Tone } from '../../components/tone.ts';

type Word = { readonly tone: Tone; readonly word: string };

/** The lanes, the most urgent first. */
export const LANE_WORDS: Readonly<Record<OrderLaneShape, Word>> = {
  person: { tone: 'bad', word: 'Needs you' },
  attention: { tone: 'waiting', word: 'To look at' },
  prerequisite: { tone: 'waiting', word: 'Waits for the till' },
  received: { tone: 'accent', word: 'Received' },
  placed: { tone: 'accent', word: 'On the till' },
  paid: { tone: 'accent', word: 'Printing' },
  printed: { tone: 'good', word: 'Printed' },
  // All that is ours is done; the kitchen may still be cooking.
  done: { tone: 'good', word: 'Handed over' },
  'not-due': { tone: 'quiet', word: 'Not due yet' },
  closed: { tone: 'quiet', word: 'Not sent' },
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
    return { tone: 'quiet', word: end };
  if (order.lane === 'done' && isCompleted(order)) return { tone: 'good', word: 'Completed' };
  return LANE_WORDS[order.lane];
}

export type OrderAct = 'retry' | 'reprint' | 'see' | 'byHand';
export const ACT_WORDS: Readonly<Record<OrderAct, string>> = {
  retry: 'Try again',
  reprint: 'Reprint…',
  see: 'Seen',
  byHand: 'It is already on the till',
};

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
  seen: 'Received',
  placing: 'Being put on the till',
  placed: 'On the till',
  paying: 'Payment being recorded',
  paid: 'Payment settled',
  printing: 'To the printer',
  printed: 'Ticket',
  reported: 'Told the store',
  person: 'Needs a person',
  prerequisite: 'Waits for the till',
  'not-due': 'Not due yet',
  closed: 'Over',
  print: 'Not printed',
  unproved: 'Not proved',
  retry: 'Try again',
  reprint: 'Reprint',
  acknowledged: 'Seen',
  'by-hand': 'Typed in by hand',
  status: 'Status',
  total: 'Total',
  flagged: 'To look at',
  removed: 'Cleared away',
};

/** What happened, in a word or two. */
export const nameEvent = ({ what }: Pick<OrderEventShape, 'what'>): string => EVENT_WORDS[what] ?? 'Note';

/** As the store's own pages call them. */
const STORE_STATUS_WORDS: Readonly<Record<string, string>> = {
  pending: 'pending payment',
  'on-hold': 'on hold',
  'checkout-draft': 'draft',
  trash: 'in the trash',
  gone: 'deleted',
};

export const nameStoreStatus = (status: string): string => STORE_STATUS_WORDS[status] ?? status;
