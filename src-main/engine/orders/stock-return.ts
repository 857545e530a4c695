import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import type { OrderStock } from './order-context.ts';
import { type Pieces, splitPieces, sumPieces } from './pieces.ts';
import { findTillLink, STOCK_MARK } from './stock-book.ts';
import type { StockParts } from './stock-sale.ts';

/** What the store keeps at an order's line about its stock (woocommerce.md 4). */
const REDUCED = '_reduced_stock';
const RESTOCKED = '_restock_refunded_items';

/** What is called off or refunded comes back on both sides, once. */
export function createStockReturn({
  ledger,
  orders,
  book,
  probe,
  readWho,
}: StockParts): Pick<OrderStock, 'giveBack' | 'giveBackLines'> {
  const { lower, raise, mark, isMarked, countTicket } = book;
  /** While nobody knows whether the till has done so itself, that is remembered, to be put right. */
  const returnFromTill = (all: readonly Pieces[]): void => {
    lower(all);
    if (readWho() === 'unknown') probe.addReturned(all);
  };
  /** Never sold, so that there is nothing to give back; what it did to the counts tells nothing any more. */
  const forgetUnpaid = (flow: OrderFlow): void => {
    probe.removePlaced(flow.wooId);
    probe.disturb(countTicket(flow));
  };
  const giveBackSold = (flow: OrderFlow, order: WebOrder, status: string, isFromTill: boolean): void => {
    // The store returns a cancelled order's pieces itself, and only those (woocommerce.md 4).
    const kept = status === 'cancelled' ? [] : listKept(order, ledger);
    // What came back when its line was refunded on the till does not come back again.
    const back = listReturned(orders.get(flow.wooId) ?? flow, ledger);
    const left = back.map(({ link }) => ({ link, pieces: -1 }));
    const all = sumPieces([...kept, ...left]);
    if (!isFromTill) {
      lower(all);
      return;
    }
    // What was no item of the till when the order came stood there as a text: the till has not moved it.
    const { within, beyond } = splitPieces(all, countTicket(flow));
    lower(beyond);
    // A till that lowers by itself is left to return what is refunded there.
    if (readWho() !== 'clover') returnFromTill(within);
  };
  return {
    giveBack: (flow, order, { status, isFromTill }) =>
      ledger.transaction(() => {
        const isCounted = order !== null && hasCounted(order, ledger);
        if (!isMarked(flow, STOCK_MARK.sold)) forgetUnpaid(flow);
        const isUnpaid = isMarked(flow, STOCK_MARK.atLine) && !isMarked(flow, STOCK_MARK.paid);
        // Both sides put back what they took with its lines, the till too: that is one return.
        if (isUnpaid) mark(flow, STOCK_MARK.returned, () => raise(countTicket(flow)));
        if (order !== null && !isUnpaid)
          mark(flow, STOCK_MARK.returned, () => giveBackSold(flow, order, status, isFromTill));
        return isCounted;
      }),
    giveBackLines: (flow, lines) => {
      if (readWho() === 'clover') return;
      for (const { id, itemId } of lines) {
        const link = itemId === null ? null : findTillLink(ledger, itemId);
        if (link && !isMarked(flow, STOCK_MARK.returned))
          mark(flow, `${STOCK_MARK.line}${itemId}:${id}`, () => returnFromTill([{ link, pieces: 1 }]));
      }
    },
  };
}

function listReturned({ toldRefunds }: OrderFlow, ledger: Ledger): Pieces[] {
  return toldRefunds.flatMap((told) => {
    const [itemId = ''] = told.startsWith(STOCK_MARK.line)
      ? told.slice(STOCK_MARK.line.length).split(':')
      : [];
    const link = itemId === '' ? null : findTillLink(ledger, itemId);
    return link ? [{ link, pieces: 1 }] : [];
  });
}

/** What the store's lines took and did not give back; of what was refunded by pieces a person has decided. */
function listKept(order: WebOrder, ledger: Ledger): Pieces[] {
  return order.lines.flatMap(({ id, productId, variationId, meta }) => {
    const taken = Number(meta.find(({ key }) => key === REDUCED)?.value ?? 0);
    const refunded = order.refunds
      .flatMap(({ pieces }) => pieces)
      .filter(({ lineId }) => lineId === id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const link = findStoreLink(ledger, { productId, variationId });
    // What came back into stock with its refund is no longer among what was taken.
    const restocked = Number(meta.find(({ key }) => key === RESTOCKED)?.value ?? 0);
    const pieces = Math.max(0, taken - Math.max(0, refunded - restocked));
    return link && pieces > 0 ? [{ link, pieces }] : [];
  });
}

type StoreLine = Pick<WebOrder['lines'][number], 'productId' | 'variationId'>;

function findStoreLink({ links }: Ledger, { productId, variationId }: StoreLine): Link | null {
  const wooId = variationId ?? productId;
  return wooId === null ? null : links.findByWoo(variationId === null ? 'product' : 'variation', wooId);
}

/** Whether both sides count any of it. */
const hasCounted = ({ lines }: WebOrder, ledger: Ledger): boolean =>
  lines.some((line) => {
    const link = findStoreLink(ledger, line);
    const stock = link && ledger.shadows.get(link.id)?.stock;
    return stock != null && stock.till !== null && stock.store !== null;
  });
