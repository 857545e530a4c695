import type { Settings } from '../../domain/settings.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { StockRow, StockWord } from '../live-face.ts';

/** Linked products with their last agreed counts, conflicts, oversold, out and low first, then by name. */
export const listStockRows = (
  { listings }: Pick<Ledger, 'listings'>,
  settings: Settings,
  words?: readonly StockWord[],
): StockRow[] =>
  listings.stock({
    words,
    lowThreshold: readLowThreshold(settings),
    limit: Number.MAX_SAFE_INTEGER,
    offset: 0,
  });

/** The threshold of products that have none of their own. */
export const readLowThreshold = (settings: Settings): number => Number(settings['stock.lowThreshold']);
