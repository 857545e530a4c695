import type { ShopOrder } from '../../domain/shop-order.ts';
import { answer, type Command } from '../command.ts';
import { LIST_FLAGS } from '../command-rules.ts';
import { readPortion } from '../list-portion.ts';
import { cleanText } from '../terminal/display-width.ts';
import { createMoneyFormat, formatCount, formatIso, formatTime } from '../terminal/figures.ts';
import { layOutTable } from '../terminal/table.ts';

/** The store is asked page by page, so there is no list without an end. */
const MOST_ORDERS = 1000;

export const ORDERS: Command = {
  name: 'orders',
  summary: 'Lists the web orders, newest first; asks the store.',
  flags: LIST_FLAGS,
  notes: [`At most ${MOST_ORDERS} at once; --offset goes on.`],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const { limit, offset } = readPortion(context);
    const orders = await engine.orders(Math.min(limit, MOST_ORDERS), offset);
    if (!orders.ok) return orders;
    const money = createMoneyFormat(engine.connections.readStore()?.store.currency ?? null);
    return answer({
      document: { orders: orders.value.map(createOrderDocument) },
      lines: () =>
        orders.value.length === 0
          ? ['There are no orders.']
          : layOutTable(
              [
                { title: 'Number' },
                { title: 'State' },
                { title: 'Made' },
                { title: 'Pieces', side: 'right' },
                { title: 'Total', side: 'right' },
              ],
              orders.value.map((order) => [
                cleanText(order.number),
                cleanText(order.status),
                formatTime(order.createdMs),
                formatCount(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
                money(order.totalAmount),
              ]),
            ),
    });
  },
};

/** An order as scripts get it; what happens to it on the till is not known while orders are only read. */
const createOrderDocument = ({
  id,
  number,
  status,
  isCounted,
  totalAmount,
  createdMs,
  lines,
}: ShopOrder) => ({
  wooId: Number(id),
  number,
  cloverId: null,
  step: null,
  attention: false,
  totalStore: totalAmount,
  totalTill: null,
  paidAt: null,
  printedAt: null,
  failure: null,
  status,
  lowersStock: isCounted,
  createdAt: formatIso(createdMs),
  lines: lines.map(({ productId, name, quantity }) => ({ productId, name, quantity })),
});
