import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHubDatabase } from '../../../../src-hub/database/database.ts';
import type { EventLog } from '../../../../src-hub/log/event-log.ts';
import { createSqliteLog } from '../../../../src-hub/log/sqlite-log.ts';
import { createMachineTime } from '../../../../src-hub/runtime/machine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { describeEventLog } from './event-log-contract.ts';

function openLog(file: string): { log: EventLog; db: Database.Database } {
  const db = openHubDatabase(file);
  onTestFinished(() => void db.close());
  return { log: createSqliteLog(db, createMachineTime()), db };
}

describeEventLog('the log in SQLite', async () => {
  const file = join(makeTemporaryFolder(), 'hub.db');
  const { log, db } = openLog(file);
  return {
    log,
    restart: async () => {
      db.close();
      return openLog(file).log;
    },
  };
});

describe('the hub’s data file', () => {
  it('is in WAL with synchronous FULL at every open, also after a write (promises.md D2)', () => {
    const file = join(makeTemporaryFolder(), 'hub.db');
    for (let opening = 0; opening < 2; opening += 1) {
      const db = openHubDatabase(file);
      db.exec("INSERT OR REPLACE INTO log_shops VALUES ('s', 1)");
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    }
  });

  it('of another program, damaged, or of a newer hub is refused with what to do', () => {
    const folder = makeTemporaryFolder();
    const make = (name: string, change: (db: Database.Database) => void): string => {
      const file = join(folder, name);
      const db = new Database(file);
      change(db);
      db.close();
      return file;
    };
    const foreign = make('foreign.db', (db) => db.pragma('application_id = 7'));
    expect(() => openHubDatabase(foreign)).toThrow(/belongs to another program/);
    openHubDatabase(join(folder, 'newer.db')).close();
    const newer = make('newer.db', (db) => db.pragma('user_version = 9999'));
    expect(() => openHubDatabase(newer)).toThrow(/newer hub/);
    const damaged = make('damaged.db', (db) => db.exec('CREATE TABLE t (x)'));
    writeFileSync(damaged, 'x'.repeat(8192));
    expect(() => openHubDatabase(damaged)).toThrow(/damaged/);
  });

  it('a commit that fails rejects all of its batch and leaves the log usable', async () => {
    const { log, db } = openLog(join(makeTemporaryFolder(), 'hub.db'));
    const tell = (key: string) => log.append([{ shopId: 's', side: 'till', key, atMs: 1 }]);
    db.exec(
      `CREATE TRIGGER full BEFORE INSERT ON log_rows WHEN new.key = 'bad' BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    const outcomes = await Promise.allSettled([tell('good'), tell('bad')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await tell('later');
    expect(await log.read('s', 0, 10)).toMatchObject([{ kind: 'hint', key: 'later', seq: 1 }]);
  });
});
