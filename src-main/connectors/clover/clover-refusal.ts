import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';

type Rejected = Extract<Outcome<never>, { kind: 'rejected' }>;

/** The till said no to what was asked; not to who asked, and not because it is not a till. */
export const isRefusal = (outcome: Outcome<unknown>): outcome is Rejected =>
  outcome.kind === 'rejected' && outcome.failure.code === 'CLOVER_REFUSED';

/**
 * A refusal with what it is about: the till's own words seldom say. An id that the till does not know is
 * something that was deleted there (clover.md 3.3). Other outcomes stay as they are.
 * @param thing a Clover id, or the name of what has none yet
 */
export function refuseThing(outcome: Rejected, thing: string): Rejected;
export function refuseThing<T>(outcome: Outcome<T>, thing: string): Outcome<T>;
export function refuseThing<T>(outcome: Outcome<T>, thing: string): Outcome<T> {
  if (!isRefusal(outcome)) return outcome;
  return { ...outcome, failure: describeRefusal(outcome, thing) };
}

function describeRefusal({ status, failure }: Rejected, thing: string): Failure {
  const code = status === 404 ? 'CLOVER_THING_GONE' : 'CLOVER_REFUSED';
  return createFailure(code, { ...failure.facts, thing });
}
