import type { Database } from 'better-sqlite3';
import type { FieldName } from '../domain/fields.ts';
import type { MergeRule, RuleLedger, Side } from '../engine/ledger-ports.ts';

interface RuleRecord {
  readonly field: FieldName;
  readonly take: Side;
  readonly since_ms: number;
}

/** "Always do this", at most one a field. */
export function createRuleTable(db: Database): RuleLedger {
  const all = db.prepare('SELECT * FROM merge_rule ORDER BY field');
  const put = db.prepare(`
    INSERT INTO merge_rule (field, take, since_ms) VALUES (@field, @take, @sinceMs)
    ON CONFLICT (field) DO UPDATE SET take = excluded.take, since_ms = excluded.since_ms`);
  const remove = db.prepare('DELETE FROM merge_rule WHERE field = ?');
  return {
    all: () => (all.all() as RuleRecord[]).map(readRule),
    put: (rule) => void put.run(rule),
    remove: (field) => remove.run(field).changes > 0,
  };
}

const readRule = ({ field, take, since_ms }: RuleRecord): MergeRule => ({ field, take, sinceMs: since_ms });
