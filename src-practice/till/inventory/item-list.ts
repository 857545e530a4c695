import type { TillContext } from '../context.ts';
import { type FilterFields, flag, number, text, texts, vacant } from '../rest/filter.ts';
import { type List, readShelf } from '../rest/list.ts';
import type { ItemRow } from '../rows.ts';
import { ITEM_EXPANDS, showItem } from './item-view.ts';

/** The list of items; the same fields serve `/categories/{id}/items` and its like. */
export function createItemList(till: TillContext): List<ItemRow> {
  const { items, itemCategories } = till.state;
  return {
    source: readShelf(items, () => {
      if (till.answers.itemOrder === 'id') return items.listSortedIds();
      return till.answers.itemOrder === 'oldest' ? items.keys() : items.listNewestIds();
    }),
    fields: createItemFields(till),
    // Not in the header, and works (clover.md 5.3).
    unlistedFields: { categoryId: texts((item) => itemCategories.rightsOf(item.id)) },
    expands: ITEM_EXPANDS,
    isListed: (item, filters) => {
      if (item.deletedTime === undefined || till.answers.deletedItems === 'always') return true;
      return till.answers.deletedItems === 'onFilter' && filters.some(({ field }) => field === 'deleted');
    },
    show: (item, expand) => showItem(till, item, expand),
  };
}

/** In the order of the recorded header (clover.md 5.3). */
function createItemFields(till: TillContext): FilterFields<ItemRow> {
  const { state } = till;
  const readQuantity = (item: ItemRow): number | undefined => state.itemStocks.get(item.id)?.quantity;
  const isLow = (item: ItemRow): boolean => {
    const stock = state.itemStocks.get(item.id);
    return stock?.stockAlertThreshold !== undefined && stock.quantity < stock.stockAlertThreshold;
  };
  const readTagNames = function* (item: ItemRow): Generator<string, undefined> {
    for (const tag of state.tags.pick(state.itemTags.rightsOf(item.id))) yield tag.name;
  };
  return {
    modifiedTime: number((item) => item.modifiedTime),
    hidden: flag((item) => item.hidden),
    itemCode: text((item) => item.code),
    available: flag((item) => item.available),
    lowStock: flag(isLow),
    'option.id': texts((item) => state.itemOptions.rightsOf(item.id)),
    excludeCashDiscount: vacant(),
    type: vacant(),
    'modifierGroup.id': texts((item) => state.itemModifierGroups.rightsOf(item.id)),
    autoManage: flag((item) => item.autoManage),
    'all_categorized_items.item_uuid': vacant(),
    price: number((item) => item.price),
    menuId: vacant(),
    id: text((item) => item.id),
    sku: text((item) => item.sku),
    defaultTaxRates: flag((item) => item.defaultTaxRates),
    menuItemEnabled: vacant(),
    ageRestricted: vacant(),
    'tags.id': texts((item) => state.itemTags.rightsOf(item.id)),
    alternateName: text((item) => item.alternateName),
    isRevenue: flag((item) => item.isRevenue),
    'tags.name': texts(readTagNames),
    deleted: flag((item) => item.deletedTime !== undefined),
    'item.id': text((item) => item.id),
    name: text((item) => item.name),
    price_type: text((item) => item.priceType),
    'itemStock.quantity': number(readQuantity),
    'itemGroup.id': text((item) => item.itemGroupId),
  };
}
