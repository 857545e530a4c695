import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';

/** Every chance of one world, each stream of its own so that a new draw in one moves nothing in the others. */
export interface Chance {
  readonly till: PracticeRandom;
  readonly store: PracticeRandom;
  readonly engine: PracticeRandom;
  readonly people: PracticeRandom;
  readonly network: PracticeRandom;
  /** Whether somebody does something while a pass is under way. */
  readonly bustle: PracticeRandom;
  /** What each stretch of a long story is like. */
  readonly stretches: PracticeRandom;
  /** What seldom happens: a clock that is wrong, a day in the office. */
  readonly fate: PracticeRandom;
}

export function createChance(seed: number): Chance {
  const stream = (at: number): PracticeRandom => createRandom(seed * 8 + at);
  return {
    till: stream(0),
    store: stream(1),
    engine: stream(2),
    people: stream(3),
    network: stream(4),
    bustle: stream(5),
    stretches: stream(6),
    fate: stream(7),
  };
}

/** True so often in a hundred. */
export const isLucky = (random: PracticeRandom, percent: number): boolean => random.next() * 100 < percent;

/** A whole number from lowest to highest, both included. */
export const drawBetween = (random: PracticeRandom, lowest: number, highest: number): number =>
  lowest + random.below(highest - lowest + 1);
