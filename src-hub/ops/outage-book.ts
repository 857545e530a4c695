import type { Database } from 'better-sqlite3';

export type OutageKind = 'silent' | 'till' | 'store';
/** What became of a mail; `due` is still to be sent, `none` is not to be. */
export type MailState = 'due' | 'sent' | 'failed' | 'no address' | 'no mail server' | 'too many' | 'none';

export interface Outage {
  readonly id: number;
  readonly shopId: string;
  readonly kind: OutageKind;
  readonly beganMs: number;
  readonly endedMs: number | null;
  readonly mail: MailState;
  readonly endMail: MailState;
  readonly tries: number;
}

export interface OutageBook {
  findOpen(shopId: string, kind: OutageKind): Outage | null;
  begin(shopId: string, kind: OutageKind, atMs: number, mail: MailState): void;
  end(outage: Outage, atMs: number, mail: MailState, endMail: MailState): void;
  /** Those with mail to send, the oldest first. */
  listDue(limit: number): readonly Outage[];
  noteMail(id: number, mail: MailState, endMail: MailState, tries: number): void;
  countMailed(shopId: string, sinceMs: number): number;
  list(shopId: string): readonly Outage[];
}

const COLUMNS =
  'id, shop_id AS shopId, kind, began_ms AS beganMs, ended_ms AS endedMs, mail, end_mail AS endMail, tries';

export function createOutageBook(db: Database): OutageBook {
  /** Asked for every shop every minute, so the answer "none" comes from memory. */
  const openKeys = new Set(
    db
      .prepare<[], { key: string }>(`SELECT shop_id || ' ' || kind AS key FROM outage WHERE ended_ms IS NULL`)
      .all()
      .map(({ key }) => key),
  );
  const open = db.prepare<[string, string], Outage>(
    `SELECT ${COLUMNS} FROM outage WHERE shop_id = ? AND kind = ? AND ended_ms IS NULL`,
  );
  const begin = db.prepare(
    `INSERT INTO outage (shop_id, kind, began_ms, mail, end_mail) VALUES (?, ?, ?, ?, 'none')`,
  );
  const end = db.prepare('UPDATE outage SET ended_ms = ?, mail = ?, end_mail = ?, tries = 0 WHERE id = ?');
  const due = db.prepare<[number], Outage>(
    `SELECT ${COLUMNS} FROM outage WHERE mail = 'due' OR end_mail = 'due' ORDER BY id LIMIT ?`,
  );
  const note = db.prepare('UPDATE outage SET mail = ?, end_mail = ?, tries = ? WHERE id = ?');
  const mailed = db.prepare<[string, number], { n: number }>(
    `SELECT count(*) AS n FROM outage WHERE shop_id = ? AND began_ms > ? AND mail IN ('sent', 'due')`,
  );
  const list = db.prepare<[string], Outage>(`SELECT ${COLUMNS} FROM outage WHERE shop_id = ? ORDER BY id`);
  return {
    findOpen: (shopId, kind) => (openKeys.has(`${shopId} ${kind}`) ? (open.get(shopId, kind) ?? null) : null),
    begin: (shopId, kind, atMs, mail) => {
      begin.run(shopId, kind, atMs, mail);
      openKeys.add(`${shopId} ${kind}`);
    },
    end: ({ id, shopId, kind }, atMs, mail, endMail) => {
      end.run(atMs, mail, endMail, id);
      openKeys.delete(`${shopId} ${kind}`);
    },
    listDue: (limit) => due.all(limit),
    noteMail: (id, mail, endMail, tries) => void note.run(mail, endMail, tries, id),
    countMailed: (shopId, sinceMs) => mailed.get(shopId, sinceMs)?.n ?? 0,
    list: (shopId) => list.all(shopId),
  };
}
