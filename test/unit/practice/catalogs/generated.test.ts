import { describe, expect, it } from 'vitest';
import { isValidBarcode } from '../../../../src-practice/catalogs/barcode.ts';
import { createGeneratedCatalog } from '../../../../src-practice/catalogs/generated.ts';

describe.each([500, 5000, 20_000])('a generated shop of %i items', (items) => {
  const { catalog, facts } = createGeneratedCatalog({ items, seed: 11 });
  const live = catalog.items.filter((item) => !item.deleted);

  it('has exactly that many on sale and 1 % deleted ones on top', () => {
    expect(live.length).toBe(items);
    expect(catalog.items.length - live.length).toBe(items / 100);
  });

  it('has every oddity of a real catalog in its share', () => {
    expect(facts).toMatchObject({
      items,
      groupedItems: Math.floor(items * 0.05) - (Math.floor(items * 0.05) % 3),
      hiddenItems: items * 0.02,
      unavailableItems: items * 0.01,
      openPriceItems: items * 0.01,
      perUnitItems: items * 0.01,
      barcodes: items * 0.3,
      itemsWithModifiers: items * 0.2,
      blankSkus: items * 0.08,
      duplicateNames: items * 0.01,
      countedItems: items * 0.6,
      neverCountedItems: items * 0.4,
      decimalStocks: items * 0.01,
      negativeStocks: items * 0.004,
      zeroStocks: items * 0.03,
    });
    expect(facts.duplicateSkus).toBe(Math.floor(items * 0.005));
    expect(facts.duplicateSkusByCase).toBe(Math.ceil(facts.duplicateSkus / 2));
    expect(facts.itemsInSeveralCategories).toBeGreaterThan(0);
  });

  it('puts every grouped item with two others under options of its own', () => {
    const members = new Map<string, Set<string>>();
    for (const { group } of live) {
      if (!group) continue;
      const options = members.get(group.key) ?? new Set();
      members.set(group.key, options.add(group.options.join()));
    }
    expect(members.size).toBe(catalog.itemGroups.length);
    for (const { key, attributes } of catalog.itemGroups) {
      expect([...(members.get(key) ?? [])]).toEqual(attributes[0]?.options);
    }
  });

  it('refers only to categories, modifier groups, tags and taxes it has', () => {
    const known = new Set(
      [catalog.categories, catalog.modifierGroups, catalog.tags, catalog.taxRates]
        .flat()
        .map(({ key }) => key),
    );
    const used = catalog.items.flatMap((item) => [
      ...(item.categoryKeys ?? []),
      ...(item.modifierGroupKeys ?? []),
      ...(item.tagKeys ?? []),
      ...(item.taxRateKeys ?? []),
    ]);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  it('prints right barcodes, none twice', () => {
    const codes = live.flatMap((item) => (item.code ? [item.code] : []));
    expect(codes.every(isValidBarcode)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('keeps within what Clover takes', () => {
    for (const item of catalog.items) {
      if (item.name.length > 127 || item.priceCents < 0 || !Number.isInteger(item.priceCents)) {
        expect.fail(JSON.stringify(item));
      }
    }
    expect(live.some((item) => /[^\x20-\x7e]/.test(item.name))).toBe(true);
    expect(live.some((item) => item.name.includes('&'))).toBe(true);
    expect(live.some((item) => item.name.includes('"'))).toBe(true);
  });
});

describe('generating', () => {
  it('gives the same shop for the same seed and another for another', () => {
    const first = createGeneratedCatalog({ items: 800, seed: 3 });
    expect(createGeneratedCatalog({ items: 800, seed: 3 })).toEqual(first);
    expect(createGeneratedCatalog({ items: 800, seed: 4 }).catalog.items[0]).not.toEqual(
      first.catalog.items[0],
    );
  });

  it('opens more categories as the shop grows', () => {
    const countCategories = (items: number): number =>
      createGeneratedCatalog({ items, seed: 1 }).facts.categories;
    expect([countCategories(500), countCategories(5000), countCategories(20_000)]).toEqual([26, 42, 60]);
  });

  it('makes the smallest and the largest shop and refuses what lies outside', () => {
    expect(createGeneratedCatalog({ items: 1, seed: 1 }).facts.items).toBe(1);
    expect(createGeneratedCatalog({ items: 40_000, seed: 1 }).facts.duplicateNames).toBe(400);
    for (const items of [0, -1, 1.5, 40_001, Number.NaN]) {
      expect(() => createGeneratedCatalog({ items, seed: 1 }), String(items)).toThrow(RangeError);
    }
  });
});
