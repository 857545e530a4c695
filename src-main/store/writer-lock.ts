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
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new FailureError(createFailure('DATA_IN_USE', { folder: dataDir, ...readHolder(holderFile) }));
  }
  writeHolder(holderFile, name);
  return { release: () => db.close() };
}
