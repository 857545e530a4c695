import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUpDaily } from '../../src-main/store/backup.ts';
import { endGeneration } from '../../src-main/store/sound-file.ts';
import { findConnection } from './power.ts';

/** Makes the copy of the day as the app itself does in the night (`data-keeper.ts`), and answers its path. */
export async function makeDayCopy(dataDir: string, file: string, nowMs: number): Promise<string> {
  const db = findConnection(file);
  if (!db) throw new Error('the app has no data file open');
  const day = new Date(nowMs).toISOString().slice(0, 10);
  for (const end of ['', '.seal']) rmSync(join(dataDir, 'backups', `${day}.sqlite${end}`), { force: true });
  const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const copy = await backUpDaily(db, { dataDir, nowMs, nativeBinding: null, breathe });
  if (copy === null) throw new Error('there was a copy of today');
  endGeneration(db, file, nowMs);
  return copy;
}

/** While the app is closed: the copy lies in the data file's place, or that one is gone and the app has to find the copy. */
export function putCopyThere(copy: string, file: string, isGone: boolean): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  if (!isGone) copyFileSync(copy, file);
}
