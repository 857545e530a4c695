import type { Failure } from '../../domain/failure.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { Words } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import type { OrderBell } from './order-context.ts';

const nameOrder = ({ wooId }: OrderFlow): string => `order.${wooId}`;
const namePrint = ({ wooId }: OrderFlow): string => `order.${wooId}.print`;
const PREREQUISITE = 'order.prerequisite';

const isFlagged = ({ ticket }: OrderFlow): boolean =>
  ticket !== null && (ticket.isAttention || ticket.remarks.some((remark) => remark.isFlagged));

function describeLost({ number, placedMs }: OrderFlow, failure: Failure, { say, describeFailure }: Words) {
  const { code, facts } = failure;
  if (code === 'ORDER_GONE_ON_TILL' && facts.paid !== undefined)
    return {
      title: say('Web order {{number}} was paid, and has been removed on the till.', { number }),
      body: say('The money is still with the shop: refund it in the store, or send it to the till again.'),
    };
  const title =
    placedMs === null
      ? say('Web order {{number}} is not on the till.', { number })
      : say('Web order {{number}} needs you.', { number });
  return {
    title,
    body: `${describeFailure(failure).message} ${say('Its full text is under Orders & kitchen.')}`,
  };
}

/** Turns what became of an order into an alert; urgent ones repeat until seen. */
export function createOrderBell(alerts: Alerts): OrderBell {
  const opens = (flow: OrderFlow): string => `#/orders/${flow.wooId}`;
  return {
    ringLost: (flow, failure) =>
      alerts.raise((words) => ({
        kind: 'lost-order',
        key: nameOrder(flow),
        ...describeLost(flow, failure, words),
        opens: opens(flow),
      })),
    ringPrint: (flow, failure) =>
      alerts.raise(({ say, describeFailure }) => ({
        kind: 'failed-print',
        key: namePrint(flow),
        title: say('The ticket of web order {{number}} may not have been printed.', { number: flow.number }),
        body: `${describeFailure(failure).message} ${say('It is not printed again by itself: look at the kitchen printer, and reprint it where it is missing.')}`,
        opens: opens(flow),
      })),
    ringFlagged: (flow) =>
      alerts.raise(({ say }) => ({
        kind: 'lost-order',
        key: nameOrder(flow),
        title: say('Web order {{number}} needs a look.', { number: flow.number }),
        body: say(
          'It goes to the kitchen, but something about its choices or its money is not as the till knows it.',
        ),
        opens: opens(flow),
      })),
    ringPrerequisite: (failure) =>
      alerts.raise(({ say, describeFailure }) => ({
        kind: 'missing-prerequisite',
        key: PREREQUISITE,
        title: say('Web orders wait: the till lacks something they need.'),
        body: `${describeFailure(failure).message} ${say('They go on by themselves once it is there.')}`,
        opens: '#/orders',
      })),
    hushPrerequisite: () => alerts.settle(PREREQUISITE),
    hush: (flow) => {
      alerts.settle(namePrint(flow));
      // What is flagged stays until somebody has seen it, printed or not.
      const isFine = flow.hold === null && flow.failure === null && !isFlagged(flow);
      if (isFine || flow.hold === 'closed') alerts.settle(nameOrder(flow));
    },
  };
}
