import type { FailureCode } from '../failure.ts';
import type { OrderFlow } from './order-flow.ts';

const OF_PAPER: readonly FailureCode[] = [
  'ORDER_PRINT_UNPROVED',
  'ORDER_PRINT_FAILED',
  'CLOVER_NO_PRINTER',
  'CLOVER_PRINT_NOT_AVAILABLE',
];

/** Whether a person is asked about the ticket alone: what the till refused of a print for any other reason included. */
export const isAboutPaper = ({
  failure,
  print,
  hold,
}: Pick<OrderFlow, 'failure' | 'print' | 'hold'>): boolean =>
  hold === null &&
  failure !== null &&
  (OF_PAPER.includes(failure.code) || (print === 'failed' && !failure.code.startsWith('ORDER_')));
