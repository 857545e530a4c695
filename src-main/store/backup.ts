import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makePrivate } from './private-file.ts';

const FOLDER = 'backups';
const KEPT = 7;
/** Pages copied at once; between two portions the event loop runs. */
const PAGES_A_STEP = 200;

export interface BackupOptions {
  readonly dataDir: string;
  /** Unix milliseconds; the day names the file. */
  readonly nowMs: number;
  readonly nativeBinding: string | null;
}

/**
 * Keeps today's copy of the data file, made while it is in use and verified by opening it; the newest seven
 * stay.
 * @returns the copy's path, or null when today's was there
 */
export async function backUpDaily(db: Database.Database, options: BackupOptions): Promise<string | null> {
  const folder = join(options.dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date(options.nowMs).toISOString().slice(0, 10)}.sqlite`;
  if (readdirSync(folder).includes(name)) return null;
  const unchecked = join(folder, `${name}.new`);
  makePrivate(unchecked);
  await db.backup(unchecked, { progress: () => PAGES_A_STEP });
  const copy = new Database(
    unchecked,
    options.nativeBinding === null ? {} : { nativeBinding: options.nativeBinding },
  );
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new Error(`the backup ${name} is damaged`);
    makePrivate(join(folder, name));
    copy.exec(`VACUUM INTO '${join(folder, name).replaceAll("'", "''")}'`);
  } finally {
    copy.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${unchecked}${suffix}`, { force: true });
  }
  const old = readdirSync(folder)
    .filter((file) => file.endsWith('.sqlite'))
    .sort()
    .slice(0, -KEPT);
  for (const file of old) rmSync(join(folder, file));
  return join(folder, name);
}
