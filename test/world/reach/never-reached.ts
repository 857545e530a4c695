import { MISTAKES } from '../clumsy/mistakes.ts';
import { CODES_ELSEWHERE } from './elsewhere.ts';
import { CODES_IN_WORLDS } from './in-worlds.ts';
import { ALL_STATES } from './machines.ts';
import { STATES_ELSEWHERE } from './states-elsewhere.ts';

const WORLDS = 'test/world/seeds.test.ts';
const CLUMSY = 'test/world/clumsy/clumsy-person.test.ts';

/** Every failure and every state, with the test file that is to reach it. */
export const EXPECTED: ReadonlyMap<string, string> = new Map([
  ...CODES_IN_WORLDS.map((code) => [`code ${code}`, WORLDS] as const),
  ...MISTAKES.map(({ code }) => [`code ${code}`, CLUMSY] as const),
  ...Object.entries(CODES_ELSEWHERE).map(([code, file]) => [`code ${code}`, file] as const),
  ...ALL_STATES.map((state) => [state, STATES_ELSEWHERE[state] ?? WORLDS] as const),
]);

/** What a run of all tests did not reach where it was to be reached: a line each, which says where it was instead. */
export function listNeverReached(
  reached: ReadonlyMap<string, ReadonlySet<string>>,
  expected: ReadonlyMap<string, string> = EXPECTED,
): string[] {
  return [...expected].flatMap(([what, file]) => {
    const by = reached.get(what);
    if (by === undefined) return [`${what}: never reached; expected in ${file}`];
    return by.has(file) ? [] : [`${what}: not reached in ${file}, but in ${[...by].sort().join(', ')}`];
  });
}
