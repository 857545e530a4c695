import type { Alert } from '../../domain/alert.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Say } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { StockRow } from '../live-face.ts';
import { listStockRows } from './stock-rows.ts';

const LOW = 'stock.low';
const OVERSOLD = 'stock.oversold';
const CONFLICTS = 'sync.conflicts';
/** As many names as a notification can hold. */
const MOST_NAMES = 3;
const TOLD = 'stock.told';

/**
 * Tells of products that have just become low, run out or been sold below zero, and of new conflicts: each
 * once, and again only after it was well in between.
 */
export function tellStock(ledger: Ledger, alerts: Alerts, settings: Settings): void {
  const rows = listStockRows(ledger, settings, ['oversold', 'out', 'low']);
  const told = new Set(JSON.parse(ledger.meta.get(TOLD) ?? '[]') as string[]);
  const keys = rows.map((row) => `${row.linkId} ${row.word}`);
  const news = rows.filter((row) => !told.has(`${row.linkId} ${row.word}`));
  const text = JSON.stringify(keys);
  if (text !== ledger.meta.get(TOLD)) ledger.meta.put(TOLD, text);
  raise(
    alerts,
    OVERSOLD,
    rows,
    news.filter(({ word }) => word === 'oversold'),
    (names, say) => ({
      title: say('{{names}}: sold below zero.', { names }),
      body: say('More was sold than there was. Cancel one of the orders, buy in, or let it wait.'),
    }),
  );
  raise(
    alerts,
    LOW,
    rows,
    news.filter(({ word }) => word !== 'oversold'),
    (names, say) => ({
      title: say('{{names}}: low or out of stock.', { names }),
      body: say('Open Stock to see how many are left on both sides.'),
    }),
  );
  const conflicts = ledger.conflicts.count();
  if (conflicts === 0) alerts.settle(CONFLICTS);
  else if (Number(ledger.meta.get(CONFLICTS) ?? 0) < conflicts)
    alerts.raise(({ say }) => ({
      kind: 'sync-error',
      key: CONFLICTS,
      title: say('{{count}} conflicts wait for you.', { count: conflicts }),
      body: say('The same field was changed on both sides. Choose which one holds.'),
      opens: '#/conflicts',
    }));
  if (Number(ledger.meta.get(CONFLICTS) ?? 0) !== conflicts) ledger.meta.put(CONFLICTS, String(conflicts));
}

function raise(
  alerts: Alerts,
  key: string,
  all: readonly StockRow[],
  news: readonly StockRow[],
  putInWords: (names: string, say: Say) => Pick<Alert, 'title' | 'body'>,
): void {
  const isOver = !all.some(({ word }) => (word === 'oversold') === (key === OVERSOLD));
  if (isOver) alerts.settle(key);
  if (news.length === 0) return;
  alerts.raise(({ say }) => ({
    kind: 'low-stock',
    key,
    ...putInWords(nameProducts(news, say), say),
    opens: '#/stock',
  }));
}

function nameProducts(rows: readonly StockRow[], say: Say): string {
  const names = rows
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ');
  const others = rows.length - MOST_NAMES;
  return others > 0 ? say('{{names}} and {{others}} more', { names, others }) : names;
}
