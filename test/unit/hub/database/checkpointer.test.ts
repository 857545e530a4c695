import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CheckpointOrder } from '../../../../src-hub/database/checkpoint-worker.ts';
import { copyAfterCommits, startCheckpointer } from '../../../../src-hub/database/checkpointer.ts';
import { openHubDatabase } from '../../../../src-hub/database/database.ts';
import { scrubFiles } from '../../../../src-hub/ops/erase-shop.ts';
import { createManualHubTime } from '../../../support/hub-time.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const MIB = 1024 * 1024;
/** A second, at which it looks, and some. */
const A_LOOK_MS = 1_100;

/** How often this WAL has begun anew: bytes 12 to 15 of its header (sqlite.org/walformat.html, "checkpoint sequence"). */
function readWalsRun(file: string): number {
  return readFileSync(`${file}-wal`).readUInt32BE(12);
}

function open() {
  const file = join(makeTemporaryFolder(), 'hub.db');
  const db = openHubDatabase(file);
  const time = createManualHubTime();
  const failures: unknown[] = [];
  const start = (order: CheckpointOrder = { file, nativeBinding: null }) => {
    const checkpointer = startCheckpointer(order, time, (error) => void failures.push(error));
    onTestFinished(() => checkpointer.end());
    return checkpointer;
  };
  const write = (rows: number): void => {
    const insert = db.prepare('INSERT OR REPLACE INTO log_digests VALUES (?, 1)');
    db.transaction(() => {
      for (let row = 0; row < rows; row += 1) insert.run(`${row}`.padStart(400, 'x'));
    })();
  };
  onTestFinished(() => void db.close());
  return { file, db, time, failures, start, write, readSize: () => statSync(file).size };
}

describe('the thread that copies the WAL back', { timeout: 40_000 }, () => {
  it('H2: does so beside the deliveries once it is worth it, and the WAL begins anew', async () => {
    const { file, time, start, write, readSize, failures } = open();
    start();
    write(20_000);
    expect(readSize(), 'nothing is copied by the commit').toBeLessThan(MIB);
    time.pass(A_LOOK_MS);
    await expect.poll(readSize, { timeout: 10_000 }).toBeGreaterThan(4 * MIB);
    const begun = readWalsRun(file);
    const writeAndLook = (): number => {
      write(10);
      time.pass(A_LOOK_MS);
      return readWalsRun(file);
    };
    // A second between two writes: a WAL begins anew only at a write that finds all of it copied, on a slow disk too.
    await expect.poll(writeAndLook, { timeout: 20_000, interval: 1_000 }).toBeGreaterThan(begun);
    expect(failures).toEqual([]);
  });

  it('that ends leaves the file to its owner, whose closing leaves no WAL', async () => {
    const { file, db, time, start, write, readSize } = open();
    const checkpointer = start();
    write(20_000);
    time.pass(A_LOOK_MS);
    await expect.poll(readSize, { timeout: 10_000 }).toBeGreaterThan(4 * MIB);
    await checkpointer.end();
    db.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('that fails is told once, and SQLite goes on without it', async () => {
    const { file, time, start, write, failures, db } = open();
    start({ file, nativeBinding: '/nowhere/better_sqlite3.node' });
    write(20_000);
    time.pass(A_LOOK_MS);
    await expect.poll(() => failures.length, { timeout: 10_000 }).toBe(1);
    time.pass(10 * A_LOOK_MS);
    write(20_000);
    expect(failures).toHaveLength(1);
    expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(16_000);
  });
});

describe('a hub of one shop', () => {
  it('needs no thread: SQLite copies the WAL back after a commit, and it stays small', () => {
    const { file, db, write, readSize } = open();
    copyAfterCommits(db);
    for (let round = 0; round < 10; round += 1) write(2_000);
    expect(readSize()).toBeGreaterThan(MIB);
    expect(statSync(`${file}-wal`).size).toBeLessThan(8 * MIB);
  });
});

describe('what was erased', () => {
  it('is cut out of the WAL although another connection is in the way at first', async () => {
    const { file, db, write } = open();
    write(100);
    db.pragma('busy_timeout = 0');
    const other = new Database(file);
    const reading = other.prepare('SELECT digest FROM log_digests').iterate();
    reading.next();
    db.exec('DELETE FROM log_digests');
    const scrubbed = scrubFiles(db);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    reading.return?.();
    other.close();
    await scrubbed;
    expect(statSync(`${file}-wal`).size).toBe(0);
  });
});
