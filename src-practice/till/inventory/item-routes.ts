import type { TillContext } from '../context.ts';
import { readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED, readExpand } from '../rest/expand.ts';
import { missItem, refuse } from '../rest/failure.ts';
import { answerList } from '../rest/list.ts';
import type { ItemRow } from '../rows.ts';
import { ITEM_PATCH } from './item-body.ts';
import { addItem, checkNewItem, findItem, removeItem, replaceItem, updateItem } from './item-desk.ts';
import { createItemList } from './item-list.ts';
import { ITEM_EXPANDS, showItem } from './item-view.ts';

/** `/items` (clover.md 6.2). */
export function createItemRoutes(till: TillContext): Route[] {
  const list = createItemList(till);
  const show = (item: ItemRow): TillAnswer => ({ body: showItem(till, item, NOTHING_EXPANDED) });
  const find = (call: TillCall): ItemRow => findItem(till, call.param('itemId'));
  return [
    { method: 'GET', path: '/items', area: 'inventory', answer: (call) => answerList(till, call, list) },
    {
      method: 'POST',
      path: '/items',
      area: 'inventory',
      answer: (call) => show(addItem(till, checkNewItem(till, readBody(call, ITEM_PATCH)))),
    },
    { method: 'DELETE', path: '/items', area: 'inventory', answer: (call) => removeItems(till, call) },
    { method: 'GET', path: '/items/{itemId}', area: 'inventory', answer: (call) => readItem(till, call) },
    {
      method: 'POST',
      path: '/items/{itemId}',
      area: 'inventory',
      answer: (call) => show(updateItem(till, find(call), readBody(call, ITEM_PATCH))),
    },
    {
      method: 'PUT',
      path: '/items/{itemId}',
      area: 'inventory',
      answer: (call) => show(replaceItem(till, find(call), readBody(call, ITEM_PATCH))),
    },
    {
      method: 'DELETE',
      path: '/items/{itemId}',
      area: 'inventory',
      answer: (call) => {
        removeItem(till, find(call));
        return EMPTY_ANSWER;
      },
    },
  ];
}

function readItem(till: TillContext, call: TillCall): TillAnswer {
  const item = till.state.items.get(call.param('itemId'));
  const isHidden = item?.deletedTime !== undefined && till.answers.deletedItemRead === 'notFound';
  if (!item || isHidden) throw missItem();
  return { body: showItem(till, item, readExpand(call, ITEM_EXPANDS, till.answers)) };
}

/** `DELETE /items?itemIds=a,b`: ids that are not there are passed over; unpublished (clover.md 6.2). */
function removeItems(till: TillContext, call: TillCall): TillAnswer {
  const ids = call.query.getAll('itemIds').flatMap((list) => list.split(','));
  if (ids.every((id) => id === '')) throw refuse('itemIds must not be null');
  for (const id of ids) {
    const item = till.state.items.get(id);
    if (item && item.deletedTime === undefined) removeItem(till, item);
  }
  return EMPTY_ANSWER;
}
