import type { CloverId } from '../../domain/ids.ts';
import type { OrderFlow, OrderStep } from '../../domain/orders/order-flow.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OrderChange, OrderLedger } from '../order-ledger.ts';
import type { TillOrderPort } from '../order-ports.ts';
import type { Clock } from '../ports.ts';
import { nameRefusal } from './print-ticket.ts';

const PRINTED_ONCE: readonly OrderStep[] = ['printing', 'printed', 'reported'];
const FIRST_LOOK_MS = 2_000;

export interface ReprintParts {
  readonly clock: Clock;
  readonly wake: () => void;
}

/** Prints an order once more, by a person's wish. It is kept before the call as if its answer were lost. */
export async function reprintOrder(
  flow: OrderFlow,
  tillOrderId: CloverId,
  ledger: OrderLedger,
  till: TillOrderPort,
  { clock, wake }: ReprintParts,
): Promise<Attempt<OrderFlow>> {
  const note = (text: string, requestId = '') => ({ atMs: clock.nowMs(), what: 'reprint', text, requestId });
  // The order's own lane looks for the proof.
  const isWatched = flow.hold === null && PRINTED_ONCE.includes(flow.step);
  const asked = {
    reprints: flow.reprints + 1,
    print: 'unknown',
    printEventId: null,
    printAskedMs: clock.nowMs(),
    // What it waits for is another matter.
    failure: flow.hold === null ? null : flow.failure,
    notBeforeMs: clock.nowMs() + FIRST_LOOK_MS,
  } as const;
  const change = isWatched ? { ...asked, step: 'printing' as const } : asked;
  ledger.update(flow.wooId, change, note('a person prints it once more'));
  const printed = await till.print(tillOrderId);
  if (printed.kind === 'done') {
    const sent = { print: 'created', printEventId: printed.value } as const;
    wake();
    return succeed(ledger.update(flow.wooId, sent, note('sent to the printer', printed.requestId)));
  }
  const refused = note(printed.failure.code);
  const failure = flow.hold === null ? printed.failure : flow.failure;
  if (printed.kind === 'unknown') ledger.update(flow.wooId, { failure }, refused);
  else if (printed.kind === 'rejected') {
    const print = nameRefusal(printed.failure);
    ledger.update(flow.wooId, { step: flow.step, print, failure }, refused);
  }
  // Certainly not sent: all is as it was.
  else ledger.update(flow.wooId, pickPrint(flow), refused);
  return fail(printed.failure);
}

const pickPrint = ({
  step,
  reprints,
  print,
  printEventId,
  printAskedMs,
  failure,
  notBeforeMs,
}: OrderFlow): OrderChange => ({
  step,
  reprints,
  print,
  printEventId,
  printAskedMs,
  failure,
  notBeforeMs,
});
