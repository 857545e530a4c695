import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { findDataFailure } from '../domain/data-failure.ts';
import { createFailure, FailureError } from '../domain/failure.ts';
import { renameOver } from '../runtime/write-whole.ts';
import { FIRST } from './migrations/001-first.ts';
import { LISTINGS } from './migrations/002-listings.ts';
import { ALERTS } from './migrations/003-alerts.ts';
import { JOURNAL_FAILURE } from './migrations/004-journal-failure.ts';
import { LIVE } from './migrations/005-live.ts';
import { RETENTION } from './migrations/006-retention.ts';
import { ORDERS } from './migrations/007-orders.ts';
import { LAPSED_ANSWERS } from './migrations/008-lapsed-answers.ts';
import { STORE_PUT_BACK } from './migrations/009-store-put-back.ts';
import { keepRights, makePrivate } from './private-file.ts';

/** "TLBR", so that a file is recognised as ours. */
const APPLICATION_ID = 0x544c4252;
/** promises.md D2. */
const BUSY_MS = 5_000;
/** Forward only; a file's `user_version` is the number of those that have run. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  LISTINGS,
  ALERTS,
  JOURNAL_FAILURE,
  LIVE,
  RETENTION,
  ORDERS,
  LAPSED_ANSWERS,
  STORE_PUT_BACK,
];

export interface OpenOptions {
  readonly file: string;
  /** A better-sqlite3 binary for runtimes whose Node-API is too old for the packaged one; null uses that. */
  readonly nativeBinding: string | null;
  /** Without the index beside the log, which a full disk has no room for; nobody else can open the file meanwhile. */
  readonly isAlone?: boolean;
  /** How long a write waits for another program to let go of the file, in milliseconds; five seconds where it is not given. */
  readonly busyMs?: number;
  /** Tests bring their own. */
  readonly migrations?: readonly string[];
}

/**
 * Opens the data file: checked, with full durability, at the newest schema. A copy is kept before a migration.
 * @throws FailureError DATA_DAMAGED, DATA_TOO_NEW or DATA_UNWRITABLE
 */
export function openDatabase(options: OpenOptions): Database.Database {
  const migrations = options.migrations ?? MIGRATIONS;
  const db = openFile(options);
  try {
    if (options.isAlone) db.pragma('locking_mode = EXCLUSIVE');
    setPragmas(db, options.busyMs ?? BUSY_MS);
    checkFile(db, options.file, migrations.length);
    migrate(db, options.file, migrations);
  } catch (error) {
    db.close();
    throw translate(error, options.file);
  }
  return db;
}

function openFile({ file, nativeBinding }: OpenOptions): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    keepRights(dirname(file), 0o700);
    makePrivate(file);
    return new Database(file, nativeBinding === null ? {} : { nativeBinding });
  } catch (error) {
    throw translate(error, file);
  }
}

/**
 * better-sqlite3's build turns WAL into synchronous NORMAL at the first write, so FULL is set on every open:
 * a committed intent must survive a power cut.
 */
function setPragmas(db: Database.Database, busyMs: number): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`busy_timeout = ${busyMs}`);
  db.pragma('journal_size_limit = 67108864');
  db.pragma('temp_store = MEMORY');
  // The system keeps the file's pages too; four times as much (the default of this build) is no faster.
  db.pragma('cache_size = -4096');
  db.pragma('fullfsync = ON'); // macOS: plain fsync does not reach the drive there; ignored elsewhere
}

function checkFile(db: Database.Database, file: string, newest: number): void {
  const answer = db.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok')
    throw new FailureError(createFailure('DATA_DAMAGED', { file, detail: String(answer) }));
  const owner = db.pragma('application_id', { simple: true });
  if (owner !== 0 && owner !== APPLICATION_ID) {
    throw new FailureError(createFailure('DATA_DAMAGED', { file, detail: 'it belongs to another program' }));
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > newest) throw new FailureError(createFailure('DATA_TOO_NEW', { file, version, newest }));
}

/**
 * Foreign keys are off meanwhile, which can only be said outside a transaction: a step may build a table anew, and
 * dropping the old one would delete every row that refers to it. They are checked before the commit instead.
 */
function migrate(db: Database.Database, file: string, migrations: readonly string[]): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === migrations.length) return;
  const copy = `${file}.before-v${migrations.length}`;
  if (version > 0 && !existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { force: true });
    makePrivate(unfinished);
    db.prepare('VACUUM INTO ?').run(unfinished);
    renameOver(unfinished, copy);
  }
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step);
    checkReferences(db, file);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
  db.pragma('foreign_keys = ON');
}

function checkReferences(db: Database.Database, file: string): void {
  const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  const [first] = broken;
  if (!first) return;
  const detail = `${broken.length} rows refer to nothing, the first one from ${first.table} to ${first.parent}`;
  throw new FailureError(createFailure('DATA_DAMAGED', { file, detail }));
}

function translate(error: unknown, file: string): unknown {
  if (error instanceof FailureError) return error;
  const failure = findDataFailure(error, file);
  return failure ? new FailureError(failure) : error;
}
