import { describe, expect, it } from 'vitest';
import { createChance } from '../chance.ts';
import { checkWords } from '../oracles/parked-explained.ts';
import { countWrites, importShop, runPass } from '../passes.ts';
import { openSimWorld } from '../sim-world.ts';
import { drawWorldPlan } from '../world-plan.ts';
import { MISTAKES } from './mistakes.ts';

async function openShop(seed: number) {
  const chance = createChance(seed);
  const world = await openSimWorld(chance, drawWorldPlan(chance.people));
  for (let twins = 0; twins < 2; twins += 1) world.till.staff.addItem({ name: 'Twin', price: 500 });
  await importShop(world);
  world.network.clear();
  await runPass(world, true);
  return world;
}

describe('a clumsy person', () => {
  it('is told what was wrong and what to do, mistake by mistake, and nothing is written anywhere', async () => {
    const world = await openShop(5);
    try {
      const links = JSON.stringify(
        world
          .core()
          .engine.links({ limit: 500, offset: 0 })
          .map(({ id }) => id),
      );
      const before = countWrites(world);
      const told: string[] = [];
      for (const { what, make } of MISTAKES) {
        const failure = await make(world);
        told.push(`${what}: ${failure?.code}`);
        if (failure) expect(checkWords(failure), what).toEqual([]);
      }
      expect(told).toEqual(MISTAKES.map(({ what, code }) => `${what}: ${code}`));
      // Two probes tell what a key may do, and write nothing.
      expect(await runPass(world, true)).toBeNull();
      expect(countWrites(world) - before, 'writes').toBeLessThanOrEqual(PROBES);
      expect(
        JSON.stringify(
          world
            .core()
            .engine.links({ limit: 500, offset: 0 })
            .map(({ id }) => id),
        ),
      ).toBe(links);
    } finally {
      await world.close();
    }
  });
});

/** Empty writes with which a key's rights are found out. */
const PROBES = 8;
