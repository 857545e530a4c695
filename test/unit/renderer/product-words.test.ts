import { describe, expect, it } from 'vitest';
import { LINK_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import { compareField } from '../../../src-renderer/features/products/compare-field.ts';
import { nameMatch, sayMatch } from '../../../src-renderer/features/products/match-words.ts';
import { describeGroup, isGroup } from '../../../src-renderer/features/products/modifier-group.ts';

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
    compareField({ field, till, sent, store, waiting: null } as Parameters<typeof compareField>[0]);

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
