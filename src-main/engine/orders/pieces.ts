import type { Link } from '../ledger-ports.ts';

/** Pieces of one product. */
export interface Pieces {
  readonly link: Link;
  readonly pieces: number;
}

/** One entry for each product, however many lines it stood on. */
export function sumPieces(all: readonly Pieces[]): Pieces[] {
  const sums = new Map<number, Pieces>();
  for (const { link, pieces } of all)
    sums.set(link.id, { link, pieces: pieces + (sums.get(link.id)?.pieces ?? 0) });
  return [...sums.values()];
}

/** Of each product what is among some pieces, and what is more than those. */
export function splitPieces(
  all: readonly Pieces[],
  some: readonly Pieces[],
): { readonly within: Pieces[]; readonly beyond: Pieces[] } {
  const among = new Map(some.map(({ link, pieces }) => [link.id, pieces]));
  const parts = all.map(({ link, pieces }) => ({
    ...{ link, pieces },
    within: Math.min(pieces, among.get(link.id) ?? 0),
  }));
  return {
    within: parts.map(({ link, within }) => ({ link, pieces: within })).filter(({ pieces }) => pieces !== 0),
    beyond: parts
      .map(({ link, pieces, within }) => ({ link, pieces: pieces - within }))
      .filter(({ pieces }) => pieces !== 0),
  };
}
