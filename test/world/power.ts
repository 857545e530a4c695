import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** From here on a commit returns only when it is on the disk (sqlite.org/pragma.html#pragma_synchronous). */
const SYNCED = 2;

/** The app's own connection to each data file, known by its settings at the start: `synchronous` is a connection's own. */
const connections = new Map<string, Database.Database>();
const setPragma = Database.prototype.pragma;
Database.prototype.pragma = function pragma(this: Database.Database, ...words) {
  if (!this.readonly) connections.set(this.name, this);
  return setPragma.apply(this, words);
};

/** What is left of a data file when the power goes. */
export interface PowerCut {
  /** Puts that in the file's place, once the app is gone. False where nothing was lost. */
  take(): boolean;
}

/**
 * The power goes now. With every commit on the disk nothing is lost; else what was written since the last checkpoint
 * was only in the system's memory. To be asked while the app still has its file open.
 */
export function cutPower(file: string): PowerCut {
  const isSynced = Number(connections.get(file)?.pragma('synchronous', { simple: true })) >= SYNCED;
  const left = isSynced ? null : readFileSync(file);
  return {
    take: () => {
      if (left === null) return false;
      for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      writeFileSync(`${file}.left`, left);
      renameSync(`${file}.left`, file);
      return true;
    },
  };
}

/** The app's own connection to a data file, while it has one. */
export const findConnection = (file: string): Database.Database | undefined => connections.get(file);

/** The world is over: its connections are forgotten. */
export const forgetFile = (file: string): void => void connections.delete(file);
