import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { renameOver } from '../runtime/write-whole.ts';
import { removeSeal, sumPagesGently, writeSeal } from './page-seal.ts';
import { makePrivate } from './private-file.ts';
import { listTables } from './whole-file.ts';

export const BACKUP_FOLDER = 'backups';
const KEPT = 7;
/** Pages copied at once; between two portions the event loop runs. */
const PAGES_A_STEP = 200;

export interface BackupOptions {
  readonly dataDir: string;
  /** Unix milliseconds; the day names the file. */
  readonly nowMs: number;
  readonly nativeBinding: string | null;
  /** Lets the event loop run. */
  readonly breathe: () => Promise<void>;
}

/**
 * Keeps today's copy of the data file, made while it is in use and verified by opening it; the newest seven
 * stay. The event loop is held for no longer than one table takes to check.
 * @returns the copy's path, or null when today's was there
 */
export async function backUpDaily(db: Database.Database, options: BackupOptions): Promise<string | null> {
  const folder = join(options.dataDir, BACKUP_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date(options.nowMs).toISOString().slice(0, 10)}.sqlite`;
  if (readdirSync(folder).includes(name)) return null;
  const unchecked = join(folder, `${name}.new`);
  const kept = join(folder, name);
  try {
    dropFile(unchecked);
    makePrivate(unchecked);
    await db.backup(unchecked, { progress: () => PAGES_A_STEP });
    await checkCopy(unchecked, options);
    // The sums first: a copy without them is a copy all the same.
    writeSeal(kept, { generation: 0, pages: await sumPagesGently(unchecked) });
    renameOver(unchecked, kept);
  } finally {
    dropFile(unchecked);
  }
  dropOld(folder);
  return kept;
}

async function checkCopy(file: string, { nativeBinding, breathe }: BackupOptions): Promise<void> {
  const copy = new Database(file, nativeBinding === null ? {} : { nativeBinding });
  try {
    for (const table of listTables(copy)) {
      const answer = copy.pragma(`integrity_check("${table}")`, { simple: true });
      if (answer !== 'ok') throw new Error(`the backup ${file} is damaged: ${answer}`);
      await breathe();
    }
  } finally {
    copy.close();
  }
}

function dropOld(folder: string): void {
  const old = readdirSync(folder)
    .filter((file) => file.endsWith('.sqlite'))
    .sort()
    .slice(0, -KEPT);
  for (const file of old) {
    rmSync(join(folder, file));
    removeSeal(join(folder, file));
  }
}

function dropFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
