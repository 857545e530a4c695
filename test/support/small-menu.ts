import type { TillCatalog } from '../../src-practice/till/catalog.ts';

const PLAIN_ITEMS = 14;
const COUNT_AT_FIRST = 20;

/** A menu that has one of everything the sync can write, and is imported in a moment. */
export const SMALL_MENU: TillCatalog = {
  categories: [
    { key: 'food', name: 'Food' },
    { key: 'drinks', name: 'Drinks' },
    { key: 'extras', name: 'Extras' },
  ],
  modifierGroups: [],
  tags: [],
  taxRates: [],
  itemGroups: [
    { key: 'juice', name: 'Juice', attributes: [{ name: 'Size', options: ['Small', 'Large'] }] },
    { key: 'soup', name: 'Soup', attributes: [{ name: 'Size', options: ['Cup', 'Bowl'] }] },
  ],
  items: [
    ...Array.from({ length: PLAIN_ITEMS }, (_, at) => ({
      name: `Dish ${String.fromCharCode(65 + at)}`,
      priceCents: 500 + at * 25,
      sku: `DISH-${at}`,
      stock: COUNT_AT_FIRST,
      categoryKeys: [at % 2 === 0 ? 'food' : 'extras'],
    })),
    ...['Small', 'Large'].map((size, at) => ({
      name: '',
      priceCents: 300 + at * 100,
      sku: `JUICE-${at}`,
      stock: COUNT_AT_FIRST,
      categoryKeys: ['drinks'],
      group: { key: 'juice', options: [size] },
    })),
    ...['Cup', 'Bowl'].map((size, at) => ({
      name: '',
      priceCents: 400 + at * 100,
      sku: `SOUP-${at}`,
      stock: COUNT_AT_FIRST,
      categoryKeys: ['food'],
      group: { key: 'soup', options: [size] },
    })),
  ],
};
