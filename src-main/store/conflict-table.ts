import type { Database } from 'better-sqlite3';
import type { FieldName, FieldValue } from '../domain/fields.ts';
import { asCloverId } from '../domain/ids.ts';
import type { Conflict, ConflictLedger, Ruling } from '../engine/ledger-ports.ts';

interface ConflictRecord {
  readonly id: number;
  readonly link_id: number;
  readonly clover_id: string;
  readonly name: string;
  readonly field: FieldName;
  readonly base: string;
  readonly till: string;
  readonly store: string;
  readonly since_ms: number;
  readonly ruling_take: Ruling['take'] | null;
  readonly ruling_value: string | null;
  readonly seen_till: string | null;
  readonly seen_store: string | null;
  readonly lapsed: string | null;
}

const SELECT =
  'SELECT conflict.*, link.clover_id, link.name FROM conflict JOIN link ON link.id = conflict.link_id';

/** Fields that both sides changed differently, one row a field; values are JSON and compared as such. */
export function createConflictTable(db: Database): ConflictLedger {
  // A ruling holds only while both sides are as the person saw them.
  const isAsSeen = 'seen_till = excluded.till AND seen_store = excluded.store';
  const rule = (column: string): string => `${column} = CASE WHEN ${isAsSeen} THEN ${column} END`;
  const lapse = `lapsed = CASE WHEN ruling_take IS NULL OR (${isAsSeen}) THEN lapsed ELSE
    json_object('take', ruling_take, 'value', json(ruling_value), 'seenTill', json(seen_till), 'seenStore', json(seen_store))
    END`;
  const open = db.prepare(`
    INSERT INTO conflict (link_id, field, base, till, store, since_ms)
    VALUES (@linkId, @field, @base, @till, @store, @nowMs)
    ON CONFLICT (link_id, field) DO UPDATE SET base = excluded.base, till = excluded.till, store = excluded.store,
      ${[...['ruling_take', 'ruling_value', 'seen_till', 'seen_store'].map(rule), lapse].join(', ')}`);
  const close = db.prepare('DELETE FROM conflict WHERE link_id = ? AND field = ?');
  const get = db.prepare(`${SELECT} WHERE conflict.id = ?`);
  const find = db.prepare(`${SELECT} WHERE link_id = ? AND field = ?`);
  const ofLink = db.prepare(`${SELECT} WHERE link_id = ? ORDER BY conflict.id`);
  const page = db.prepare(
    `${SELECT} WHERE (@field IS NULL OR field = @field) ORDER BY conflict.id LIMIT @limit OFFSET @offset`,
  );
  const count = db.prepare('SELECT count(*) FROM conflict WHERE @field IS NULL OR field = @field').pluck();
  const setRuling = db.prepare(`
    UPDATE conflict SET ruling_take = @take, ruling_value = @value, seen_till = @seenTill, seen_store = @seenStore,
      lapsed = NULL WHERE id = @id`);
  const countLapsed = db.prepare('SELECT count(*) FROM conflict WHERE lapsed IS NOT NULL').pluck();
  const read = (records: unknown[]): Conflict[] =>
    records.map((record) => readConflict(record as ConflictRecord));

  return {
    open: ({ linkId, field, base, till, store }, nowMs) => {
      const [before] = read(find.all(linkId, field));
      open.run({
        linkId,
        field,
        base: JSON.stringify(base),
        till: JSON.stringify(till),
        store: JSON.stringify(store),
        nowMs,
      });
      const [after] = read(find.all(linkId, field));
      return before?.ruling && !after?.ruling ? before.ruling : null;
    },
    close: (linkId, field) => void close.run(linkId, field),
    get: (id) => read(get.all(id))[0] ?? null,
    find: (linkId, field) => read(find.all(linkId, field))[0] ?? null,
    ofLink: (linkId) => read(ofLink.all(linkId)),
    page: ({ field, limit, offset }) => read(page.all({ field: field ?? null, limit, offset })),
    count: (field) => count.get({ field: field ?? null }) as number,
    countLapsed: () => countLapsed.get() as number,
    setRuling: (id, ruling) => void setRuling.run({ id, ...writeRuling(ruling) }),
  };
}

function writeRuling(ruling: Ruling | null) {
  if (ruling === null) return { take: null, value: null, seenTill: null, seenStore: null };
  return {
    take: ruling.take,
    value: JSON.stringify(ruling.value),
    seenTill: JSON.stringify(ruling.seenTill),
    seenStore: JSON.stringify(ruling.seenStore),
  };
}

function readConflict(record: ConflictRecord): Conflict {
  return {
    id: record.id,
    linkId: record.link_id,
    cloverId: asCloverId(record.clover_id),
    name: record.name,
    field: record.field,
    base: readValue(record.base),
    till: readValue(record.till),
    store: readValue(record.store),
    sinceMs: record.since_ms,
    ruling:
      record.ruling_take === null
        ? null
        : {
            take: record.ruling_take,
            value: readValue(record.ruling_value),
            seenTill: readValue(record.seen_till),
            seenStore: readValue(record.seen_store),
          },
    lapsed: record.lapsed === null ? null : (JSON.parse(record.lapsed) as Ruling),
  };
}

const readValue = (text: string | null): FieldValue =>
  text === null ? null : (JSON.parse(text) as FieldValue);
