import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';
import { toOrderEvent, toOrderNeeds, toOrderRow, toTicket } from '../views/order-view.ts';

type Channels =
  | 'orders:list'
  | 'orders:get'
  | 'orders:retry'
  | 'orders:reprint'
  | 'orders:see'
  | 'orders:leaveByHand'
  | 'orders:testPrint'
  | 'orders:needs';

export function createOrderHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { orders } = deps.engine;
  return {
    'orders:list': ({ lane, search = '', limit, offset }) => {
      const filter = {
        limit,
        offset,
        isUrgentFirst: true,
        ...(lane === undefined ? {} : { lane }),
        ...(search.trim() === '' ? {} : { search: search.trim() }),
      };
      const { flows, total } = orders.list(filter);
      return succeed({ rows: flows.map(toOrderRow), total, lanes: { ...orders.overview().lanes } });
    },
    'orders:get': ({ order }) => {
      const found = orders.get(order);
      if (!found.ok) return found;
      const { flow, lane, events } = found.value;
      return succeed({
        order: toOrderRow({ ...flow, lane }),
        ticket: flow.ticket && toTicket(flow.ticket),
        events: events.map(toOrderEvent),
      });
    },
    'orders:retry': ({ order }) => tell(deps, orders.retry(order)),
    'orders:reprint': async ({ order }) =>
      tell(deps, await orders.reprint(order, new AbortController().signal)),
    'orders:see': ({ order }) => tell(deps, orders.see(order)),
    'orders:leaveByHand': ({ order }) => tell(deps, orders.leaveByHand(order, 'the window')),
    'orders:testPrint': async () => {
      const printed = await orders.testPrint(new AbortController().signal);
      if (!printed.ok) return fail(printed.failure);
      const { isPrinted, failure } = printed.value;
      return succeed({ isPrinted, failure: failure && describeFailure(failure) });
    },
    'orders:needs': () => succeed(toOrderNeeds(orders)),
  };
}

/** What a person did for one order is shown in every window, and nobody is called for it any longer. */
function tell({ engine, publish }: HandlerDeps, done: Attempt<OrderFlow>): Attempt<Record<string, never>> {
  // A print that was refused changed the order too.
  publish('orders:changed', {});
  if (!done.ok) return done;
  const { wooId } = done.value;
  engine.alerts.settle(`order.${wooId}`);
  engine.alerts.settle(`order.${wooId}.print`);
  return succeed({});
}
