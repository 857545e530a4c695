import type { WorldJob } from './world-job.ts';

/** A world that once found something, and is lived first ever since. */
export interface KeptSeed extends WorldJob {
  readonly found: string;
}

export const KEPT_SEEDS: readonly KeptSeed[] = [
  {
    kind: 'shop',
    seed: 594,
    found:
      'An SKU of the till was written to the store and taken back there in the same second: the row looked as it did in the look before, passed for old news, and the till had it until everything was compared.',
  },
  {
    kind: 'shop',
    seed: 633,
    found:
      'The same of a price that was written to the till and set back there: the two sides asked different prices until everything was compared.',
  },
];
