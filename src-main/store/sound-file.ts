import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { findDataFailure } from '../domain/data-failure.ts';
import { createFailure, type Failure, FailureError } from '../domain/failure.ts';
import { renameOver } from '../runtime/write-whole.ts';
import { BACKUP_FOLDER } from './backup.ts';
import { openDatabase } from './database.ts';
import { settleOlder } from './older-file.ts';
import {
  findRottenPages,
  isAtRest,
  isChanged,
  type PageSums,
  readSeal,
  sumPages,
  writeSeal,
} from './page-seal.ts';
import { makePrivate } from './private-file.ts';
import { readWalTail } from './wal-tail.ts';

/** What was mended before the data file was used. */
export interface Mended {
  /** `copy`: the newest good copy took its place; `older`: it is itself older than what was done with it. */
  readonly by: 'copy' | 'older';
  /** What was wrong with it. */
  readonly detail: string;
  /** As of when it is, in Unix milliseconds; null where it does not say. */
  readonly asOfMs: number | null;
}

export interface SoundFile {
  readonly db: Database.Database;
  readonly mended: Mended | null;
}

export interface SoundOptions {
  readonly file: string;
  readonly nativeBinding: string | null;
  readonly nowMs: number;
}

/** In the data file's `meta`: its generation, and since when. */
const GENERATION = 'file.generation';
const BESIDE = ['', '-wal', '-shm'] as const;
/** Of a SQLite file's head: the number of its schema (https://sqlite.org/fileformat.html, 1.3). */
const HEAD_BYTES = 100;
const SCHEMA_AT = 60;

/**
 * Opens the data file for its one writer. A damaged or missing one is put aside and the newest good copy takes its place;
 * one that is older than what was done with it goes on without doing anything twice.
 * @throws FailureError DATA_DAMAGED where no copy is good, DATA_TOO_NEW or DATA_UNWRITABLE
 */
export function openSound(options: SoundOptions): SoundFile {
  const { file } = options;
  const seal = readSeal(file);
  const found = inspect(file, seal?.pages ?? null, seal !== null);
  const { db, wrong } = openOrRestore(options, found);
  const held = readGeneration(db);
  const isBehind = seal !== null && held.generation < seal.generation;
  const mended = describeMended(
    wrong,
    found.older ?? (isBehind ? 'it is older than it was' : null),
    held.atMs,
  );
  try {
    const generation = Math.max(held.generation, seal?.generation ?? 0) + 1;
    keepGeneration(db, { generation, atMs: options.nowMs }, mended !== null);
    const pages = wrong === null && seal?.pages && !isChanged(file, seal.pages) ? seal.pages : null;
    writeSeal(file, { generation, pages: isAtRest(file) ? (pages ?? sumPages(file)) : null });
  } catch (error) {
    // A full disk: whoever writes next will say so. What would be done twice must not begin.
    if (mended !== null || findDataFailure(error) === null) {
      db.close();
      throw error;
    }
  }
  return { db, mended };
}

/** Closes it and takes the sums of its pages, by which the next start knows it again. */
export function closeSound(db: Database.Database, file: string): void {
  db.close();
  const seal = readSeal(file);
  if (seal === null) return;
  try {
    writeSeal(file, { ...seal, pages: sumPages(file) });
  } catch (error) {
    // Sums that could not be kept are none: the time of the file says so.
    if (findDataFailure(error) === null) throw error;
  }
}

/** Raises the generation, so that a file from before is known as one. @returns the new one */
export function raiseGeneration(db: Database.Database, nowMs: number): number {
  const generation = readGeneration(db).generation + 1;
  keepGeneration(db, { generation, atMs: nowMs }, false);
  return generation;
}

/** The smallest commit there is. */
export const touchFile = (db: Database.Database): void =>
  void db
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('file.touched', hex(randomblob(4)))")
    .run();

/** Begins a new generation, so that the copy that was just made is known as older. */
export function endGeneration(db: Database.Database, file: string, nowMs: number): void {
  const seal = readSeal(file);
  if (seal !== null) writeSeal(file, { ...seal, generation: raiseGeneration(db, nowMs) });
}

const describeMended = (wrong: string | null, older: string | null, asOfMs: number | null): Mended | null => {
  if (wrong !== null) return { by: 'copy', detail: wrong, asOfMs };
  return older === null ? null : { by: 'older', detail: older, asOfMs };
};

interface Found {
  readonly damage: string | null;
  readonly older: string | null;
}

const SOUND: Found = { damage: null, older: null };

/** What can be told before SQLite opens it: it would take a log that is cut off for whole. */
function inspect(file: string, pages: PageSums | null, wasThere: boolean): Found {
  if (!wasThere) return judgeTail(file);
  if (!existsSync(file) || statSync(file).size === 0) return { damage: 'it is gone', older: null };
  const [rotten] = pages === null ? [] : findRottenPages(file, pages);
  if (rotten !== undefined) return { damage: `page ${rotten} changed while nobody wrote to it`, older: null };
  if (!existsSync(`${file}-wal`) && isEmpty(file)) return { damage: 'its log is gone', older: null };
  return judgeTail(file);
}

