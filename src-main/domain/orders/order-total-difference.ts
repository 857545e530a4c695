import { createFailure, type Failure } from '../failure.ts';
import { formatDecimal } from '../money.ts';

/** One part of an order as each side counts it; its name stands in the sentence (`Tax`, `Discounts`). */
export interface TotalPart {
  readonly name: string;
  readonly storeAmount: number;
  readonly tillAmount: number;
}

export interface TotalDifference {
  readonly storeAmount: number;
  readonly tillAmount: number;
  /** The till's less the store's. */
  readonly differenceAmount: number;
  /** The parts that differ, the biggest difference first. */
  readonly causes: readonly { readonly name: string; readonly differenceAmount: number }[];
  /** What no part accounts for. */
  readonly unexplainedAmount: number;
}

/** @returns null where the two totals are the same to the cent */
export function explainDifference(
  storeAmount: number,
  tillAmount: number,
  parts: readonly TotalPart[],
): TotalDifference | null {
  if (storeAmount === tillAmount) return null;
  const causes = parts
    .map((part) => ({ name: part.name, differenceAmount: part.tillAmount - part.storeAmount }))
    .filter(({ differenceAmount }) => differenceAmount !== 0)
    .sort((left, right) => Math.abs(right.differenceAmount) - Math.abs(left.differenceAmount));
  const explained = causes.reduce((sum, cause) => sum + cause.differenceAmount, 0);
  const differenceAmount = tillAmount - storeAmount;
  return {
    storeAmount,
    tillAmount,
    differenceAmount,
    causes,
    unexplainedAmount: differenceAmount - explained,
  };
}

/** The facts of the sentence that tells of a difference. */
export function describeDifference(
  { storeAmount, tillAmount, differenceAmount, causes, unexplainedAmount }: TotalDifference,
  currency: string,
  digits: number,
): Failure {
  const write = (amount: number) => `${formatDecimal(amount, digits)} ${currency}`;
  const sign = (amount: number) => `${amount > 0 ? '+' : ''}${formatDecimal(amount, digits)}`;
  const told = causes.map((cause) => `${cause.name} ${sign(cause.differenceAmount)}`);
  if (unexplainedAmount !== 0) told.push(`unexplained ${sign(unexplainedAmount)}`);
  return createFailure('ORDER_TOTAL_DIFFERS', {
    store: write(storeAmount),
    till: write(tillAmount),
    difference: sign(differenceAmount),
    causes: told.join(', '),
  });
}
