import type { FieldDecision } from './fields.ts';

/** A price that is wrong by a decimal point or a missing figure is off by this much. */
const LEAP = 10;

/** What a price was on the side that is written to, and what it becomes; `after` null takes it away. */
export interface PriceLeap {
  readonly before: number;
  readonly after: number | null;
}

/**
 * A price that comes to nothing, or to ten times or a tenth of what it was: mostly a slip of somebody's hand, and too
 * seldom for the brake. What a person decided with both values in sight is no slip.
 */
export function findPriceLeap(decisions: readonly FieldDecision[]): PriceLeap | null {
  for (const { field, verdict, rule, till, wanted, store, pushed } of decisions) {
    if (field !== 'price' || rule === 'decided') continue;
    if (verdict !== 'write' && verdict !== 'push') continue;
    const [before, after = null] = verdict === 'write' ? [store, wanted] : [till ?? wanted, pushed];
    if (typeof before !== 'number' || (typeof after !== 'number' && after !== null)) continue;
    if (isLeap(before, after)) return { before, after };
  }
  return null;
}

/** From nothing to something is how a price begins. */
const isLeap = (before: number, after: number | null): boolean =>
  before > 0 && (!after || after >= before * LEAP || after * LEAP <= before);

/** The question that it puts to a person. @param place such as "in the store" */
export const askAboutLeap = (place: string, before: string, after: string): string =>
  `the price ${place} went from ${before} to ${after}: is that right?`;