function judgeTail(file: string): Found {
  switch (readWalTail(file)) {
    case 'whole':
      return SOUND;
    case 'copied':
      for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
      return SOUND;
    case 'cut':
      return { damage: null, older: 'its newest changes are lost' };
    case 'torn':
      return { damage: 'its log was cut off while it was copied', older: null };
  }
}

/** A file whose every change is still in the log beside it has no schema of its own yet. */
function isEmpty(file: string): boolean {
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, HEAD_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  return head.readUInt32BE(SCHEMA_AT) === 0;
}

function openOrRestore(
  options: SoundOptions,
  { damage, older }: Found,
): { readonly db: Database.Database; readonly wrong: string | null } {
  const { file } = options;
  if (damage !== null)
    return { db: restore(options, createFailure('DATA_DAMAGED', { file, detail: damage })), wrong: damage };
  let db: Database.Database;
  try {
    db = openDatabase(options);
  } catch (error) {
    const code = error instanceof FailureError ? error.failure.code : null;
    // A full disk has no room for the index of the log; what is there can be read all the same.
    if (code === 'DATA_UNWRITABLE') return { db: openDatabase({ ...options, isAlone: true }), wrong: null };
    if (!(error instanceof FailureError) || code !== 'DATA_DAMAGED') throw error;
    return { db: restore(options, error.failure), wrong: String(error.failure.facts.detail ?? '') };
  }
  if (older === null) return { db, wrong: null };
  // What is left of it may be from before the newest copy was made.
  const leastGeneration = readGeneration(db).generation;
  const newer = findGood(options, leastGeneration);
  if (newer === null) return { db, wrong: null };
  db.close();
  return { db: replace(options, newer), wrong: older };
}

/** The newest copy that is good, in the damaged file's place; that one stays beside it. */
function restore(options: SoundOptions, failure: Failure): Database.Database {
  const candidate = findGood(options, 0);
  if (candidate === null) throw new FailureError(failure);
  return replace(options, candidate);
}

function replace(options: SoundOptions, candidate: string): Database.Database {
  const { file } = options;
  for (const beside of BESIDE)
    if (existsSync(`${file}${beside}`)) renameOver(`${file}${beside}`, `${file}.damaged${beside}`);
  renameOver(candidate, file);
  return openDatabase(options);
}

/** A file that was copied from the newest good copy of at least this generation; null where there is none. */
function findGood(options: SoundOptions, leastGeneration: number): string | null {
  const candidate = `${options.file}.new`;
  for (const copy of listCopies(options.file)) {
    dropFile(candidate);
    makePrivate(candidate);
    copyFileSync(copy, candidate);
    if (isGood(copy, candidate, options, leastGeneration)) return candidate;
  }
  dropFile(candidate);
  return null;
}

function isGood(
  copy: string,
  candidate: string,
  { nativeBinding }: SoundOptions,
  leastGeneration: number,
): boolean {
  const seal = readSeal(copy);
  if (seal?.pages && findRottenPages(copy, seal.pages).length > 0) return false;
  try {
    const db = new Database(candidate, nativeBinding === null ? {} : { nativeBinding });
    try {
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false;
      if (Number(db.pragma('user_version', { simple: true })) === 0) return false;
      if (readGeneration(db).generation < leastGeneration) return false;
    } finally {
      db.close();
    }
    const handle = openSync(candidate, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    return true;
  } catch (error) {
    if (findDataFailure(error)?.code === 'DATA_DAMAGED') return false;
    throw error;
  }
}

/** The daily copies, then those from before a migration, the newest first. */
function listCopies(file: string): string[] {
  const folder = join(dirname(file), BACKUP_FOLDER);
  const daily = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : [];
  const early = readdirSync(dirname(file)).filter((name) => /\.sqlite\.before-v\d+$/.test(name));
  return [
    ...daily
      .sort()
      .reverse()
      .map((name) => join(folder, name)),
    ...early
      .sort(
        (one, two) => statSync(join(dirname(file), two)).mtimeMs - statSync(join(dirname(file), one)).mtimeMs,
      )
      .map((name) => join(dirname(file), name)),
  ];
}

function dropFile(file: string): void {
  for (const beside of BESIDE) rmSync(`${file}${beside}`, { force: true });
}

function readGeneration(db: Database.Database): {
  readonly generation: number;
  readonly atMs: number | null;
} {
  const kept = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(GENERATION) as
    | string
    | undefined;
  const [generation = 0, atMs = null] = kept?.split(' ').map(Number) ?? [];
  return { generation, atMs };
}

function keepGeneration(
  db: Database.Database,
  { generation, atMs }: { readonly generation: number; readonly atMs: number },
  isOlder: boolean,
): void {
  db.transaction(() => {
    if (isOlder) settleOlder(db);
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(
      GENERATION,
      `${generation} ${atMs}`,
    );
  }).immediate();
}
