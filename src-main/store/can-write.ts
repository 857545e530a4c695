import { closeSync, openSync } from 'node:fs';
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
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    // A disk that was read-only and is mended takes nothing from what was opened before.
    return /^SQLITE_(READONLY|IOERR)/.test(code) && canOpen(db.name);
  }
}

function canOpen(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}
