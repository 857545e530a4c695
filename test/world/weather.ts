import type { PracticeRandom } from '../../src-practice/random.ts';
import { isLucky } from './chance.ts';
import { FAULTS, type Fault } from './faults/fault.ts';

export type { Fault } from './faults/fault.ts';
export { FAULTS };

/** What goes wrong every day; the rest is rarer. */
const COMMON: ReadonlySet<Fault> = new Set([
  'drop-before',
  'lost-answer',
  'too-many',
  'server-error',
  'slow',
  'truncated',
  'refused-connection',
]);

/** How the network is in one world: how often something goes wrong, and what. */
export interface Weather {
  readonly percent: number;
  readonly kinds: readonly Fault[];
  /** Requests among a hundred with which a side is cut off, or ill, for a while; none where absent. */
  readonly spellPercent?: number;
  /** Crashes among a hundred passes. */
  readonly crashPercent: number;
  /** Passes among a hundred that compare everything: where none does, the hints alone have to do. */
  readonly fullPercent: number;
  /** Passes among a hundred that are told to make way. */
  readonly abortPercent: number;
  /** Reads among a hundred during which a person does something. */
  readonly bustlePercent: number;
}

export function drawWeather(random: PracticeRandom): Weather {
  const percent = random.pick([0, 1, 4, 10, 20]);
  const kinds = FAULTS.filter((fault) => isLucky(random, COMMON.has(fault) ? 60 : 20));
  const crashPercent = random.pick([0, 0, 15, 40]);
  return {
    percent: kinds.length === 0 ? 0 : percent,
    kinds,
    spellPercent: random.pick([0, 0, 1]),
    crashPercent,
    abortPercent: random.pick([0, 0, 15]),
    bustlePercent: random.pick([0, 0, 3]),
    fullPercent: random.pick([0, 0, 20]),
  };
}

/** Of an hour every kind of weather is to come; one in three stretches is a fair one. */
export function drawStretchWeather(random: PracticeRandom): Weather {
  return {
    percent: random.pick([0, 2, 5, 10]),
    kinds: FAULTS,
    spellPercent: random.pick([0, 0, 0.1]),
    crashPercent: random.pick([0, 5, 15]),
    abortPercent: random.pick([0, 5, 15]),
    bustlePercent: random.pick([0, 50, 100]),
    fullPercent: random.pick([0, 0, 10]),
  };
}

export function drawFault(random: PracticeRandom, weather: Weather): Fault | null {
  return isLucky(random, weather.percent) ? random.pick(weather.kinds) : null;
}
