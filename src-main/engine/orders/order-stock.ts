import { asCloverId } from '../../domain/ids.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import { completeSettings } from '../../domain/settings.ts';
import { FOLLOW_MARKS } from '../cursors.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { Clock } from '../ports.ts';
import type { OrderStock } from './order-context.ts';
import { type Pieces, sumPieces } from './pieces.ts';
import { createStockProbe } from './stock-probe.ts';

/** All marks about stock begin so. */
export const STOCK_MARKS = 'stock:';
/** Marks on an order, beside the refunds that were told: each is done once. */
const SOLD = 'stock:sold';
const RETURNED = 'stock:returned';
/** With the item and the till's line: one piece that was refunded there. */
const LINE = 'stock:line:';
const REDUCED = '_reduced_stock';
const RESTOCKED = '_restock_refunded_items';

export interface OrderStockParts {
  readonly ledger: Ledger;
  readonly orders: OrderLedger;
  readonly shop: string;
  readonly clock: Clock;
}

/**
 * The stock of web orders. The sync carries every difference from one side to the other; what it cannot see is
 * that two differences are one sale, or that a sale is off. Both are said by moving the agreed counts: so many
 * pieces fewer on both sides mean that each side has that many too many, or, where both have lowered, that
 * nothing is left to carry. It does not matter whether the sync was there before.
 */
export function createOrderStock({ ledger, orders, shop, clock }: OrderStockParts): OrderStock {
  const countTicket = ({ ticket }: OrderFlow): Pieces[] =>
    sumPieces(
      (ticket?.lines ?? []).flatMap(({ itemId }) => {
        const link = itemId === null ? null : findTillLink(ledger, itemId);
        return link ? [{ link, pieces: 1 }] : [];
      }),
    );
  const mark = (flow: OrderFlow, name: string, work: () => void): void =>
    ledger.transaction(() => {
      const told = (orders.get(flow.wooId) ?? flow).toldRefunds;
      if (told.includes(name)) return;
      work();
      orders.update(flow.wooId, { toldRefunds: [...told, name] });
    });
  const lower = (all: readonly Pieces[]): void => {
    for (const { link, pieces } of all) shiftAgreed(ledger, link, -pieces, clock.nowMs());
  };
  const probe = createStockProbe({ ledger, shop, clock });
  const readWho = () => {
    const who = completeSettings(ledger.settings.all())['stock.whoLowersTill'];
    return who === 'auto' ? probe.read() : who;
  };
  /** While nobody knows whether the till has done so itself, that is remembered, to be put right. */
  const returnFromTill = (all: readonly Pieces[]): void => {
    lower(all);
    if (readWho() === 'unknown') probe.addReturned(all);
  };
  return {
    watch: (flow) => {
      if (readWho() === 'unknown') probe.begin(countTicket(flow));
    },
    noteSold: (flow) =>
      mark(flow, SOLD, () => {
        const who = readWho();
        if (who === 'clover') lower(countTicket(flow));
        if (who === 'unknown') probe.addSold(countTicket(flow));
      }),
    noteByHand: (flow) =>
      mark(flow, SOLD, () => {
        if (ledger.meta.get(FOLLOW_MARKS.till) === shop) lower(countTicket(flow));
      }),
    settleProbe: () => ledger.transaction(() => lower(probe.settle())),
    giveBack: (flow, order, { status, isFromTill }) => {
      // The store returns a cancelled order's pieces itself, and only those (woocommerce.md 4); a till that lowers by
      // itself is left to return what is refunded there.
      const isCounted = order !== null && hasCounted(order, ledger);
      if (order === null || (isFromTill && readWho() === 'clover')) return isCounted;
      mark(flow, RETURNED, () => {
        const kept = status === 'cancelled' ? [] : listKept(order, ledger);
        // What came back when its line was refunded on the till does not come back again.
        const back = listReturned(orders.get(flow.wooId) ?? flow, ledger);
        const left = back.map(({ link }) => ({ link, pieces: -1 }));
        const all = sumPieces([...kept, ...left]);
        if (isFromTill) returnFromTill(all);
        else lower(all);
      });
      return isCounted;
    },
    giveBackLines: (flow, lines) => {
      if (readWho() === 'clover') return;
      for (const { id, itemId } of lines) {
        const link = itemId === null ? null : findTillLink(ledger, itemId);
        const told = (orders.get(flow.wooId) ?? flow).toldRefunds;
        if (link && !told.includes(RETURNED))
          mark(flow, `${LINE}${itemId}:${id}`, () => returnFromTill([{ link, pieces: 1 }]));
      }
    },
  };
}

function listReturned({ toldRefunds }: OrderFlow, ledger: Ledger): Pieces[] {
  return toldRefunds.flatMap((told) => {
    const [itemId = ''] = told.startsWith(LINE) ? told.slice(LINE.length).split(':') : [];
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

function findTillLink({ links }: Ledger, itemId: string): Link | null {
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
