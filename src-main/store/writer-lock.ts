import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createFailure, FailureError } from '../domain/failure.ts';
import { type HolderName, readHolder, writeHolder } from './lock-holder.ts';
import { makePrivate } from './private-file.ts';

/**
 * Holds the data folder for one writer; freed by the system however the process ends. Keep it referenced: a
 * collected handle is a closed one.
 */
export interface WriterLock {
  release(): void;
}

/**
 * Takes the data folder for this process. An open exclusive transaction on a file of its own is the lock:
 * unlike a pid file it cannot outlive a `kill -9`.
 * @param name who takes it, told to those who come meanwhile
 * @throws FailureError DATA_IN_USE with the holder's pid and name
 */
export function acquireWriterLock(
  dataDir: string,
  nativeBinding: string | null,
  name: HolderName | null = null,
): WriterLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const holderFile = join(dataDir, 'writer.pid');
  const lockFile = join(dataDir, 'writer.lock');
  makePrivate(lockFile);
  const db = new Database(lockFile, nativeBinding === null ? {} : { nativeBinding });
  try {
    db.pragma('busy_timeout = 0');
    // Nothing is ever written by it, so a full disk lets it be taken too.
    db.pragma('journal_mode = MEMORY');
    if (takeAlone(db)) writeHolder(holderFile, name);
  } catch (error) {
    db.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new FailureError(createFailure('DATA_IN_USE', { folder: dataDir, ...readHolder(holderFile) }));
  }
  return { release: () => db.close() };
}

/**
 * @returns false where the disk takes nothing: whoever only looks shares the lock then with others who do, and keeps
 * out a writer
 */
function takeAlone(db: Database.Database): boolean {
  try {
    db.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_READONLY') throw error;
    db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    return false;
  }
}
