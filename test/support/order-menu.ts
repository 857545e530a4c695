import type { TillCatalog } from '../../src-practice/till/catalog.ts';

/** A kitchen with what an order can hold: choices, a variant, a tax, counts. */
export const ORDER_MENU: TillCatalog = {
  categories: [{ key: 'food', name: 'Food' }],
  modifierGroups: [
    {
      key: 'toppings',
      name: 'Toppings',
      minRequired: 0,
      maxAllowed: 3,
      modifiers: [
        { name: 'Olives', priceCents: 75 },
        { name: 'Ham', priceCents: 150 },
        { name: 'Basil', priceCents: 0 },
      ],
    },
  ],
  tags: [],
  taxRates: [],
  itemGroups: [{ key: 'juice', name: 'Juice', attributes: [{ name: 'Size', options: ['Small', 'Large'] }] }],
  items: [
    { name: 'Margherita', priceCents: 1095, sku: 'MARG', stock: 50, modifierGroupKeys: ['toppings'] },
    { name: 'Calzone', priceCents: 1333, sku: 'CALZ', stock: 50, modifierGroupKeys: ['toppings'] },
    { name: 'Salad', priceCents: 649, sku: 'SALAD', stock: 50 },
    { name: 'Water', priceCents: 199, sku: 'WATER' },
    ...['Small', 'Large'].map((size, at) => ({
      name: '',
      priceCents: 300 + at * 100,
      sku: `JUICE-${at}`,
      stock: 50,
      group: { key: 'juice', options: [size] },
    })),
  ],
};
