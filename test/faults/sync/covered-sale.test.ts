import { describe, expect, it, vi } from 'vitest';
import { createCrashPoints } from '../../support/crash-points.ts';
import { type CrashWorld, startCrashWorld } from '../../support/crash-world.ts';
import { createSaleBetween } from '../../support/sale-between.ts';

const LOOK_MS = 6_000;
const LOOKS = 6;
const MOST_POINTS = 40;
const AT_FIRST = 20;

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

async function look(world: CrashWorld, looks: number): Promise<void> {
  for (let at = 0; at < looks; at += 1) {
    await world.engine.sync.once({ full: false, signal: new AbortController().signal });
    world.time.pass(LOOK_MS);
  }
}

/** One app that is ended while a sale comes between the reading and the writing of a count, and the next one. */
async function crashOnce(
  side: 'till' | 'store',
  after: number,
): Promise<{ isOver: boolean; counts: readonly unknown[] }> {
  const crash = createCrashPoints();
  points.current = crash;
  let next: ReturnType<typeof createSaleBetween>['next'] = () => undefined;
  let sell: (() => void) | null = null;
  const world = await startCrashWorld((real) => {
    const between = createSaleBetween(real);
    next = between.next;
    next(() => sell?.());
    return crash.watchNetwork(between);
  });
  const { till, store } = world.sides;
  const [link] = world.engine
    .links({ limit: 100, offset: 0 })
    .filter(({ kind, groupId, wooId }) => kind === 'product' && groupId === null && wooId !== null);
  if (!link || link.wooId === null) throw new Error('no product');
  const { cloverId, wooId } = link;
  const deals = {
    till: (pieces: number) => void till.staff.sell(cloverId, pieces),
    store: (pieces: number) => void store.staff.buy(wooId, pieces),
  };
  deals[side](1);
  await look(world, 2);
  deals[side === 'till' ? 'store' : 'till'](1);
  if (side === 'store') store.staff.buyInsideDelta(wooId, 2);
  else {
    sell = () => {
      sell = null;
      deals.till(2);
    };
    next(sell);
  }
  const died = crash.arm(after).then(() => true);
  const pass = look(world, 1)
    .then(() => false)
    .catch(() => true);
  const isDead = await Promise.race([died, pass]);
  crash.disarm();
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  crash.revive();
  await world.close();
  await world.open();
  await look(world, LOOKS);
  const counts = [
    till.state.itemStocks.get(cloverId)?.quantity,
    store.state.products.get(wooId)?.stockQuantity,
    world.engine.conflicts.list({ limit: 9, offset: 0 }).total,
  ];
  await world.close();
  world.remove();
  return { isOver: !isDead, counts };
}

describe.each(['till', 'store'] as const)('a sale on the %s while its count is being written', (side) => {
  it('survives wherever the app ends meanwhile', async () => {
    const right = AT_FIRST - 1 - 1 - 2;
    const wrong: string[] = [];
    let after = 0;
    for (let isOver = false; !isOver && after < MOST_POINTS; after += 1) {
      const trial = await crashOnce(side, after);
      isOver = trial.isOver;
      if (trial.counts.join() !== [right, right, 0].join()) wrong.push(`after ${after}: ${trial.counts}`);
    }
    expect(wrong).toEqual([]);
    expect(after).toBeGreaterThan(5);
  }, 120_000);
});
