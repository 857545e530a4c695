import { describe, expect, it } from 'vitest';
import type { PlanShape, RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { countWrites, describePlan } from '../../../src-renderer/features/import/describe-plan.ts';
import { describeResult } from '../../../src-renderer/features/import/describe-result.ts';
import { groupFailures } from '../../../src-renderer/features/import/group-failures.ts';

const NONE: PlanShape['counts'] = {
  link: 0,
  create_woo: 0,
  create_clover: 0,
  update_woo: 0,
  update_clover: 0,
  review: 0,
  conflict: 0,
  skip: 0,
};

const makePlan = (counts: Partial<PlanShape['counts']>): PlanShape => ({
  runId: 1,
  counts: { ...NONE, ...counts },
  categoriesToCreate: 0,
  variableProductsToCreate: 0,
  itemsOnTill: 0,
  productsInStore: 0,
  warnings: [],
  brake: null,
  obstacle: null,
});

const makeResult = (
  given: Omit<Partial<RunResultShape>, 'counts'> & { counts?: Partial<RunResultShape['counts']> },
): RunResultShape => ({
  runId: 1,
  state: 'done',
  categoriesCreated: 0,
  variableProductsCreated: 0,
  left: 0,
  failures: [],
  durationMs: 1,
  undone: null,
  kept: [],
  ...given,
  counts: { created: 0, linked: 0, updated: 0, skipped: 0, failed: 0, ...given.counts },
});

const refuse = (name: string, message: string) => ({
  name,
  cloverId: null,
  failure: { code: 'WOO_REFUSED', message, hint: 'Mend it.' },
});

describe('a plan in a sentence', () => {
  it('names what it would do and what waits for a person, and not what is left alone', () => {
    expect(describePlan(makePlan({ create_woo: 1200, link: 3, review: 1, skip: 9 }))).toBe(
      '1,200 to create, 3 to link and 1 for you to look at.',
    );
    expect(describePlan(makePlan({ update_woo: 1 }))).toBe('1 to update.');
    expect(describePlan(makePlan({ skip: 5 }))).toBe('Nothing has changed: there is nothing to do.');
  });

  it('only what writes or links needs an approval', () => {
    expect(countWrites(makePlan({ create_woo: 2, link: 1, review: 7, conflict: 4, skip: 9 }))).toBe(3);
  });
});

describe('a result in a sentence', () => {
  it('is "done" only when all of it was', () => {
    expect(describeResult(makeResult({ counts: { created: 3 } }))).toBe(
      'Done: the store has what the till has.',
    );
    expect(describeResult(makeResult({ counts: { created: 3, failed: 2 } }))).toBe(
      'Done, but 2 products were refused.',
    );
    expect(describeResult(makeResult({ state: 'stopped', counts: { created: 1500 } }))).toBe(
      'Stopped half-way, after 1,500 products.',
    );
    expect(describeResult(makeResult({ state: 'cancelled', counts: { updated: 1, failed: 1 } }))).toBe(
      'Stopped by you after 1 product. 1 product was refused.',
    );
    expect(describeResult(makeResult({ counts: { skipped: 9 } }))).toBe('Nothing had changed on the till.');
    expect(describeResult(makeResult({ counts: { updated: 1 }, left: 2 }))).toBe(
      'Done. 2 products differ between the two and were left as they are.',
    );
  });

  it('of an undo says what was left alone', () => {
    const kept = [{ name: 'Pizza', fields: ['price'] }];
    expect(describeResult(makeResult({ undone: 1, kept }))).toBe(
      '1 product was put back. 1 product was left alone.',
    );
  });
});

describe('refusals', () => {
  it('of the same words stand together, others apart', () => {
    const groups = groupFailures([refuse('A', 'Locked.'), refuse('B', 'Too long.'), refuse('C', 'Locked.')]);
    expect(groups.map(({ failure, names }) => [failure.message, names])).toEqual([
      ['Locked.', ['A', 'C']],
      ['Too long.', ['B']],
    ]);
  });
});
