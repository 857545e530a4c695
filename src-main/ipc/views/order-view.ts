import type {
  OrderEventShape,
  OrderNeedsShape,
  OrderRowShape,
  OrderTicketShape,
} from '../../../src-preload/contract/order-shapes.ts';
import type { Failure } from '../../domain/failure.ts';
import { canBeSentAnew } from '../../domain/orders/order-ended.ts';
import type { OrderEvent, OrderFlow, PrintState } from '../../domain/orders/order-flow.ts';
import { tellEvent } from '../../domain/orders/order-story.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import type { Orders } from '../../engine/face.ts';
import { describeFailure, SPOKEN } from '../speech.ts';

type LanedOrder = ReturnType<Orders['list']>['flows'][number];

const TROUBLED = 50;

type NeededThing = OrderNeedsShape['needs'][number]['what'];

/** An order without its ticket: a list of thousands carries no texts of customers. */
export function toOrderRow(flow: LanedOrder): OrderRowShape {
  const { wooId, number, lane, step, hold, failure, ticket, print, reprints } = flow;
  const { storeAmount, tillAmount, currency, storeStatus, tillStatus, tillOrderId } = flow;
  const { createdMs, seenMs, placedMs, paidMs, printedMs, reportedMs } = flow;
  return {
    ...{ wooId, number, lane, step, hold, print, reprints },
    failure: failure && describeFailure(failure),
    look: findLook(ticket),
    isAttention: ticket?.isAttention ?? false,
    canBeSentAnew: canBeSentAnew(flow),
    ...{ storeAmount, tillAmount, currency, storeStatus, tillStatus, tillOrderId },
    ...{ createdMs, seenMs, placedMs, paidMs, printedMs, reportedMs },
  };
}

const findLook = (ticket: TillTicket | null): OrderRowShape['look'] => {
  const flagged = ticket?.remarks.find(({ isFlagged }) => isFlagged);
  return flagged ? describeFailure(flagged.failure) : null;
};

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

/** As a sentence, whatever it is kept as. */
export const toOrderEvent = ({ id, atMs, what, text, requestId }: OrderEvent): OrderEventShape => ({
  ...{ id, atMs, what, requestId },
  text: tellEvent({ what, text }, SPOKEN),
});

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
function needPrinter(orders: Pick<Orders, 'list'>): { what: NeededThing; failure: Failure }[] {
  const { flows } = orders.list({ lane: 'person', limit: TROUBLED, offset: 0 });
  const find = (print: PrintState, what: NeededThing) => {
    const failure = flows.find((flow) => flow.print === print)?.failure;
    return failure ? [{ what, failure }] : [];
  };
  return [...find('no-printer', 'printer'), ...find('not-available', 'no-print')];
}

const nameTicket = ({ number, printedMs }: OrderFlow) => ({ number, printedMs: printedMs ?? 0 });
