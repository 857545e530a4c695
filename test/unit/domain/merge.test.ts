import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName, FieldValue, Shadow } from '../../../src-main/domain/fields.ts';
import { type MergeInput, mergeFields } from '../../../src-main/domain/merge.ts';

interface Case {
  readonly wanted: FieldValue;
  readonly stored: FieldValue;
  readonly sent?: FieldValue;
  readonly store?: FieldValue;
  readonly pinned?: boolean;
  readonly owner?: 'till' | 'store';
}

function merge(field: FieldName, given: Case): string | undefined {
  const hasBase = given.sent !== undefined && given.store !== undefined;
  const shadow: Shadow | null = hasBase
    ? { [field]: { till: given.sent, sent: given.sent, store: given.store } }
    : null;
  const input: MergeInput = {
    wanted: { wanted: new Map([[field, given.wanted]]), till: new Map(), notes: [] },
    stored: new Map([[field, given.stored]]),
    shadow,
    pinned: given.pinned ? [field] : [],
    owner: () => given.owner ?? 'till',
  };
  const [decision] = mergeFields(input);
  return decision && `${decision.verdict}:${decision.rule}`;
}

describe('three-way merge', () => {
  it('an edit made only on the till is written', () => {
    expect(merge('price', { wanted: 600, stored: 500, sent: 500, store: 500 })).toBe('write:till-changed');
  });
  it('an edit made only in the store stays', () => {
    expect(merge('price', { wanted: 500, stored: 700, sent: 500, store: 500 })).toBe('keep:store-changed');
  });
  it('different edits on both sides are a conflict', () => {
    expect(merge('price', { wanted: 600, stored: 700, sent: 500, store: 500 })).toBe('conflict:both-changed');
  });
  it('the same edit on both sides is agreement', () => {
    expect(merge('price', { wanted: 600, stored: 600, sent: 500, store: 500 })).toBe('same:same');
  });
  it('a value that the store keeps in its own form is not an edit', () => {
    expect(merge('name', { wanted: 'A <b>B</b>', stored: 'A B', sent: 'A <b>B</b>', store: 'A B' })).toBe(
      'same:agreed',
    );
  });
  it('a new till price that means the same store price is news where the store has another one', () => {
    const given: Omit<MergeInput, 'stored'> = {
      wanted: { wanted: new Map([['price', 9199]]), till: new Map([['price', 8105]]), notes: [] },
      shadow: { price: { till: 8177, sent: 9199, store: 9233 } },
      pinned: [],
      owner: () => 'till',
      reach: 'both',
      toTill: () => 8177,
    };
    const decide = (stored: number) => mergeFields({ ...given, stored: new Map([['price', stored]]) });
    expect(decide(9233)).toMatchObject([{ verdict: 'write', rule: 'till-changed' }]);
    expect(decide(9199)).toMatchObject([{ verdict: 'same' }]);
    expect(decide(7000)).toMatchObject([{ verdict: 'conflict' }]);
  });
  it('a field that waits for a person goes on waiting where one side went back to the agreed value', () => {
    const given: MergeInput = {
      wanted: { wanted: new Map([['price', 500]]), till: new Map(), notes: [] },
      stored: new Map([['price', 700]]),
      shadow: { price: { till: 500, sent: 500, store: 500 } },
      pinned: [],
      owner: () => 'till',
      reach: 'both',
      toTill: (_field, value) => value,
    };
    const held = new Set<FieldName>(['price']);
    expect(mergeFields(given)).toMatchObject([{ verdict: 'push' }]);
    expect(mergeFields({ ...given, held })).toMatchObject([{ verdict: 'conflict', rule: 'both-changed' }]);
    const ruling = () => ({ rule: 'always', take: 'till' }) as const;
    expect(mergeFields({ ...given, held, ruling })).toMatchObject([{ verdict: 'write', rule: 'always' }]);
    const equal = { ...given, stored: new Map<FieldName, FieldValue>([['price', 500]]) };
    expect(mergeFields({ ...equal, held })).toMatchObject([{ verdict: 'same' }]);
  });
  it('a first difference goes to the field’s owner', () => {
    expect(merge('price', { wanted: 600, stored: 500, owner: 'till' })).toBe('write:till-owns');
    expect(merge('name', { wanted: 'A', stored: 'B', owner: 'store' })).toBe('keep:store-owns');
  });
  it('a first link never empties a value', () => {
    expect(merge('sku', { wanted: '', stored: 'X', owner: 'till' })).toBe('keep:store-owns');
  });
  it('an empty store value is filled, whoever owns the field', () => {
    expect(merge('sku', { wanted: 'X', stored: '', owner: 'store' })).toBe('write:new');
  });
  it('a pinned field is never written', () => {
    expect(merge('price', { wanted: 600, stored: 500, sent: 500, store: 500, pinned: true })).toBe(
      'keep:pinned',
    );
  });
  it('a description written by hand is never overwritten', () => {
    expect(merge('description', { wanted: 'a', stored: 'by hand', owner: 'till' })).toBe('keep:store-owns');
    expect(merge('description', { wanted: 'b', stored: 'by hand', sent: 'a', store: 'a' })).toBe(
      'keep:store-owns',
    );
  });
  it('is total: any three values give a verdict, and a store edit is never written over', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('', 'a', 'b'), fc.constant(null));
    fc.assert(
      fc.property(value, value, value, value, (wanted, stored, sent, store) => {
        const verdict = merge('price', { wanted, stored, sent, store });
        expect(verdict).toBeDefined();
        const isStoreEdited = stored !== store && sent !== undefined && store !== undefined;
        if (isStoreEdited && wanted !== stored) expect(verdict).not.toMatch(/^write/);
      }),
      { numRuns: 20_000 },
    );
  });
});
