import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canWrite } from '../../../src-main/store/can-write.ts';
import { takeCensus } from '../../../src-main/store/census.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { listTables, readTable } from '../../../src-main/store/whole-file.ts';
import { findWriteTrouble } from '../../../src-main/store/write-trouble.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const open = () => openDatabase({ file: join(makeTemporaryFolder(), 'a.sqlite'), nativeBinding: null });

describe('a data file', () => {
  it('that is full says so, and says when there is room again; nothing of the question stays', () => {
    const db = open();
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    expect(canWrite(db)).toBe(false);
    db.pragma('max_page_count = 100000');
    expect(canWrite(db)).toBe(true);
    expect(db.prepare("SELECT count(*) FROM meta WHERE key = 'probe'").pluck().get()).toBe(0);
  });

  it('that is full, or held by another program, says which to one who only reads, and nothing is committed', () => {
    const db = open();
    const readState = () => [
      db.pragma('cache_size', { simple: true }),
      db.prepare('SELECT * FROM meta').all(),
    ];
    const before = readState();
    expect(findWriteTrouble(db)).toBeNull();
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    expect(findWriteTrouble(db)).toMatchObject({ code: 'DATA_UNWRITABLE', facts: { file: db.name } });
    db.pragma('max_page_count = 100000');
    const other = new Database(db.name);
    onTestFinished(() => void other.close());
    other.exec('BEGIN EXCLUSIVE');
    db.pragma('busy_timeout = 0');
    expect(findWriteTrouble(db)).toMatchObject({ code: 'DATA_HELD', facts: { file: db.name } });
    other.exec('ROLLBACK');
    expect(findWriteTrouble(db)).toBeNull();
    expect(readState()).toEqual(before);
  });

  it('leaves whole: every table as a list of rows, JSON in it as JSON, and texts as they are', () => {
    const db = open();
    db.prepare("INSERT INTO meta (key, value) VALUES ('a', '{\"b\":[1]}'), ('c', '[not json')").run();
    const read = (table: string) => JSON.parse(readTable(db, table).text);
    expect(read('meta')).toEqual([
      { key: 'a', value: { b: [1] } },
      { key: 'c', value: '[not json' },
    ]);
    for (const table of listTables(db)) expect(Array.isArray(read(table))).toBe(true);
    expect(readTable(db, 'link')).toMatchObject({ rows: 0, text: '[]\n' });
    expect(() => readTable(db, 'meta; DROP TABLE meta')).toThrow('there is no table');
  });

  it('is counted by states and codes; a word that is not the program’s own is left out', () => {
    const db = open();
    const add = db.prepare(`
      INSERT INTO journal (at_ms, level, action, side, entity, message, failure)
      VALUES (1, 'error', ?, 'till', 'Ada Lovelace', 'ada@example.com', ?)`);
    add.run('sync', '{"code":"NET_TIMED_OUT","facts":{"host":"ada.example"}}');
    add.run('Ada Lovelace', '{"code":"ADA_LOVELACE"}');
    const census = takeCensus(db);
    expect(census.log).toEqual([
      {
        id: 2,
        at_ms: 1,
        level: 'error',
        action: '(left out)',
        side: 'till',
        run_id: null,
        code: '(left out)',
      },
      { id: 1, at_ms: 1, level: 'error', action: 'sync', side: 'till', run_id: null, code: 'NET_TIMED_OUT' },
    ]);
    expect(census.counts).toMatchObject({ journal: 2, link: 0 });
    expect(census.health).toMatchObject({ quickCheck: 'ok', journalMode: 'wal', synchronous: 2 });
  });
});
