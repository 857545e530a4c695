import { describe, expect, it } from 'vitest';
import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import { listWritten } from '../../../src-renderer/features/import/list-written.ts';

const CHANGE = {
  field: 'price',
  till: 725,
  wanted: 725,
  store: 695,
  pushed: null,
  rule: 'it changed',
} as const;
const makeRow = (given: Partial<PlanRowShape>): PlanRowShape => ({
  id: 4,
  kind: 'product',
  action: 'update_woo',
  reason: 'It was changed on the till.',
  notes: [],
  name: 'Garlic Knots',
  sku: 'SIDE-KNOT',
  cloverId: 'C1',
  wooId: 11,
  score: null,
  suggestions: [],
  changes: [{ ...CHANGE, verdict: 'write' }],
  state: 'done',
  failure: null,
  ...given,
});

describe('what a run wrote', () => {
  it('is each field with its side and both values', () => {
    expect(listWritten(makeRow({}))).toMatchObject([
      { name: 'Garlic Knots', field: 'price', side: 'store', before: 695, after: 725 },
    ]);
    const push = { ...CHANGE, verdict: 'push', till: 695, store: 725, pushed: 725 } as const;
    expect(listWritten(makeRow({ action: 'update_clover', changes: [push] }))).toMatchObject([
      { side: 'till', before: 695, after: 725 },
    ]);
  });

  it('is still told after it was undone, and leaves out what was not written', () => {
    expect(listWritten(makeRow({ state: 'undone' }))).toHaveLength(1);
    for (const state of ['failed', 'kept', 'waiting', 'planned'] as const)
      expect(listWritten(makeRow({ state }))).toEqual([]);
    expect(listWritten(makeRow({ action: 'skip' }))).toEqual([]);
    expect(listWritten(makeRow({ changes: [{ ...CHANGE, verdict: 'same' }], action: 'conflict' }))).toEqual(
      [],
    );
  });

  it('of something new, or without values, is said in words', () => {
    expect(listWritten(makeRow({ action: 'create_woo' }))).toMatchObject([
      { field: null, words: 'Made new in the store' },
    ]);
    expect(
      listWritten(makeRow({ action: 'update_clover', reason: 'It is gone.', changes: [] })),
    ).toMatchObject([{ field: null, side: 'till', words: 'It is gone.' }]);
  });
});
