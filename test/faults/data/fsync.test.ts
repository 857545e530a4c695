import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../support/app-process.ts';
import { startAppWorld } from '../../support/app-world.ts';
import { hasNeed, hasProgram } from '../../support/needs.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const CHILD = new URL('../../support/commit-child.ts', import.meta.url).pathname;
const TRACER = 'strace';
const COMMITS = 100;
const SLOW_MS = 300;
/** A pass commits many times, and lets others have their turn in between. */
const MOST_HELD_MS = 2_000;
const isReady = hasNeed(
  'fsyncs of the data file, fast and slow (strace is not installed)',
  hasProgram(TRACER),
);

describe.skipIf(!isReady)('the disk under the data file', () => {
  it(`D2: takes an fsync for each of ${COMMITS} commits, before it is said to be kept`, {
    timeout: 60_000,
  }, () => {
    const folder = makeTemporaryFolder();
    const trace = join(folder, 'trace.txt');
    const order = JSON.stringify({ file: join(folder, 'a.sqlite'), commits: COMMITS });
    const strace = ['-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync,write', '-o', trace];
    const { stdout } = spawnSync(TRACER, [...strace, process.execPath, CHILD, order], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toHaveLength(COMMITS + 1);
    // Since the last one that was said, there was an fsync.
    const calls = readFileSync(trace, 'utf8').split('\n');
    const first = calls.findIndex((call) => call.includes('write(1, "open'));
    let synced = 0;
    let said = 0;
    for (const call of calls.slice(first + 1)) {
      if (/f(data)?sync\(/.test(call)) synced += 1;
      if (!/write\(1, "\d+\\n"/.test(call)) continue;
      said += 1;
      expect(synced, `row ${said}`).toBeGreaterThanOrEqual(said);
    }
    expect(said).toBe(COMMITS);
  });

  it(`that takes ${SLOW_MS} ms for each loses nothing, holds nobody up for long, and is told of in the log`, {
    timeout: 100_000,
  }, async () => {
    const world = await startAppWorld(makeTemporaryFolder());
    onTestFinished(world.close);
    const slow = `inject=fsync,fdatasync:delay_enter=${SLOW_MS * 1000}`;
    const wrapper = [
      'strace',
      '-f',
      '--seccomp-bpf',
      '-o',
      '/dev/null',
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      slow,
    ];
    const app = await startApp({ ...world, wrapper });
    onTestFinished(app.kill);
    await app.askLongestHeld();
    for (const { make } of SYNC_CHANGES.slice(0, 3)) make(world.sides, world.deeds, 1);
    const [dish] = [...world.sides.till.state.items.values()].filter(({ sku }) => sku === 'DISH-0');
    const isThere = (): boolean =>
      [...world.sides.store.state.products.values()].some(
        ({ sku, regularPrice }) => sku === 'DISH-0' && Number(regularPrice) * 100 === dish?.price,
      );
    await waitUntil('the price', isThere, 40_000);
    expect(await app.askLongestHeld()).toBeLessThan(MOST_HELD_MS);
    const log = await app.ask('log:page', { sort: 'atMs', isDescending: true, limit: 50, offset: 0 });
    expect(JSON.stringify(log)).toMatch(/the disk took \d+ ms for one commit/);
    await app.stop();
    expect(await world.settle()).toEqual([]);
  });
});
