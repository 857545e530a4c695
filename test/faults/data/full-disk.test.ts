import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AppProcess, startApp } from '../../support/app-process.ts';
import { type AppWorld, startAppWorld } from '../../support/app-world.ts';
import { canMakeDisk, mountFailingDisk } from '../../support/failing-disk.ts';
import { hasNeed, sayNotTested } from '../../support/needs.ts';
import { canMount, mountSmallDisk } from '../../support/small-disk.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const CLI = new URL('../../../src-main/headless/cli.ts', import.meta.url).pathname;
const DISK_KIB = 8 * 1024;
/** promises.md D7. */
const MOST_SILENT_MS = 5_000;
/** The app looks every half minute whether there is room again. */
const MOST_RESTING_MS = 45_000;
const FIRST_PAGE = { sort: 'name', isDescending: false, limit: 5, offset: 0 } as const;
const isReady = hasNeed(
  'a disk that is full or read-only (mounting a small one takes root on Linux)',
  canMount,
);
const canFail =
  canMakeDisk ||
  sayNotTested('a disk that turns read-only (making one takes root on Linux, and loop devices)');
/** Somebody with no rights of their own. */
const NOBODY = 65_534;

async function readMode(app: AppProcess) {
  const answer = await app.ask('support:get', {});
  return answer.ok ? answer.value.engine : { mode: 'lost', reason: null, failure: answer.failure };
}

/** What the command line says of it meanwhile. */
const askStatus = (dataDir: string, secretKey: string): string =>
  spawnSync(process.execPath, [CLI, '--data', dataDir, 'status', '--json'], {
    env: { ...process.env, TILLBRIDGE_SECRET_KEY: secretKey },
    encoding: 'utf8',
  }).stdout;

const change = ({ sides, deeds }: AppWorld, round: number): void => {
  for (const { make } of SYNC_CHANGES.slice(0, 6)) make(sides, deeds, round);
};

/** It is at work again, has lost nothing, and both sides are equal. */
async function expectWhole(app: AppProcess, world: AppWorld, dataDir: string): Promise<void> {
  await waitUntil('the sync', async () => (await readMode(app)).mode === 'running', MOST_RESTING_MS);
  await app.stop();
  const db = new Database(join(dataDir, 'tillbridge.sqlite'));
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  expect(await world.settle(dataDir)).toEqual([]);
}

describe.skipIf(!isReady)('D7: the real app', () => {
  it('whose disk is full stops writing, says so within seconds, and goes on by itself', {
    timeout: 120_000,
  }, async () => {
    const world = await startAppWorld(makeTemporaryFolder());
    onTestFinished(world.close);
    const disk = mountSmallDisk(DISK_KIB);
    const dataDir = join(disk.folder, 'data');
    cpSync(world.dataDir, dataDir, { recursive: true });
    const app = await startApp({ dataDir, secretKey: world.secretKey });
    onTestFinished(app.kill);
    change(world, 1);
    disk.fill();
    const fullMs = performance.now();
    change(world, 2);
    await waitUntil('word of it', async () => (await readMode(app)).mode !== 'running');
    expect(performance.now() - fullMs).toBeLessThan(MOST_SILENT_MS);
    const told = await readMode(app);
    expect(told).toMatchObject({ mode: 'safe', failure: { code: 'DATA_UNWRITABLE' } });
    expect(told.failure?.message).toContain('disk is full');
    expect((await app.ask('products:page', FIRST_PAGE)).ok).toBe(true);
    change(world, 3);
    disk.makeRoom();
    await expectWhole(app, world, dataDir);
  });

  it.skipIf(!canFail)(
    'whose disk turns read-only under it stops writing, says so within seconds, and goes on once it is mended',
    { timeout: 120_000 },
    async () => {
      const world = await startAppWorld(makeTemporaryFolder());
      onTestFinished(world.close);
      const disk = mountFailingDisk();
      const dataDir = join(disk.folder, 'data');
      cpSync(world.dataDir, dataDir, { recursive: true });
      const app = await startApp({ dataDir, secretKey: world.secretKey });
      onTestFinished(app.kill);
      change(world, 1);
      disk.turnReadOnly();
      const failedMs = performance.now();
      change(world, 2);
      await waitUntil('word of it', async () => (await readMode(app)).mode !== 'running');
      expect(performance.now() - failedMs).toBeLessThan(MOST_SILENT_MS);
      expect(await readMode(app)).toMatchObject({ mode: 'safe', failure: { code: 'DATA_UNWRITABLE' } });
      expect((await app.ask('products:page', FIRST_PAGE)).ok).toBe(true);
      const status = askStatus(dataDir, world.secretKey);
      expect(JSON.parse(status)).toMatchObject({
        ...{ products: { synced: 20 }, data: { isWritable: false, error: { code: 'DATA_UNWRITABLE' } } },
      });
      change(world, 3);
      disk.mountAgain();
      await expectWhole(app, world, dataDir);
    },
  );

  it('whose folder is somebody else’s says so, shows what it can read, and goes on once it may write', {
    timeout: 120_000,
  }, async () => {
    const world = await startAppWorld(makeTemporaryFolder());
    onTestFinished(world.close);
    const outside = makeTemporaryFolder();
    chmodSync(outside, 0o755);
    const dataDir = join(outside, 'data');
    cpSync(world.dataDir, dataDir, { recursive: true });
    const own = (folder: string, uid: number, mode: string): void => {
      spawnSync('chown', ['-R', String(uid), folder]);
      spawnSync('chmod', ['-R', mode, folder]);
    };
    own(dataDir, 0, 'a=rX');
    const app = await startApp({ dataDir, secretKey: world.secretKey, uid: NOBODY });
    onTestFinished(app.kill);
    expect(app.failure ?? (await readMode(app)).failure?.code).toBe('DATA_UNWRITABLE');
    change(world, 1);
    own(dataDir, NOBODY, 'u=rwX,go=');
    if (app.failure === null) return expectWhole(app, world, dataDir);
    const again = await startApp({ dataDir, secretKey: world.secretKey, uid: NOBODY });
    onTestFinished(again.kill);
    await expectWhole(again, world, dataDir);
  });
});
