import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { Attempt, Engine } from '../../engine/face.ts';
import { answer, type Command } from '../command.ts';
import { missArgument } from '../parse-input.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { createOrderDocument, describeStep } from '../views/order-view.ts';

/** Something that a person does to one order, and what it is then. */
interface OrderAct extends Pick<Command, 'name' | 'summary'> {
  readonly act: (orders: Engine['orders'], order: string) => Attempt<OrderFlow> | Promise<Attempt<OrderFlow>>;
  readonly say: (flow: OrderFlow, paint: Palette) => string;
}

const createOrderAct = ({ name, summary, act, say }: OrderAct): Command => ({
  name,
  summary,
  isWriter: true,
  arguments: [{ name: 'ORDER' }],
  run: async ({ input, openCore }) => {
    const order = input.argument('ORDER');
    if (order === null) return missArgument(input.command, 'the order');
    const core = await openCore();
    if (!core.ok) return core;
    const done = await act(core.value.engine.orders, order);
    if (!done.ok) return done;
    return answer({
      document: createOrderDocument(done.value),
      lines: (paint) => [say(done.value, paint)],
    });
  },
});

export const ORDERS_RETRY = createOrderAct({
  name: 'orders retry',
  summary:
    'Lets an order that waits for a person go on; one that was never shown on the till is planned anew.',
  act: (orders, order) => orders.retry(order),
  say: (flow, paint) =>
    `Order ${cleanText(flow.number)}: ${describeStep(flow, paint)}. The next look goes on with it.`,
});

export const ORDERS_SEEN = createOrderAct({
  name: 'orders seen',
  summary: 'Marks an order that somebody has looked at and dealt with: it waits for nobody any more.',
  act: (orders, order) => orders.see(order),
  say: ({ number }) => `Order ${cleanText(number)} is marked as seen.`,
});

export const ORDERS_BY_HAND = createOrderAct({
  name: 'orders by-hand',
  summary:
    'Leaves alone an order that somebody typed in at the till already; "orders retry" takes that back.',
  act: (orders, order) => orders.leaveByHand(order, 'the command line'),
  say: ({ number }) => `Order ${cleanText(number)} is left to whoever typed it in: nothing is made.`,
});

export const REPRINT = createOrderAct({
  name: 'reprint',
  summary: 'Prints the ticket of an order once more: the kitchen gets another one.',
  act: (orders, order) => orders.reprint(order, new AbortController().signal),
  say: ({ number, reprints }) =>
    `Order ${cleanText(number)} was sent to the printer once more (${formatPieces(reprints, 'reprint')}).`,
});

export const TEST_PRINT: Command = {
  name: 'test-print',
  summary: 'Prints one ticket that says it is a test.',
  isWriter: true,
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const printed = await core.value.engine.orders.testPrint(new AbortController().signal);
    if (!printed.ok) return printed;
    const { isPrinted, failure } = printed.value;
    if (!isPrinted && failure) return { ok: false, failure };
    return answer({
      document: { isPrinted },
      lines: () => ['The till says that the test ticket was printed.'],
    });
  },
};
