import type { TillContext } from '../context.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { ItemRow } from '../rows.ts';
import { showCategory } from './category-view.ts';
import { showOption } from './item-group-view.ts';
import { GROUP_EXPANDS, showModifierGroup } from './modifier-view.ts';
import { showStock } from './stock-view.ts';
import { showTag } from './tag-view.ts';
import { showTaxRate } from './tax-rate-view.ts';

/** A tax rate of 100 percent (clover.md 6.5). */
const WHOLE_RATE = 10_000_000;

/** clover.md 6.2. Age limits are known by name and never filled in. */
export const ITEM_EXPANDS: ExpandFields = {
  tags: { area: 'inventory' },
  categories: { area: 'inventory' },
  taxRates: { area: 'inventory' },
  modifierGroups: { area: 'inventory', nested: GROUP_EXPANDS },
  itemStock: { area: 'inventory' },
  options: { area: 'inventory' },
  ageRestricted: { area: 'inventory' },
};

/** An item as recorded; a relation that is not expanded is absent (clover.md 6.1). */
export function showItem(till: TillContext, item: ItemRow, expand: Expand): unknown {
  return {
    id: item.id,
    hidden: item.hidden,
    available: item.available,
    autoManage: item.autoManage,
    itemGroup: item.itemGroupId === undefined ? undefined : { id: item.itemGroupId },
    ...(expand.has('options') && { options: showOptions(till, item) }),
    name: item.name,
    alternateName: item.alternateName,
    code: item.code,
    sku: item.sku,
    price: item.price,
    priceType: item.priceType,
    priceWithoutVat: till.merchant.vat ? removeVat(till, item) : undefined,
    defaultTaxRates: item.defaultTaxRates,
    unitName: item.unitName,
    cost: item.cost,
    isRevenue: item.isRevenue,
    ...(expand.size > 0 && showRelations(till, item, expand)),
    colorCode: item.colorCode,
    modifiedTime: item.modifiedTime,
    deletedTime: item.deletedTime,
    deleted: item.deletedTime !== undefined,
  };
}

function showRelations(till: TillContext, item: ItemRow, expand: Expand): Record<string, unknown> {
  const { state } = till;
  const modifierExpand = expand.get('modifierGroups');
  return {
    ...(expand.has('taxRates') && {
      taxRates: showRelated(state.taxRates.pick(state.itemTaxRates.rightsOf(item.id)), showTaxRate),
    }),
    ...(modifierExpand && {
      modifierGroups: showRelated(
        state.modifierGroups.pick(state.itemModifierGroups.rightsOf(item.id)),
        (group) => showModifierGroup(till, group, modifierExpand),
      ),
    }),
    ...(expand.has('categories') && {
      categories: showRelated(state.categories.pick(state.itemCategories.rightsOf(item.id)), showCategory),
    }),
    ...(expand.has('tags') && {
      tags: showRelated(state.tags.pick(state.itemTags.rightsOf(item.id)), showTag),
    }),
    ...(expand.has('itemStock') && { itemStock: showStock(till, item.id) }),
  };
}

function showOptions(till: TillContext, item: ItemRow): { elements: unknown[] } {
  return showRelated(till.state.options.pick(till.state.itemOptions.rightsOf(item.id)), showOption);
}

/** VAT merchants' prices include the tax of all rates that apply (clover.md 6.1). */
function removeVat(till: TillContext, item: ItemRow): number {
  const { state } = till;
  let rate = 0;
  if (item.defaultTaxRates) {
    for (const taxRate of state.taxRates.values()) if (taxRate.isDefault) rate += taxRate.rate;
  } else {
    for (const taxRate of state.taxRates.pick(state.itemTaxRates.rightsOf(item.id))) rate += taxRate.rate;
  }
  return Math.round(item.price / (1 + rate / WHOLE_RATE));
}
