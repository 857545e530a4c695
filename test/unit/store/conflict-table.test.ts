import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../src-main/engine/ledger-ports.ts';
import { makeLedger, putProduct } from './make-ledger.ts';

const FIRST_MS = 100;
const price = (linkId: number, till: number, store: number) => ({
  linkId,
  field: 'price' as const,
  base: 500,
  till,
  store,
});
const RULING: Ruling = { take: 'value', value: 650, seenTill: 600, seenStore: 700 };

function openWithConflict() {
  const opened = makeLedger();
  const linkId = putProduct(opened.ledger, 'A', 71);
  opened.ledger.conflicts.open(price(linkId, 600, 700), FIRST_MS);
  return { ...opened, linkId, conflicts: opened.ledger.conflicts };
}

describe('conflicts', () => {
  it('come back with the product’s name and every kind of value as it was', () => {
    const { conflicts, linkId } = openWithConflict();
    const names = { linkId, field: 'name' as const, base: null, till: 'Café "Crème"', store: '5' };
    const labels = { linkId, field: 'categories' as const, base: [], till: ['a', 'b'], store: ['b'] };
    conflicts.open(names, 200);
    conflicts.open(labels, 300);
    expect(conflicts.ofLink(linkId)).toMatchObject([
      { ...price(linkId, 600, 700), cloverId: 'A', name: 'Item A', sinceMs: FIRST_MS, ruling: null },
      names,
      labels,
    ]);
    expect(conflicts.page({ field: 'name', limit: 9, offset: 0 })).toMatchObject([names]);
    expect(conflicts.page({ limit: 1, offset: 2 })).toMatchObject([labels]);
    expect(conflicts.count()).toBe(3);
  });

  it('one that is found again keeps its number and its age and takes the newest values', () => {
    const { conflicts, linkId } = openWithConflict();
    const before = conflicts.find(linkId, 'price');
    conflicts.open(price(linkId, 600, 800), 900);
    expect(conflicts.find(linkId, 'price')).toEqual({ ...before, store: 800 });
    expect(conflicts.count()).toBe(1);
  });

  it('a ruling stays while both sides are as the person saw them, through a restart', () => {
    const { conflicts, linkId, restart } = openWithConflict();
    const id = conflicts.find(linkId, 'price')?.id ?? 0;
    conflicts.setRuling(id, RULING);
    conflicts.open(price(linkId, 600, 700), 900);
    expect(restart().conflicts.get(id)?.ruling).toEqual(RULING);
  });

  it.each([
    ['till', price(1, 601, 700)],
    ['store', price(1, 600, 701)],
  ])('a ruling is dropped once the %s has another value than the person saw', (_side, now) => {
    const { conflicts, linkId } = openWithConflict();
    const id = conflicts.find(linkId, 'price')?.id ?? 0;
    conflicts.setRuling(id, RULING);
    expect(conflicts.open({ ...now, linkId }, 900)).toEqual(RULING);
    expect(conflicts.get(id)?.ruling).toBeNull();
    expect(conflicts.open(price(linkId, 600, 700), 950), 'said once').toBeNull();
    expect(conflicts.get(id)?.ruling).toBeNull();
  });

  it('one that was dropped is kept as what no longer holds, through a restart, until there is another', () => {
    const { conflicts, linkId, restart } = openWithConflict();
    const id = conflicts.find(linkId, 'price')?.id ?? 0;
    expect(conflicts.countLapsed()).toBe(0);
    conflicts.setRuling(id, { ...RULING, take: 'till', value: null });
    conflicts.open(price(linkId, 600, 701), 900);
    conflicts.open(price(linkId, 600, 702), 950);
    const later = restart().conflicts;
    expect(later.get(id)).toMatchObject({
      ruling: null,
      lapsed: { take: 'till', value: null, seenTill: 600, seenStore: 700 },
    });
    expect(later.countLapsed()).toBe(1);
    later.setRuling(id, { ...RULING, seenStore: 702 });
    expect(later.get(id)?.lapsed).toBeNull();
    expect(later.countLapsed()).toBe(0);
  });

  it('a ruling for nothing at all is kept as such, and can be taken back', () => {
    const { conflicts, linkId } = openWithConflict();
    const id = conflicts.find(linkId, 'price')?.id ?? 0;
    conflicts.setRuling(id, { take: 'value', value: null, seenTill: null, seenStore: [] });
    expect(conflicts.get(id)?.ruling).toEqual({
      take: 'value',
      value: null,
      seenTill: null,
      seenStore: [],
    });
    conflicts.setRuling(id, null);
    expect(conflicts.get(id)?.ruling).toBeNull();
  });

  it('the number of a closed one is not given again, so that a late answer meets nothing', () => {
    const { conflicts, linkId, restart } = openWithConflict();
    const id = conflicts.find(linkId, 'price')?.id ?? 0;
    conflicts.close(linkId, 'price');
    expect(conflicts.get(id)).toBeNull();
    const later = restart().conflicts;
    later.open(price(linkId, 600, 700), 200);
    expect(later.get(id)).toBeNull();
    expect(later.count()).toBe(1);
  });

  it('go with their product', () => {
    const { ledger, conflicts, linkId } = openWithConflict();
    ledger.links.remove(linkId);
    expect(conflicts.count()).toBe(0);
  });
});

describe('"always do this"', () => {
  it('is one rule a field, replaced by a newer one, and says whether there was one to remove', () => {
    const { ledger, restart } = makeLedger();
    ledger.rules.put({ field: 'price', take: 'till', sinceMs: 1 });
    ledger.rules.put({ field: 'name', take: 'store', sinceMs: 2 });
    ledger.rules.put({ field: 'price', take: 'store', sinceMs: 3 });
    const { rules } = restart();
    expect(rules.all()).toEqual([
      { field: 'name', take: 'store', sinceMs: 2 },
      { field: 'price', take: 'store', sinceMs: 3 },
    ]);
    expect(rules.remove('price')).toBe(true);
    expect(rules.remove('price')).toBe(false);
  });
});
