import { createChance, drawBetween, isLucky } from './chance.ts';
import type { Evidence, Oracle } from './oracles/evidence.ts';
import { findDifferences } from './oracles/in-step.ts';
import { findDoubles } from './oracles/no-double.ts';
import { findEchoes } from './oracles/no-echo.ts';
import { findLostValues } from './oracles/no-lost-value.ts';
import { findStockDrift } from './oracles/stock-conserved.ts';
import { findExcess } from './oracles/within-limits.ts';
import { createPeople } from './people.ts';
import { openSimWorld, type SimWorld } from './sim-world.ts';
import { createSameness, Wares } from './wares.ts';
import { drawWorldPlan } from './world-plan.ts';

const ORACLES: Readonly<Record<string, Oracle>> = {
  'no lost value': findLostValues,
  'no double': findDoubles,
  'stock conserved': findStockDrift,
  'no echo': findEchoes,
  'in step': findDifferences,
  'within limits': findExcess,
};
/** Passes until all must be quiet; the first ones also finish what was stopped. */
const MOST_PASSES = 15;
const QUIET_PASSES = 2;
const PASS_EVERY_MS = 15_000;

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
  story.tell(`seed ${seed}: ${JSON.stringify({ ...plan, catalog: plan.catalog.items.length })}`);
  try {
    const wares = new Wares(world);
    for (const item of world.till.state.items.values())
      wares.add('till', item.id, `${item.name} (${item.id})`);
    await importShop(world);
    const isSame = createSameness(plan.settings);
    const people = createPeople(world, wares, chance.people, isSame);
    world.network.setMeanwhile(() => {
      if (!isLucky(chance.bustle, plan.weather.bustlePercent)) return;
      story.note('deed during a pass');
      people.act();
    });
    for (let left = drawBetween(chance.people, 20, 60); left > 0; left -= 1) {
      people.act();
      if (isLucky(chance.people, 50)) await world.wait(chance.people.below(8_000));
      if (isLucky(chance.people, 35)) await passAmidFaults(world, chance.people, plan.weather.crashPercent);
    }
    world.network.clear();
    story.tell('--- the faults are over ---');
    const unrest = await rest(world);
    const before = countWrites(world);
    const full = await pass(world, true);
    const echoes = countWrites(world) - before + (full === null ? 0 : 1);
    wares.refresh();
    const conflicts = world.eye.conflicts();
    for (const { field } of conflicts) story.note(`conflict ${field}`);
    const evidence: Evidence = {
      world,
      wares,
      isSame,
      conflicts,
      parked: world.eye.parked(),
      echoes,
      unrest,
    };
    if (evidence.parked.length > 0) story.note('parked');
    const broken = Object.entries(ORACLES).flatMap(([name, oracle]) =>
      oracle(evidence).map((line) => `${name}: ${line}`),
    );
    broken.push(...world.unannounced.map((line) => `prior intent: ${line}`));
    return { seed, broken, story: story.lines, notes: story.notes, hash: story.hash() };
  } finally {
    await world.close();
  }
}

/** The import is another test's business: it runs in fair weather. */
async function importShop(world: SimWorld): Promise<void> {
  const silent = { onProgress: () => undefined };
  const { engine } = world.core();
  const planned = await world.time.run(engine.plan({ choices: new Map(), ...silent }));
  if (!planned.ok) throw new Error(planned.failure.code);
  const { signal } = new AbortController();
  const applied = await world.time.run(engine.apply(planned.value.runId, { signal, ...silent }));
  if (!applied.ok) throw new Error(applied.failure.code);
  const synced = await world.time.run(engine.sync.once({ full: false, signal }));
  if (!synced.ok) throw new Error(synced.failure.code);
  world.network.pause(false);
  world.story.tell('--- imported ---');
}

async function passAmidFaults(
  world: SimWorld,
  random: ReturnType<typeof createChance>['people'],
  crashPercent: number,
): Promise<void> {
  const isFull = isLucky(random, 10);
  if (!isLucky(random, crashPercent)) {
    await pass(world, isFull);
    return;
  }
  const killed = world.network.killAt(drawBetween(random, 1, 25), isLucky(random, 50)).then(() => true);
  const over = pass(world, isFull).then(() => false);
  if (await world.time.run(Promise.race([killed, over]))) await world.restart();
  world.network.spare();
}

/** One pass; answers its failure's code or null. */
async function pass(world: SimWorld, full: boolean): Promise<string | null> {
  const { engine } = world.core();
  const { signal } = new AbortController();
  const result = await world.time.run(engine.sync.once({ full, signal }));
  if (!result.ok) {
    world.story.tell(`pass: ${result.failure.code}`);
    world.story.note(`pass ended ${result.failure.code}`);
    return result.failure.code;
  }
  const { applied, failed, waiting, parked, conflicts, braked } = result.value;
  world.story.tell(
    `${full ? 'full ' : ''}pass: till ${applied.till}, store ${applied.store}, failed ${failed}, waiting ${waiting}, parked ${parked}, conflicts ${conflicts}${braked === null ? '' : `, braked ${braked}`}`,
  );
  world.story.note('pass done');
  return null;
}

const countWrites = ({ network }: SimWorld): number => network.writes.till + network.writes.store;

/** Passes until nothing is written any more; answers why that never came, or null. */
async function rest(world: SimWorld): Promise<string | null> {
  let quiet = 0;
  let last: string | null = null;
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    await world.wait(PASS_EVERY_MS);
    const before = countWrites(world);
    // As the app does from time to time by itself: everything is compared.
    last = await pass(world, passes === 2);
    quiet = last === null && countWrites(world) === before ? quiet + 1 : 0;
    if (quiet >= QUIET_PASSES && passes > 3) return null;
  }
  return `never quiet: ${last ?? 'it goes on writing'}`;
}
