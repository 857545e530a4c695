import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../../src-main/domain/failure.ts';
import { MISTAKES } from '../clumsy/mistakes.ts';
import { CODES_ELSEWHERE } from './elsewhere.ts';
import { CODES_IN_WORLDS } from './in-worlds.ts';
import { ALL_STATES, readUnion } from './machines.ts';
import { EXPECTED, listNeverReached } from './never-reached.ts';
import { STATES_ELSEWHERE } from './states-elsewhere.ts';
import { listUnreached } from './unreached.ts';
import { watchSource } from './watched-sources.ts';

const byMistake = new Set(MISTAKES.map(({ code }) => code));

describe('every way in which something can go wrong', () => {
  it('is to be met in the worlds, by a clumsy person, or in a test that is named', () => {
    expect(FAILURE_CODES.filter((code) => !EXPECTED.has(`code ${code}`))).toEqual([]);
  });

  it('that is left to another test is met nowhere else', () => {
    const twice = [...CODES_IN_WORLDS, ...byMistake].filter((code) => CODES_ELSEWHERE[code] !== undefined);
    expect(twice).toEqual([]);
  });

  it('is one that the app still has', () => {
    const now = new Set<string>(FAILURE_CODES);
    expect(Object.keys(CODES_ELSEWHERE).filter((code) => !now.has(code))).toEqual([]);
  });
});

describe('every state of what the data file keeps', () => {
  it('that is left to another test is one that there is', () => {
    expect(Object.keys(STATES_ELSEWHERE).filter((state) => !ALL_STATES.includes(state))).toEqual([]);
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

describe('the end of a run of all tests', () => {
  it('tells what no test reached, and what another test reached than the one that was to', () => {
    const reached = new Map([...EXPECTED].map(([what, file]) => [what, new Set([file])]));
    expect(listNeverReached(reached)).toEqual([]);
    reached.delete('code RUN_BUSY');
    reached.set('state run braked', new Set(['test/other.test.ts']));
    expect(listNeverReached(reached)).toEqual([
      'code RUN_BUSY: never reached; expected in test/unit/ipc/channels.test.ts',
      'state run braked: not reached in test/integration/sync/clean.test.ts, but in test/other.test.ts',
    ]);
  });

  it('hears of it from where every failure is made and every data file opened, and from nowhere else', () => {
    const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    for (const file of ['src-main/domain/failure.ts', 'src-main/store/database.ts'])
      expect(watchSource(`/somewhere/${file}`, read(file))).toContain("Symbol.for('tillbridge.reach')");
    expect(watchSource('/somewhere/src-main/domain/money.ts', '')).toBeNull();
    expect(() => watchSource('/somewhere/src-main/domain/failure.ts', '')).toThrow('exactly once');
  });
});
