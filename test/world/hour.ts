import { createChance, drawBetween, isLucky } from './chance.ts';
import { judgeWorld } from './judge.ts';
import { importAgain, importShop, passAmidFaults } from './passes.ts';
import { createPeople, type People } from './people.ts';
import { openSimWorld, type SimWorld } from './sim-world.ts';
import { endStory, listWares, type SimResult, tellPlan } from './simulate.ts';
import { createSameness, type Wares } from './wares.ts';
import { drawStretchWeather, type Weather } from './weather.ts';
import { drawWorldPlan } from './world-plan.ts';

/** How long two people work, and how much they do. */
export interface HourOptions {
  readonly minutes: number;
  readonly edits: number;
  /** Stretches of a weather each; after each all oracles look. */
  readonly stretches: number;
}

export const WHOLE_HOUR: HourOptions = { minutes: 60, edits: 10_000, stretches: 12 };

const MINUTE_MS = 60_000;
/** Between the end of a pass and the next one, at the fastest setting. */
const NAP_MS = 2_000;
/** At most so many deeds while one request is under way. */
const MOST_AT_ONCE = 3;
const MOST_TRIES = 50;

/**
 * Two people edit at both ends while the app polls: in each stretch another weather, deeds between and during
 * passes as their time comes. A world that is broken after a stretch ends there.
 */
export async function liveAnHour(seed: number, options: HourOptions = WHOLE_HOUR): Promise<SimResult> {
  const chance = createChance(seed);
  const plan = drawWorldPlan(chance.people, drawBetween(chance.people, 40, 80));
  const world = await openSimWorld(chance, plan);
  const { story } = world;
  tellPlan(world, seed, plan);
  try {
    const wares = listWares(world);
    await importShop(world);
    const isSame = createSameness(plan.settings);
    const people = createPeople(world, wares, chance.people, isSame);
    const broken: string[] = [];
    for (let stretch = 1; stretch <= options.stretches && broken.length === 0; stretch += 1) {
      const weather = drawStretchWeather(chance.stretches);
      story.tell(`=== stretch ${stretch}: ${JSON.stringify(weather)}`);
      await workThrough(world, people, chance, weather, options);
      if (isLucky(chance.stretches, 30)) await importMeanwhile(world, people);
      broken.push(...(await judgeWorld(world, wares, isSame)));
      settleBooks(world, wares);
    }
    return endStory(world, seed, broken);
  } finally {
    await world.close();
  }
}

/** One stretch: deeds are due evenly over its time, whatever the app is doing then. */
async function workThrough(
  world: SimWorld,
  people: People,
  chance: ReturnType<typeof createChance>,
  weather: Weather,
  { minutes, edits, stretches }: HourOptions,
): Promise<void> {
  const { time, network, story } = world;
  const lengthMs = (minutes * MINUTE_MS) / stretches;
  const most = Math.ceil(edits / stretches);
  const startMs = time.clock.nowMs();
  let done = 0;
  const countDue = (): number =>
    Math.min(most, Math.floor(((time.clock.nowMs() - startMs) / lengthMs) * most)) - done;
  const actDue = (limit: number): void => {
    for (let left = Math.min(limit, countDue()); left > 0; left -= 1) {
      done += 1;
      for (let tries = 0; tries < MOST_TRIES && !people.act(); tries += 1);
    }
  };
  network.setMeanwhile((others) => {
    // With another request under way a deed could come between a look and the write that it is for, where
    // neither side's API has anything to prevent it.
    if (others > 0 || !isLucky(chance.bustle, weather.bustlePercent) || countDue() === 0) return;
    story.note('deed during a pass');
    actDue(MOST_AT_ONCE);
  });
  network.turn(weather);
  const outage = drawOutage(chance.stretches, startMs, lengthMs);
  while (done < most) {
    await world.wait(NAP_MS);
    actDue(most);
    const nowMs = time.clock.nowMs();
    const isAway = outage !== null && nowMs >= outage.fromMs && nowMs < outage.untilMs;
    if (isAway && !network.away[outage.side]) story.note(`outage ${outage.side}`);
    network.away.till = isAway && outage.side === 'till';
    network.away.store = isAway && outage.side === 'store';
    await passAmidFaults(world, chance.stretches, weather);
  }
}

/** Sometimes a side is away for up to half of a stretch. */
function drawOutage(random: ReturnType<typeof createChance>['stretches'], startMs: number, lengthMs: number) {
  if (!isLucky(random, 60)) return null;
  const fromMs = startMs + random.next() * lengthMs * 0.5;
  return { side: random.pick(['till', 'store'] as const), fromMs, untilMs: fromMs + lengthMs * 0.4 };
}

/** In fair weather somebody imports again, with changes of both sides still on their way. */
async function importMeanwhile(world: SimWorld, people: People): Promise<void> {
  world.network.clear();
  for (let left = 10; left > 0; left -= 1) people.act();
  const failure = await importAgain(world);
  world.story.note(failure === null ? 'import again' : `import again ended ${failure}`);
}

/** What all agree on is the start of the next stretch: counts that a person chose in a conflict too. */
function settleBooks({ till }: SimWorld, wares: Wares): void {
  for (const ware of wares.all) {
    if (!ware.isCountOpen || ware.tillId === null || ware.pieces === null) continue;
    ware.pieces = till.state.itemStocks.get(ware.tillId)?.quantity ?? null;
    ware.isCountOpen = false;
  }
}
