import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { isOlder } from '../../domain/orders/older-order.ts';
import type { OrderFlow, PrintState } from '../../domain/orders/order-flow.ts';
import type { TillOrderPort } from '../order-ports.ts';
import type { OrderContext, Step } from './order-context.ts';
import { goOn, rest } from './order-rest.ts';
import { isTicketPrinted } from './till-signs.ts';

/** A print that nothing proves is shown to a person within a minute (promises.md P5), the last look included. */
const PROOF_MS = 50_000;
const LOOK_EVERY_MS = 2_000;
/** What nothing proves is looked for ever more seldom, for it may lie unseen for days; the till's list of changes tells of it. */
const LOOK_LATER_PART = 0.25;

/** Who prints the ticket: the app, the till by itself, or nobody. What is left to the till is to be proved as well. */
export const decidePrint: Step = async (flow, context) => {
  // A person had it printed before it came so far; maybe it is proved by now.
  if (flow.print === 'printed') return goOn(flow, { step: 'printed' }, '', context);
  if (flow.print !== 'none') return goOn(flow, { step: 'printing' }, '', context);
  const who = await context.whoPrints();
  if (!who.ok) return rest(flow, { kind: 'unknown', failure: who.failure }, context);
  if (who.value === 'off') return goOn(flow, { step: 'printed', print: 'left' }, 'left to the till', context);
  if (who.value === 'till') {
    const left = { step: 'printing', print: 'left', printAskedMs: context.clock.nowMs() } as const;
    return goOn(flow, left, 'left to the till', context);
  }
  // It may be in the kitchen since a time that the data file does not know: the lines say so, or a person does.
  if (isOlder(flow))
    return goOn(
      flow,
      { step: 'printing', print: 'unknown', printAskedMs: context.clock.nowMs() },
      '',
      context,
    );
  return goOn(flow, { step: 'printing', print: 'none' }, '', context);
};

/**
 * Prints once. Every call makes a ticket (clover.md 7.10), so one whose answer was lost is never repeated: the
 * lines say whether it was printed, and if they do not, a person is asked.
 */
export const printTicket: Step = async (flow, context) => {
  const { orders, till, clock } = context;
  if (flow.tillOrderId === null) return goOn(flow, { step: 'placing' }, 'placed anew', context);
  if (flow.print !== 'none') return lookForProof(flow, context);
  // Committed before the call as if its answer were lost: after a crash here nobody may print again.
  const asked = orders.update(flow.wooId, { print: 'unknown', printAskedMs: clock.nowMs() });
  const outcome = await till.print(flow.tillOrderId);
  switch (outcome.kind) {
    case 'done':
      return look(
        goOn(
          asked,
          { print: 'created', printEventId: outcome.value },
          'sent to the printer',
          context,
          outcome.requestId,
        ),
        LOOK_EVERY_MS,
        context,
      );
    case 'rejected':
      return failPrint(asked, nameRefusal(outcome.failure), outcome.failure, context);
    case 'unknown':
      return look(goOn(asked, {}, 'the printer’s answer was lost', context), LOOK_EVERY_MS, context);
    default:
      // Certainly not sent: it may be tried again.
      return rest(orders.update(flow.wooId, { print: 'none' }), outcome, context);
  }
};

/** How a print stands that the till refused. */
export function nameRefusal({ code }: Failure): PrintState {
  if (code === 'CLOVER_NO_PRINTER') return 'no-printer';
  return code === 'CLOVER_PRINT_NOT_AVAILABLE' ? 'not-available' : 'failed';
}

/** The order is in the till's list, only its paper is missing: it goes on, and a person hears of it. */
function failPrint(flow: OrderFlow, print: PrintState, failure: Failure, context: OrderContext): OrderFlow {
  const failed = goOn(flow, { step: 'printed', print, failure }, failure.code, context);
  context.bell.ringPrint(failed, failure);
  return failed;
}

function look(flow: OrderFlow, delayMs: number, { orders, clock }: OrderContext): null {
  orders.update(flow.wooId, { notBeforeMs: clock.nowMs() + delayMs });
  return null;
}

async function lookForProof(flow: OrderFlow, context: OrderContext): Promise<OrderFlow | null> {
  const { till, clock, orders, bell } = context;
  if (flow.tillOrderId === null) return null;
  // Also where the clock was set back since: then somebody is told too soon rather than never.
  const waitedMs = Math.abs(clock.nowMs() - (flow.printAskedMs ?? 0));
  const isLate = waitedMs >= PROOF_MS;
  const proof = await readProof(flow, flow.tillOrderId, till);
  if (proof === 'printed') return settle(flow, context);
  if (proof === 'failed') return failPrint(flow, 'failed', createFailure('ORDER_PRINT_FAILED'), context);
  if (proof === 'printing' && flow.print !== 'printing') orders.update(flow.wooId, { print: 'printing' });
  const isTold = flow.failure?.code === 'ORDER_PRINT_UNPROVED';
  if (isLate && !isTold) {
    const failure = createFailure('ORDER_PRINT_UNPROVED');
    // Windows look again when an order's story grew.
    const event = { atMs: clock.nowMs(), what: 'unproved', text: failure.code, requestId: '' };
    bell.ringPrint(orders.update(flow.wooId, { failure }, event), failure);
  }
  // A jammed printer is cleared some time: the proof may still come.
  return look(flow, isLate ? Math.ceil(waitedMs * LOOK_LATER_PART) : LOOK_EVERY_MS, context);
}

/** A till that is away says nothing, and a ticket that is late is told of all the same. */
async function readProof(
  { printEventId, printedMs }: OrderFlow,
  tillOrderId: CloverId,
  till: TillOrderPort,
): Promise<'printed' | 'failed' | 'printing' | 'nothing'> {
  const order = await till.readOrder(tillOrderId);
  if (order.kind !== 'done') return 'nothing';
  // Of a reprint the lines say nothing: they were printed before.
  const isReprint = printedMs !== null;
  if (!isReprint && order.value !== null && isTicketPrinted(order.value)) return 'printed';
  if (printEventId === null) return 'nothing';
  const print = await till.readPrint(printEventId);
  if (print.kind !== 'done') return 'nothing';
  // An event is discarded after success and kept after a failure (clover.md 7.10).
  if (print.value === 'gone') return isReprint ? 'printed' : 'nothing';
  if (print.value === 'done') return 'printed';
  return print.value === 'created' ? 'nothing' : print.value;
}

function settle(flow: OrderFlow, context: OrderContext): OrderFlow {
  context.bell.hush(flow);
  const change = { step: 'printed', print: 'printed', printedMs: context.clock.nowMs() } as const;
  return goOn(flow, change, 'the till says that it was printed', context);
}
