import type { Outcome } from '../domain/outcome.ts';

const NOT_FOUND = 404;
/** A page of something else, or a store whose plugin is switched off while it is updated, says "not found" of everything. */
const NOT_ASKED = /_(?:NO_REST|NOT_INSTALLED|NOT_CLOVER)$/;

/** The side itself says that there is no such thing: only then is it gone. */
export const isGone = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'rejected' && outcome.status === NOT_FOUND && !NOT_ASKED.test(outcome.failure.code);

/** The side itself does not let us ask this, and will not the next time. */
export const isForbidden = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'rejected' && !NOT_ASKED.test(outcome.failure.code);
