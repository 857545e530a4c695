import type { StockRow, StockWord } from '../../engine/face.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { formatCount, formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';

const WIDEST_NAME = 40;

/** In the order in which a person looks at them. */
export const STOCK_WORDS: readonly StockWord[] = [
  'conflict',
  'oversold',
  'out',
  'low',
  'sold-out',
  'enough',
  'untracked',
];

/** A product's stock as scripts get it. */
export const createStockDocument = (row: StockRow) => ({
  cloverId: row.cloverId,
  wooId: row.wooId,
  name: row.name,
  sku: row.sku,
  till: row.till,
  store: row.store,
  status: row.word,
  threshold: row.threshold,
  ownThreshold: row.hasOwnThreshold,
  soldOut: row.soldOut !== null,
  backAt: formatIso(row.soldOut?.backMs ?? null),
});

export const listStock = (rows: readonly StockRow[], paint: Palette): string[] =>
  layOutTable(
    [
      { title: 'State' },
      { title: 'Name' },
      { title: 'SKU' },
      { title: 'Till', side: 'right' },
      { title: 'Store', side: 'right' },
      { title: 'Low at', side: 'right' },
      {},
    ],
    rows.map((row) => [
      paintWord(row.word, paint),
      cutText(cleanText(row.name), WIDEST_NAME),
      cleanText(row.sku),
      formatPieces(row.till),
      formatPieces(row.store),
      `${formatCount(row.threshold)}${row.hasOwnThreshold ? '*' : ''}`,
      describeSoldOut(row),
    ]),
  );

const formatPieces = (pieces: number | null): string => (pieces === null ? '-' : formatCount(pieces));

const describeSoldOut = ({ soldOut }: StockRow): string => {
  if (soldOut === null) return '';
  return soldOut.backMs === null ? 'sold out' : `sold out until ${formatTime(soldOut.backMs)}`;
};

function paintWord(word: StockWord, paint: Palette): string {
  const colours = {
    conflict: paint.violet,
    oversold: paint.red,
    out: paint.red,
    'sold-out': paint.yellow,
    low: paint.yellow,
    enough: paint.green,
    untracked: paint.dim,
  };
  return colours[word](word);
}

/** "3 oversold, 12 low"; what is zero is left out. */
export const countStock = (counts: Readonly<Record<StockWord, number>>): string =>
  STOCK_WORDS.filter((word) => counts[word] > 0)
    .map((word) => `${formatCount(counts[word])} ${word}`)
    .join(', ');
