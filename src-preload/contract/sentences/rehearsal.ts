import type { Sentence } from '../sentence.ts';

/** Running against the real till and store with every write held back. */
export const REHEARSAL_SENTENCES = {
  REHEARSAL_ON: {
    says: 'A rehearsal is on, so nothing is written to the till or to the store.',
    next: 'End the rehearsal first: in the window under Rehearsal, or with "rehearse --stop".',
  },
  REHEARSAL_OFF: {
    says: 'No rehearsal is on.',
    next: 'Begin one: in the window under Rehearsal, or with "rehearse".',
  },
  REHEARSAL_HELD: {
    says: 'This was rehearsed: it would have been written, and was held back.',
    next: 'Nothing to do. End the rehearsal when you have seen enough; then it is written.',
  },
} as const satisfies Record<string, Sentence>;
