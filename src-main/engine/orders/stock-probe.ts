import type { WooId } from '../../domain/ids.ts';
import { COUNTED_MARK } from '../cursors.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';
import type { Pieces } from './pieces.ts';
import { createProbeMemory, type Probe, type StockAnswer } from './probe-memory.ts';

/** By then the till has lowered its counts, if it does. */
const SETTLED_MS = 120_000;
/** A probe that nothing comes of makes way for the next order. */
const LONGEST_MS = 24 * 60 * 60_000;

export interface StockProbe {
  read(): 'unknown' | 'clover' | 'app';
  /** Whether a till that lowers its counts does so when a line is added, or only when the order is paid. */
  readMoment(): 'unknown' | 'line' | 'paid';
  /** Remembers the agreed count of one product of an order that is not on the till yet. */
  begin(all: readonly Pieces[]): void;
  /** An order is on the till; it stays among the unpaid ones until it is sold or gone. */
  addPlaced(orderId: WooId, all: readonly Pieces[]): void;
  /** It is paid, or off. */
  removePlaced(orderId: WooId): void;
  addSold(all: readonly Pieces[]): void;
  /** They were given back as if the till did not do so by itself. */
  addReturned(all: readonly Pieces[]): void;
  /** The counts of these were moved for another reason: a probe of them tells nothing any more. */
  disturb(all: readonly Pieces[]): void;
  settle(): Settled;
}

export interface Settled {
  /** What was lowered twice until it was known, less what was returned twice; empty where nothing was, or nothing is known. */
  readonly twice: readonly Pieces[];
  /** Unpaid orders that the till has lowered already, with their pieces. */
  readonly unpaid: readonly { readonly orderId: WooId; readonly pieces: readonly Pieces[] }[];
}

const NOTHING: Settled = { twice: [], unpaid: [] };

const countOf = (probe: Probe | null, all: readonly Pieces[]): number =>
  all.filter(({ link }) => link.id === probe?.linkId).reduce((sum, { pieces }) => sum + pieces, 0);

/**
 * Finds out whether the till lowers its counts for our orders, and when: nobody has published it (clover.md 6.4).
 * A count that has moved by what the orders of both sides took is one that only the sync has lowered; one that has
 * moved by our paid orders' pieces once more was lowered by the till too, and one that has moved by the unpaid
 * ones' as well was lowered with their lines.
 */
export function createStockProbe({
  ledger,
  shop,
  clock,
}: {
  readonly ledger: Ledger;
  readonly shop: string;
  readonly clock: Clock;
}): StockProbe {
  const { shadows, stockMoves } = ledger;
  const memory = createProbeMemory(ledger, shop);
  const readCount = (linkId: number): { readonly agreed: number; readonly orders: number } | null => {
    const stock = shadows.get(linkId)?.stock;
    if (!stock || stock.till === null || stock.store === null) return null;
    return { agreed: Number(stock.till), orders: (stock.orders?.till ?? 0) + (stock.orders?.store ?? 0) };
  };
  /** More was agreed on than orders took: an entry of an earlier order is still on its way into the counts. */
  const hasExcess = (linkId: number): boolean => {
    const { till = 0, store = 0 } = shadows.get(linkId)?.stock?.orders ?? {};
    return till < stockMoves.sumOrders(linkId, 'till') || store < stockMoves.sumOrders(linkId, 'store');
  };
  const end = (answer: Partial<StockAnswer>): Settled => {
    memory.removeProbe();
    return { ...NOTHING, ...memory.answer(answer) };
  };
  return {
    read: memory.readWho,
    readMoment: memory.readMoment,
    begin: (all) => {
      if (memory.readProbe() !== null) return;
      for (const { link } of all) {
        const count = readCount(link.id);
        if (count === null || hasExcess(link.id)) continue;
        memory.keepProbe({ linkId: link.id, sinceMs: clock.nowMs(), ...count, sold: 0, soldMs: null });
        return;
      }
    },
    addPlaced: (orderId, all) => memory.rememberPlaced(orderId, all, clock.nowMs()),
    removePlaced: memory.forgetPlaced,
    addSold: (all) => {
      memory.rememberSold(all, 1);
      const probe = memory.readProbe();
      const sum = countOf(probe, all);
      if (probe !== null && sum > 0)
        memory.keepProbe({ ...probe, sold: probe.sold + sum, soldMs: clock.nowMs() });
    },
    addReturned: (all) => {
      memory.rememberSold(all, -1);
      const probe = memory.readProbe();
      if (probe !== null)
        memory.keepProbe({ ...probe, returned: (probe.returned ?? 0) + countOf(probe, all) });
    },
    disturb: (all) => {
      if (countOf(memory.readProbe(), all) !== 0) memory.removeProbe();
    },
    settle: () => {
      const probe = memory.readProbe();
      if (probe === null) return NOTHING;
      const nowMs = clock.nowMs();
      const placed = memory.readPlaced(probe);
      const lastMs = Math.max(probe.soldMs ?? 0, placed.lastMs);
      // What nobody has counted since says nothing: the app may have been closed, or the store away.
      const countedMs = Number(ledger.meta.get(`${COUNTED_MARK} ${shop}`) ?? 0);
      if (lastMs === 0 || Math.min(nowMs, countedMs) - lastMs < SETTLED_MS)
        return nowMs - probe.sinceMs > LONGEST_MS ? end({}) : NOTHING;
      const now = readCount(probe.linkId);
      return now === null ? end({}) : end(judge(probe, placed.pieces, now));
    },
  };
}

/** What the count says, where it says anything: else it was counted by a person meanwhile, and the next order will tell. */
function judge(
  { agreed, orders, sold, returned = 0 }: Probe,
  unpaid: number,
  now: { readonly agreed: number; readonly orders: number },
): Partial<StockAnswer> {
  const unexplained = now.agreed - agreed - (now.orders - orders);
  if (unpaid > 0 && (unexplained === -sold - unpaid || unexplained === returned - sold - unpaid))
    return { who: 'clover', moment: 'line' };
  // What came back in full leaves no trace, whoever moved it.
  const isPaidTold = sold !== returned;
  if (unexplained === 0)
    return { ...(isPaidTold ? { who: 'app' } : {}), ...(unpaid > 0 ? { moment: 'paid' } : {}) };
  if (isPaidTold && (unexplained === -sold || unexplained === returned - sold))
    return { who: 'clover', ...(unpaid > 0 ? { moment: 'paid' } : {}) };
  return {};
}
