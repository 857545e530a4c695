import type { Database } from 'better-sqlite3';
import { type AlertKind, type AlertOutlet, type KeptAlert, URGENT_KINDS } from '../domain/alert.ts';
import type { AlertLedger } from '../engine/ledger-ports.ts';

interface AlertRecord {
  readonly id: number;
  readonly kind: AlertKind;
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly opens: string;
  readonly count: number;
  readonly since_ms: number;
  readonly last_ms: number;
  readonly seen_ms: number | null;
  readonly desktop_ms: number | null;
  readonly mail_ms: number | null;
}

const TOLD: Readonly<Record<AlertOutlet, string>> = { desktop: 'desktop_ms', mail: 'mail_ms' };
const THESE = 'id IN (SELECT value FROM json_each(@ids))';

/** Alerts, one row for each key. */
export function createAlertTable(db: Database): AlertLedger {
  const find = db.prepare('SELECT * FROM alert WHERE key = ?');
  const put = db.prepare(`
    INSERT INTO alert (kind, key, title, body, opens, count, since_ms, last_ms, seen_ms, desktop_ms, mail_ms)
    VALUES (@kind, @key, @title, @body, @opens, @count, @sinceMs, @lastMs, @seenMs, @desktopMs, @mailMs)
    ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, title = excluded.title, body = excluded.body,
      opens = excluded.opens, count = excluded.count, since_ms = excluded.since_ms, last_ms = excluded.last_ms,
      seen_ms = excluded.seen_ms, desktop_ms = excluded.desktop_ms, mail_ms = excluded.mail_ms`);
  const unseen = db.prepare('SELECT * FROM alert WHERE seen_ms IS NULL ORDER BY since_ms, id');
  const page = db.prepare(
    'SELECT * FROM alert ORDER BY seen_ms IS NOT NULL, since_ms DESC, id DESC LIMIT @limit OFFSET @offset',
  );
  const countUnseen = db.prepare('SELECT count(*) FROM alert WHERE seen_ms IS NULL').pluck();
  const markSeen = db.prepare(`UPDATE alert SET seen_ms = @atMs WHERE seen_ms IS NULL AND ${THESE}`);
  const remove = db.prepare('DELETE FROM alert WHERE id = ?');
  const [markTold, lastTold] = prepareTold(db);
  const prune = db.prepare(`
    DELETE FROM alert WHERE id IN (
      SELECT id FROM alert
      ORDER BY seen_ms IS NULL, kind IN (SELECT value FROM json_each(@urgent)), last_ms, id
      LIMIT max(0, (SELECT count(*) FROM alert) - @most))`);
  const urgent = JSON.stringify(URGENT_KINDS);

  return {
    find: (key) => {
      const record = find.get(key) as AlertRecord | undefined;
      return record ? readAlert(record) : null;
    },
    put: ({ toldMs, ...alert }) => void put.run({ ...alert, desktopMs: toldMs.desktop, mailMs: toldMs.mail }),
    unseen: () => (unseen.all() as AlertRecord[]).map(readAlert),
    page: (range) => (page.all(range) as AlertRecord[]).map(readAlert),
    countUnseen: () => countUnseen.get() as number,
    markSeen: (ids, atMs) => markSeen.run({ ids: JSON.stringify(ids), atMs }).changes,
    remove: (id) => void remove.run(id),
    markTold: (ids, outlet, atMs) => void markTold[outlet].run({ ids: JSON.stringify(ids), atMs }),
    lastTold: (outlet) =>
      new Map(
        (lastTold[outlet].all() as { kind: AlertKind; at: number }[]).map(({ kind, at }) => [kind, at]),
      ),
    prune: (most) => prune.run({ urgent, most }).changes,
  };
}

function prepareTold(db: Database) {
  const prepare = (outlet: AlertOutlet, write: (column: string) => string) => db.prepare(write(TOLD[outlet]));
  const mark = (column: string): string => `UPDATE alert SET ${column} = @atMs WHERE ${THESE}`;
  const last = (column: string): string =>
    `SELECT kind, max(${column}) AS at FROM alert WHERE ${column} IS NOT NULL GROUP BY kind`;
  return [
    { desktop: prepare('desktop', mark), mail: prepare('mail', mark) },
    { desktop: prepare('desktop', last), mail: prepare('mail', last) },
  ] as const;
}

const readAlert = (record: AlertRecord): KeptAlert => ({
  id: record.id,
  kind: record.kind,
  key: record.key,
  title: record.title,
  body: record.body,
  opens: record.opens,
  count: record.count,
  sinceMs: record.since_ms,
  lastMs: record.last_ms,
  seenMs: record.seen_ms,
  toldMs: { desktop: record.desktop_ms, mail: record.mail_ms },
});
