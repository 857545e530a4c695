import type { Tone } from './tone.ts';

/** A count beside a screen's name, and what it counts, for those who hear it. */
export interface NavBadge {
  readonly count: number;
  readonly means: string;
  readonly tone: Tone;
}
