import { createFailure, type Failure, type FailureCode } from '../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../domain/outcome.ts';

export const succeed = <T>(value: T, requestId: string): Outcome<T> => ({ kind: 'done', value, requestId });

/** The service said no and will say no again. */
export const reject = (
  code: FailureCode,
  status: number,
  facts: Failure['facts'] = {},
): Extract<OutcomeFailure, { kind: 'rejected' }> => ({
  kind: 'rejected',
  failure: createFailure(code, facts),
  status,
});

/** The same outcome with its value turned into another. */
export function mapValue<From, To>(outcome: Outcome<From>, turn: (value: From) => To): Outcome<To> {
  return outcome.kind === 'done' ? succeed(turn(outcome.value), outcome.requestId) : outcome;
}

/** All values in order, or the first failure in that order. */
export function gatherValues<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'done') return outcome;
    values.push(outcome.value);
  }
  return succeed(values, readLastId(outcomes));
}

const readLastId = (outcomes: readonly Outcome<unknown>[]): string => {
  const last = outcomes.at(-1);
  return last?.kind === 'done' ? last.requestId : '';
};
