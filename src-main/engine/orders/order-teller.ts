import { createFailure, FAILURE_CODES, type Failure } from '../../domain/failure.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { tellEvent } from '../../domain/orders/order-story.ts';
import type { ShopKey } from '../../domain/shop.ts';
import type { Words } from '../../domain/words.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger, NewJournalEntry } from '../ledger-ports.ts';
import type { NewOrderEvent, OrderLedger } from '../order-ledger.ts';
import type { Clock } from '../ports.ts';
import type { TestPrint } from './test-print.ts';

type Line = Pick<NewJournalEntry, 'level' | 'action' | 'side' | 'message' | 'failure'>;

/**
 * The orders of a shop, whose steps are told to the log too: one line for what a manager looks for, in the
 * transaction of the step itself. What only leads from one step to the next stands in the order's timeline alone.
 */
export function tellOrders({ ledger, clock, logWords }: TellerParts, shop: ShopKey): OrderLedger {
  const orders = ledger.ordersOf(shop);
  const tell = (flow: OrderFlow | null, event: NewOrderEvent): void => {
    const line = flow && describeEvent(flow, event, logWords);
    if (line)
      ledger.journal.add({ ...line, atMs: clock.nowMs(), entity: `order ${flow.number}`, runId: null });
  };
  return {
    ...orders,
    update: (wooId, change, event) => {
      if (!event) return orders.update(wooId, change);
      return ledger.transaction(() => {
        const flow = orders.update(wooId, change, event);
        tell(flow, event);
        return flow;
      });
    },
    note: (wooId, event) =>
      ledger.transaction(() => {
        orders.note(wooId, event);
        tell(orders.get(wooId), event);
      }),
  };
}

export interface TellerParts {
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** In which the log is kept, whatever the person's language is. */
  readonly logWords: Words;
}

/** Nobody but a person prints one. */
export function tellTestPrint(
  { ledger, clock }: Omit<TellerParts, 'logWords'>,
  result: Attempt<TestPrint>,
): void {
  const failure = result.ok ? result.value.failure : result.failure;
  const line = failure
    ? failed('print', 'till', failure)
    : info('print', 'till', 'a test ticket was printed');
  ledger.journal.add({ ...line, atMs: clock.nowMs(), entity: 'test ticket', runId: null });
}

const info = (action: Line['action'], side: Line['side'], message: string): Line => ({
  level: 'info',
  action,
  side,
  message,
});

const failed = (action: Line['action'], side: Line['side'], failure: Failure): Line => ({
  level: 'error',
  action,
  side,
  message: 'failed',
  failure,
});

/** null where the log has no need of it. */
function describeEvent(flow: OrderFlow, event: NewOrderEvent, logWords: Words): Line | null {
  const { what, text } = event;
  const { failure, tillOrderId } = flow;
  switch (what) {
    case 'placed':
      return info(
        'order',
        'till',
        `put on the till as ${tillOrderId}${text.includes('in words') ? ', in words' : ''}`,
      );
    case 'paid':
      return info('order', 'till', PAYMENTS[text] ?? 'paid: recorded on the till');
    case 'printed':
    case 'reprint':
      return describePrint(flow, event);
    case 'unproved':
      return { ...failed('print', 'till', failure ?? createFailure('ORDER_PRINT_UNPROVED')), level: 'warn' };
    case 'reported':
      return info(
        'order',
        'store',
        text === '' ? 'the store was told where it stands' : lower(event, logWords),
      );
    case 'status':
      return describeStatus(flow, event, logWords);
    case 'person':
      return failure && failed('order', 'app', failure);
    case 'prerequisite':
      return failure && { ...failed('order', 'till', failure), level: 'warn' };
    case 'closed':
      // One that was over on a side before has a line of that.
      return failure && { ...info('order', 'app', 'not sent'), failure };
    case 'flagged':
      return failure && { ...failed('order', 'till', failure), level: 'warn' };
    case 'total':
      return { ...info('order', 'till', lower(event, logWords)), level: 'warn' };
    case 'retry':
    case 'acknowledged':
    case 'by-hand':
      return info('order', 'app', lower(event, logWords));
    default:
      return text.startsWith('refused: ') ? { ...info('order', 'till', REFUSED), level: 'warn' } : null;
  }
}

const REFUSED = 'the till did not take it as it was, so it goes to the kitchen in words';

const PAYMENTS: Readonly<Record<string, string>> = {
  'nothing to pay': 'there is nothing to pay',
  'to be paid at the till': 'not paid yet: that is left to the till',
  'paid at the till': 'paid at the till',
};

function describePrint({ failure }: OrderFlow, event: NewOrderEvent): Line | null {
  const { what, text } = event;
  if (failure && failure.code === text) return failed('print', 'till', failure);
  if (what === 'reprint' && text === 'sent to the printer') return null;
  if (what === 'reprint') return info('print', 'app', 'a person prints the ticket once more');
  return text === 'left to the till'
    ? info('print', 'till', 'printing its ticket is left to the till')
    : info('print', 'till', 'printed: the till says so');
}

/** Where a person has to look, or a note is all that was done, its reason is what the line is about. */
function describeStatus({ failure }: OrderFlow, event: NewOrderEvent, logWords: Words): Line | null {
  const { text } = event;
  const side = /set-store|note-store/.test(text) ? 'store' : 'till';
  if (failure && text.includes(failure.code)) {
    const level = failure.code === 'ORDER_GONE_ON_TILL' ? 'error' : 'warn';
    return { ...failed('order', side, failure), level };
  }
  if (text.startsWith('from ') || text === 'restock') return info('order', side, lower(event, logWords));
  const code = FAILURE_CODES.find((one) => text.endsWith(` ${one}`));
  return code ? { ...info('order', side, 'noted'), failure: createFailure(code) } : null;
}

/** As the timeline has it, as one part of a line. */
function lower(event: NewOrderEvent, logWords: Words): string {
  const sentence = tellEvent(event, { ...logWords, sayCode: () => null }).replace(/[.]$/, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
