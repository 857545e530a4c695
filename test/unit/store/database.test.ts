import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../src-main/domain/failure.ts';
import { createMachineTimers } from '../../../src-main/runtime/machine.ts';
import { backUpDaily } from '../../../src-main/store/backup.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const { breathe } = createMachineTimers();
const open = (file: string, migrations?: readonly string[]) =>
  openDatabase({ file, nativeBinding: null, ...(migrations ? { migrations } : {}) });

function readCode(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
}

describe('the data file', () => {
  it('every open sets synchronous FULL, and keeps it after the first write', () => {
    const file = join(makeTemporaryFolder(), 'data', 'tillbridge.sqlite');
    for (let round = 0; round < 2; round += 1) {
      const db = open(file);
      createLedger(db).meta.put('round', String(round));
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(db.pragma('busy_timeout', { simple: true })).toBe(5000);
      db.close();
    }
  });

  it('the folder and the file are the user’s alone', () => {
    const folder = join(makeTemporaryFolder(), 'data');
    open(join(folder, 'a.sqlite')).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'a.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('a damaged file is refused before it is used', () => {
    const file = join(makeTemporaryFolder(), 'a.sqlite');
    const db = open(file);
    const ledger = createLedger(db);
    ledger.transaction(() => {
      for (let at = 0; at < 2000; at += 1) ledger.meta.put(`key ${at}`, 'x'.repeat(50));
    });
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0xaa, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 4096);
    writeFileSync(file, bytes);
    expect(readCode(() => open(file))).toBe('DATA_DAMAGED');
  });

  it('a file of another program or of a newer version is refused', () => {
    const folder = makeTemporaryFolder();
    const foreign = new Database(join(folder, 'foreign.sqlite'));
    foreign.pragma('application_id = 77');
    foreign.close();
    expect(readCode(() => open(join(folder, 'foreign.sqlite')))).toBe('DATA_DAMAGED');
    const newer = open(join(folder, 'newer.sqlite'));
    newer.pragma('user_version = 99');
    newer.close();
    expect(readCode(() => open(join(folder, 'newer.sqlite')))).toBe('DATA_TOO_NEW');
  });

  it('a migration that fails leaves the file as it was, with a copy beside it', () => {
    const file = join(makeTemporaryFolder(), 'a.sqlite');
    const first = 'CREATE TABLE note (text TEXT) STRICT';
    const before = open(file, [first]);
    before.exec("INSERT INTO note VALUES ('kept')");
    before.close();
    expect(() => open(file, [first, 'CREATE TABLE more (x TEXT) STRICT; NONSENSE'])).toThrow();
    const after = open(file, [first]);
    expect(after.prepare('SELECT text FROM note').pluck().get()).toBe('kept');
    expect(after.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'more'").pluck().get()).toBe(0);
    after.close();
    expect(statSync(`${file}.before-v2`).size).toBeGreaterThan(0);
  });

  it('a day’s backup opens and holds what was written, and seven are kept', async () => {
    const folder = makeTemporaryFolder();
    const db = open(join(folder, 'a.sqlite'));
    createLedger(db).meta.put('who', 'me');
    const day = 86_400_000;
    let newest: string | null = null;
    for (let at = 0; at < 9; at += 1)
      newest = await backUpDaily(db, {
        dataDir: folder,
        nowMs: 1e12 + at * day,
        nativeBinding: null,
        breathe,
      });
    expect(
      await backUpDaily(db, { dataDir: folder, nowMs: 1e12 + 8 * day, nativeBinding: null, breathe }),
    ).toBeNull();
    db.close();
    const restored = join(folder, 'restored.sqlite');
    copyFileSync(newest ?? '', restored);
    const copy = open(restored);
    expect(createLedger(copy).meta.get('who')).toBe('me');
    copy.close();
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.sqlite'))).toHaveLength(7);
  });
});
