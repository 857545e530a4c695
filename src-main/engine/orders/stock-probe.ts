import type { Ledger } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';
import type { Pieces } from './pieces.ts';

/** By then the till has lowered its counts, if it does, and the sync has carried whatever there was. */
const SETTLED_MS = 120_000;
/** A probe that nothing comes of makes way for the next order. */
const LONGEST_MS = 24 * 60 * 60_000;

interface Probe {
  readonly linkId: number;
  readonly sinceMs: number;
  /** The agreed count, and what orders had taken by then. */
  readonly agreed: number;
  readonly orders: number;
  /** Of our orders that are paid; with when the newest was. */
  readonly sold: number;
  /** Of those, what was refunded on the till since. */
  readonly returned?: number;
  readonly soldMs: number | null;
}

export interface StockProbe {
  read(): 'unknown' | 'clover' | 'app';
  /** Remembers the agreed count of one product of an order that is not on the till yet. */
  begin(all: readonly Pieces[]): void;
  addSold(all: readonly Pieces[]): void;
  /** They were given back as if the till did not do so by itself. */
  addReturned(all: readonly Pieces[]): void;
  /** What was lowered twice until it was known, less what was returned twice; empty where nothing was, or nothing is known. */
  settle(): readonly Pieces[];
}

/** What is kept between two looks. */
function createProbeMemory(meta: Ledger['meta'], shop: string) {
  const [answerKey, probeKey, soldKey] = ['lowers', 'probe', 'sold'].map(
    (name) => `orders.stock.${name} ${shop}`,
  ) as [string, string, string];
  const readSold = (): readonly { readonly linkId: number; readonly pieces: number }[] =>
    JSON.parse(meta.get(soldKey) ?? '[]') as { linkId: number; pieces: number }[];
  return {
    answerKey,
    probeKey,
    soldKey,
    readSold,
    readAnswer: (): 'unknown' | 'clover' | 'app' => {
      const answer = meta.get(answerKey);
      return answer === 'clover' || answer === 'app' ? answer : 'unknown';
    },
    readProbe: (): Probe | null => JSON.parse(meta.get(probeKey) ?? 'null') as Probe | null,
    keep: (probe: Probe): void => meta.put(probeKey, JSON.stringify(probe)),
    remember: (all: readonly Pieces[], sign: 1 | -1): void => {
      const added = all.map(({ link, pieces }) => ({ linkId: link.id, pieces: sign * pieces }));
      meta.put(soldKey, JSON.stringify([...readSold(), ...added]));
    },
  };
}

const countOf = (probe: Probe | null, all: readonly Pieces[]): number =>
  all.filter(({ link }) => link.id === probe?.linkId).reduce((sum, { pieces }) => sum + pieces, 0);

/**
 * Finds out whether the till lowers its counts for our orders: nobody has published it (clover.md 6.4). A count
 * that has moved by what the orders of both sides took is one that only the sync has lowered; one that has moved
 * by our orders' pieces once more was lowered by the till too.
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
  const { meta, shadows, links } = ledger;
  const { answerKey, probeKey, soldKey, ...memory } = createProbeMemory(meta, shop);
  const { readAnswer, readProbe, keep, readSold, remember } = memory;
  const readCount = (linkId: number): { readonly agreed: number; readonly orders: number } | null => {
    const stock = shadows.get(linkId)?.stock;
    if (!stock || stock.till === null || stock.store === null) return null;
    return { agreed: Number(stock.till), orders: (stock.orders?.till ?? 0) + (stock.orders?.store ?? 0) };
  };
  const end = (answer: 'clover' | 'app' | null): readonly Pieces[] => {
    const sold = answer === 'clover' ? readSold() : [];
    if (answer !== null) meta.put(answerKey, answer);
    if (answer !== null) meta.remove(soldKey);
    meta.remove(probeKey);
    return sold.flatMap(({ linkId, pieces }) => {
      const link = links.get(linkId);
      return link ? [{ link, pieces }] : [];
    });
  };
  return {
    read: readAnswer,
    begin: (all) => {
      if (readProbe() !== null) return;
      for (const { link } of all) {
        const count = readCount(link.id);
        if (count === null) continue;
        keep({ linkId: link.id, sinceMs: clock.nowMs(), ...count, sold: 0, soldMs: null });
        return;
      }
    },
    addSold: (all) => {
      remember(all, 1);
      const probe = readProbe();
      const sum = countOf(probe, all);
      if (probe !== null && sum > 0) keep({ ...probe, sold: probe.sold + sum, soldMs: clock.nowMs() });
    },
    addReturned: (all) => {
      remember(all, -1);
      const probe = readProbe();
      if (probe !== null) keep({ ...probe, returned: (probe.returned ?? 0) + countOf(probe, all) });
    },
    settle: () => {
      const probe = readProbe();
      if (probe === null) return [];
      const nowMs = clock.nowMs();
      if (probe.soldMs === null || nowMs - probe.soldMs < SETTLED_MS)
        return nowMs - probe.sinceMs > LONGEST_MS ? end(null) : [];
      const now = readCount(probe.linkId);
      if (now === null) return end(null);
      const unexplained = now.agreed - probe.agreed - (now.orders - probe.orders);
      const { sold, returned = 0 } = probe;
      // What came back in full leaves no trace, whoever moved it: the next order will tell.
      if (sold === returned) return end(null);
      if (unexplained === 0) return end('app');
      // Anything else was counted by a person meanwhile: the next order will tell.
      return end(unexplained === -sold || unexplained === returned - sold ? 'clover' : null);
    },
  };
}
