import type { AgreedField, FieldName, FieldValue, Shadow } from './fields.ts';
import type { LivePlan } from './live-plan.ts';
import { isFieldOn, type PlanContext } from './plan-context.ts';
import type { ItemPlanner } from './plan-subject.ts';
import { applyPriceRule } from './price-rule.ts';
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
  const members = (store.variations.get(product.id) ?? []).flatMap(
    (variation) => describeMember(variation, product, planner) ?? [],
  );
  if (members.length === 0) return null;
  return { kind: 'group', name: product.name, attributes: product.attributes, members };
}

/** A variation as the till would have it; null where it has no price or no options yet. */
export function describeMember(
  variation: StoreProduct,
  product: StoreProduct,
  planner: ItemPlanner,
): NewTillMember | null {
  const item = describeNewItem(variation, product.name, planner);
  const isWhole = variation.options.length > 0 && variation.options.every(({ option }) => option !== '');
  if (item === null || !isWhole) return null;
  const { id: wooId, options } = variation;
  return { wooId, options, item: { ...item, ...listCategories(product, planner) } };
}

function describeNewItem(product: StoreProduct, name: string, planner: ItemPlanner): NewTillItem | null {
  const { context, foreign } = planner;
  const stored = describeStoreProduct(product, foreign.owned);
  const price = stored.get('price');
  if (typeof price !== 'number' || price < 0 || name.trim() === '') return null;
  const priceAmount = invertPrice(price, price, context.priceRule, context.defaultTaxRate);
  if (priceAmount === null) return null;
  const stock = stored.get('stock');
  const description = shortenDescription(product.shortDescription);
  const availability = stored.get('availability');
  const { settings } = context;
  const item = {
    name: name.trim().slice(0, LONGEST_NAME),
    priceAmount,
    ...(isFieldOn(settings, 'sku') && product.sku !== '' ? { sku: product.sku } : {}),
    ...(isFieldOn(settings, 'barcode') && product.barcode !== '' ? { barcode: product.barcode } : {}),
    ...(isFieldOn(settings, 'description') && description !== '' ? { alternateName: description } : {}),
    // Draft, private and pending products are made hidden (features.md B23).
    isHidden: availability === UNPUBLISHED || availability === 'hidden' || product.status === 'private',
    isAvailable: availability !== 'off' && availability !== EMPTY,
    ...(isFieldOn(settings, 'stock') && typeof stock === 'number' ? { stockCount: stock } : {}),
    ...listCategories(product, planner),
  };
  return { ...item, agreed: describeAgreed(item, stored, context) };
}

/** Each shared value as the till will have it, with the store's that it was made from. */
function describeAgreed(
  item: NewTillItem,
  stored: ReadonlyMap<FieldName, FieldValue>,
  { settings, priceRule, defaultTaxRate }: PlanContext,
): Shadow {
  const { name, priceAmount, sku = '', barcode = '', alternateName = '' } = item;
  const said: Shadow = {
    name: agreeOn(name),
    price: agreeOn(priceAmount, applyPriceRule(priceAmount, priceRule, defaultTaxRate)),
    sku: agreeOn(sku),
    barcode: agreeOn(barcode),
    availability: agreeOn(item.isAvailable === false ? 'off' : item.isHidden ? 'hidden' : 'on'),
    description: agreeOn(alternateName),
  };
  const agreed: { [field in FieldName]?: AgreedField } = {};
  for (const [field, value] of Object.entries(said) as [FieldName, AgreedField][]) {
    const store = stored.get(field);
    if (store !== undefined && isFieldOn(settings, field)) agreed[field] = { ...value, store };
  }
  return agreed;
}

const agreeOn = (till: FieldValue, sent = till): AgreedField => ({ till, sent, store: null });

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
