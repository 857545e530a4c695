import { readNow, type TillContext } from '../context.ts';
import { type StockCause, tellStock } from '../webhooks/stock-event.ts';
import { followStock } from './availability.ts';

/** Sets the absolute quantity; the item itself does not count as modified (clover.md 6.4). */
export function setStock(
  till: TillContext,
  itemId: string,
  quantity: number,
  stockAlertThreshold = till.state.itemStocks.get(itemId)?.stockAlertThreshold,
  cause: StockCause = 'set',
): void {
  const modifiedTime = readNow(till);
  const before = till.state.itemStocks.get(itemId);
  const after = till.state.itemStocks.put({ id: itemId, quantity, stockAlertThreshold, modifiedTime });
  tellStock(till.events, till.webhooks, cause, before, after);
  const item = till.state.items.get(itemId);
  if (item) followStock(till, item);
}

/** Lowers or raises a quantity that was set, where the merchant's sales do that at all (clover.md 6.4). */
export function moveStock(till: TillContext, itemId: string, change: number): void {
  const stock = till.state.itemStocks.get(itemId);
  if (!stock || !till.merchant.trackStock || !till.merchant.updateStock) return;
  setStock(till, itemId, stock.quantity + change, stock.stockAlertThreshold, 'sale');
}

/** Back to never set. */
export function clearStock(till: TillContext, itemId: string): void {
  if (!till.state.itemStocks.delete(itemId)) return;
  if (till.webhooks.inventoryTopics === 'split') till.events.tell('IS', itemId, 'DELETE');
  else till.events.tell('I', itemId, 'UPDATE');
}
