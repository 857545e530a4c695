import { describe, expect, it, vi } from 'vitest';
import { createCrashPoints } from '../../support/crash-points.ts';
import { type CrashWorld, startCrashWorld } from '../../support/crash-world.ts';
import { syncToQuiet } from '../../support/small-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { findTroubles } from '../../support/sync-truth.ts';

const points = vi.hoisted(() => ({ current: null as ReturnType<typeof createCrashPoints> | null }));

vi.mock('../../../src-main/store/database.ts', async (load) => {
  const real = await load<typeof import('../../../src-main/store/database.ts')>();
  return {
    ...real,
    openDatabase: (options: Parameters<typeof real.openDatabase>[0]) => {
      const db = real.openDatabase(options);
      return points.current?.watchDatabase(db) ?? db;
    },
  };
});

interface Trial {
  readonly full: boolean;
}

/** One app that is ended after so many lasting things, and the next one that takes over. */
async function crashOnce(
  after: number,
  { full }: Trial,
): Promise<{ isOver: boolean; done: number; troubles: string[] }> {
  const crash = createCrashPoints();
  points.current = crash;
  const world = await startCrashWorld(crash.watchNetwork);
  for (const change of SYNC_CHANGES) change.make(world.sides, world.deeds, 0);
  const died = crash.arm(after).then(() => true);
  const pass = world.engine.sync
    .once({ full, signal: new AbortController().signal })
    .then(() => false)
    .catch(() => true);
  const isDead = await Promise.race([died, pass]);
  const done = crash.disarm();
  await settleDown();
  crash.revive();
  await world.close();
  await world.open();
  const troubles = await findWhatIsLeft(world);
  await world.close();
  world.remove();
  return { isOver: !isDead, done, troubles };
}

async function findWhatIsLeft(world: CrashWorld): Promise<string[]> {
  await syncToQuiet(world);
  await syncToQuiet(world, true);
  const troubles = findTroubles(world.sides, world.deeds);
  const { conflicts } = world.engine.conflicts.list({ limit: 9, offset: 0 });
  for (const { field, name } of conflicts) troubles.push(`${name}: ${field} is a conflict`);
  world.countWrites();
  await syncToQuiet(world, true);
  const writes = world.countWrites();
  if (writes > 0) troubles.push(`${writes} writes after the quiet`);
  return troubles;
}

async function settleDown(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
}

async function tryEveryPoint(trial: Trial): Promise<void> {
  const failures: string[] = [];
  let after = 0;
  for (; ; after += 1) {
    const { isOver, troubles } = await crashOnce(after, trial);
    if (troubles.length > 0) failures.push(`after ${after}: ${troubles.join('; ')}`);
    if (isOver) break;
  }
  expect(failures).toEqual([]);
  expect(after).toBeGreaterThan(50); // else it proved nothing
}

describe('a pass that writes everything there is, ended anywhere', { timeout: 240_000 }, () => {
  it('loses nothing and doubles nothing of what was hinted at', () => tryEveryPoint({ full: false }));

  it('loses nothing and doubles nothing of everything', () => tryEveryPoint({ full: true }));
});
