import { createRandom } from '../random.ts';
import type { TillCatalog } from '../till/catalog.ts';
import { type CatalogFacts, countCatalogFacts } from './facts.ts';
import { draftShop } from './generated-drafts.ts';
import { GENERATED_MODIFIER_GROUPS } from './generated-modifiers.ts';
import { addOddities, SECOND_CATEGORIES, TAGS } from './generated-oddities.ts';

const DELETED_SHARE = 0.01;

/** Every shelf can still find an unused name up to here. */
export const MAX_GENERATED_ITEMS = 40_000;

export interface GeneratedCatalogOptions {
  /** Items on sale, 1 to 40,000; deleted ones come on top. */
  readonly items: number;
  readonly seed: number;
}

export interface GeneratedCatalog {
  readonly catalog: TillCatalog;
  readonly facts: CatalogFacts;
}

/**
 * A restaurant-and-shop's catalog with the flaws real ones have; the same options give the same catalog.
 * Throws a RangeError for a number of items it cannot make.
 */
export function createGeneratedCatalog(options: GeneratedCatalogOptions): GeneratedCatalog {
  const { items, seed } = options;
  if (!Number.isInteger(items) || items < 1 || items > MAX_GENERATED_ITEMS) {
    throw new RangeError(`a generated catalog has 1 to ${MAX_GENERATED_ITEMS} items, not ${items}`);
  }
  const random = createRandom(seed);
  const shop = draftShop(random, items, Math.round(items * DELETED_SHARE));
  addOddities(random, shop.live);
  const categoryNames = [...shop.shelves.map((shelf) => shelf.name), ...SECOND_CATEGORIES];
  const catalog: TillCatalog = {
    categories: categoryNames.map((name, index) => ({ key: name, name, sortOrder: index + 1 })),
    modifierGroups: GENERATED_MODIFIER_GROUPS,
    tags: TAGS.map((name) => ({ key: name, name })),
    taxRates: [
      { key: 'sales', name: 'Sales Tax', ratePercent: 8.25, isDefault: true },
      { key: 'grocery', name: 'Grocery Tax', ratePercent: 2, isDefault: false },
      { key: 'alcohol', name: 'Alcohol Tax', ratePercent: 10, isDefault: false },
    ],
    itemGroups: shop.itemGroups,
    items: [...shop.live, ...shop.deleted].map((draft) => draft.item),
  };
  return { catalog, facts: countCatalogFacts(catalog) };
}
