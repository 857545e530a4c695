import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { HubFailure } from '../hub-failure.ts';
import { LOG } from './migrations/001-log.ts';
import { TENANTS } from './migrations/002-tenants.ts';
import { OPS } from './migrations/003-ops.ts';

/** In the hub's data folder. */
export const DATA_FILE = 'hub.db';
/** "TLHB", so that a file is recognised as the relay's. */
const APPLICATION_ID = 0x544c4842;
/** Forward only; a file's `user_version` is the number of those that have run. */
const MIGRATIONS: readonly string[] = [LOG, TENANTS, OPS];

/**
 * Opens the relay's data file, durable and at the newest schema; 0600 in a folder of its own (0700).
 * @param nativeBinding a better-sqlite3 binary for a runtime with an older Node-API; the package's own where null
 * @throws HubFailure DATA_DAMAGED, DATA_TOO_NEW or DATA_UNWRITABLE
 */
export function openHubDatabase(file: string, nativeBinding: string | null = null): Database.Database {
  const db = openFile(file, nativeBinding);
  try {
    setPragmas(db);
    checkFile(db, file);
    migrate(db);
  } catch (error) {
    db.close();
    throw translate(error, file);
  }
  return db;
}

function openFile(file: string, nativeBinding: string | null): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600)); // before SQLite makes it, so that its WAL gets the same rights
    chmodSync(file, 0o600);
    return new Database(file, nativeBinding === null ? {} : { nativeBinding });
  } catch (error) {
    throw translate(error, file);
  }
}

function translate(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (error instanceof HubFailure || typeof code !== 'string') return error;
  const detail = error instanceof Error ? error.message : code;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new HubFailure('DATA_DAMAGED', describeDamage(file, detail));
  return new HubFailure(
    'DATA_UNWRITABLE',
    `${file} cannot be written (${detail}). Make sure that the disk has room and that the folder is the hub’s own.`,
  );
}

const describeDamage = (file: string, detail: string): string =>
  `${file} is damaged (${detail}). Restore it from a backup, or move it away and pair the shops anew.`;

/** better-sqlite3's build turns WAL into synchronous NORMAL, so FULL is set at every open (promises.md 2.5). */
function setPragmas(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  // Copying pages back holds up everybody, so that a thread does it (checkpointer.ts); this is where that fails: 64 MB.
  db.pragma('wal_autocheckpoint = 16000');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('temp_store = MEMORY');
  db.pragma('secure_delete = ON'); // what a shop erases must not stay in free pages (features.md H20)
  db.pragma('fullfsync = ON'); // macOS: plain fsync does not reach the drive there; ignored elsewhere
}

function checkFile(db: Database.Database, file: string): void {
  const owner = Number(db.pragma('application_id', { simple: true }));
  if (owner !== 0 && owner !== APPLICATION_ID)
    throw new HubFailure('DATA_DAMAGED', `${file} belongs to another program. Choose another data folder.`);
  const answer = db.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new HubFailure('DATA_DAMAGED', describeDamage(file, String(answer)));
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length)
    throw new HubFailure(
      'DATA_TOO_NEW',
      `${file} was written by a newer hub (schema ${version}, this one knows ${MIGRATIONS.length}). Install that version again.`,
    );
}

function migrate(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === MIGRATIONS.length) return;
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}
