import { createChance, drawBetween, isLucky } from './chance.ts';
import { judgeWorld } from './judge.ts';
import { importShop, passAmidFaults } from './passes.ts';
import { createPeople } from './people.ts';
import { openSimWorld, type SimWorld, type WorldPlan } from './sim-world.ts';
import { createSameness, Wares } from './wares.ts';
import { drawWorldPlan } from './world-plan.ts';

export interface SimResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly story: readonly string[];
  readonly notes: ReadonlyMap<string, number>;
  readonly hash: string;
}

/** One world from its seed to its end. */
export async function simulate(seed: number): Promise<SimResult> {
  const chance = createChance(seed);
  const plan = drawWorldPlan(chance.people);
  const world = await openSimWorld(chance, plan);
  const { story } = world;
  tellPlan(world, seed, plan);
  try {
    const wares = listWares(world);
    await importShop(world);
    const isSame = createSameness(plan.settings);
    const people = createPeople(world, wares, chance.people, isSame, { isContesting: true });
    world.network.setMeanwhile((others) => {
      // As in `hour.ts`: between a look and the write that it is for, nothing prevents a deed.
      if (others > 0 || !isLucky(chance.bustle, plan.weather.bustlePercent)) return;
      story.note('deed during a pass');
      people.act();
    });
    for (let left = drawBetween(chance.people, 20, 60); left > 0; left -= 1) {
      people.act();
      if (isLucky(chance.people, 50)) await world.wait(chance.people.below(8_000));
      if (isLucky(chance.people, 35)) await passAmidFaults(world, chance.people, plan.weather);
    }
    const broken = await judgeWorld(world, wares, isSame);
    return { seed, broken, story: story.lines, notes: story.notes, hash: story.hash() };
  } finally {
    await world.close();
  }
}

export const tellPlan = ({ story }: SimWorld, seed: number, plan: WorldPlan): void =>
  story.tell(`seed ${seed}: ${JSON.stringify({ ...plan, catalog: plan.catalog.items.length })}`);

/** What is for sale before anybody does anything. */
export function listWares(world: SimWorld): Wares {
  const wares = new Wares(world);
  for (const item of world.till.state.items.values()) wares.add('till', item.id, `${item.name} (${item.id})`);
  return wares;
}
