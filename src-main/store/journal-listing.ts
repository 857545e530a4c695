import type { Database } from 'better-sqlite3';
import type { ListingLedger, LogFilter, LoggedLine, LogSort } from '../engine/ledger-ports.ts';
import { type JournalRecord, readEntry } from './journal-table.ts';
import { readPattern } from './like-pattern.ts';
import { rememberStatements } from './sorted-statements.ts';

const ORDER: Readonly<Record<LogSort, string>> = {
  atMs: 'id',
  level: "CASE level WHEN 'error' THEN 0 WHEN 'warn' THEN 1 WHEN 'info' THEN 2 ELSE 3 END",
  action: 'action',
  entity: 'entity COLLATE NOCASE',
  times: 'times',
};
const WHERE = `(@level IS NULL OR level = @level) AND (@side IS NULL OR side = @side)
  AND (@action IS NULL OR action = @action) AND (@entity IS NULL OR entity = @entity)
  AND (@pattern IS NULL OR message LIKE @pattern ESCAPE '\\' OR entity LIKE @pattern ESCAPE '\\'
    OR failure LIKE @pattern ESCAPE '\\')`;
const GROUP = 'GROUP BY level, action, side, message, failure';
const COLUMNS = 'at_ms, level, action, side, entity, message, run_id, failure';
const SINGLE = `SELECT id, ${COLUMNS}, 1 AS times, 1 AS entities, at_ms AS first_ms FROM journal WHERE ${WHERE}`;
const GROUPED = `SELECT id, ${COLUMNS}, times, entities, first_ms FROM (
    SELECT max(id) AS newest_id, count(*) AS times, count(DISTINCT entity) AS entities, min(at_ms) AS first_ms
    FROM journal WHERE ${WHERE} ${GROUP}
  ) JOIN journal ON id = newest_id`;

interface LineRecord extends JournalRecord {
  readonly times: number;
  readonly entities: number;
  readonly first_ms: number;
}

/** The log as the window shows it, each entry by itself or folded with those that say the same. */
export function createJournalListing(db: Database): Pick<ListingLedger, 'journal' | 'journalActions'> {
  const sortBy = (select: string) =>
    rememberStatements(ORDER, (order, direction) =>
      db.prepare(`${select} ORDER BY ${order} ${direction}, id DESC LIMIT @limit OFFSET @offset`),
    );
  const single = sortBy(SINGLE);
  const grouped = sortBy(GROUPED);
  const count = db.prepare(`SELECT count(*) FROM journal WHERE ${WHERE}`).pluck();
  const groupCount = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM journal WHERE ${WHERE} ${GROUP})`)
    .pluck();
  const actions = db.prepare('SELECT DISTINCT action FROM journal ORDER BY action').pluck();
  return {
    journal: ({ isGrouped, sort, isDescending, limit, offset, ...filter }) => {
      const which = bindFilter(filter);
      const sorted = (isGrouped ? grouped : single)(sort, isDescending);
      return {
        entries: (sorted.all({ ...which, limit, offset }) as LineRecord[]).map(readLine),
        total: (isGrouped ? groupCount : count).get(which) as number,
      };
    },
    journalActions: () => actions.all() as string[],
  };
}

const bindFilter = ({ search, level, side, action, entity }: Partial<LogFilter>) => ({
  level: level ?? null,
  side: side ?? null,
  action: action ?? null,
  entity: entity ?? null,
  pattern: readPattern(search),
});

function readLine({ times, entities, first_ms, ...record }: LineRecord): LoggedLine {
  return { ...readEntry(record), times, entities, firstMs: first_ms };
}
