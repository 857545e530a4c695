import type { Database } from 'better-sqlite3';
import { asCloverId, asWooId } from '../domain/ids.ts';
import type { ListingLedger, StockRow, StockWord } from '../engine/ledger-ports.ts';
import { readPattern } from './like-pattern.ts';

interface StockRecord {
  readonly id: number;
  readonly clover_id: string;
  readonly woo_id: number | null;
  readonly name: string;
  readonly sku: string;
  readonly till: number | null;
  readonly store: number | null;
  readonly low_threshold: number | null;
  readonly is_sold_out: number | null;
  readonly back_ms: number | null;
  readonly word: StockWord;
}

/** While a person has to choose, what each side says now; else what both last agreed on. */
const CLASH = "LEFT JOIN conflict ON conflict.link_id = link.id AND conflict.field = 'stock'";
const readCount = (side: 'till' | 'store'): string =>
  `CASE WHEN conflict.id IS NULL THEN ${side}_stock ELSE conflict.${side} ->> '$' END`;

/** By hand, or switched off on a side and agreed so. Few have the word at all, so that most are not taken apart. */
const IS_OFF = `coalesce(is_sold_out, 0) = 1
  OR (instr(fields, '"off"') > 0 AND fields ->> '$.availability.till' = 'off')`;

/** Items and variants with their counts and what they are called; a group as a whole has none of its own. */
const ROWS = `
  SELECT link.id AS id, name, coalesce(min(till_stock, store_stock), till_stock, store_stock) AS least,
    coalesce(low_threshold, @lowThreshold) AS threshold, conflict.id AS clash, ${IS_OFF} AS is_off
  FROM link LEFT JOIN shadow ON shadow.link_id = link.id LEFT JOIN stock_rule ON stock_rule.link_id = link.id ${CLASH}
  WHERE kind <> 'category' AND (group_id IS NULL OR group_id <> clover_id) AND status <> 'deleted'
    AND (@pattern IS NULL OR name LIKE @pattern ESCAPE '\\' OR sku LIKE @pattern ESCAPE '\\')`;
/** The most urgent first. */
const WORDS: readonly StockWord[] = ['conflict', 'oversold', 'out', 'low', 'sold-out', 'enough', 'untracked'];
const WORD = `CASE WHEN clash IS NOT NULL THEN 0 WHEN least < 0 THEN 1 WHEN least < 1 THEN 2 WHEN is_off THEN 4
  WHEN least IS NULL THEN 6 WHEN least <= threshold THEN 3 ELSE 5 END`;
const WORD_NAME = `CASE rank ${WORDS.map((word, at) => `WHEN ${at} THEN '${word}'`).join(' ')} END`;

/** Counts as people look at them: sorted by these few columns, then read row by row. */
export function createStockListing(db: Database): Pick<ListingLedger, 'stock' | 'countStock'> {
  const page = db.prepare(`
    SELECT link.id AS id, clover_id, woo_id, link.name AS name, sku, ${readCount('till')} AS till, ${readCount('store')} AS store,
      low_threshold, is_sold_out, back_ms, ${WORD_NAME} AS word
    FROM (
      SELECT id AS place, name AS title, ${WORD} AS rank FROM (${ROWS})
      WHERE @words IS NULL OR ${WORD} IN (SELECT value FROM json_each(@words))
      ORDER BY rank, title COLLATE NOCASE, place LIMIT @limit OFFSET @offset
    ) JOIN link ON link.id = place
    LEFT JOIN shadow ON shadow.link_id = place LEFT JOIN stock_rule ON stock_rule.link_id = place ${CLASH}
    ORDER BY rank, title COLLATE NOCASE, place`);
  const count = db.prepare(`SELECT ${WORD} AS word, count(*) AS count FROM (${ROWS}) GROUP BY 1`);
  return {
    stock: ({ words, lowThreshold, search, limit, offset }) => {
      const asked = words ? JSON.stringify(words.map((word) => WORDS.indexOf(word))) : null;
      const pattern = readPattern(search);
      const records = page.all({ words: asked, lowThreshold, pattern, limit, offset }) as StockRecord[];
      return records.map((record) => readRow(record, lowThreshold));
    },
    countStock: (lowThreshold, search) => {
      const counts: Record<StockWord, number> = {
        conflict: 0,
        oversold: 0,
        out: 0,
        'sold-out': 0,
        low: 0,
        enough: 0,
        untracked: 0,
      };
      for (const row of count.all({ lowThreshold, pattern: readPattern(search) }) as {
        word: number;
        count: number;
      }[]) {
        const word = WORDS[row.word];
        if (word) counts[word] = row.count;
      }
      return counts;
    },
  };
}

const readRow = (record: StockRecord, lowThreshold: number): StockRow => ({
  linkId: record.id,
  cloverId: asCloverId(record.clover_id),
  wooId: record.woo_id === null ? null : asWooId(record.woo_id),
  name: record.name,
  sku: record.sku,
  till: record.till,
  store: record.store,
  word: record.word,
  threshold: record.low_threshold ?? lowThreshold,
  hasOwnThreshold: record.low_threshold !== null,
  soldOut: record.is_sold_out === 1 ? { backMs: record.back_ms } : null,
});
