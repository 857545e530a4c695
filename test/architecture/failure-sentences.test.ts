import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../src-main/domain/failure.ts';
import { describeFailure, FAILURE_SENTENCES, type FailureCode } from '../../src-preload/contract/failures.ts';

const CODES = Object.keys(FAILURE_SENTENCES) as FailureCode[];
/** Every name that stands between braces in any sentence. */
const FACT_NAMES = CODES.flatMap((code) => {
  const { says, next } = FAILURE_SENTENCES[code];
  return [...`${says} ${next}`.matchAll(/\{#?([A-Za-z]+)/g)].map(([, name = '']) => name);
});
const ALL_FACTS = Object.fromEntries(FACT_NAMES.map((name) => [name, 'FACT']));

describe('the sentences of failures', () => {
  it('every failure has a sentence, and no sentence is without its failure', () => {
    expect([...CODES].sort()).toEqual([...FAILURE_CODES].sort());
  });

  it.each([
    ['no fact is known', {}],
    ['every fact is known', ALL_FACTS],
    ['facts are empty', Object.fromEntries(FACT_NAMES.map((name) => [name, '']))],
  ])('every sentence is whole when %s', (_when, facts) => {
    for (const code of CODES) {
      const { message, hint } = describeFailure({ code, facts });
      for (const text of [message, hint]) {
        expect(text, code).toMatch(/^[A-Z0-9–"].*[.?!]$|^FACT/s);
        expect(text, code).not.toMatch(/[{}[\]]|undefined| {2}| [.,;:!?]/);
      }
    }
  });

  it('no two failures say the same', () => {
    const messages = CODES.map((code) => describeFailure({ code, facts: {} }).message);
    expect(new Set(messages).size).toBe(messages.length);
  });
});
