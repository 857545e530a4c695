import type { Database } from 'better-sqlite3';
import { findDataFailure } from '../domain/data-failure.ts';
import type { Failure } from '../domain/failure.ts';

/** More than the cache below holds: pages are put into the log before any commit, which a full disk refuses. */
const PROBE_BYTES = 128 * 1024;
const CACHED_PAGES = 8;

/**
 * Why the data file takes nothing now: its disk is full or read-only, or another program holds it. Nothing is committed, so
 * that whoever only reads leaves the file as it was.
 * @returns null where it can be written
 */
export function findWriteTrouble(db: Database): Failure | null {
  const cached = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = ${CACHED_PAGES}`);
  try {
    db.exec('BEGIN IMMEDIATE');
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', hex(zeroblob(?)))").run(
      PROBE_BYTES,
    );
    return null;
  } catch (error) {
    const failure = findDataFailure(error, db.name);
    if (failure === null) throw error;
    return failure;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma(`cache_size = ${cached}`);
  }
}
