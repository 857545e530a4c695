import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import { startAppWorld } from '../../support/app-world.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

it('the log is kept no longer than is set, by a program too that is only ever started for one command', async () => {
  const world = await startAppWorld(makeTemporaryFolder());
  onTestFinished(world.close);
  const readMessages = (change: (db: Database.Database) => void = () => undefined): unknown[] => {
    const db = new Database(join(world.dataDir, 'tillbridge.sqlite'));
    change(db);
    const messages = db.prepare("SELECT message FROM journal WHERE entity = 'the past'").pluck().all();
    db.close();
    return messages;
  };
  const before = readMessages((db) => {
    const add = db.prepare(
      "INSERT INTO journal (at_ms, level, action, side, entity, message) VALUES (?, 'info', 'test', 'app', 'the past', ?)",
    );
    add.run(Date.now() - 31 * DAY_MS, 'a month and a day ago');
    add.run(Date.now() - 29 * DAY_MS, 'a month less a day ago');
  });
  expect(before).toHaveLength(2);
  const { dataDir, secretKey } = world;
  const core = await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true });
  if (core.ok) await core.value.close();
  expect(readMessages()).toEqual(['a month less a day ago']);
});
