import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatDuration } from '../terminal/figures.ts';
import { createValueFormat } from '../views/field-values.ts';
import { drawTicket, type Paper } from '../views/ticket-view.ts';
import { sync, tell } from './acts.ts';
import { announce, DemoFailure, demand, type Stage, say } from './stage.ts';

/** What the guest has: the store's products by SKU, with choices as the shop's own form writes them. */
const LINES = [
  {
    product: 'hawaiian_l',
    quantity: 2,
    choices: [
      { group: 'Crust', name: 'Thin', isSingle: true },
      { group: 'Extra toppings', name: 'Pepperoni', priceCents: 200 },
    ],
  },
  { product: 'DES-COOK7', quantity: 3, note: 'Cut in four, please' },
] as const;
const LOOK_EVERY_MS = 250;
/** A kitchen's printer needs some seconds; nobody watches for longer. */
const LONGEST_MS = 40_000;

/** A web order comes through the kitchen's printer, and what the kitchen says returns to the store. */
export async function playWebOrder(stage: Stage): Promise<void> {
  const { paint, clock } = stage;
  await announce(stage, 'A guest orders in the web shop');
  const startedMs = clock.monotonicMs();
  const placed = await tell(stage, 'store', {
    verb: 'order',
    lines: LINES,
    format: 'plain',
    payment: 'stripe',
  });
  const done = await lookUntil(stage, placed.id, ({ step }) => step === 'reported');
  const { money } = createValueFormat(stage.core.engine);
  say(
    stage,
    `  Till   order ${cleanText(done.ticket?.title ?? '')}, ${money(done.tillAmount ?? 0)}, ${done.tillStatus}; the store has ${money(done.storeAmount)}`,
    `  ${paint.green('Printed')} after ${formatDuration(clock.monotonicMs() - startedMs)}, once. The kitchen holds:`,
    '',
    ...drawTicket(readPaper(stage, done)).map((row) => `    ${row}`),
  );
  await announce(stage, 'The kitchen is done: the store hears of it');
  await tell(stage, 'till', { verb: 'fulfil', order: done.tillOrderId ?? '' });
  const told = await lookUntil(stage, placed.id, ({ storeStatus }) => storeStatus === 'completed');
  say(stage, `  Store  order ${cleanText(told.number)} is ${paint.green(told.storeStatus)}`);
}

/** Looks as the app does until the order is so far. */
async function lookUntil(
  stage: Stage,
  order: string,
  isThere: (flow: OrderFlow) => boolean,
): Promise<OrderFlow> {
  const { clock, timers, core } = stage;
  const startedMs = clock.monotonicMs();
  while (clock.monotonicMs() - startedMs < LONGEST_MS) {
    await sync(stage);
    const found = core.engine.orders.get(order);
    if (found.ok && isThere(found.value.flow)) return found.value.flow;
    await new Promise<void>((resolve) => void timers.after(LOOK_EVERY_MS, resolve));
  }
  const { flow } = demand(core.engine.orders.get(order));
  throw new DemoFailure(
    `Order ${flow.number} stays at "${flow.step}" (${flow.failure?.code ?? 'no failure'}).`,
  );
}

/** What came out of the practice till's printer, from the till's own books. */
function readPaper({ practice }: Stage, { tillOrderId }: OrderFlow): Paper {
  const { orders, kitchen, orderTypes } = practice.tillService.state;
  const tickets = kitchen.tickets.filter(({ orderId }) => orderId === tillOrderId);
  const order = orders.get(tillOrderId ?? '');
  if (!order || tickets.length !== 1)
    throw new DemoFailure(`The kitchen has ${tickets.length} tickets of order ${tillOrderId}.`);
  return {
    type: orderTypes.get(order.orderTypeId ?? '')?.label ?? '',
    title: order.title ?? '',
    lines: order.lines.map(({ name, note, modifications }) => ({
      name,
      choices: modifications.map((choice) => choice.name),
      note: note ?? '',
    })),
    note: order.note ?? '',
  };
}
