import type { LivePlan } from './live-plan.ts';
import { isFieldOn } from './plan-context.ts';
import type { ItemPlanner } from './plan-subject.ts';
import type { StoreCatalog, StoreProduct } from './store-catalog.ts';
import { describeStoreProduct, EMPTY, UNPUBLISHED } from './stored-fields.ts';
import type { NewTillItem, NewTillMember, NewTillProduct, TillCategoryRef } from './till-patch.ts';
import { invertPrice, LONGEST_NAME, shortenDescription } from './till-values.ts';

/**
 * What the till would get for a product that only the store has; null where the rules or the till forbid it.
 * A product without a price is not sold yet, and the till asks for one.
 */
export function planTillProduct(
  product: StoreProduct,
  store: StoreCatalog,
  live: LivePlan,
  planner: ItemPlanner,
): NewTillProduct | null {
  if (live.mayCreate?.has(String(product.id)) === false) return null;
  if (live.reach === 'store' || planner.context.settings['sync.create.till'] === 'off') return null;
  if (product.type === 'simple') {
    const item = describeNewItem(product, product.name, planner);
    return item === null ? null : { kind: 'item', item };
  }
  if (product.type !== 'variable') return null;
  const members = (store.variations.get(product.id) ?? []).flatMap((variation): NewTillMember[] => {
    const item = describeNewItem(variation, product.name, planner);
    const isWhole = variation.options.length > 0 && variation.options.every(({ option }) => option !== '');
    return item === null || !isWhole
      ? []
      : [
          {
            wooId: variation.id,
            options: variation.options,
            item: { ...item, ...listCategories(product, planner) },
          },
        ];
  });
  if (members.length === 0) return null;
  return { kind: 'group', name: product.name, attributes: product.attributes, members };
}

function describeNewItem(product: StoreProduct, name: string, planner: ItemPlanner): NewTillItem | null {
  const { context, foreign } = planner;
  const stored = describeStoreProduct(product, foreign.owned);
  const price = stored.get('price');
  if (typeof price !== 'number' || price < 0 || name.trim() === '') return null;
  const stock = stored.get('stock');
  const description = shortenDescription(product.shortDescription);
  const availability = stored.get('availability');
  const { settings } = context;
  return {
    name: name.trim().slice(0, LONGEST_NAME),
    priceAmount: invertPrice(price, price, context.priceRule, context.defaultTaxRate),
    ...(isFieldOn(settings, 'sku') && product.sku !== '' ? { sku: product.sku } : {}),
    ...(isFieldOn(settings, 'barcode') && product.barcode !== '' ? { barcode: product.barcode } : {}),
    ...(isFieldOn(settings, 'description') && description !== '' ? { alternateName: description } : {}),
    // Draft, private and pending products are made hidden (features.md B23).
    isHidden: availability === UNPUBLISHED || availability === 'hidden' || product.status === 'private',
    isAvailable: availability !== 'off' && availability !== EMPTY,
    ...(isFieldOn(settings, 'stock') && typeof stock === 'number' ? { stockCount: stock } : {}),
    ...listCategories(product, planner),
  };
}

function listCategories(product: StoreProduct, planner: ItemPlanner): Pick<NewTillItem, 'categories'> {
  if (!isFieldOn(planner.context.settings, 'categories')) return {};
  // One that the till does not have yet is made before its products are.
  const add = product.categoryIds
    .filter((id) => id !== planner.foreign.fallback)
    .map((id): TillCategoryRef => {
      const till = planner.tillIds.get(String(id));
      return till === undefined ? { store: id } : { till };
    });
  return add.length === 0 ? {} : { categories: { add, remove: [] } };
}
