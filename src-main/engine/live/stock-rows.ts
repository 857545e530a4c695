import type { Settings } from '../../domain/settings.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { StockRow, StockWord } from '../live-face.ts';

/** The most urgent first. */
const ORDER: readonly StockWord[] = ['oversold', 'out', 'low', 'enough', 'untracked'];

/** Every linked product with its last agreed counts, oversold, out and low first, then by name. */
export function listStockRows(ledger: Ledger, settings: Settings): StockRow[] {
  const shadows = ledger.shadows.all();
  const rules = ledger.stockRules.all();
  const global = Number(settings['stock.lowThreshold']);
  const rows = ledger.links
    .all()
    .filter((link) => link.kind !== 'category' && link.groupId !== link.cloverId && link.status !== 'deleted')
    .map((link): StockRow => {
      const agreed = shadows.get(link.id)?.stock;
      const rule = rules.get(link.id);
      const threshold = rule?.lowThreshold ?? global;
      const till = typeof agreed?.till === 'number' ? agreed.till : null;
      const store = typeof agreed?.store === 'number' ? agreed.store : null;
      return {
        linkId: link.id,
        cloverId: link.cloverId,
        wooId: link.wooId,
        name: link.name,
        sku: link.sku,
        till,
        store,
        word: readWord(till, store, threshold),
        threshold,
        hasOwnThreshold: typeof rule?.lowThreshold === 'number',
        soldOut: rule?.soldOut ?? null,
      };
    });
  return rows.sort(
    (left, right) =>
      ORDER.indexOf(left.word) - ORDER.indexOf(right.word) ||
      left.name.localeCompare(right.name) ||
      left.linkId - right.linkId,
  );
}

function readWord(till: number | null, store: number | null, threshold: number): StockWord {
  const counts = [till, store].filter((count) => count !== null);
  if (counts.length === 0) return 'untracked';
  const least = Math.min(...counts);
  if (least < 0) return 'oversold';
  if (least < 1) return 'out';
  return least <= threshold ? 'low' : 'enough';
}
