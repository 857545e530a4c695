import type { Database } from 'better-sqlite3';
import type { StockRule, StockRuleLedger } from '../engine/ledger-ports.ts';

interface StockRuleRecord {
  readonly link_id: number;
  readonly low_threshold: number | null;
  readonly is_sold_out: number;
  readonly back_ms: number | null;
}

/** What a person set for the stock of single products. */
export function createStockRuleTable(db: Database): StockRuleLedger {
  const all = db.prepare('SELECT * FROM stock_rule');
  const get = db.prepare('SELECT * FROM stock_rule WHERE link_id = ?');
  const put = db.prepare(`
    INSERT INTO stock_rule (link_id, low_threshold, is_sold_out, back_ms)
    VALUES (@linkId, @lowThreshold, @isSoldOut, @backMs)
    ON CONFLICT (link_id) DO UPDATE SET low_threshold = excluded.low_threshold, is_sold_out = excluded.is_sold_out,
      back_ms = excluded.back_ms`);
  const remove = db.prepare('DELETE FROM stock_rule WHERE link_id = ?');
  const due = db.prepare('SELECT * FROM stock_rule WHERE back_ms <= ? ORDER BY back_ms, link_id');

  return {
    all: () => new Map((all.all() as StockRuleRecord[]).map((record) => [record.link_id, readRule(record)])),
    get: (linkId) => {
      const record = get.get(linkId) as StockRuleRecord | undefined;
      return record ? readRule(record) : null;
    },
    put: ({ linkId, lowThreshold, soldOut }) => {
      if (lowThreshold === null && soldOut === null) remove.run(linkId);
      else
        put.run({
          linkId,
          lowThreshold,
          isSoldOut: soldOut === null ? 0 : 1,
          backMs: soldOut?.backMs ?? null,
        });
    },
    due: (nowMs) => (due.all(nowMs) as StockRuleRecord[]).map(readRule),
  };
}

const readRule = (record: StockRuleRecord): StockRule => ({
  linkId: record.link_id,
  lowThreshold: record.low_threshold,
  soldOut: record.is_sold_out === 1 ? { backMs: record.back_ms } : null,
});
