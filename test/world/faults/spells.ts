import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { SPELLS, type Spell } from './fault.ts';

type Side = 'till' | 'store';

/** Which side is cut off or ill at the moment, and how. */
export interface Spells {
  /**
   * What meets a request to this side now; sometimes a spell begins with it.
   * @param random the request's own chance
   */
  find(side: Side, random: PracticeRandom): Spell | null;
  end(): void;
}

const SHORTEST_MS = 3_000;
const LONGEST_MS = 90_000;

interface Running {
  readonly spell: Spell;
  readonly untilMs: number;
}

/**
 * @param percent requests among a hundred with which one begins
 * @param onBegin hears of each
 */
export function createSpells(
  readMs: () => number,
  percent: () => number,
  onBegin: (side: Side, spell: Spell, forMs: number) => void,
): Spells {
  const running: Record<Side, Running | null> = { till: null, store: null };
  return {
    find: (side, random) => {
      const now = running[side];
      if (now !== null && readMs() < now.untilMs) return now.spell;
      running[side] = null;
      if (percent() === 0 || !isLucky(random, percent())) return null;
      const spell = random.pick(SPELLS);
      const forMs = drawBetween(random, SHORTEST_MS, LONGEST_MS);
      running[side] = { spell, untilMs: readMs() + forMs };
      onBegin(side, spell, forMs);
      return spell;
    },
    end: () => {
      running.till = null;
      running.store = null;
    },
  };
}
