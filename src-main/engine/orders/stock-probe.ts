import type { WooId } from '../../domain/ids.ts';
import { COUNTED_MARK } from '../cursors.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';
import type { Pieces } from './pieces.ts';
import { createProbeMemory, type Probe, type StockAnswer } from './probe-memory.ts';

/** By then the till has lowered its counts, if it does. */
const SETTLED_MS = 120_000;
/** Where the till's count is not what was agreed on, the sync is at work on it. */
const LOOK_EVERY_MS = 30_000;
/** A probe that nothing comes of is given up. */
const LONGEST_MS = 24 * 60 * 60_000;
/** One for each of so many orders: one that waits for a person keeps nobody from finding out by the others. */
const MOST_PROBES = 8;
/** Movements of one product that are looked through. */
const MOST_MOVES = 200;

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
  /** What the till's counts are to be read of now, to settle a probe. */
  listDue(): readonly ProbeLook[];
  /** @param count the till's, as it was read just now; null where it could not be */
  settle(look: ProbeLook, count: number | null): Settled;
}

/** A probe that may tell now. */
export interface ProbeLook {
  readonly link: Link;
  /** The agreed counts before the till's was read. */
  readonly agreed: string;
}

export interface Settled {
  /** What was lowered twice until it was known, less what was returned twice; empty where nothing was, or nothing is known. */
  readonly twice: readonly Pieces[];
  /** Unpaid orders that the till has lowered already, with their pieces. */
  readonly unpaid: readonly { readonly orderId: WooId; readonly pieces: readonly Pieces[] }[];
}

const NOTHING: Settled = { twice: [], unpaid: [] };

const countOf = (probe: Probe, all: readonly Pieces[]): number =>
  all.filter(({ link }) => link.id === probe.linkId).reduce((sum, { pieces }) => sum + pieces, 0);

interface ProbeParts {
  readonly ledger: Ledger;
  readonly shop: string;
  readonly clock: Clock;
}

/**
 * Finds out whether the till lowers its counts for our orders, and when: nobody has published it (clover.md 6.4).
 * A count that has moved by what the orders of both sides took is one that only the sync has lowered; one that has
 * moved by our paid orders' pieces once more was lowered by the till too, and one that has moved by the unpaid
 * ones' as well was lowered with their lines. The agreed count says so only while the till has that very count: one
 * that waits for a person, or for a side that is away, stands still whatever the till does.
 */
