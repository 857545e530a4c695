import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../src-main/engine/ports.ts';
import { type SmallWorld, startSmallWorld } from '../../support/small-world.ts';

const ROWS = 40;
const READ_ROWS = 25;
const SLOW_MS = 3_000;

const readStockPath = ({ url }: WireRequest): string | null =>
  /\/item_stocks(\/[^/]+)?$/.exec(new URL(url).pathname)?.[0] ?? null;

/** Forty counted things, all of them sold in the store; `onWrite` is told of each count that goes to the till. */
async function openQueue() {
  let onWrite: (at: number) => void = () => undefined;
  let written = 0;
  const asked: string[] = [];
  const world = await startSmallWorld({
    menu: 'generated',
    items: ROWS,
    wrap: (real) => ({
      send: (request) => {
        const path = readStockPath(request);
        if (path !== null && request.method === 'GET') asked.push(path);
        if (path !== null && request.method === 'POST') {
          onWrite(written);
          written += 1;
        }
        return real.send(request);
      },
    }),
  });
  const pairs = listPairs(world);
  for (const { wooId } of pairs) world.sides.store.staff.buy(wooId, 1);
  written = 0;
  asked.length = 0;
  return {
    world,
    pairs,
    asked,
    watchWrites: (watch: typeof onWrite) => {
      onWrite = watch;
    },
  };
}

function listPairs({ engine, sides }: SmallWorld) {
  const { itemStocks } = sides.till.state;
  const pairs = engine.links({ limit: 1_000, offset: 0 }).flatMap(({ cloverId, wooId }) => {
    const before = itemStocks.get(cloverId)?.quantity;
    return wooId === null || before === undefined ? [] : [{ cloverId, wooId, before }];
  });
  expect(pairs.length).toBeGreaterThan(READ_ROWS);
  return pairs;
}

function readBoth({ sides }: SmallWorld, { cloverId, wooId }: { cloverId: string; wooId: number }) {
  return [
    sides.till.state.itemStocks.get(cloverId)?.quantity,
    sides.store.state.products.get(wooId)?.stockQuantity,
  ];
}

describe('a long queue of counts for the till', () => {
  it('does not write over what a person counted while it was worked on', async () => {
    const { world, pairs, watchWrites } = await openQueue();
    const recounted = new Map<string, number>();
    const done = new Set<string>();
    watchWrites((at) => {
      if (at !== 5) return;
      // The till is slow, and somebody counts everything that is still to be written.
      for (const { cloverId, before } of pairs)
        if (world.stock(cloverId) === before) {
          world.sides.till.staff.recount(cloverId, before + 100);
          recounted.set(cloverId, before + 100);
        } else done.add(cloverId);
      world.time.pass(SLOW_MS);
    });
    for (let looks = 0; looks < 3; looks += 1) {
      await world.sync();
      world.time.pass(SLOW_MS);
    }
    expect(done.size).toBe(5);
    const wrong = pairs.filter((pair) => {
      const right = (recounted.get(pair.cloverId) ?? pair.before) - 1;
      return readBoth(world, pair).some((count) => count !== right);
    });
    // The one that was on its way had been read before.
    expect(wrong.length).toBeLessThanOrEqual(1);
    expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).total).toBe(0);
  });

  it('reads the counts together, once where the till is quick', async () => {
    const { world, pairs, asked, watchWrites } = await openQueue();
    await world.sync();
    const single = asked.filter((path) => path !== '/item_stocks').length;
    expect(single, 'the rest after full portions').toBeLessThan(READ_ROWS);
    const quick = asked.length;
    for (const { wooId } of pairs) world.sides.store.staff.buy(wooId, 1);
    world.time.pass(60_000);
    asked.length = 0;
    watchWrites((at) => void (at % 5 === 0 && world.time.pass(SLOW_MS)));
    await world.sync();
    expect(asked.length - quick, 'one more list for each three seconds').toBeLessThanOrEqual(
      pairs.length / 5,
    );
    for (const pair of pairs) expect(readBoth(world, pair)).toEqual([pair.before - 2, pair.before - 2]);
  });
});
