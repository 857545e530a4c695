import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { isCalledOff } from '../../../src-preload/contract/order-ends.ts';
import type { OrderFlow, PrintState } from '../../domain/orders/order-flow.ts';
import type { OrderLane } from '../../domain/orders/order-lane.ts';
import type { LiveState } from '../../engine/face.ts';
import { cleanText } from '../terminal/display-width.ts';
import { createMoneyFormat, formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';

const PRINT_WORDS: Readonly<Record<PrintState, string>> = {
  none: '',
  left: 'left to the till',
  created: 'sent to the printer',
  printing: 'printing',
  printed: 'printed',
  failed: 'NOT PRINTED',
  'no-printer': 'no printer',
  'not-available': 'not available',
  unknown: 'not proved',
};

/** Without its lane the order was just acted on, and has no look of a person yet. */
const isUrgent = ({ lane, hold, ticket }: Parameters<typeof createOrderDocument>[0]): boolean =>
  lane === undefined
    ? hold === 'person' || ticket?.isAttention === true
    : lane === 'person' || lane === 'attention';

/** An order as scripts get it. */
export const createOrderDocument = (flow: OrderFlow & { readonly lane?: OrderLane }) => ({
  wooId: flow.wooId,
  number: flow.number,
  cloverId: flow.tillOrderId,
  step: flow.step,
  hold: flow.hold,
  attention: isUrgent(flow),
  print: flow.print,
  reprints: flow.reprints,
  totalStore: flow.storeAmount,
  totalTill: flow.tillAmount,
  currency: flow.currency,
  statusStore: flow.storeStatus,
  statusTill: flow.tillStatus,
  /** How it ended on either side; null while it has not. */
  end: readEnd(flow),
  createdAt: formatIso(flow.createdMs),
  placedAt: formatIso(flow.placedMs),
  paidAt: formatIso(flow.paidMs),
  printedAt: formatIso(flow.printedMs),
  reportedAt: formatIso(flow.reportedMs),
  failure: flow.failure === null ? null : describeFailure(flow.failure),
});

type Laned = OrderFlow & { readonly lane?: OrderLane };

const NO_PAPER: readonly PrintState[] = ['failed', 'no-printer', 'not-available'];

function describePrint(flow: Laned): string {
  const { print, printedMs, failure } = flow;
  // What was paid and is gone on the till may yet have to be made.
  const isOver = isCalledOff(flow) && failure?.code !== 'ORDER_GONE_ON_TILL';
  if (isOver && printedMs === null && NO_PAPER.includes(print)) return 'none needed';
  // A reprint that fails takes nothing from the first ticket.
  return print === 'failed' && printedMs !== null ? 'printed, reprint failed' : PRINT_WORDS[print];
}

type OrderEnd = 'cancelled' | 'refunded' | 'completed';

/** What one side calls an end; goods or money that went back count before food that went out. */
const ENDS: readonly (readonly [OrderEnd, readonly string[]])[] = [
  ['refunded', ['refunded']],
  ['cancelled', ['cancelled', 'trash', 'gone']],
  ['completed', ['completed', 'fulfilled']],
];

const readEnd = ({ storeStatus, tillStatus }: OrderFlow): OrderEnd | null =>
  ENDS.find(([, words]) => words.includes(storeStatus) || words.includes(tillStatus ?? ''))?.[0] ?? null;

const ALL_ANSWER: LiveState['away'] = { till: null, store: null };

/**
 * Where an order is, and how it ended, in words.
 * @param away the sides that do not answer now
 */
export function describeStep(flow: Laned, paint: Palette, away = ALL_ANSWER): string {
  const end = readEnd(flow);
  const isPartly = end === null && flow.tillStatus === 'partly-refunded';
  const how = end ?? (isPartly ? 'partly refunded' : null);
  const add = (word: string): string => (how === null ? word : `${word}, ${how}`);
  if (flow.hold === 'person' || flow.lane === 'person') return paint.red(add('needs you'));
  if (flow.hold === 'prerequisite') return paint.yellow(add('waits for the till'));
  if (flow.hold === 'closed' && flow.placedMs === null) return add('not sent');
  if (flow.hold === 'closed') return how ?? 'called off';
  if (flow.hold === 'not-due') return 'not due yet';
  const absent = away.till !== null ? 'till' : away.store !== null ? 'store' : null;
  const isComing = flow.step === 'seen' || flow.step === 'placing';
  if (isComing && absent !== null) return paint.yellow(add(`waits: the ${absent} does not answer`));
  if (flow.step !== 'reported') return add(flow.step);
  return end === null || end === 'completed' ? paint.green(end ?? add('done')) : end;
}

export const layOutOrders = (flows: readonly Laned[], paint: Palette, away = ALL_ANSWER): string[] =>
  layOutTable(
    [
      { title: 'Order' },
      { title: 'Made' },
      { title: 'Where' },
      { title: 'Ticket' },
      { title: 'Store', side: 'right' },
      { title: 'Till', side: 'right' },
      { title: 'On the till as' },
    ],
    flows.map((flow) => {
      const money = createMoneyFormat(flow.currency);
      return [
        cleanText(flow.number),
        formatTime(flow.createdMs),
        describeStep(flow, paint, away),
        describePrint(flow),
        money(flow.storeAmount),
        flow.tillAmount === null ? '' : money(flow.tillAmount),
        flow.tillOrderId ?? '',
      ];
    }),
  );
