import { z } from 'zod';
import type { TillContext } from '../context.ts';
import { missField, readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { number, text } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import type { ItemRow, ItemStockRow } from '../rows.ts';
import { findItem } from './item-desk.ts';
import { clearStock, setStock } from './stock-desk.ts';
import { showStock } from './stock-view.ts';

/** Decimals and negatives are quantities too; the deprecated stockCount is dropped (clover.md 6.4). */
const STOCK_BODY = z.object({
  quantity: z.number().exactOptional(),
  stockAlertThreshold: z.number().exactOptional(),
});

/** `/item_stocks` (clover.md 6.4). */
export function createStockRoutes(till: TillContext): Route[] {
  const list = createStockList(till);
  const find = (call: TillCall): ItemRow => findItem(till, call.param('itemId'));
  const show = (item: ItemRow): TillAnswer => ({ body: showStock(till, item.id) });
  const set = (call: TillCall): TillAnswer => {
    const item = find(call);
    const { quantity, stockAlertThreshold } = readBody(call, STOCK_BODY);
    if (quantity === undefined) throw missField('quantity');
    setStock(till, item.id, quantity, stockAlertThreshold);
    return show(item);
  };
  const clear = (call: TillCall): TillAnswer => {
    clearStock(till, find(call).id);
    return EMPTY_ANSWER;
  };
  const path = '/item_stocks/{itemId}';
  return [
    {
      method: 'GET',
      path: '/item_stocks',
      area: 'inventory',
      answer: (call) => answerList(till, call, list),
    },
    { method: 'GET', path, area: 'inventory', answer: (call) => show(find(call)) },
    { method: 'POST', path, area: 'inventory', answer: set },
    { method: 'PUT', path, area: 'inventory', answer: set },
    { method: 'DELETE', path, area: 'inventory', answer: clear },
  ];
}

/** Only stocks that were set, the oldest first; the fields to filter by are not published. */
function createStockList(till: TillContext): List<ItemStockRow> {
  const { itemStocks } = till.state;
  return {
    source: readShelf(itemStocks, () => itemStocks.keys()),
    fields: {
      modifiedTime: number((stock) => stock.modifiedTime),
      quantity: number((stock) => stock.quantity),
      'item.id': text((stock) => stock.id),
      id: text((stock) => stock.id),
    },
    expands: {},
    show: (stock) => showStock(till, stock.id),
  };
}
