import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../support/app-process.ts';
import { startAppWorld } from '../../support/app-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** A commit waits for the lock of another program so long (promises.md D2). */
const BUSY_MS = 5_000;
/** And is told of within so long (D7). */
const MOST_SILENT_MS = 5_000;
/** The app looks every half minute whether it may write again. */
const MOST_RESTING_MS = 45_000;

async function openHeldApp() {
  const world = await startAppWorld(makeTemporaryFolder());
  onTestFinished(world.close);
  const app = await startApp({ dataDir: world.dataDir, secretKey: world.secretKey });
  onTestFinished(app.kill);
  const readEngine = async () => {
    const answer = await app.ask('support:get', {});
    return answer.ok ? answer.value.engine : { mode: 'lost', failure: answer.failure };
  };
  const change = (round: number): void => {
    for (const { make } of SYNC_CHANGES.slice(0, 6)) make(world.sides, world.deeds, round);
  };
  /** Another program takes the file for itself. @returns what lets it go */
  const hold = (): (() => void) => {
    const other = new Database(join(world.dataDir, 'tillbridge.sqlite'));
    onTestFinished(() => void other.close());
    other.exec('BEGIN EXCLUSIVE');
    return () => void other.exec('ROLLBACK');
  };
  return { world, app, readEngine, change, hold };
}

describe('a data file that another program holds (a virus scanner, a database viewer)', () => {
  it('for a moment: nothing stops, and nothing is told', { timeout: 60_000 }, async () => {
    const { world, app, readEngine, change, hold } = await openHeldApp();
    const release = hold();
    change(1);
    await pause(BUSY_MS / 2);
    release();
    expect(await readEngine()).toMatchObject({ mode: 'running' });
    await app.stop();
    expect(await world.settle(world.dataDir)).toEqual([]);
  });

  it('for longer: says who is to let go, writes nothing, can be read, and goes on by itself', {
    timeout: 120_000,
  }, async () => {
    const { world, app, readEngine, change, hold } = await openHeldApp();
    const release = hold();
    const heldMs = performance.now();
    change(1);
    await waitUntil('word of it', async () => (await readEngine()).mode !== 'running', 30_000);
    expect(performance.now() - heldMs).toBeLessThan(2 * BUSY_MS + MOST_SILENT_MS);
    expect(await readEngine()).toMatchObject({ mode: 'safe', failure: { code: 'DATA_HELD' } });
    const page = { sort: 'name', isDescending: false, limit: 5, offset: 0 } as const;
    expect((await app.ask('products:page', page)).ok).toBe(true);
    release();
    await waitUntil('the sync', async () => (await readEngine()).mode === 'running', MOST_RESTING_MS);
    await app.stop();
    expect(await world.settle(world.dataDir)).toEqual([]);
  });
});
