import type { Database } from 'better-sqlite3';
import { keyTillCategory } from '../domain/build-patch.ts';
import { asCloverId } from '../domain/ids.ts';
import type { ListingLedger } from '../engine/ledger-ports.ts';
import { type ChangeRecord, readChange } from './change-table.ts';
import { createJournalListing } from './journal-listing.ts';
import { readPattern } from './like-pattern.ts';
import { createProductListing } from './product-listing.ts';
import { createStockListing } from './stock-listing.ts';

const CHANGE_WHERE = `run_id = @runId AND (@action IS NULL OR action = @action)
  AND (@pattern IS NULL OR name LIKE @pattern ESCAPE '\\' OR sku LIKE @pattern ESCAPE '\\')`;

interface CategoryRecord {
  readonly clover_id: string | null;
  readonly woo_id: number | null;
  readonly name: string;
}

/** Sorted by these few columns alone: a row's decisions are long. What needs a person first, what is left alone last. */
const CHANGE_ORDER = `CASE action WHEN 'review' THEN 0 WHEN 'conflict' THEN 1 WHEN 'skip' THEN 3 ELSE 2 END`;

/** Long lists as a person looks at them; the data file does the searching and sorting. */
export function createListings(db: Database): ListingLedger {
  const changes = db.prepare(
    `SELECT run_change.* FROM (
       SELECT id AS row_id, ${CHANGE_ORDER} AS place FROM run_change WHERE ${CHANGE_WHERE}
       ORDER BY place, id LIMIT @limit OFFSET @offset
     ) JOIN run_change ON id = row_id ORDER BY place, id`,
  );
  const changeCount = db.prepare(`SELECT count(*) FROM run_change WHERE ${CHANGE_WHERE}`).pluck();
  const categories = db.prepare(
    `SELECT clover_id, woo_id, name FROM run_change WHERE kind = 'category'
     UNION SELECT clover_id, woo_id, name FROM link WHERE kind = 'category'`,
  );
  return {
    ...createProductListing(db),
    ...createJournalListing(db),
    ...createStockListing(db),
    categoryNames: () => {
      const names = new Map<string, string>();
      for (const { clover_id, woo_id, name } of categories.all() as CategoryRecord[]) {
        if (clover_id !== null) names.set(keyTillCategory(asCloverId(clover_id)), name);
        if (woo_id !== null) names.set(String(woo_id), name);
      }
      return names;
    },
    changes: (runId, { action, search, limit, offset }) => {
      const which = { runId, action: action ?? null, pattern: readPattern(search) };
      return {
        rows: (changes.all({ ...which, limit, offset }) as ChangeRecord[]).map(readChange),
        total: changeCount.get(which) as number,
      };
    },
  };
}
