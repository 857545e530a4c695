import { asCloverId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { Clock } from '../ports.ts';
import { type Pieces, sumPieces } from './pieces.ts';

/** All marks about stock begin so. */
export const STOCK_MARKS = 'stock:';
/** Marks on an order, beside the refunds that were told: each entry is made once. */
export const STOCK_MARK = {
  sold: 'stock:sold',
  /** Sold with its lines, by a till that lowers then; and whether it was paid since. */
  atLine: 'stock:at-line',
  paid: 'stock:paid',
  returned: 'stock:returned',
  /** With the item and the till's line: one piece that was refunded there. */
  line: 'stock:line:',
} as const;

export interface StockBookParts {
  readonly ledger: Ledger;
  readonly orders: OrderLedger;
  readonly shop: string;
  readonly clock: Clock;
}

export type StockBook = ReturnType<typeof createStockBook>;

/** The entries that orders make in the agreed counts; each has a mark on its order, and is made once. */
export function createStockBook({ ledger, orders, clock }: StockBookParts) {
  const isMarked = ({ wooId, toldRefunds }: OrderFlow, name: string): boolean =>
    (orders.get(wooId)?.toldRefunds ?? toldRefunds).includes(name);
  const shift = (all: readonly Pieces[], sign: 1 | -1): void => {
    for (const { link, pieces } of all) shiftAgreed(ledger, link, sign * pieces, clock.nowMs());
  };
  return {
    isMarked,
    mark: (flow: OrderFlow, name: string, work: () => void = () => undefined): void =>
      ledger.transaction(() => {
        if (isMarked(flow, name)) return;
        work();
        const told = (orders.get(flow.wooId) ?? flow).toldRefunds;
        orders.update(flow.wooId, { toldRefunds: [...told, name] });
      }),
    lower: (all: readonly Pieces[]): void => shift(all, -1),
    raise: (all: readonly Pieces[]): void => shift(all, 1),
    countTicket: ({ ticket }: OrderFlow): Pieces[] =>
      sumPieces(
        (ticket?.lines ?? []).flatMap(({ itemId }) => {
          const link = itemId === null ? null : findTillLink(ledger, itemId);
          return link ? [{ link, pieces: 1 }] : [];
        }),
      ),
  };
}

/** What the till's item is linked with, as a product or as a variation. */
export function findTillLink({ links }: Ledger, itemId: string): Link | null {
  const id = asCloverId(itemId);
  return links.findByClover('product', id) ?? links.findByClover('variation', id);
}

/** Both sides' orders are taken to explain it: it is nobody's count. */
function shiftAgreed({ shadows, inbox }: Ledger, link: Link, pieces: number, nowMs: number): void {
  const shadow = shadows.get(link.id);
  const stock = shadow?.stock;
  if (!stock || stock.till === null || stock.store === null) return;
  const { till = 0, store = 0 } = stock.orders ?? {};
  shadows.put(link.id, {
    ...shadow,
    stock: {
      till: Number(stock.till) + pieces,
      sent: Number(stock.sent) + pieces,
      store: Number(stock.store) + pieces,
      orders: { till: till + pieces, store: store + pieces },
    },
  });
  inbox.add([{ side: 'till', key: link.cloverId }], nowMs);
}
