import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openDatabase } from '../../src-main/store/database.ts';
import { compareRows, makeOldFile, NEWEST } from './old-files.ts';

const CHILD = new URL('./migration-child.ts', import.meta.url).pathname;
const TRACER = 'strace';

export interface MigrationKillTrial {
  /** False: it was whole before so many writes. */
  readonly isKilled: boolean;
  readonly troubles: readonly string[];
}

/**
 * A data file of an earlier version that is opened by this one, which is killed at the given write to the disk; then it
 * is opened once more.
 * @param folder an empty one
 */
export function runMigrationKillTrial(folder: string, version: number, write: number): MigrationKillTrial {
  const [file, before] = [`${folder}/a.sqlite`, `${folder}/before.sqlite`];
  makeOldFile(file, version);
  copyFileSync(file, before);
  const kill = `inject=pwrite64:signal=SIGKILL:when=${write}`;
  const strace = ['-f', '-o', '/dev/null', '-e', 'trace=pwrite64', '-e', kill];
  const { status, signal } = spawnSync(TRACER, [...strace, process.execPath, CHILD, file]);
  const isKilled = status !== 0 || signal !== null;
  const troubles: string[] = [];
  const old = new Database(before, { readonly: true });
  const check = (what: string, db: Database.Database): void => {
    const found = Number(db.pragma('user_version', { simple: true }));
    if (found !== version && found !== NEWEST) troubles.push(`${what}: version ${found}`);
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') troubles.push(`${what}: damaged`);
    troubles.push(...compareRows(old, db).map((words) => `${what}: ${words}`));
  };
  const between = new Database(file);
  check('after the kill', between);
  between.close();
  const now = openDatabase({ file, nativeBinding: null });
  check('opened again', now);
  if (Number(now.pragma('user_version', { simple: true })) !== NEWEST) troubles.push('it stays old');
  now.close();
  const copy = `${file}.before-v${NEWEST}`;
  if (!existsSync(copy)) troubles.push('no copy was kept');
  else {
    const kept = new Database(copy, { readonly: true });
    troubles.push(...compareRows(old, kept).map((words) => `the copy: ${words}`));
    kept.close();
  }
  old.close();
  rmSync(folder, { recursive: true });
  return { isKilled, troubles };
}
