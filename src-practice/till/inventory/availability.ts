import { readNow, type TillContext } from '../context.ts';
import type { ItemRow } from '../rows.ts';

/**
 * Lets `available` follow the stock of an item that manages itself: 0 makes it unavailable, 1 available
 * (clover.md 6.1). Needs a merchant who tracks stock and a quantity that was set.
 */
export function followStock(till: TillContext, item: ItemRow): ItemRow {
  if (!item.autoManage || !till.merchant.trackStock) return item;
  const stock = till.state.itemStocks.get(item.id);
  if (!stock) return item;
  const available = stock.quantity > 0;
  if (available === item.available) return item;
  return till.state.items.put({ ...item, available, modifiedTime: readNow(till) });
}
