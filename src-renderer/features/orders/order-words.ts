import type {
  OrderEventShape,
  OrderLaneShape,
  OrderRowShape,
  PrintStateShape,
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
  done: { tone: 'good', word: 'Done' },
  'not-due': { tone: 'quiet', word: 'Not due yet' },
  closed: { tone: 'quiet', word: 'Not sent' },
};
export const LANE_ORDER = Object.keys(LANE_WORDS) as OrderLaneShape[];

const NO_PAPER: readonly PrintStateShape[] = ['failed', 'no-printer', 'not-available'];

/** Whether the kitchen may lack its ticket. */
export const lacksPaper = ({ print, failure, lane }: OrderRowShape): boolean =>
  lane === 'person' && (NO_PAPER.includes(print) || failure?.code === 'ORDER_PRINT_UNPROVED');

export type OrderAct = 'retry' | 'reprint' | 'see';
export const ACT_WORDS: Readonly<Record<OrderAct, string>> = {
  retry: 'Try again',
  reprint: 'Reprint…',
  see: 'Seen',
};

const OVER: readonly string[] = ['cancelled', 'refunded', 'trash', 'gone'];

/** Called off on a side: nobody should cook it any more. */
export const isCalledOff = ({ storeStatus, tillStatus }: OrderRowShape): boolean =>
  OVER.includes(storeStatus) || OVER.includes(tillStatus ?? '');

/** The one thing to do about an order; null where it goes on by itself. */
export function chooseAct(order: OrderRowShape): OrderAct | null {
  if (order.hold === 'person' || order.hold === 'prerequisite') return 'retry';
  if (lacksPaper(order) && !isCalledOff(order)) return 'reprint';
  return order.lane === 'person' || order.lane === 'attention' ? 'see' : null;
}

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
  closed: 'Not sent',
  print: 'Not printed',
  retry: 'Try again',
  reprint: 'Reprint',
  acknowledged: 'Seen',
  status: 'Status',
  flagged: 'To look at',
};

/** What happened, in a word or two. */
export const nameEvent = ({ what }: Pick<OrderEventShape, 'what'>): string => EVENT_WORDS[what] ?? what;
