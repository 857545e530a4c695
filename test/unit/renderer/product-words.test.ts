import { describe, expect, it } from 'vitest';
import { LINK_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import { compareField } from '../../../src-renderer/features/products/compare-field.ts';
import { sayWay } from '../../../src-renderer/features/products/event-words.ts';
import { nameMatch, sayMatch } from '../../../src-renderer/features/products/match-words.ts';
import { describeGroup, isGroup } from '../../../src-renderer/features/products/modifier-group.ts';
import { listProductNotes } from '../../../src-renderer/features/products/product-notes.ts';

const formatPrice = (amount: number): string => `$${(amount / 100).toFixed(2)}`;

describe('a modifier group', () => {
  it('is told with its rule, its options, what they cost and which are sold out', () => {
    const mods = [
      { name: 'Small', price: 0, available: true },
      { name: 'Large', price: 200, available: true },
      { name: 'No cheese', price: -50, available: false },
    ];
    expect(describeGroup({ name: 'Size', min: 1, max: 1, mods }, formatPrice)).toBe(
      'Size (choose 1): Small, Large +$2.00, No cheese $-0.50 (sold out)',
    );
  });

  it.each([
    [0, 0, 'Extras'],
    [0, 3, 'Extras (up to 3)'],
    [1, 0, 'Extras (choose at least 1)'],
    [1, 3, 'Extras (choose 1 to 3)'],
  ])('takes from %i to %i', (min, max, said) => {
    expect(describeGroup({ name: 'Extras', min, max }, formatPrice)).toBe(said);
  });

  it('is told apart from a category, which is a name alone', () => {
    expect(isGroup({ name: 'Size' })).toBe(true);
    expect(isGroup('Drinks')).toBe(false);
    expect(isGroup(null)).toBe(false);
    expect(isGroup({ name: 7 })).toBe(false);
  });
});

describe('both sides of a field', () => {
  const compare = (till: unknown, sent: unknown, store: unknown, field = 'price') =>
    compareField({ field, till, sent, store, waiting: null, conflict: null } as Parameters<
      typeof compareField
    >[0]);

  it('equal values and equal lists are the same', () => {
    expect(compare(450, 450, 450).isSame).toBe(true);
    expect(compare(['a', 'b'], ['a', 'b'], ['a', 'b'], 'categories').isSame).toBe(true);
    expect(compare(['a', 'b'], ['a', 'b'], ['a'], 'categories').isSame).toBe(false);
  });

  it('a markup, a store’s own value, and both are told in different words', () => {
    const texts = [compare(450, 500, 500), compare(450, 450, 500), compare(450, 500, 600)].map(
      (it) => it.text,
    );
    expect(new Set(texts).size).toBe(3);
  });

  it('a product that the store cannot sell for another reason is in step', () => {
    expect(compare('on', 'on', 'empty', 'availability').isSame).toBe(true);
    expect(compare('on', 'on', 'empty', 'name').isSame).toBe(false);
  });
});

describe('what is not in step', () => {
  const agreed = { field: 'price', till: 1150, sent: 1150, store: 1150 };
  const failure = { code: 'WOO_REFUSED' as const, message: 'The store refused this.', hint: 'Mend it.' };

  it('says which value has not arrived, and why it was refused', () => {
    const waiting = { to: 'store' as const, till: 1195, store: 1150, wanted: 1195, failure: null };
    const text = 'The till’s new value has not arrived in the store.';
    expect(compareField({ ...agreed, waiting, conflict: null })).toEqual({ isSame: false, text });
    expect(compareField({ ...agreed, waiting: { ...waiting, failure }, conflict: null }).text).toBe(
      `${text} The store refused this. Mend it. (WOO_REFUSED)`,
    );
    expect(compareField({ ...agreed, waiting: { ...waiting, to: 'till' }, conflict: null }).text).toBe(
      'The store’s new value has not arrived on the till.',
    );
  });

  it('is a conflict though the two agreed before', () => {
    const conflict = { till: 1195, store: 1200 };
    expect(compareField({ ...agreed, waiting: null, conflict })).toMatchObject({ isSame: false });
  });

  it('tells whose value went where, what was refused and what nobody wrote', () => {
    expect(sayWay({ side: 'store', to: 'till', failure: null })).toBe('The store’s value went to the till');
    expect(sayWay({ side: 'person', to: 'store', failure: null })).toBe('A person’s word went to the store');
    expect(sayWay({ side: 'till', to: 'store', failure })).toBe(
      'The till’s value was to go to the store and was refused',
    );
    expect(sayWay({ side: 'store', to: null, failure: null })).toBe('Both sides kept what they had');
  });

  it('tells of the product as a whole only what is the case', () => {
    expect(listProductNotes({ made: null, gone: null, soldOut: null }, String)).toEqual([]);
    const soldOut = { backMs: null, isOffOnTill: true, store: 'unpublished' };
    const gone = { side: 'till' as const, runId: 7, atMs: null };
    expect(listProductNotes({ made: null, gone, soldOut }, String)).toEqual([
      'Deleted on the till; run 7 noticed it (not yet). The values are the last ones known.',
      'Sold out by hand on the till (the store does not show it: it is a draft there), until somebody puts it back.',
    ]);
  });
});

describe('why two belong together', () => {
  it('is short in the list and a sentence in the drawer, with the likeness where it is not full', () => {
    const similar = { matchReason: REASON_SENTENCES.SIMILAR_NAME, score: 87.4, wooId: 7 };
    expect(nameMatch(similar)).toBe('Similar name, 87 of 100');
    expect(sayMatch(similar)).toBe(`${REASON_SENTENCES.SIMILAR_NAME} Likeness: 87 of 100.`);
    expect(nameMatch({ matchReason: REASON_SENTENCES.SAME_SKU, score: 100 })).toBe('Same SKU');
    expect(nameMatch({ matchReason: LINK_SENTENCES.NEW_ON_TILL ?? '', score: null })).toBe('Imported');
    expect(nameMatch({ matchReason: '', score: null })).toBe('–');
    expect(sayMatch({ matchReason: '', score: null, wooId: null })).toBe(
      'It has no product in the store yet.',
    );
    expect(nameMatch({ matchReason: 'Something new.', score: null })).toBe('Something new.');
  });
});
