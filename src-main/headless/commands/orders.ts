import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { tellEvent } from '../../domain/orders/order-story.ts';
import type { TillTicket } from '../../domain/orders/till-ticket.ts';
import { ENGLISH } from '../../ipc/words.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { describeRest, readPortion } from '../list-portion.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatTime } from '../terminal/figures.ts';
import { describeHolder } from '../views/holder-view.ts';
import { describeTroubles } from '../views/order-troubles.ts';
import { createOrderDocument, layOutOrders } from '../views/order-view.ts';
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
            says: tellEvent({ what, text }, ENGLISH),
            requestId,
          })),
        },
        lines: (paint) => [
          ...layOutOrders([{ ...flow, lane }], paint, engine.sync.state().away),
          '',
          ...events.map(
            (event) => `${paint.dim(formatTime(event.atMs))}  ${cleanText(tellEvent(event, ENGLISH))}`,
          ),
          ...describeTroubles([{ ...flow, lane }], paint),
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
              ...layOutOrders(flows, paint, engine.sync.state().away),
              ...describeRest(flows.length, total, portion, paint),
              ...describeTroubles(flows, paint),
              ...(flows.some(({ lane }) => lane === 'person' || lane === 'attention')
                ? describeHolder(engine.sync.state(), paint)
                : []),
              ...engine.orders.needs().map(({ failure }) => paint.yellow(describeFailure(failure).message)),
            ],
    });
  },
};

function layOutPaper({ title, lines, note }: TillTicket): Paper {
  const rows = lines.map((line) => ({ ...line, choices: line.modifications.map(({ name }) => name) }));
  return { type: '', title, lines: rows, note };
}

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
