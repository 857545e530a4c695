import type { WooId } from '../../domain/ids.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Pieces } from './pieces.ts';

export interface Probe {
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
  /** When the till's count was last read for it. */
  readonly lookedMs?: number;
}

export interface StockAnswer {
  readonly who: 'clover' | 'app';
  /** When a till lowers that does so by itself. */
  readonly moment: 'line' | 'paid';
}

interface KeptPieces {
  readonly linkId: number;
  readonly pieces: number;
}

interface PlacedOrder {
  readonly orderId: WooId;
  readonly atMs: number;
  readonly all: readonly KeptPieces[];
}

/** Unpaid orders beyond this are no longer needed to tell anything; the oldest go. */
const MOST_PLACED = 50;

const shrink = (all: readonly Pieces[], sign: 1 | -1): KeptPieces[] =>
  all.map(({ link, pieces }) => ({ linkId: link.id, pieces: sign * pieces }));

/** What the probe of a shop's stock keeps in the data file. */
export function createProbeMemory({ meta, links }: Ledger, shop: string) {
  const keyOf = (name: string): string => `orders.stock.${name} ${shop}`;
  const read = <T>(name: string, otherwise: T): T => {
    const kept = meta.get(keyOf(name));
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  };
  const keep = (name: string, value: unknown): void => meta.put(keyOf(name), JSON.stringify(value));
  const expand = (all: readonly KeptPieces[]): Pieces[] =>
    all.flatMap(({ linkId, pieces }) => {
      const link = links.get(linkId);
      return link ? [{ link, pieces }] : [];
    });
  const readSold = () => read<readonly KeptPieces[]>('sold', []);
  const readProbes = () => read<readonly Probe[]>('probes', []);
  const keepProbes = (probes: readonly Probe[]): void =>
    probes.length > 0 ? keep('probes', probes) : meta.remove(keyOf('probes'));
  const readPlaced = () => read<readonly PlacedOrder[]>('placed', []);
  return {
    readWho: (): 'unknown' | 'clover' | 'app' => {
      const who = meta.get(keyOf('lowers'));
      return who === 'clover' || who === 'app' ? who : 'unknown';
    },
    readMoment: (): 'unknown' | 'line' | 'paid' => {
      const moment = meta.get(keyOf('moment'));
      return moment === 'line' || moment === 'paid' ? moment : 'unknown';
    },
    readProbes,
    keepProbes,
    /** Null ends a probe. */
    changeProbes: (turn: (probe: Probe) => Probe | null): void => {
      const before = readProbes();
      const after = before.flatMap((probe) => turn(probe) ?? []);
      if (after.length < before.length || after.some((probe, at) => probe !== before[at])) keepProbes(after);
    },
    rememberSold: (all: readonly Pieces[], sign: 1 | -1): void =>
      keep('sold', [...readSold(), ...shrink(all, sign)]),
    /** Of products that a person is asked about: what they answer is the count, whoever lowered it. */
    forgetSold: (isAsked: (linkId: number) => boolean): void => {
      const others = readSold().filter(({ linkId }) => !isAsked(linkId));
      if (others.length < readSold().length) keep('sold', others);
    },
    rememberPlaced: (orderId: WooId, all: readonly Pieces[], atMs: number): void =>
      keep('placed', [...readPlaced(), { orderId, atMs, all: shrink(all, 1) }].slice(-MOST_PLACED)),
    forgetPlaced: (orderId: WooId): void => {
      const placed = readPlaced();
      const others = placed.filter((it) => it.orderId !== orderId);
      if (others.length < placed.length) keep('placed', others);
    },
    /** Of what the probe watches: how many pieces are on the till unpaid, and since when the newest. */
    readPlaced: ({ linkId, sinceMs }: Probe): { readonly pieces: number; readonly lastMs: number } => {
      const since = readPlaced().flatMap(({ atMs, all }) =>
        all.filter((it) => it.linkId === linkId && atMs >= sinceMs).map(({ pieces }) => ({ pieces, atMs })),
      );
      return {
        pieces: since.reduce((sum, { pieces }) => sum + pieces, 0),
        lastMs: Math.max(0, ...since.map(({ atMs }) => atMs)),
      };
    },
    /** Keeps what is known now, and hands out what waited for it. */
    answer: ({ who, moment }: Partial<StockAnswer>) => {
      const twice = who === 'clover' ? expand(readSold()) : [];
      const unpaid = moment === 'line' ? readPlaced() : [];
      if (who) meta.put(keyOf('lowers'), who);
      if (who) meta.remove(keyOf('sold'));
      if (moment) meta.put(keyOf('moment'), moment);
      if (moment) meta.remove(keyOf('placed'));
      return { twice, unpaid: unpaid.map(({ orderId, all }) => ({ orderId, pieces: expand(all) })) };
    },
  };
}