export function createStockProbe(parts: ProbeParts): StockProbe {
  const { ledger, shop, clock } = parts;
  const memory = createProbeMemory(ledger, shop);
  const reader = createCountReader(parts);
  const change = memory.changeProbes;
  const drop = (linkId: number): void => change((probe) => (probe.linkId === linkId ? null : probe));
  const lastMs = (probe: Probe): number => Math.max(probe.soldMs ?? 0, memory.readPlaced(probe).lastMs);
  return {
    read: memory.readWho,
    readMoment: memory.readMoment,
    begin: (all) => {
      const probes = memory.readProbes();
      const ids = all.map(({ link }) => link.id).filter((id) => probes.every(({ linkId }) => linkId !== id));
      const free = probes.length < MOST_PROBES ? reader.findFree(ids) : null;
      if (free) memory.keepProbes([...probes, { ...free, sinceMs: clock.nowMs(), sold: 0, soldMs: null }]);
    },
    addPlaced: (orderId, all) => memory.rememberPlaced(orderId, all, clock.nowMs()),
    removePlaced: memory.forgetPlaced,
    addSold: (all) => {
      memory.rememberSold(all, 1);
      change((probe) => {
        const sum = countOf(probe, all);
        return sum > 0 ? { ...probe, sold: probe.sold + sum, soldMs: clock.nowMs() } : probe;
      });
    },
    addReturned: (all) => {
      memory.rememberSold(all, -1);
      change((probe) => ({ ...probe, returned: (probe.returned ?? 0) + countOf(probe, all) }));
    },
    disturb: (all) => change((probe) => (countOf(probe, all) === 0 ? probe : null)),
    listDue: () => {
      const nowMs = clock.nowMs();
      memory.forgetSold(reader.isAsked);
      // Whatever a person answers moves the counts as no order does.
      change((probe) => (nowMs - probe.sinceMs > LONGEST_MS || reader.isAsked(probe.linkId) ? null : probe));
      const countedMs = Math.min(nowMs, reader.readCountedMs());
      const isDue = (probe: Probe): boolean =>
        lastMs(probe) > 0 &&
        countedMs - lastMs(probe) >= SETTLED_MS &&
        Math.abs(nowMs - (probe.lookedMs ?? 0)) >= LOOK_EVERY_MS;
      return memory
        .readProbes()
        .filter(isDue)
        .flatMap(({ linkId }) => {
          const link = ledger.links.get(linkId);
          if (link === null) drop(linkId);
          return link ? [{ link, agreed: reader.describe(linkId) }] : [];
        });
    },
    settle: ({ link, agreed }, count) => {
      const probe = memory.readProbes().find(({ linkId }) => linkId === link.id);
      const now = reader.read(link.id);
      if (!probe) return NOTHING;
      if (now === null) {
        drop(link.id);
        return NOTHING;
      }
      if (count !== now.agreed || agreed !== reader.describe(link.id)) {
        change((it) => (it.linkId === link.id ? { ...it, lookedMs: clock.nowMs() } : it));
        return NOTHING;
      }
      const counted = reader.sumStoreCounts(link.id, probe.sinceMs);
      const answer = judge(probe, memory.readPlaced(probe).pieces, { ...now, agreed: now.agreed - counted });
      // What is known now is made up for at once, and moves the counts that the others watch.
      if (answer.who ?? answer.moment) memory.keepProbes([]);
      else drop(link.id);
      return memory.answer(answer);
    },
  };
}

interface AgreedCount {
  readonly agreed: number;
  readonly orders: number;
}

/** What the ledger says of a product's count. */
function createCountReader({ ledger, shop }: Omit<ProbeParts, 'clock'>) {
  const { shadows, stockMoves, conflicts, meta } = ledger;
  const read = (linkId: number): AgreedCount | null => {
    const stock = shadows.get(linkId)?.stock;
    if (!stock || stock.till === null || stock.store === null) return null;
    return { agreed: Number(stock.till), orders: (stock.orders?.till ?? 0) + (stock.orders?.store ?? 0) };
  };
  /** More was agreed on than orders took: an entry of an earlier order is still on its way into the counts. */
  const hasExcess = (linkId: number): boolean => {
    const { till = 0, store = 0 } = shadows.get(linkId)?.stock?.orders ?? {};
    return till < stockMoves.sumOrders(linkId, 'till') || store < stockMoves.sumOrders(linkId, 'store');
  };
  const isAsked = (linkId: number): boolean => conflicts.find(linkId, 'stock') !== null;
  return {
    read,
    isAsked,
    /** The first whose count has nothing else to wait for. */
    findFree: (linkIds: readonly number[]): (AgreedCount & { readonly linkId: number }) | null => {
      for (const linkId of linkIds) {
        const count = isAsked(linkId) || hasExcess(linkId) ? null : read(linkId);
        if (count) return { linkId, ...count };
      }
      return null;
    },
    describe: (linkId: number): string => JSON.stringify(shadows.get(linkId)?.stock ?? null),
    /** What nobody has counted since says nothing: the app may have been closed, or the store away. */
    readCountedMs: (): number => Number(meta.get(`${COUNTED_MARK} ${shop}`) ?? 0),
    /** What people counted in the store since then went to the till as well. */
    sumStoreCounts: (linkId: number, sinceMs: number): number =>
      stockMoves
        .page({ linkId, limit: MOST_MOVES, offset: 0 })
        .filter(({ side, orderId, atMs }) => side === 'store' && orderId === null && atMs >= sinceMs)
        .reduce((sum, { pieces }) => sum + pieces, 0),
  };
}

/** What the count says, where it says anything: else it was counted by a person meanwhile, and the next order will tell. */
function judge(
  { agreed, orders, sold, returned = 0 }: Probe,
  unpaid: number,
  now: AgreedCount,
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
