import type { TillContext } from '../context.ts';

/** The stock of an item; a quantity that was never set is absent, not zero (clover.md 6.4). */
export function showStock(till: TillContext, itemId: string): Record<string, unknown> {
  const stock = till.state.itemStocks.get(itemId);
  if (!stock) return { item: { id: itemId } };
  return {
    item: { id: itemId },
    // The deprecated count rounds half up.
    stockCount: Math.floor(stock.quantity + 0.5),
    quantity: stock.quantity,
    stockAlertThreshold: stock.stockAlertThreshold,
    modifiedTime: stock.modifiedTime,
  };
}
