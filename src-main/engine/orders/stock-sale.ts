import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { FOLLOW_MARKS } from '../cursors.ts';
import type { OrderStock } from './order-context.ts';
import type { Pieces } from './pieces.ts';
import { STOCK_MARK, type StockBook, type StockBookParts } from './stock-book.ts';
import type { StockProbe } from './stock-probe.ts';

export interface StockParts extends StockBookParts {
  readonly book: StockBook;
  readonly probe: StockProbe;
  /** Who lowers the till for our orders, as the setting says or as was found out. */
  readonly readWho: () => 'unknown' | 'clover' | 'app';
}

/** An order takes its pieces off both sides, once: when it is paid, or with its lines where the till does so then. */
export function createStockSale({
  ledger,
  orders,
  shop,
  book,
  probe,
  readWho,
}: StockParts): Pick<OrderStock, 'watch' | 'notePlaced' | 'noteSold' | 'noteByHand' | 'settleProbe'> {
  const { lower, mark, isMarked, countTicket } = book;
  /** The till has taken these pieces with the lines, so that the store's sale is the same one. */
  const sellAtLine = (flow: OrderFlow, all: readonly Pieces[]): void => {
    if (isMarked(flow, STOCK_MARK.sold)) return;
    mark(flow, STOCK_MARK.atLine, () => lower(all));
    mark(flow, STOCK_MARK.sold);
  };
  return {
    watch: (flow) => {
      const who = readWho();
      const isMomentWanted = who === 'clover' && probe.readMoment() === 'unknown';
      if (who === 'unknown' || isMomentWanted) probe.begin(countTicket(flow));
    },
    notePlaced: (flow) =>
      ledger.transaction(() => {
        if (readWho() === 'app' || isMarked(flow, STOCK_MARK.sold)) return;
        const all = countTicket(flow);
        const moment = probe.readMoment();
        if (moment === 'line') sellAtLine(flow, all);
        if (moment === 'unknown') probe.addPlaced(flow.wooId, all);
      }),
    noteSold: (flow) =>
      ledger.transaction(() => {
        mark(flow, STOCK_MARK.sold, () => {
          const who = readWho();
          const all = countTicket(flow);
          probe.removePlaced(flow.wooId);
          if (who === 'clover') lower(all);
          if (who === 'clover') probe.disturb(all);
          if (who === 'unknown') probe.addSold(all);
        });
        if (isMarked(flow, STOCK_MARK.atLine)) mark(flow, STOCK_MARK.paid);
      }),
    noteByHand: (flow) =>
      mark(flow, STOCK_MARK.sold, () => {
        if (ledger.meta.get(FOLLOW_MARKS.till) === shop) lower(countTicket(flow));
      }),
    settleProbe: async (readTill) => {
      for (const look of probe.listDue()) {
        const count = await readTill(look.link.cloverId);
        ledger.transaction(() => {
          const { twice, unpaid } = probe.settle(look, count);
          lower(twice);
          for (const { orderId, pieces } of unpaid) {
            const flow = orders.get(orderId);
            if (flow) sellAtLine(flow, pieces);
          }
        });
      }
    },
  };
}
