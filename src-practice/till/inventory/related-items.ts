import type { TillContext } from '../context.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { ItemRow } from '../rows.ts';
import { ITEM_EXPANDS, showItem } from './item-view.ts';

/** `expand=items` on whatever has items. */
export const RELATED_ITEM_EXPANDS: ExpandFields = { items: { area: 'inventory', nested: ITEM_EXPANDS } };

/** The `items` of a row when they are expanded, else nothing. */
export function showRelatedItems(
  till: TillContext,
  itemIds: Iterable<string>,
  expand: Expand,
): { items?: unknown } {
  const itemExpand = expand.get('items');
  if (!itemExpand) return {};
  return { items: showRelated(pickLive(till, itemIds), (item) => showItem(till, item, itemExpand)) };
}

function* pickLive(till: TillContext, itemIds: Iterable<string>): Generator<ItemRow, undefined> {
  for (const item of till.state.items.pick(itemIds)) if (item.deletedTime === undefined) yield item;
}
