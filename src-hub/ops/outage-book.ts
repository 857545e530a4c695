import type { HubSql } from '../database/sql.ts';

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
  listOpen(): Promise<readonly Outage[]>;
  /** False where another node has begun it at the same moment. */
  begin(shopId: string, kind: OutageKind, atMs: number, mail: MailState): Promise<boolean>;
  end(outage: Outage, atMs: number, mail: MailState, endMail: MailState): Promise<void>;
  /** Those with mail to send, the oldest first. */
  listDue(): Promise<readonly Outage[]>;
  noteMail(id: number, mail: MailState, endMail: MailState, tries: number): Promise<void>;
  countMailed(shopId: string, sinceMs: number): Promise<number>;
  list(shopId: string): Promise<readonly Outage[]>;
}

const COLUMNS =
  'id, shop_id AS "shopId", kind, began_ms AS "beganMs", ended_ms AS "endedMs", mail, end_mail AS "endMail", tries';
/** Far more than one round sends. */
const MOST_DUE = 1000;

export function createOutageBook(sql: HubSql): OutageBook {
  return {
    listOpen: () => sql.all<Outage>(`SELECT ${COLUMNS} FROM outage WHERE ended_ms IS NULL`),
    begin: async (shopId, kind, atMs, mail) => {
      const count = await sql.run(
        `INSERT INTO outage (shop_id, kind, began_ms, mail, end_mail) VALUES (?, ?, ?, ?, 'none') ON CONFLICT DO NOTHING`,
        ...[shopId, kind, atMs, mail],
      );
      return count > 0;
    },
    end: async ({ id }, atMs, mail, endMail) =>
      void (await sql.run(
        'UPDATE outage SET ended_ms = ?, mail = ?, end_mail = ?, tries = 0 WHERE id = ?',
        ...[atMs, mail, endMail, id],
      )),
    listDue: () =>
      sql.all<Outage>(
        `SELECT ${COLUMNS} FROM outage WHERE mail = 'due' OR end_mail = 'due' ORDER BY id LIMIT ?`,
        MOST_DUE,
      ),
    noteMail: async (id, mail, endMail, tries) =>
      void (await sql.run(
        'UPDATE outage SET mail = ?, end_mail = ?, tries = ? WHERE id = ?',
        ...[mail, endMail, tries, id],
      )),
    countMailed: async (shopId, sinceMs) => {
      const [row] = await sql.all<{ n: number }>(
        `SELECT count(*) AS n FROM outage WHERE shop_id = ? AND began_ms > ? AND mail IN ('sent', 'due')`,
        ...[shopId, sinceMs],
      );
      return row?.n ?? 0;
    },
    list: (shopId) => sql.all<Outage>(`SELECT ${COLUMNS} FROM outage WHERE shop_id = ? ORDER BY id`, shopId),
  };
}
