import type { Failure } from '../../domain/failure.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { Alerts } from '../alerts-face.ts';
import type { OrderBell } from './order-context.ts';

const nameOrder = ({ wooId }: OrderFlow): string => `order.${wooId}`;
const namePrint = ({ wooId }: OrderFlow): string => `order.${wooId}.print`;
const PREREQUISITE = 'order.prerequisite';

const isFlagged = ({ ticket }: OrderFlow): boolean =>
  ticket !== null && (ticket.isAttention || ticket.remarks.some((remark) => remark.isFlagged));

type Say = (failure: Failure) => string;

function describeLost({ number, placedMs }: OrderFlow, failure: Failure, say: Say) {
  const { code, facts } = failure;
  if (code === 'ORDER_GONE_ON_TILL' && facts.paid !== undefined)
    return {
      title: `Web order ${number} was paid, and has been removed on the till.`,
      body: 'The money is still with the shop: refund it in the store, or send it to the till again.',
    };
  return {
    title: placedMs === null ? `Web order ${number} is not on the till.` : `Web order ${number} needs you.`,
    body: `${say(failure)} Its full text is under Orders & kitchen.`,
  };
}

/**
 * Turns what became of an order into an alert; urgent ones repeat until seen.
 * @param say a failure in words
 */
export function createOrderBell(alerts: Alerts, say: Say): OrderBell {
  const opens = (flow: OrderFlow): string => `#/orders/${flow.wooId}`;
  return {
    ringLost: (flow, failure) =>
      alerts.raise({
        kind: 'lost-order',
        key: nameOrder(flow),
        ...describeLost(flow, failure, say),
        opens: opens(flow),
      }),
    ringPrint: (flow, failure) =>
      alerts.raise({
        kind: 'failed-print',
        key: namePrint(flow),
        title: `The ticket of web order ${flow.number} may not have been printed.`,
        body: `${say(failure)} It is not printed again by itself: look at the kitchen printer, and reprint it where it is missing.`,
        opens: opens(flow),
      }),
    ringFlagged: (flow) =>
      alerts.raise({
        kind: 'lost-order',
        key: nameOrder(flow),
        title: `Web order ${flow.number} needs a look.`,
        body: 'It goes to the kitchen, but something about its choices or its money is not as the till knows it.',
        opens: opens(flow),
      }),
    ringPrerequisite: (failure) =>
      alerts.raise({
        kind: 'missing-prerequisite',
        key: PREREQUISITE,
        title: 'Web orders wait: the till lacks something they need.',
        body: `${say(failure)} They go on by themselves once it is there.`,
        opens: '#/orders',
      }),
    hushPrerequisite: () => alerts.settle(PREREQUISITE),
    hush: (flow) => {
      alerts.settle(namePrint(flow));
      // What is flagged stays until somebody has seen it, printed or not.
      const isFine = flow.hold === null && flow.failure === null && !isFlagged(flow);
      if (isFine || flow.hold === 'closed') alerts.settle(nameOrder(flow));
    },
  };
}
