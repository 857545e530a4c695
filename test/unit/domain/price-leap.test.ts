import { describe, expect, it } from 'vitest';
import type { FieldDecision } from '../../../src-main/domain/fields.ts';
import { findPriceLeap } from '../../../src-main/domain/price-leap.ts';

const write = (store: number | null, wanted: number | null): FieldDecision => ({
  field: 'price',
  verdict: 'write',
  rule: 'till-changed',
  wanted,
  store,
});

describe('a price that leaps', () => {
  it.each([
    [400, 0],
    [400, null],
    [400, 4000],
    [400, 4001],
    [400, 40],
    [400, 39],
    [1, 10],
  ])('is told: from %s to %s', (before, after) => {
    expect(findPriceLeap([write(before, after)])).toEqual({ before, after });
  });

  it.each([
    [400, 3999],
    [400, 41],
    [400, 400],
    [0, 400],
    [0, 0],
    [null, 400],
  ])('is none: from %s to %s', (before, after) => {
    expect(findPriceLeap([write(before, after)])).toBeNull();
  });

  it('is told of the side that is written to, whatever the rules make of it on the other', () => {
    const push: FieldDecision = {
      field: 'price',
      verdict: 'push',
      rule: 'store-changed',
      wanted: 440,
      till: 400,
      store: 5,
      pushed: 4,
    };
    expect(findPriceLeap([push])).toEqual({ before: 400, after: 4 });
  });

  it.each([
    ['a person decided it', { rule: 'decided' as const }],
    ['it is left as it is', { verdict: 'keep' as const }],
    ['it is a conflict', { verdict: 'conflict' as const }],
    ['it is no price', { field: 'stock' as const }],
  ])('is none where %s', (_why, change) => {
    expect(findPriceLeap([{ ...write(400, 0), ...change }])).toBeNull();
  });
});
