import { type Chance, createChance, drawBetween, isLucky } from '../chance.ts';
import { judgeOrders, listBusy, readFlows, sayFlow } from './judge-orders.ts';
import { maybePrint } from './order-kitchen.ts';
import { createOrderPeople, drawGapMs, type OrderPeople } from './order-people.ts';
import { drawOrderPlan } from './order-plan.ts';
import { type OrderWorld, openOrderWorld } from './order-world.ts';

const FIRST_LOOK_MS = 20_000;
const LOOK_MS = 30_000;
/** From the end of the faults to the rest. */
const LONGEST_UNREST_MS = 30 * 60_000;
const SILENCE_MS = 5 * 60_000;
const MOST_REQUESTS_TO_DEATH = 60;

/** Of one world: enough for waves, few enough for a timeline that a person can read. */
export const ORDERS_A_WORLD = 100;

export interface OrderSimResult {
  readonly seed: number;
  readonly orders: number;
  readonly broken: readonly string[];
  readonly story: readonly string[];
  readonly notes: ReadonlyMap<string, number>;
  readonly hash: string;
  readonly virtualMs: number;
}

/** A world of web orders from its seed to its end. */
export async function simulateOrders(seed: number, orders: number): Promise<OrderSimResult> {
  const chance = createChance(seed);
  const plan = drawOrderPlan(chance, orders);
  const world = await openOrderWorld(chance, plan);
  const { story } = world;
  story.tell(`seed ${seed}: ${JSON.stringify(plan)}`);
  try {
    const people = createOrderPeople(world, chance.people);
    const unrest = await world.time.run(liveThrough(world, people, chance));
    const broken = [...judgeWorld(world), ...judgeOrders(world, people), ...unrest];
    return {
      seed,
      orders: people.placed.length,
      broken,
      story: story.lines,
      notes: story.notes,
      hash: story.hash(),
      virtualMs: world.time.clock.monotonicMs(),
    };
  } finally {
    await world.close();
  }
}

async function liveThrough(
  world: OrderWorld,
  people: OrderPeople,
  { people: random, fate }: Chance,
): Promise<string[]> {
  const { plan, time, network, story } = world;
  const wait = time.practiceClock.sleep;
  world.start();
  await wait(FIRST_LOOK_MS);
  let death: Promise<void> | null = null;
  let restart: Promise<void> = Promise.resolve();
  for (let left = plan.orders; left > 0; left -= 1) {
    await wait(drawGapMs(random, plan.longestGapMs));
    people.order();
    if (isLucky(random, plan.deedPercent)) people.act();
    maybePrint(world, plan.kitchen, fate);
    if (death === null && isLucky(random, plan.crashPercent)) {
      death = network
        .killAt(drawBetween(random, 1, MOST_REQUESTS_TO_DEATH), isLucky(random, 50))
        .then(async () => {
          restart = world.restart();
          await restart;
          world.start();
          death = null;
        });
    }
  }
  await wait(LOOK_MS);
  network.spare();
  network.clear();
  await restart;
  people.tidy();
  story.tell('--- the faults are over ---');
  return rest(world, people);
}

/** Until nothing is left to do; then nothing may be written any more, also after one more start. */
async function rest(world: OrderWorld, people: OrderPeople): Promise<string[]> {
  const wait = world.time.practiceClock.sleep;
  const isBusy = (): boolean => listBusy(world).length > 0 || countUnheard(world, people) > 0;
  for (let waitedMs = 0; isBusy(); waitedMs += LOOK_MS) {
    // Orders that nobody has heard of are the oracles' business.
    if (waitedMs > LONGEST_UNREST_MS) return listBusy(world).map((flow) => `never at rest: ${sayFlow(flow)}`);
    await wait(LOOK_MS);
  }
  // What both sides tell each other at the very end.
  await wait(4 * LOOK_MS);
  const before = countWrites(world);
  await wait(SILENCE_MS);
  const amid = countWrites(world);
  await world.restart();
  world.start();
  await wait(SILENCE_MS);
  const broken: string[] = [];
  if (amid !== before) broken.push(`not quiet: ${amid - before} writes after the rest`);
  if (countWrites(world) !== amid)
    broken.push(`not quiet: ${countWrites(world) - amid} writes after one more start`);
  return broken;
}

const countWrites = ({ network }: OrderWorld): number => network.writes.till + network.writes.store;

/** A side may have asked for some minutes of quiet just before. */
const countUnheard = (world: OrderWorld, { placed }: OrderPeople): number =>
  placed.length - readFlows(world).length;

function judgeWorld({ network, unannounced }: OrderWorld): string[] {
  const { tooMany } = network.ownCalls;
  return [
    ...(tooMany === 0 ? [] : [`within limits: the app made ${tooMany} calls too many for the till`]),
    ...unannounced.map((line) => `prior intent: ${line}`),
  ];
}
