import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/store/database.ts';

let template: Buffer | null = null;

/** Puts a data file at the newest schema there, with nothing in it, and answers its path: how it comes to be is another test's business. */
export function putEmptyDataFile(dataDir: string): string {
  template ??= makeTemplate();
  const file = join(dataDir, 'tillbridge.sqlite');
  writeFileSync(file, template, { mode: 0o600 });
  return file;
}

function makeTemplate(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-template-'));
  const file = join(folder, 'tillbridge.sqlite');
  try {
    openDatabase({ file, nativeBinding: null }).close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
