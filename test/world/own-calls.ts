import type { PracticeClock } from '../../src-practice/clock.ts';
import { createRateGate } from '../../src-practice/till/limits.ts';
import { completeAnswers, completeLimits } from '../../src-practice/till/options.ts';

/** The till's limits (clover.md 4) held against the app's own calls, as if nothing else reached the till. */
export interface OwnCalls {
  /** How many of them came as one too many. */
  readonly tooMany: number;
  /** One reaches a till; to be called when it has been answered. */
  enter(till: string): () => void;
}

/** A gate like the till's, that refuses nobody and counts whom it would have refused. */
export function createOwnCalls(clock: PracticeClock): OwnCalls {
  const gate = createRateGate(clock, completeLimits(), completeAnswers());
  let tooMany = 0;
  return {
    get tooMany() {
      return tooMany;
    },
    enter: (till) => {
      const admission = gate.admit(till);
      if (admission.kind === 'admitted') return admission.leave;
      tooMany += 1;
      return () => undefined;
    },
  };
}
