import type { AgreedField, FieldDecision } from './fields.ts';
import type { Reach } from './reach.ts';

/** The till counts thousandths of what is weighed (clover.md 7.3). */
const PARTS = 1_000;

/** What each side's orders took (negative) all in all; null where they cannot be read. */
export interface OrderSums {
  readonly till: number | null;
  readonly store: number | null;
  /** The same without the orders that were first seen in this look; absent: all of them are known longer. */
  readonly earlier?: { readonly till: number; readonly store: number };
  /** What a write of ours took out of sight on the till; absent where nothing says so. */
  readonly covered?: Covered;
}

/** Pieces that orders took and the till's count does not show, since our own write came over the sale. */
export interface Covered {
  readonly pieces: number;
  /** False: seen once; a count may follow its order a moment later. */
  readonly isProven: boolean;
}

/**
 * Stock merges by differences against the last agreed counts, so that a sale on each side takes two pieces
 * (features.md, rulings). One decision a direction; each says by how much the agreed counts grow once it is
 * done, so that one may be done and the other wait. What orders do not explain is a person's count; counted
 * differently on both sides, it is a conflict.
 * @param given `wanted` is the till's count in whole pieces, `till` its own where it has decimals
 * @param sums where orders cannot be read, every fall is taken for a sale
 */
export function mergeStock(
  given: Pick<FieldDecision, 'field' | 'wanted' | 'store' | 'till' | 'orders'>,
  agreed: AgreedField,
  reach: Reach,
  sums: OrderSums,
): FieldDecision[] {
  const pieces = Number(given.wanted);
  const shift = {
    till: Number(given.till ?? given.wanted) - Number(agreed.till),
    // The store counts whole pieces; what it is to gain is what the rounded count gained.
    pieces: pieces - Number(agreed.sent),
    store: Number(given.store) - Number(agreed.store),
  };
  const facts = agreeOrders(given, shift, agreed, sums);
  const isEqual = pieces === facts.store;
  const again = takeAgain(facts, sums.covered, reach);
  if (shift.till === 0 && shift.store === 0)
    return again.length > 0 ? again : [{ ...facts, verdict: 'same', rule: isEqual ? 'same' : 'agreed' }];
  const counted = {
    till: shift.till - explainShift(shift.till, sums.till, agreed.orders?.till),
    store: shift.store - explainShift(shift.store, sums.store, agreed.orders?.store),
  };
  if (counted.till !== 0 && counted.store !== 0) {
    const isCountOnly = counted.till === shift.till && counted.store === shift.store;
    // The same recount was typed in on both sides.
    if (isEqual && isCountOnly) return [{ ...facts, verdict: 'same', rule: 'same' }];
    return [{ ...facts, verdict: 'conflict', rule: 'both-changed' }];
  }
  const decisions: FieldDecision[] = [];
  if (shift.till !== 0) decisions.push(decideStore(facts, shift, reach));
  if (shift.store !== 0)
    decisions.push({ ...decideTill(facts, shift, reach), ...tellCover(facts, shift, agreed, sums) });
  return [...decisions, ...again];
}

/**
 * What of the orders is agreed on with the counts. An order that was first seen just now may have come after
 * its count was read: of such only what the count shows, or its fall would be taken for a person's count later.
 */
function agreeOrders(facts: StockFacts, shift: Shift, agreed: AgreedField, sums: OrderSums): StockFacts {
  if (!facts.orders) return facts;
  const agree = (side: 'till' | 'store'): number => {
    const [sum, before = 0] = [sums[side] ?? 0, agreed.orders?.[side]];
    const earlier = sums.earlier?.[side] ?? sum;
    const shown = before + explainShift(shift[side], sum, before);
    return Math.min(Math.max(shown, Math.min(earlier, sum)), Math.max(earlier, sum));
  };
  // Of a covered sale only the part that the count shows: the rest is still to be taken.
  const till = sums.covered ? (agreed.orders?.till ?? 0) + shift.till : agree('till');
  return { ...facts, orders: { till, store: agree('store') } };
}

/** The agreed counts grow by nothing: the till's next count then shows a fall that orders explain. */
function takeAgain(facts: StockFacts, covered: Covered | undefined, reach: Reach): FieldDecision[] {
  if (!covered?.isProven || reach === 'store') return [];
  const moved = { till: 0, store: 0 };
  return [
    {
      ...facts,
      verdict: 'push',
      rule: 'stock-moved',
      pushed: -covered.pieces,
      moved,
      mayCover: 'new',
    },
  ];
}

function tellCover(
  { orders }: StockFacts,
  shift: Shift,
  agreed: AgreedField,
  sums: OrderSums,
): Pick<FieldDecision, 'mayCover'> {
  if (sums.covered) return { mayCover: 'still' };
  const isExplained = sums.till !== null && orders?.till === (agreed.orders?.till ?? 0) + shift.till;
  return isExplained ? { mayCover: 'new' } : {};
}

/**
 * The part of a shift that orders made since explain; known by sums, never by times.
 * @param before the orders' sum when the counts were agreed
 */
export function explainShift(shift: number, sum: number | null, before = 0): number {
  if (sum === null) return Math.min(shift, 0);
  const made = sum - before;
  return shift < 0 ? Math.max(shift, Math.min(0, made)) : Math.min(shift, Math.max(0, made));
}

/** Pieces that orders took and the count does not show; after a delivery nobody can tell. */
export function findLost(shift: number, sum: number, before = 0): number {
  if (shift > 0) return 0;
  return Math.max(0, Math.round((shift - (sum - before)) * PARTS) / PARTS);
}

type StockFacts = Parameters<typeof mergeStock>[0];

interface Shift {
  readonly till: number;
  readonly pieces: number;
  readonly store: number;
}

function decideStore(facts: StockFacts, shift: Shift, reach: Reach): FieldDecision {
  const moved = { till: shift.till, store: shift.pieces };
  if (reach === 'till') return { ...facts, verdict: 'keep', rule: 'one-way' };
  // Less than a piece: nothing for the store to count yet, but agreed on.
  return shift.pieces === 0
    ? { ...facts, verdict: 'same', rule: 'same', moved }
    : { ...facts, verdict: 'write', rule: 'stock-moved', moved };
}

function decideTill(facts: StockFacts, shift: Shift, reach: Reach): FieldDecision {
  if (reach === 'store') return { ...facts, verdict: 'keep', rule: 'store-changed' };
  const moved = { till: shift.store, store: shift.store };
  return { ...facts, verdict: 'push', rule: 'stock-moved', pushed: shift.store, moved };
}
