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
