import { describe, expect, it } from 'vitest';
import { createPizzeriaCatalog } from '../../../../src-practice/catalogs/pizzeria.ts';
import type { TillCatalog } from '../../../../src-practice/till/catalog.ts';
import { openTill, pluck } from './open-till.ts';

const EMPTY: TillCatalog = {
  categories: [],
  modifierGroups: [],
  tags: [],
  taxRates: [],
  itemGroups: [],
  items: [],
};

const CATALOG: TillCatalog = {
  categories: [
    { key: 'soups', name: 'Soups', parentKey: 'warm' },
    { key: 'warm', name: 'Warm', sortOrder: 3 },
  ],
  modifierGroups: [
    {
      key: 'extras',
      name: 'Extras',
      minRequired: 0,
      maxAllowed: 2,
      modifiers: [
        { name: 'Bread', priceCents: 50 },
        { name: 'Egg', priceCents: 80, available: false },
      ],
    },
  ],
  tags: [{ key: 'hot', name: 'Hot 🌶' }],
  taxRates: [{ key: 'food', name: 'Food', ratePercent: 8.25, isDefault: false }],
  itemGroups: [{ key: 'tea', name: 'Tea', attributes: [{ name: 'Size', options: ['S', 'L'] }] }],
  items: [
    {
      name: 'Soup',
      priceCents: 599,
      categoryKeys: ['soups', 'warm'],
      modifierGroupKeys: ['extras'],
      tagKeys: ['hot'],
      taxRateKeys: ['food'],
      stock: 4,
    },
    { name: 'ignored', priceCents: 199, group: { key: 'tea', options: ['L'] } },
    { name: 'Gone', priceCents: 1, deleted: true },
  ],
};

describe('a loaded catalog', () => {
  it('is there with all its ties', async () => {
    const { till, call } = await openTill();
    const ids = till.load(CATALOG);
    const expand = 'categories,modifierGroups.modifiers,tags,taxRates,itemStock';
    const soup = (await call('GET', `/items/${ids.items[0]}?expand=${expand}`)).json;
    expect(soup).toMatchObject({ name: 'Soup', price: 599, defaultTaxRates: false });
    expect(soup.categories.elements[0]).toMatchObject({
      name: 'Soups',
      parentCategory: { id: ids.categories.get('warm') },
    });
    expect(soup.modifierGroups.elements[0].modifiers.elements[1]).toMatchObject({
      name: 'Egg',
      price: 80,
      available: false,
    });
    expect(soup.tags.elements[0].name).toBe('Hot ?');
    expect(soup.taxRates.elements[0].rate).toBe(825_000);
    expect(soup.itemStock.quantity).toBe(4);
    const listed = await call('GET', '/items');
    expect(pluck(listed, 'name')).toEqual(['Tea L', 'Soup']);
    expect(till.state.items.size).toBe(3);
  });

  it('with a key that names nothing is refused', async () => {
    const { till } = await openTill();
    const items = [{ name: 'Soup', priceCents: 1, tagKeys: ['missing'] }];
    expect(() => till.load({ ...EMPTY, items })).toThrow(/missing/);
    const group = { key: 'tea', options: ['XL'] };
    expect(() => till.load({ ...CATALOG, items: [{ name: 'x', priceCents: 1, group }] })).toThrow(/XL/);
  });

  it('has the same ids on every machine', async () => {
    const [first, second] = [await openTill(), await openTill()];
    expect(first.till.load(CATALOG).items).toEqual(second.till.load(CATALOG).items);
  });

  it('may be the whole pizzeria, whose names come out as its menu says', async () => {
    const { till } = await openTill();
    const catalog = createPizzeriaCatalog();
    const { items } = till.load(catalog);
    const made = items.map((id) => till.state.items.get(id)?.name);
    expect(made).toEqual(catalog.items.map(({ name }) => name));
  });
});

describe('the staff', () => {
  it('add, edit, rename and remove as the API does', async () => {
    const { till, call, clock } = await openTill();
    const { categories } = till.load(CATALOG);
    const id = till.staff.addItem({ name: 'Cake 🍰', price: 450 });
    clock.advance(3000);
    till.staff.editItem(id, { price: 475, sku: 'C1' });
    expect((await call('GET', `/items/${id}`)).json).toMatchObject({
      name: 'Cake ?',
      price: 475,
      sku: 'C1',
      modifiedTime: 1795229724000,
    });
    till.staff.renameCategory(categories.get('warm') ?? '', 'Hot dishes');
    expect(pluck(await call('GET', '/categories'), 'name')).toContain('Hot dishes');
    till.staff.removeItem(id);
    expect((await call('GET', `/items/${id}`)).status).toBe(404);
    expect(() => till.staff.sell(id, 1)).toThrow('invalid ID');
    expect(() => till.staff.renameCategory('nope', 'x')).toThrow();
  });
});
