import { sayCalledOff } from '../../../src-preload/contract/order-ends.ts';
import type { OrderRowShape, PrintStateShape } from '../../../src-preload/contract/order-shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';
import { isCompleted } from './order-words.ts';

/** `left`: will not come, and that is right so. */
export type StopState = 'done' | 'now' | 'todo' | 'bad' | 'left';

/** One of the five places on an order's way. */
export interface Stop {
  readonly key: 'received' | 'till' | 'paid' | 'printed' | 'done';
  readonly state: StopState;
  readonly word: string;
}

const stop = (key: Stop['key'], state: StopState, word: string): Stop => ({ key, state, word });

/** Received, on the till, paid, printed, the store told: what is behind an order, what it is at, and what went wrong. */
export function listStops(order: OrderRowShape): readonly Stop[] {
  const rest = order.hold === 'closed' ? 'left' : 'todo';
  return [
    stop('received', 'done', t('Received', { context: 'stop' })),
    findTill(order, rest),
    findPayment(order, rest),
    findPrint(order, rest),
    findEnd(order, rest),
  ];
}

function findTill({ placedMs, hold, step }: OrderRowShape, rest: StopState): Stop {
  if (placedMs !== null) return stop('till', 'done', t('On the till', { context: 'stop' }));
  if (hold === 'person') return stop('till', 'bad', t('Not sent', { context: 'stop' }));
  if (hold === 'closed') return stop('till', 'left', t('Not sent', { context: 'stop' }));
  return stop(
    'till',
    hold === null && step === 'placing' ? 'now' : rest,
    t('On the till', { context: 'stop' }),
  );
}

function findPayment({ placedMs, paidMs, step, hold }: OrderRowShape, rest: StopState): Stop {
  if (paidMs !== null) return stop('paid', 'done', t('Paid', { context: 'stop' }));
  if (placedMs === null) return stop('paid', rest, t('Paid', { context: 'stop' }));
  if (step !== 'placed' && step !== 'paying') return stop('paid', 'left', t('Unpaid', { context: 'stop' }));
  if (hold === 'person') return stop('paid', 'bad', t('Not paid', { context: 'stop' }));
  return stop('paid', hold === null ? 'now' : rest, t('Paid', { context: 'stop' }));
}

const PRINT_STOPS: Readonly<Partial<Record<PrintStateShape, Stop>>> = {
  printed: stop('printed', 'done', t('Printed', { context: 'stop' })),
  failed: stop('printed', 'bad', t('Not printed', { context: 'stop' })),
  'no-printer': stop('printed', 'bad', t('No printer', { context: 'stop' })),
  'not-available': stop('printed', 'bad', t('Not printed', { context: 'stop' })),
  left: stop('printed', 'left', t('By the till', { context: 'stop' })),
};

/** `none`: it was over before anything was sent to the printer. */
function nameUnproved(print: PrintStateShape, reprints: number): string {
  if (reprints > 0) return t('Sent again', { context: 'stop' });
  return t(print === 'none' ? 'Not printed' : 'Not proved', { context: 'stop' });
}

function findPrint({ print, step, failure, reprints, hold }: OrderRowShape, rest: StopState): Stop {
  const known = PRINT_STOPS[print];
  const isUnproved = failure?.code === 'ORDER_PRINT_UNPROVED';
  if (known && !(print === 'left' && isUnproved)) return known;
  if (isUnproved) return stop('printed', 'bad', t('Not proved', { context: 'stop' }));
  if (step === 'printing' && hold === null) return stop('printed', 'now', t('Printing', { context: 'stop' }));
  if (step === 'printed' || step === 'reported')
    return stop('printed', 'left', nameUnproved(print, reprints));
  return stop('printed', rest, t('Printed', { context: 'stop' }));
}

function findEnd(order: OrderRowShape, rest: StopState): Stop {
  const { reportedMs, lane } = order;
  const end = sayCalledOff(order);
  if (end !== null) return stop('done', 'left', tell(end));
  const isTold = reportedMs !== null;
  // For the people in the shop it is not completed while somebody has to look.
  const isOver = isTold && lane !== 'person';
  return stop(
    'done',
    isTold ? 'done' : rest,
    t(isOver && isCompleted(order) ? 'Completed' : 'Store told', { context: 'stop' }),
  );
}

/** The way as one sentence, for those who hear it. */
export const sayTrack = (stops: readonly Stop[]): string =>
  stops
    .filter(({ state }) => state !== 'todo')
    .map(({ state, word }) =>
      state === 'now' ? t('now: {{stop}}', { stop: lowerStart(word) }) : lowerStart(word),
    )
    .join(', ');

const lowerStart = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
