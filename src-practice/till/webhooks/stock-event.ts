import type { WebhookAnswers } from '../app/app-options.ts';
import type { ItemStockRow } from '../rows.ts';
import type { EventData, TillEvents } from './till-events.ts';

/** A person or an app set the stock, or a sale took from it or gave back. */
export type StockCause = 'set' | 'sale';

/**
 * Tells of a stock: always when it was set, by whomever, but of a sale only when it takes the stock below its
 * threshold (clover.md 9.3).
 */
export function tellStock(
  events: TillEvents,
  answers: WebhookAnswers,
  cause: StockCause,
  before: ItemStockRow | undefined,
  after: ItemStockRow,
): void {
  if (cause === 'sale' && !isSaleTold(answers, before, after)) return;
  if (answers.inventoryTopics === 'single') events.tell('I', after.id, 'UPDATE');
  else events.tell('IS', after.id, before ? 'UPDATE' : 'CREATE', readData(answers, after));
}

function isSaleTold(
  { saleStock }: WebhookAnswers,
  before: ItemStockRow | undefined,
  after: ItemStockRow,
): boolean {
  if (saleStock !== 'threshold') return saleStock === 'always';
  const threshold = after.stockAlertThreshold;
  if (threshold === undefined || !before) return false;
  return before.quantity >= threshold && after.quantity < threshold;
}

/** The names of the fields are cut off in what is published: those of the stock itself (clover.md 9.3). */
function readData({ stockPayload }: WebhookAnswers, stock: ItemStockRow): EventData {
  if (stockPayload === 'bare') return {};
  const { quantity, stockAlertThreshold } = stock;
  return {
    quantity,
    stockCount: Math.trunc(quantity),
    ...(stockAlertThreshold !== undefined && { stockAlertThreshold }),
  };
}
