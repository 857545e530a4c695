import { FAILURE_CODES } from '../../../src-main/domain/failure.ts';
import { CLOCK_FAULTS } from '../faults/app-clock.ts';
import { SPELLS } from '../faults/fault.ts';
import { OFFICE_DEEDS } from '../workload/office-deeds.ts';
import { CODES_IN_WORLDS } from './in-worlds.ts';
import { ALL_STATES } from './machines.ts';
import { STATES_ELSEWHERE } from './states-elsewhere.ts';

/** What must have been met in the worlds of one run, beside `SOMETIMES`: as the worlds note it. */
const MUST: readonly string[] = [
  ...SPELLS.map((spell) => `spell ${spell}`),
  ...CLOCK_FAULTS.map((fault) => `clock ${fault}`),
  ...OFFICE_DEEDS.map(([deed]) => `office ${deed}`),
  ...ALL_STATES.filter((state) => STATES_ELSEWHERE[state] === undefined),
];

const listTold = (notes: ReadonlyMap<string, number>): ReadonlySet<string | undefined> =>
  new Set([...notes.keys()].map((note) => note.split(' ').at(-1)));

/** What the worlds of a run have met, as every other test says it. */
export function nameReached(notes: ReadonlyMap<string, number>): string[] {
  const told = listTold(notes);
  return [
    ...ALL_STATES.filter((state) => notes.has(state)),
    ...FAILURE_CODES.filter((code) => told.has(code)).map((code) => `code ${code}`),
  ];
}

/** What the worlds of a run have not met: a run that never lost an answer proves nothing about lost answers. */
export function listUnreached(notes: ReadonlyMap<string, number>): string[] {
  const told = listTold(notes);
  return [
    ...MUST.filter((what) => !notes.has(what)),
    ...CODES_IN_WORLDS.filter((code) => !told.has(code)).map((code) => `failure ${code}`),
  ];
}
