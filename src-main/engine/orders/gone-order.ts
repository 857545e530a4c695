import { createFailure } from '../../domain/failure.ts';
import { ENDED_STATUSES } from '../../domain/orders/order-ended.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { isOtherOrder } from '../../domain/orders/other-order.ts';
import type { StoreOrderPort } from '../order-ports.ts';
import type { OrderContext } from './order-context.ts';
import { carryOn } from './order-rest.ts';

/** When the look at the store's orders has surely been made. */
const NEXT_LOOK_MS = 5_000;

const REPLACED = 'ORDER_REPLACED';

/** The store's orders, none of which is taken for another one that has its id now: the next look sets that apart. */
export function guardOrders(store: StoreOrderPort, orders: OrderContext['orders']): StoreOrderPort {
  return {
    ...store,
    readOrder: async (id) => {
      const read = await store.readOrder(id);
      const known = orders.get(id);
      if (read.kind !== 'done' || read.value === null || known === null) return read;
      if (!isOtherOrder(known, read.value)) return read;
      return { kind: 'retryAfter', delayMs: NEXT_LOOK_MS, failure: createFailure(REPLACED) };
    },
  };
}

/** Whether the till was told that it is over: then it is, wherever the store's order went since. */
export const wasToldEnd = ({ toldTill }: OrderFlow): boolean =>
  toldTill !== null && toldTill !== GONE_STATUS && ENDED_STATUSES.includes(toldTill);

const GONE_STATUS = 'gone';

/**
 * An order on the till that the store no longer has, not even in its trash: deleted for good, or the store was put back
 * to a copy from before. That is nobody's word that it is called off: it stays on the till, and a person is told.
 */
export function leaveOnTill(flow: OrderFlow, context: OrderContext): OrderFlow {
  const { tries, notBeforeMs } = flow;
  const isNews = flow.storeStatus !== GONE_STATUS;
  const left = carryOn(
    flow,
    {
      tries,
      notBeforeMs,
      isStatusDue: false,
      storeStatus: GONE_STATUS,
      failure: isNews ? createFailure('ORDER_GONE_IN_STORE') : flow.failure,
    },
    isNews ? 'the store no longer has it; it stays on the till' : '',
    context,
  );
  if (isNews) context.bell.ringFlagged(left);
  return left;
}

/** The order that had the id before is over here: nothing of it is told to the order that has it now. */
export function setApart(
  known: OrderFlow,
  { orders, bell, clock }: Pick<OrderContext, 'orders' | 'clock' | 'bell'>,
): void {
  const isOver = known.hold === 'closed' || known.step === 'reported';
  const failure = createFailure(REPLACED);
  const event = { atMs: clock.nowMs(), what: 'closed', text: REPLACED, requestId: '' };
  const apart = orders.setApart(known.wooId, { hold: 'closed', failure, isStatusDue: false }, event);
  if (!isOver) bell.ringLost(apart, failure);
}
