import type { Database } from 'better-sqlite3';
import type { InboxEntry, InboxLedger, Side } from '../engine/ledger-ports.ts';

interface InboxRecord {
  readonly seq: number;
  readonly side: Side;
  readonly key: string;
  readonly first_ms: number;
}

/**
 * What is to be looked at again, one row a thing. A repeated hint takes a new `seq` but keeps its place in the line,
 * so that a thing that changes all the time is neither lost nor starved; `seq` comes from a counter of its own,
 * since the highest one in the table may have been removed.
 */
export function createInboxTable(db: Database): InboxLedger {
  const reserve = db.prepare('UPDATE inbox_counter SET last_seq = last_seq + ? RETURNING last_seq').pluck();
  const put = db.prepare(`
    INSERT INTO inbox (seq, side, key, first_ms) VALUES (?, ?, ?, ?)
    ON CONFLICT (side, key) DO UPDATE SET seq = excluded.seq`);
  const take = db.prepare('SELECT seq, side, key, first_ms FROM inbox ORDER BY id LIMIT ?');
  const remove = db.prepare('DELETE FROM inbox WHERE side = ? AND key = ? AND seq = ?');
  const count = db.prepare(
    'SELECT count(*) AS waiting, (SELECT first_ms FROM inbox ORDER BY id LIMIT 1) AS oldestMs FROM inbox',
  );
  const clear = db.prepare('DELETE FROM inbox');
  const add = db.transaction<InboxLedger['add']>((hints, nowMs) => {
    let seq = (reserve.get(hints.length) as number) - hints.length;
    for (const { side, key } of hints) {
      seq += 1;
      put.run(seq, side, key, nowMs);
    }
  });
  const removeAll = db.transaction<InboxLedger['remove']>((entries) => {
    for (const { side, key, seq } of entries) remove.run(side, key, seq);
  });

  return {
    add: (hints, nowMs) => {
      if (hints.length > 0) add(hints, nowMs);
    },
    take: (limit) => (take.all(limit) as InboxRecord[]).map(readEntry),
    remove: (entries) => removeAll(entries),
    count: () => count.get() as ReturnType<InboxLedger['count']>,
    clear: () => void clear.run(),
  };
}

const readEntry = (record: InboxRecord): InboxEntry => ({
  seq: record.seq,
  side: record.side,
  key: record.key,
  firstMs: record.first_ms,
});
