import { sayCalledOff } from '../../../src-preload/contract/order-ends.ts';
import type { OrderRowShape, PrintStateShape } from '../../../src-preload/contract/order-shapes.ts';
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
    stop('received', 'done', 'Received'),
    findTill(order, rest),
    findPayment(order, rest),
    findPrint(order, rest),
    findEnd(order, rest),
  ];
}

function findTill({ placedMs, hold, step }: OrderRowShape, rest: StopState): Stop {
  if (placedMs !== null) return stop('till', 'done', 'On the till');
  if (hold === 'person') return stop('till', 'bad', 'Not sent');
  if (hold === 'closed') return stop('till', 'left', 'Not sent');
  return stop('till', hold === null && step === 'placing' ? 'now' : rest, 'On the till');
}

function findPayment({ placedMs, paidMs, step, hold }: OrderRowShape, rest: StopState): Stop {
  if (paidMs !== null) return stop('paid', 'done', 'Paid');
  if (placedMs === null) return stop('paid', rest, 'Paid');
  if (step !== 'placed' && step !== 'paying') return stop('paid', 'left', 'Unpaid');
  if (hold === 'person') return stop('paid', 'bad', 'Not paid');
  return stop('paid', hold === null ? 'now' : rest, 'Paid');
}

const PRINT_STOPS: Readonly<Partial<Record<PrintStateShape, Stop>>> = {
  printed: stop('printed', 'done', 'Printed'),
  failed: stop('printed', 'bad', 'Not printed'),
  'no-printer': stop('printed', 'bad', 'No printer'),
  'not-available': stop('printed', 'bad', 'Not printed'),
  left: stop('printed', 'left', 'By the till'),
};

/** `none`: it was over before anything was sent to the printer. */
function nameUnproved(print: PrintStateShape, reprints: number): string {
  if (reprints > 0) return 'Sent again';
  return print === 'none' ? 'Not printed' : 'Not proved';
}

function findPrint({ print, step, failure, reprints, hold }: OrderRowShape, rest: StopState): Stop {
  const known = PRINT_STOPS[print];
  if (known) return known;
  if (failure?.code === 'ORDER_PRINT_UNPROVED') return stop('printed', 'bad', 'Not proved');
  if (step === 'printing' && hold === null) return stop('printed', 'now', 'Printing');
  if (step === 'printed' || step === 'reported')
    return stop('printed', 'left', nameUnproved(print, reprints));
  return stop('printed', rest, 'Printed');
}

function findEnd(order: OrderRowShape, rest: StopState): Stop {
  const { reportedMs, lane } = order;
  const end = sayCalledOff(order);
  if (end !== null) return stop('done', 'left', end);
  // The store was told; for the people in the shop it is not over while somebody has to look.
  const isOver = reportedMs !== null && lane !== 'person';
  return stop('done', isOver ? 'done' : rest, isOver && isCompleted(order) ? 'Completed' : 'Store told');
}

/** The way as one sentence, for those who hear it. */
export const sayTrack = (stops: readonly Stop[]): string =>
  stops
    .filter(({ state }) => state !== 'todo')
    .map(({ state, word }) => (state === 'now' ? `now: ${word.toLowerCase()}` : word.toLowerCase()))
    .join(', ');
