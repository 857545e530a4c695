import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../../src-main/domain/failure.ts';
import { MISTAKES } from '../clumsy/mistakes.ts';
import { CODES_ELSEWHERE } from './elsewhere.ts';
import { CODES_IN_WORLDS } from './in-worlds.ts';
import { ALL_STATES, readUnion } from './machines.ts';
import { STATES_ELSEWHERE } from './states-elsewhere.ts';
import { listUnreached } from './unreached.ts';

const locate = (file: string): URL => new URL(`../../../${file}`, import.meta.url);

/** Why this test does not reach that word; null where it does. */
function findLie(file: string, word: string): string | null {
  if (!existsSync(locate(file))) return `${file} is not there`;
  return new RegExp(`\\b${word}\\b`).test(readFileSync(locate(file), 'utf8'))
    ? null
    : `${file} never says ${word}`;
}

const byMistake = new Set(MISTAKES.map(({ code }) => code));

describe('every way in which something can go wrong', () => {
  it('is met in the worlds, by a clumsy person, or in a test that says so', () => {
    const known = new Set([...CODES_IN_WORLDS, ...byMistake, ...Object.keys(CODES_ELSEWHERE)]);
    expect(FAILURE_CODES.filter((code) => !known.has(code))).toEqual([]);
  });

  it('that is left to another test is spoken of there, and is met nowhere else', () => {
    const lies = Object.entries(CODES_ELSEWHERE).map(([code, file]) => findLie(file, code));
    expect(lies.filter((lie) => lie !== null)).toEqual([]);
    const twice = [...CODES_IN_WORLDS, ...byMistake].filter((code) => CODES_ELSEWHERE[code] !== undefined);
    expect(twice).toEqual([]);
  });

  it('is one that the app still has', () => {
    const now = new Set<string>(FAILURE_CODES);
    expect(Object.keys(CODES_ELSEWHERE).filter((code) => !now.has(code))).toEqual([]);
  });
});

describe('every state of what the data file keeps', () => {
  it('that is left to another test is spoken of there, and is one that there is', () => {
    const all = new Set(ALL_STATES);
    const lies = Object.entries(STATES_ELSEWHERE).map(([state, file]) =>
      all.has(state) ? findLie(file, state.split(' ').at(-1) ?? '') : `there is no ${state}`,
    );
    expect(lies.filter((lie) => lie !== null)).toEqual([]);
  });

  it('is read from the sources: one that is added there is demanded here', () => {
    expect(readUnion('src-main/engine/ledger-records.ts', 'RunState')).toContain('braked');
    expect(() => readUnion('src-main/engine/ledger-records.ts', 'NoSuchType')).toThrow('NoSuchType');
  });
});

it('a run of worlds in which something was never met is told what', () => {
  expect(listUnreached(new Map([['spell half-open', 1]]))).toEqual(
    expect.arrayContaining(['spell dns-failure', 'state run stopped', 'failure NET_TIMED_OUT']),
  );
});
