import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { RehearsalCopy } from '../engine/ledger-ports.ts';
import { renameOver } from '../runtime/write-whole.ts';
import { openDatabase } from './database.ts';
import { createLedger } from './ledger.ts';
import { makePrivate } from './private-file.ts';

const FOLDER = 'rehearsal';
const FILE = 'tillbridge.sqlite';
/** Pages copied at once; between two portions the event loop runs. */
const PAGES_A_STEP = 500;

/** The data file’s copy in a folder of its own; a copy that was cut off is none. */
export function createRehearsalCopy(
  db: Database,
  { dataDir, nativeBinding }: { readonly dataDir: string; readonly nativeBinding: string | null },
): RehearsalCopy {
  const folder = join(dataDir, FOLDER);
  const file = join(folder, FILE);
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    exists: () => existsSync(file),
    make: async () => {
      discard();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const unfinished = `${file}.new`;
      makePrivate(unfinished);
      await db.backup(unfinished, { progress: () => PAGES_A_STEP });
      renameOver(unfinished, file);
    },
    open: () => {
      const copy = openDatabase({ file, nativeBinding });
      // It may lose its last moment in a power cut: nothing of it is ever carried out.
      copy.pragma('synchronous = NORMAL');
      return { ledger: createLedger(copy), close: () => copy.close() };
    },
    discard,
  };
}
