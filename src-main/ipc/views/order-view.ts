import {
  describeFailure,
  FAILURE_SENTENCES,
  type FailureCode,
} from '../../../src-preload/contract/failures.ts';
import type {
  OrderEventShape,
  OrderNeedsShape,
  OrderRowShape,
  OrderTicketShape,
} from '../../../src-preload/contract/order-shapes.ts';
import type { OrderEvent, OrderFlow } from '../../domain/orders/order-flow.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import type { OrderNeed, Orders } from '../../engine/face.ts';

type LanedOrder = ReturnType<Orders['list']>['flows'][number];

const TROUBLED = 50;

/** An order without its ticket: a list of thousands carries no texts of customers. */
export function toOrderRow(flow: LanedOrder): OrderRowShape {
  const { wooId, number, lane, step, hold, failure, ticket, print, reprints } = flow;
  const { storeAmount, tillAmount, currency, storeStatus, tillStatus, tillOrderId } = flow;
  const { createdMs, seenMs, placedMs, paidMs, printedMs, reportedMs } = flow;
  return {
    ...{ wooId, number, lane, step, hold, print, reprints },
    failure: failure && describeFailure(failure),
    isAttention: ticket?.isAttention ?? false,
    ...{ storeAmount, tillAmount, currency, storeStatus, tillStatus, tillOrderId },
    ...{ createdMs, seenMs, placedMs, paidMs, printedMs, reportedMs },
  };
}

export function toTicket(ticket: TillTicket): OrderTicketShape {
  const { reference, title, note, tax, totalAmount, storeAmount, tipAmount, taxAmount, isAttention } = ticket;
  return {
    ...{ reference, title, note, tax, totalAmount, storeAmount, tipAmount, taxAmount, isAttention },
    lines: ticket.lines.map(({ kind, name, priceAmount, modifications, note: said }) => ({
      ...{ kind, name, priceAmount, note: said },
      modifications: modifications.map(({ name: modifier, amount }) => ({ name: modifier, amount })),
    })),
    discounts: ticket.discounts.map(({ name, amount }) => ({ name, amount })),
    remarks: ticket.remarks.map(({ failure, isFlagged }) => ({
      failure: describeFailure(failure),
      isFlagged,
    })),
  };
}

/** Where the engine noted a failure by its code, a person reads its sentence. */
export const toOrderEvent = ({ id, atMs, what, text, requestId }: OrderEvent): OrderEventShape => ({
  ...{ id, atMs, what, requestId },
  text: isCode(text) ? describeFailure({ code: text, facts: {} }).message : text,
});

const isCode = (text: string): text is FailureCode => Object.hasOwn(FAILURE_SENTENCES, text);

export function toOrderNeeds(orders: Pick<Orders, 'needs' | 'overview' | 'list'>): OrderNeedsShape {
  const { lanes, newest, newestPrinted } = orders.overview();
  return {
    needs: [...orders.needs(), ...needPrinter(orders)].map(({ what, failure }) => ({
      what,
      failure: describeFailure(failure),
    })),
    lanes: { ...lanes },
    newest: newest && { number: newest.number, createdMs: newest.createdMs },
    newestPrinted: newestPrinted && nameTicket(newestPrinted),
  };
}

/** Orders go on without a printer, so none of them waits for it; the newest that found none tells it. */
function needPrinter(orders: Pick<Orders, 'list'>): OrderNeed[] {
  const { flows } = orders.list({ lane: 'person', limit: TROUBLED, offset: 0 });
  const failure = flows.find(({ print }) => print === 'no-printer')?.failure;
  return failure ? [{ what: 'printer', failure }] : [];
}

const nameTicket = ({ number, printedMs }: OrderFlow) => ({ number, printedMs: printedMs ?? 0 });
