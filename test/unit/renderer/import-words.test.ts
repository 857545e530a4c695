import { describe, expect, it } from 'vitest';
import { NO_EFFECTS as NOTHING } from '../../../src-main/engine/flows/undo-preview.ts';
import type { PlanShape, RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import { countWrites, describePlan } from '../../../src-renderer/features/import/describe-plan.ts';
import { describeResult } from '../../../src-renderer/features/import/describe-result.ts';
import { groupFailures } from '../../../src-renderer/features/import/group-failures.ts';
import { sayChanges } from '../../../src-renderer/features/import/say-changes.ts';
import { sayUndo } from '../../../src-renderer/features/import/say-undo.ts';
import { nameUndone } from '../../../src-renderer/features/import/say-undone.ts';
import { chooseFrom } from '../../../src-renderer/state/plan-from.ts';

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

const { conflicts: _, ...PLAIN } = NOTHING;
const NO_EFFECTS = { ...PLAIN, names: { changed: [], left: [] } };

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
      'Done: the store got what the till had.',
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
      'Done. 2 products differed between the two and were left as they were.',
    );
  });

  it('speaks of both sides where the till was written to', () => {
    expect(describeResult(makeResult({ counts: { created: 3 } }), true)).toBe(
      'Done: the till and the store got the same.',
    );
  });

  it('of an undo says beforehand what goes, what comes back, and what is left alone', () => {
    expect(sayUndo({ ...NO_EFFECTS, trashed: 1200, trashedVariants: 33, putBack: 1, kept: 2 })).toBe(
      '1,200 products with 33 variants go to the store’s trash. 1 product gets its old values back. ' +
        '2 products were changed since and are left alone.',
    );
    expect(sayUndo({ ...NO_EFFECTS, hidden: 2, unlinked: 1, unpublished: 1 })).toBe(
      '1 product is no longer shown in the store. 2 items are hidden on the till. ' +
        '1 product is no longer kept in step.',
    );
    expect(sayUndo({ ...NO_EFFECTS, kept: 1 })).toBe(
      'Nothing would be changed. 1 product was changed since and is left alone.',
    );
  });

  it('of an undo names the first few products beforehand', () => {
    const names = { changed: ['Latte', 'Mocha', 'Cola'], left: ['Garlic Knots'] };
    expect(sayUndo({ ...NO_EFFECTS, putBack: 5, kept: 1, names })).toBe(
      '5 products get their old values back. Changed: Latte, Mocha, Cola and 2 more. ' +
        '1 product was changed since and is left alone. Left alone: Garlic Knots.',
    );
  });

  it('of an undo of answers says which value comes back where, and that the conflict does too', () => {
    const knots = { name: 'Garlic Knots', field: 'price', side: 'store', value: 795 } as const;
    const conflicts = { count: 1, returns: [{ ...knots }] };
    const names = { changed: ['Garlic Knots'], left: [] };
    expect(sayUndo({ ...NO_EFFECTS, putBack: 1, names, conflicts }, 'USD')).toBe(
      '1 product gets its old values back. Garlic Knots: in the store the price is $7.95 again. ' +
        '1 conflict is then open again, for you to decide.',
    );
    const both = { count: 1, returns: [{ ...knots }, { ...knots, side: 'till' as const, value: 725 }] };
    expect(sayUndo({ ...NO_EFFECTS, putBack: 2, conflicts: both }, 'USD')).toContain(
      'Garlic Knots: on the till the price is $7.25 again.',
    );
  });

  it('of an undo says what is in the trash, and calls only what has its old values put back', () => {
    expect(describeResult(makeResult({ undone: 165, trashed: 165 }))).toBe(
      '165 products and variants were moved to the store’s trash.',
    );
    expect(describeResult(makeResult({ undone: 3, trashed: 1, reopened: 1 }))).toBe(
      '1 product was moved to the store’s trash. 2 products were put back. ' +
        '1 conflict is open again, for you to decide.',
    );
  });

  it('of a run is called undone only where something was put back', () => {
    expect(
      [
        { back: 2, left: 0 },
        { back: 1, left: 2 },
        { back: 0, left: 1 },
      ].map(nameUndone),
    ).toEqual(['Undone', 'Partly undone: 1 of 3', 'Not undone: left alone']);
  });

  it('of an undo says what was left alone', () => {
    const kept = [{ name: 'Pizza', fields: ['price'] }];
    expect(describeResult(makeResult({ undone: 1, kept }))).toBe(
      '1 product was put back. 1 product was left alone.',
    );
  });
});

describe('what a row changes', () => {
  const price = { field: 'price', till: 695, store: 650, wanted: 695, pushed: null, rule: '' } as const;

  it('is told with the value that is there and the one that comes', () => {
    const row = { action: 'update_woo', changes: [{ ...price, verdict: 'write' }] } as const;
    expect(sayChanges({ ...row, changes: [...row.changes] }, 'USD')).toBe('Price $6.50 → $6.95');
    const push = { action: 'update_clover', changes: [{ ...price, verdict: 'push', pushed: 650 }] } as const;
    expect(sayChanges({ ...push, changes: [...push.changes] }, 'USD')).toBe('Price $6.95 → $6.50');
    const conflict = { action: 'conflict', changes: [{ ...price, verdict: 'conflict' }] } as const;
    expect(sayChanges({ ...conflict, changes: [...conflict.changes] }, 'USD')).toBe('Price $6.95 or $6.50');
  });

  it('of something new, or of many fields, is their names, and nothing is said where nothing is written', () => {
    const name = { ...price, field: 'name', till: 'A', store: 'B', verdict: 'write' } as const;
    const changes = [{ ...price, verdict: 'write' } as const, name];
    expect(sayChanges({ action: 'update_woo', changes }, 'USD')).toBe('Price, name');
    expect(sayChanges({ action: 'create_woo', changes: changes.slice(0, 1) }, 'USD')).toBe('Price');
    expect(sayChanges({ action: 'skip', changes: [{ ...price, verdict: 'same' }] }, 'USD')).toBe('');
  });
});

describe('the direction of a plan', () => {
  it('is what a person chose where the settings let it be', () => {
    expect(chooseFrom(null, 'both')).toBe('till');
    expect(chooseFrom('store', 'both')).toBe('store');
    expect(chooseFrom('both', 'till-to-store')).toBe('till');
    expect(chooseFrom(null, 'store-to-till')).toBe('store');
    expect(chooseFrom('both', undefined)).toBe('both');
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
