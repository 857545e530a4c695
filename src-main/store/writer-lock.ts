import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createFailure, FailureError } from '../domain/failure.ts';

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
 * @throws FailureError DATA_IN_USE with the holder's pid
 */
export function acquireWriterLock(dataDir: string, nativeBinding: string | null): WriterLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const holderFile = join(dataDir, 'writer.pid');
  const db = new Database(join(dataDir, 'writer.lock'), nativeBinding === null ? {} : { nativeBinding });
  try {
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new FailureError(createFailure('DATA_IN_USE', { folder: dataDir, pid: readHolder(holderFile) }));
  }
  writeFileSync(holderFile, String(process.pid), { mode: 0o600 });
  return { release: () => db.close() };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    return (error as { code?: unknown }).code === 'ENOENT' ? 'unknown' : String(error);
  }
}
