import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { missArgument } from '../parse-input.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatPieces, formatTime } from '../terminal/figures.ts';
import { createOrderDocument, describeStep, describeTroubles, layOutOrders } from '../views/order-view.ts';
import { drawTicket, type Paper } from '../views/ticket-view.ts';

export const ORDERS: Command = {
  name: 'orders',
  summary: 'Lists the web orders and how far each has come, newest first; with an order, its whole way.',
  arguments: [{ name: 'ORDER', isOptional: true }],
  flags: LIST_FLAGS,
  notes: ['An order is named by its number or its id in the store.'],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const named = context.input.argument('ORDER');
    if (named !== null) {
      const found = engine.orders.get(named);
      if (!found.ok) return found;
      const { flow, lane, events } = found.value;
      return answer({
        document: {
          ...createOrderDocument({ ...flow, lane }),
          ticket: flow.ticket,
          events: events.map(({ atMs, what, text, requestId }) => ({
            at: new Date(atMs).toISOString(),
            what,
            text,
            requestId,
          })),
        },
        lines: (paint) => [
          ...layOutOrders([flow], paint),
          '',
          ...events.map(
            ({ atMs, what, text }) => `${paint.dim(formatTime(atMs))}  ${what}  ${cleanText(text)}`,
          ),
          ...describeTroubles([flow], paint),
          ...(flow.ticket === null ? [] : ['', ...drawTicket(layOutPaper(flow.ticket))]),
        ],
      });
    }
    const portion = readPortion(context);
    const { flows, total, counts } = engine.orders.list(portion);
    return answer({
      document: { orders: flows.map(createOrderDocument), total, waiting: counts.waiting },
      lines: (paint) =>
        flows.length === 0
          ? [
              'There are no web orders yet. The first look remembers where the store is; orders made after it go to the till.',
            ]
          : [
              ...layOutOrders(flows, paint),
              ...describeRest(flows.length, total, portion, paint),
              ...describeTroubles(flows, paint),
              ...engine.orders.needs().map(({ failure }) => paint.yellow(describeFailure(failure).message)),
            ],
    });
  },
};

function layOutPaper({ title, lines, note }: TillTicket): Paper {
  const rows = lines.map((line) => ({ ...line, choices: line.modifications.map(({ name }) => name) }));
  return { type: '', title, lines: rows, note };
}

export const ORDERS_RETRY: Command = {
  name: 'orders retry',
  summary:
    'Lets an order that waits for a person go on; one that was never shown on the till is planned anew.',
  isWriter: true,
  arguments: [{ name: 'ORDER' }],
  run: async (context) => {
    const order = context.input.argument('ORDER');
    if (order === null) return missArgument(context.input.command, 'the order');
    const core = await context.openCore();
    if (!core.ok) return core;
    const retried = core.value.engine.orders.retry(order);
    if (!retried.ok) return retried;
    return answer({
      document: createOrderDocument(retried.value),
      lines: (paint) => [
        `Order ${cleanText(retried.value.number)}: ${describeStep(retried.value, paint)}. The next look goes on with it.`,
      ],
    });
  },
};

export const ORDERS_BY_HAND: Command = {
  name: 'orders by-hand',
  summary:
    'Leaves alone an order that somebody typed in at the till already; "orders retry" takes that back.',
  isWriter: true,
  arguments: [{ name: 'ORDER' }],
  run: async (context) => {
    const order = context.input.argument('ORDER');
    if (order === null) return missArgument(context.input.command, 'the order');
    const core = await context.openCore();
    if (!core.ok) return core;
    const left = core.value.engine.orders.leaveByHand(order, 'the command line');
    if (!left.ok) return left;
    return answer({
      document: createOrderDocument(left.value),
      lines: () => [`Order ${cleanText(left.value.number)} is left to whoever typed it in: nothing is made.`],
    });
  },
};

export const PRINTS: Command = {
  name: 'prints',
  summary: 'Lists the kitchen tickets and what the till says of each.',
  flags: LIST_FLAGS,
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const portion = readPortion(context);
    const { flows, total } = core.value.engine.orders.list({ ...portion, isAskedToPrint: true });
    return answer({
      document: { prints: flows.map(createOrderDocument), total },
      lines: (paint) =>
        flows.length === 0
          ? ['Nothing was printed yet.']
          : [...layOutOrders(flows, paint), ...describeRest(flows.length, total, portion, paint)],
    });
  },
};

export const REPRINT: Command = {
  name: 'reprint',
  summary: 'Prints the ticket of an order once more: the kitchen gets another one.',
  isWriter: true,
  arguments: [{ name: 'ORDER' }],
  run: async (context) => {
    const order = context.input.argument('ORDER');
    if (order === null) return missArgument(context.input.command, 'the order');
    const core = await context.openCore();
    if (!core.ok) return core;
    const printed = await core.value.engine.orders.reprint(order, new AbortController().signal);
    if (!printed.ok) return printed;
    const { number, reprints } = printed.value;
    return answer({
      document: createOrderDocument(printed.value),
      lines: () => [
        `Order ${cleanText(number)} was sent to the printer once more (${formatPieces(reprints, 'reprint')}).`,
      ],
    });
  },
};

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
