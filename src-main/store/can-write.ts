import type { Database } from 'better-sqlite3';

/** Whether the file takes some pages now; they are taken back. */
export function canWrite(db: Database): boolean {
  try {
    db.transaction(() => {
      db.prepare("INSERT INTO meta (key, value) VALUES ('probe', hex(zeroblob(8192)))").run();
      db.prepare("DELETE FROM meta WHERE key = 'probe'").run();
    }).immediate();
    return true;
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'string') return false;
    throw error;
  }
}
