import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { carryStatus } from './carry-status.ts';
import type { OrderContext, Step } from './order-context.ts';
import { placeOrder, planOrder } from './place-order.ts';
import { decidePrint, printTicket } from './print-ticket.ts';
import { decidePayment, recordPayment } from './record-payment.ts';
import { reportOrder } from './report-order.ts';

const STEPS: { readonly [step in OrderFlow['step']]: Step } = {
  seen: planOrder,
  placing: placeOrder,
  placed: decidePayment,
  paying: recordPayment,
  paid: decidePrint,
  printing: printTicket,
  printed: reportOrder,
  reported: carryStatus,
};

/** Takes one order as far as it goes now. What changed on either side comes first: nobody cooks a cancelled order. */
export async function advanceOrder(flow: OrderFlow, context: OrderContext): Promise<void> {
  let now: OrderFlow | null = flow;
  while (now !== null && now.hold === null && !context.signal.aborted) {
    if (now.isStatusDue) now = await carryStatus(now, context);
    else if (now.step === 'reported') return;
    else now = await STEPS[now.step](now, context);
  }
}
