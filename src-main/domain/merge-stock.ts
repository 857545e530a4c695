import type { AgreedField, FieldDecision, StockShift, StockSide } from './fields.ts';
import type { Reach } from './reach.ts';

/** The till counts thousandths of what is weighed (clover.md 7.3). */
export const STOCK_PARTS = 1_000;

export const STOCK_SIDES = ['store', 'till'] as const satisfies readonly StockSide[];

/** What each side's orders took (negative) all in all; null where they cannot be read. */
export interface OrderSums {
  readonly till: number | null;
  readonly store: number | null;
  /** The same without the orders that were first seen in this look; absent: all of them are known longer. */
  readonly earlier?: { readonly till: number; readonly store: number };
  /** What a write of ours took out of sight; absent where nothing says so. */
  readonly covered?: CoveredSales;
}

export type CoveredSales = { readonly [side in StockSide]?: Covered };

/** Pieces that orders took and that side's count does not show, since our own write came over the sale. */
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
  given: Pick<FieldDecision, 'field' | 'wanted' | 'store' | 'till' | 'orders' | 'ordersBefore'>,
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
  const decisions = STOCK_SIDES.flatMap((side) => decideSide(side, { facts, shift, agreed, reach, sums }));
  if (decisions.length > 0) return decisions;
  return [{ ...facts, verdict: 'same', rule: isEqual ? 'same' : 'agreed' }];
}

/**
 * What of the orders is agreed on with the counts. An order that was first seen just now may have come after
 * its count was read: of such only what the count shows, or its fall would be taken for a person's count later.
 */
function agreeOrders(facts: StockFacts, shift: Shift, agreed: AgreedField, sums: OrderSums): StockFacts {
  if (!facts.orders) return facts;
  const agree = (side: StockSide): number => {
    const [sum, before = 0] = [sums[side] ?? 0, agreed.orders?.[side]];
    // Of a covered sale only the part that the count shows: the rest is still to be taken.
    if (sums.covered?.[side]) return before + shift[side];
    const earlier = sums.earlier?.[side] ?? sum;
    const shown = before + explainShift(shift[side], sum, before);
    return Math.min(Math.max(shown, Math.min(earlier, sum)), Math.max(earlier, sum));
  };
  const ordersBefore = { till: agreed.orders?.till ?? 0, store: agreed.orders?.store ?? 0 };
  return { ...facts, orders: { till: agree('till'), store: agree('store') }, ordersBefore };
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
  return Math.max(0, Math.round((shift - (sum - before)) * STOCK_PARTS) / STOCK_PARTS);
}

type StockFacts = Parameters<typeof mergeStock>[0];

interface Shift {
  readonly till: number;
  readonly pieces: number;
  readonly store: number;
}

interface Movement {
  readonly facts: StockFacts;
  readonly shift: Shift;
  readonly agreed: AgreedField;
  readonly reach: Reach;
  readonly sums: OrderSums;
}

/** What is written to one side: how the other one's count moved, and what our own last write covered here. */
function decideSide(side: StockSide, movement: Movement): FieldDecision[] {
  const { facts, shift, reach, sums } = movement;
  const isAllowed = reach === 'both' || reach === side;
  const covered = sums.covered?.[side];
  const again = covered?.isProven && isAllowed ? covered.pieces : 0;
  const moved = readMoved(side, shift);
  if (moved.till === 0 && again === 0) return [];
  if (!isAllowed)
    return [{ ...facts, verdict: 'keep', rule: side === 'store' ? 'one-way' : 'store-changed' }];
  // Less than a piece: nothing for the store to count yet, but agreed on.
  if (moved[side] === 0 && again === 0) return [{ ...facts, verdict: 'same', rule: 'same', moved }];
  // What is taken again is not agreed on: the next count then shows a fall that orders explain.
  const pushed = moved[side] - again;
  const verdict = side === 'store' ? 'write' : 'push';
  return [{ ...facts, verdict, rule: 'stock-moved', pushed, moved, ...tellCover(side, again, movement) }];
}

/** By how much the agreed counts grow once a side has what happened on the other one. */
function readMoved(side: StockSide, { till, pieces, store }: Shift): StockShift {
  if (side === 'till') return { till: store, store };
  return { till, store: till === 0 ? 0 : pieces };
}

/** While orders wait to be seen in a count, the mark of an earlier write stays: it may be the one that covered them. */
function tellCover(
  side: StockSide,
  again: number,
  { facts, shift, agreed, sums }: Movement,
): Pick<FieldDecision, 'mayCover'> {
  const [sum, shown] = [sums[side], (agreed.orders?.[side] ?? 0) + shift[side]];
  if (sum === null || facts.orders?.[side] !== shown) return {};
  const isSettled = Math.round((shown - sum - again) * STOCK_PARTS) === 0;
  return { mayCover: isSettled ? 'new' : 'still' };
}
