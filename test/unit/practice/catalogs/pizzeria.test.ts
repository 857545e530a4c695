import { describe, expect, it } from 'vitest';
import { isValidBarcode } from '../../../../src-practice/catalogs/barcode.ts';
import { countCatalogFacts } from '../../../../src-practice/catalogs/facts.ts';
import { createPizzeriaCatalog, cutAtWord } from '../../../../src-practice/catalogs/pizzeria.ts';
import type { TillCatalogItem } from '../../../../src-practice/till/catalog.ts';

const catalog = createPizzeriaCatalog();
const findBySku = (sku: string): TillCatalogItem => {
  const item = catalog.items.find((candidate) => candidate.sku === sku);
  if (!item) throw new Error(`no ${sku}`);
  return item;
};
const extras = catalog.items.filter((item) => item.group === undefined);

describe('the pizzeria', () => {
  it('offers every pizza of the data set as a group with one item a size', () => {
    const facts = countCatalogFacts(catalog);
    expect(facts.itemGroups).toBe(32);
    expect(facts.groupedItems).toBe(96);
    const greek = catalog.itemGroups.find((group) => group.key === 'the_greek');
    expect(greek).toEqual({
      key: 'the_greek',
      name: 'The Greek Pizza',
      attributes: [{ name: 'Size', options: ['Small', 'Medium', 'Large', 'X-Large', 'XX-Large'] }],
    });
    expect(findBySku('the_greek_xxl')).toMatchObject({
      priceCents: 3595,
      alternateName: 'Kalamata Olives, Feta Cheese, Tomatoes, Garlic, Beef Chuck Roast, Red Onions',
      categoryKeys: ['pizzas', 'pizza-classic'],
      group: { key: 'the_greek', options: ['XX-Large'] },
    });
  });

  it('names only options, categories, modifier groups, tags and taxes that it has', () => {
    const keysOf = (rows: readonly { key: string }[]): Set<string> => new Set(rows.map((row) => row.key));
    const [categories, modifierGroups] = [keysOf(catalog.categories), keysOf(catalog.modifierGroups)];
    const [tags, taxRates] = [keysOf(catalog.tags), keysOf(catalog.taxRates)];
    const missing = catalog.items.filter(
      (item) =>
        !item.categoryKeys?.every((key) => categories.has(key)) ||
        !(item.modifierGroupKeys ?? []).every((key) => modifierGroups.has(key)) ||
        !(item.tagKeys ?? []).every((key) => tags.has(key)) ||
        !(item.taxRateKeys ?? []).every((key) => taxRates.has(key)),
    );
    expect(missing).toEqual([]);
    const offered = new Map(catalog.itemGroups.map((group) => [group.key, group.attributes[0]?.options]));
    for (const { group } of catalog.items) {
      if (group) expect(offered.get(group.key)).toEqual(expect.arrayContaining([...group.options]));
    }
    for (const { parentKey } of catalog.categories) if (parentKey) expect(parentKey).toBe('pizzas');
  });

  it('has no two items with one SKU or one name', () => {
    expect(countCatalogFacts(catalog)).toMatchObject({ duplicateNames: 0, duplicateSkus: 0, blankSkus: 0 });
  });

  it('can always be chosen from: a group never demands more than it has on offer', () => {
    for (const group of catalog.modifierGroups) {
      const available = group.modifiers.filter((modifier) => modifier.available !== false).length;
      expect(group.minRequired, group.name).toBeLessThanOrEqual(Math.min(available, group.maxAllowed));
      expect(group.maxAllowed, group.name).toBeLessThanOrEqual(group.modifiers.length);
    }
  });

  it('sells the awkward things every counter has', () => {
    expect(extras.length).toBeGreaterThanOrEqual(35);
    expect(countCatalogFacts(catalog)).toMatchObject({
      hiddenItems: 1,
      unavailableItems: 1,
      openPriceItems: 1,
      perUnitItems: 1,
      zeroStocks: 1,
    });
    const names = extras.map((item) => item.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'Mac & Cheese Bites',
        'Jalapeño Poppers',
        'Tiramisù',
        '7" Cookie',
        'Gift card',
      ]),
    );
  });

  it('prints barcodes with right check digits, none twice', () => {
    const codes = catalog.items.flatMap((item) => (item.code ? [item.code] : []));
    expect(codes.length).toBeGreaterThanOrEqual(5);
    expect(codes.filter((code) => !isValidBarcode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(isValidBarcode('036000291452')).toBe(true);
    expect(isValidBarcode('036000291453')).toBe(false);
  });

  it('keeps every text within what Clover takes', () => {
    for (const item of catalog.items) {
      expect(item.name.length).toBeLessThanOrEqual(127);
      expect((item.alternateName ?? '').length).toBeLessThanOrEqual(127);
    }
  });
});

describe('cutting a text', () => {
  it('ends at a whole word within the length and leaves no comma hanging', () => {
    expect(cutAtWord('Spinach, Garlic, Feta', 21)).toBe('Spinach, Garlic, Feta');
    expect(cutAtWord('Spinach, Garlic, Feta', 19)).toBe('Spinach, Garlic');
    expect(cutAtWord('Spinach, Garlic, Feta', 14)).toBe('Spinach');
    expect(cutAtWord('Worcestershire', 5)).toBe('Worce');
  });
});
