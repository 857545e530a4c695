import type { AgreedField, FieldDecision } from './fields.ts';
import type { Reach } from './reach.ts';

/** What each side's orders took (negative) all in all; null where they cannot be read. */
export interface OrderSums {
  readonly till: number | null;
  readonly store: number | null;
}

/**
 * Stock merges by differences against the last agreed counts, so that a sale on each side takes two pieces
 * (features.md, rulings). One decision a direction; each says by how much the agreed counts grow once it is
 * done, so that one may be done and the other wait. What orders do not explain is a person's count; counted
 * differently on both sides, it is a conflict.
 * @param facts `wanted` is the till's count in whole pieces, `till` its own where it has decimals
 * @param sums where orders cannot be read, every fall is taken for a sale
 */
export function mergeStock(
  facts: Pick<FieldDecision, 'field' | 'wanted' | 'store' | 'till' | 'orders'>,
  agreed: AgreedField,
  reach: Reach,
  sums: OrderSums,
): FieldDecision[] {
  const pieces = Number(facts.wanted);
  const shift = {
    till: Number(facts.till ?? facts.wanted) - Number(agreed.till),
    // The store counts whole pieces; what it is to gain is what the rounded count gained.
    pieces: pieces - Number(agreed.sent),
    store: Number(facts.store) - Number(agreed.store),
  };
  const isEqual = pieces === facts.store;
  if (shift.till === 0 && shift.store === 0)
    return [{ ...facts, verdict: 'same', rule: isEqual ? 'same' : 'agreed' }];
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
  if (shift.store !== 0) decisions.push(decideTill(facts, shift, reach));
  return decisions;
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
