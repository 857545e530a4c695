import type { TillCatalog, TillCatalogItem } from '../till/catalog.ts';
import { type Pizza, readPizzas } from './pizza-data.ts';
import { PIZZERIA_MODIFIER_GROUPS } from './pizzeria-modifiers.ts';
import { PIZZERIA_EXTRAS } from './pizzeria-sides.ts';

/** Clover's limit for an item's second name (clover.md 6.1). */
const MAX_ALTERNATE_NAME_LENGTH = 127;
const PIZZA_MODIFIERS = ['crust', 'extra-toppings', 'leave-out'];
const SPICY_WORDS = /jalapeno|chipotle|chilli|nduja|peperoncini/i;

/** A pizzeria's whole menu: 32 pizzas in 96 sizes, and what goes with them. */
export function createPizzeriaCatalog(): TillCatalog {
  const pizzas = readPizzas();
  return {
    categories: [
      { key: 'pizzas', name: 'Pizzas', sortOrder: 1 },
      ...[...new Set(pizzas.map((pizza) => pizza.kind))].map((kind, index) => ({
        key: nameKindKey(kind),
        name: kind,
        sortOrder: index + 2,
        parentKey: 'pizzas',
      })),
      { key: 'sides', name: 'Sides & Antipasti', sortOrder: 10 },
      { key: 'salads', name: 'Salads', sortOrder: 11 },
      { key: 'desserts', name: 'Desserts', sortOrder: 12 },
      { key: 'drinks', name: 'Drinks & Caffè', sortOrder: 13 },
      { key: 'counter', name: 'At the Counter', sortOrder: 14 },
    ],
    modifierGroups: PIZZERIA_MODIFIER_GROUPS,
    tags: [
      { key: 'vegetarian', name: 'Vegetarian' },
      { key: 'spicy', name: 'Spicy' },
    ],
    taxRates: [
      { key: 'sales', name: 'Sales Tax', ratePercent: 8, isDefault: true },
      { key: 'grocery', name: 'Grocery (reduced)', ratePercent: 2.5, isDefault: false },
    ],
    itemGroups: pizzas.map((pizza) => ({
      key: pizza.key,
      name: pizza.name,
      attributes: [{ name: 'Size', options: pizza.sizes.map((size) => size.size) }],
    })),
    items: [...pizzas.flatMap(createPizzaItems), ...PIZZERIA_EXTRAS],
  };
}

function createPizzaItems(pizza: Pizza): TillCatalogItem[] {
  const tagKeys: string[] = [];
  if (pizza.kind === 'Veggie') tagKeys.push('vegetarian');
  if (SPICY_WORDS.test(pizza.ingredients)) tagKeys.push('spicy');
  const alternateName = cutAtWord(pizza.ingredients, MAX_ALTERNATE_NAME_LENGTH);
  return pizza.sizes.map((size) => ({
    name: `${pizza.name} ${size.size}`,
    priceCents: size.priceCents,
    sku: size.sku,
    alternateName,
    categoryKeys: ['pizzas', nameKindKey(pizza.kind)],
    modifierGroupKeys: PIZZA_MODIFIERS,
    tagKeys,
    group: { key: pizza.key, options: [size.size] },
  }));
}

function nameKindKey(kind: string): string {
  return `pizza-${kind.toLowerCase()}`;
}

/** The longest run of whole words within the length, without a comma left hanging. */
export function cutAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = text.lastIndexOf(' ', maxLength);
  return text.slice(0, end > 0 ? end : maxLength).replace(/[\s,]+$/, '');
}
