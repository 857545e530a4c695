import { completeSettings } from '../../domain/settings.ts';
import type { OrderStock } from './order-context.ts';
import { createStockBook, type StockBookParts } from './stock-book.ts';
import { createStockProbe } from './stock-probe.ts';
import { createStockReturn } from './stock-return.ts';
import { createStockSale } from './stock-sale.ts';

/**
 * The stock of web orders. The sync carries every difference from one side to the other; what it cannot see is
 * that two differences are one sale, or that a sale is off. Both are said by moving the agreed counts: so many
 * pieces fewer on both sides mean that each side has that many too many, or, where both have lowered, that
 * nothing is left to carry. It does not matter whether the sync was there before.
 */
export function createOrderStock(parts: StockBookParts): OrderStock {
  const { ledger } = parts;
  const book = createStockBook(parts);
  const probe = createStockProbe(parts);
  const readWho = (): 'unknown' | 'clover' | 'app' => {
    const who = completeSettings(ledger.settings.all())['stock.whoLowersTill'];
    return who === 'clover' || who === 'app' ? who : probe.read();
  };
  return {
    ...createStockSale({ ...parts, book, probe, readWho }),
    ...createStockReturn({ ...parts, book, probe, readWho }),
  };
}
