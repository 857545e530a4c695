import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What Tillbridge makes in its data folder. A folder that a person named may hold other things, which stay. */
const OWN_FILE =
  /^(tillbridge\.sqlite(-wal|-shm|-journal|\.before-v\d+(-wal|-shm)?|\.seal(\.new)?|\.(damaged|new)(-wal|-shm)?)?|secrets\.sealed(\.new)?|crashes\.json(\.new)?|writer\.(lock(-wal|-shm|-journal)?|pid))$/;
const OWN_BACKUP = /^\d{4}-\d{2}-\d{2}\.sqlite(\.new)?(-wal|-shm|\.seal(\.new)?)?$/;
const BACKUPS = 'backups';
const OWN_COPY = /^tillbridge\.sqlite(\.new)?(-wal|-shm|-journal)?$/;
/** Of a rehearsal that is on. */
const REHEARSAL = 'rehearsal';
/** Of the desktop window: its size, its caches. In use while the app is open. */
const WINDOW = 'window';

/**
 * Removes Tillbridge's own files from its data folder, and the folder where nothing else is in it.
 * @param hasWindow whether the desktop window uses its part of it now
 * @returns the names of what stays
 */
export function removeOwnFiles(dataDir: string, { hasWindow }: { readonly hasWindow: boolean }): string[] {
  if (!existsSync(dataDir)) return [];
  removeFrom(join(dataDir, BACKUPS), OWN_BACKUP);
  removeFrom(join(dataDir, REHEARSAL), OWN_COPY);
  for (const name of readdirSync(dataDir))
    if (OWN_FILE.test(name)) rmSync(join(dataDir, name), { force: true });
  if (!hasWindow) rmSync(join(dataDir, WINDOW), { recursive: true, force: true });
  removeEmpty(dataDir);
  return existsSync(dataDir) ? readdirSync(dataDir) : [];
}

function removeFrom(folder: string, own: RegExp): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (own.test(name)) rmSync(join(folder, name), { force: true });
  removeEmpty(folder);
}

function removeEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
