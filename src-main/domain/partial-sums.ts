import { STOCK_PARTS } from './merge-stock.ts';

/** More sums of one product's orders than anybody can tell apart. */
const MOST_SUMS = 5_000;

const countParts = (pieces: number): number => Math.round(pieces * STOCK_PARTS);

/**
 * Tells whether none, some or all of these come to a sum: a count may show only part of the orders that are known.
 * @param all pieces, down to thousandths
 * @returns null where there are more sums than are looked through
 */
export function listPartialSums(all: readonly number[]): ((wanted: number) => boolean) | null {
  let sums = new Set([0]);
  for (const pieces of all) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + countParts(pieces))]);
    if (sums.size > MOST_SUMS) return null;
  }
  return (wanted) => sums.has(countParts(wanted));
}
