import { createChance, drawBetween, isLucky } from '../chance.ts';
import { judgeWorld } from '../judge.ts';
import { judgeOrders, listBusy, readFlows, sayFlow } from '../orders/judge-orders.ts';
import { createOrderPeople, type OrderPeople } from '../orders/order-people.ts';
import { drawOrderRules } from '../orders/order-plan.ts';
import type { OrderScene } from '../orders/order-scene.ts';
import { countWrites, importShop, passAmidFaults } from '../passes.ts';
import { createPeople, type People } from '../people.ts';
import { type Cue, createScript, createSwitchedRandom, NOTHING_LEFT_OUT, type Script } from '../script.ts';
import { openSimWorld, type SimWorld, type WorldPlan } from '../sim-world.ts';
import { endStory, listWares, type ScriptedResult, tellPlan } from '../simulate.ts';
import { createSameness, type Wares } from '../wares.ts';
import { drawWorldPlan } from '../world-plan.ts';
import { type Counting, watchCounting } from './guests.ts';
import { liveAmidFaults, liveOn } from './live-on.ts';
import { proveStock } from './prove-stock.ts';
import { takeWebPieces } from './web-pieces.ts';

const DEEDS = { fewest: 15, most: 45 };
const LONGEST_GAP_MS = 20_000;
const LOOK_MS = 30_000;
/** From the end of the faults until no order waits. */
const LONGEST_UNREST_MS = 30 * 60_000;
const SILENCE_MS = 2 * 60_000;

/** Who acts next, among a hundred: people of the shop, a guest, else the kitchen or somebody with an order. */
const SHOP_PERCENT = 50;
const GUEST_PERCENT = 30;
/** Of the times the app is at work, those in which it runs as it does by itself; else one pass of it alone. */
const LOOP_PERCENT = 60;

/** In most shops nobody says who lowers the till's counts; a person who does may be wrong. */
const OWNERS = ['auto', 'auto', 'auto', 'auto', 'clover', 'app'] as const;

interface Shop {
  readonly world: SimWorld;
  readonly plan: WorldPlan;
  readonly script: Script;
  readonly hand: ReturnType<typeof createSwitchedRandom>;
  readonly people: People;
  readonly guests: OrderPeople;
  readonly counting: Counting;
}

/**
 * A shop that is open as a whole, from its seed to its end: people edit, sell and count on both sides, guests order in
 * the store, the kitchen cooks, and the app does all that it does.
 * @param without names of what is not to happen in it (`happened` of an earlier run)
 */
export async function simulateWhole(
  seed: number,
  without: ReadonlySet<string> = NOTHING_LEFT_OUT,
): Promise<ScriptedResult> {
  const chance = createChance(seed);
  const script = createScript(seed, without);
  const drawn = drawWorldPlan(chance.people);
  const settings = { ...drawn.settings, 'stock.whoLowersTill': script.cue('owner').random.pick(OWNERS) };
  const plan = { ...drawn, settings, orders: drawOrderRules(chance.stretches) };
  const world = await openSimWorld(chance, plan, script);
  tellPlan(world, seed, plan);
  try {
    const wares = listWares(world);
    await importShop(world);
    const isSame = createSameness(plan.settings);
    const scene = describeOrders(world);
    const hand = createSwitchedRandom(chance.people);
    const guests = createOrderPeople(scene, hand);
    const counting = watchCounting(world, wares, guests);
    const habits = { isContesting: true, isGuestless: true, onRecount: counting.recount };
    const people = createPeople(world, wares, hand, isSame, habits);
    const steps = drawBetween(chance.people, DEEDS.fewest, DEEDS.most);
    for (let step = 1; step <= steps; step += 1)
      await liveStep(step, { world, plan, script, hand, people, guests, counting });
    const broken = await rest(world, scene, guests);
    await reckonPieces(world, scene, wares, counting);
    broken.push(...(await judgeWorld(world, wares, isSame)));
    const placed = [...world.store.state.orders.keys()];
    broken.push(...judgeOrders(scene, { placed, touched: guests.touched }), ...(await listen(world)));
    return { ...endStory(world, seed, broken), happened: script.taken };
  } finally {
    await world.close();
  }
}

/** What people and oracles of web orders see of it. */
export const describeOrders = ({ till, store, history, time, story, core, eye }: SimWorld): OrderScene => ({
  ...{ till, store, history, time, story },
  isFair: false,
  isMenuStill: false,
  printsBy: 'app',
  orders: () => core().engine.orders,
  isTold: (key) => eye.isTold(key),
});

/** A deed; some time; maybe the app at work, during which the network fails, people act, and the app may die. */
async function liveStep(step: number, shop: Shop): Promise<void> {
  const { world, plan, script } = shop;
  const { weather } = plan;
  script.begin(`${step}`);
  const deed = script.cue(`deed ${step}`);
  if (deed.takes()) act(deed, shop);
  const wait = script.cue(`wait ${step}`);
  if (isLucky(wait.random, 50) && wait.takes()) await world.wait(wait.random.below(LONGEST_GAP_MS));
  const work = script.cue(`pass ${step}`);
  if (!isLucky(work.random, 40) || !work.takes()) return;
  let reads = 0;
  world.network.setMeanwhile((others) => {
    // As in `hour.ts`: between a look and the write that it is for, nothing prevents a deed.
    if (others > 0 || weather.bustlePercent === 0) return;
    reads += 1;
    const bustle = script.cue(`deed ${step} amid ${reads}`);
    if (!isLucky(bustle.random, weather.bustlePercent) || !bustle.takes()) return;
    world.story.note('deed during a pass');
    act(bustle, shop);
  });
  const allows = (what: string): boolean => script.cue(`${what} ${step}`).takes();
  if (isLucky(work.random, LOOP_PERCENT)) await liveAmidFaults(world, work, weather, allows);
  else await passAmidFaults(world, work.random, weather, allows);
}

function act({ random }: Cue, { hand, people, guests, counting }: Shop): void {
  const drawn = random.next() * 100;
  hand.turn(random);
  if (drawn < SHOP_PERCENT) people.act();
  else if (drawn < SHOP_PERCENT + GUEST_PERCENT) counting.order();
  else guests.act();
}

/** The faults are over and the kitchen is in order: until no order waits for anything but a person. */
async function rest(world: SimWorld, scene: OrderScene, guests: OrderPeople): Promise<string[]> {
  world.network.clear();
  guests.tidy();
  world.story.tell('--- the faults are over, and the kitchen is in order ---');
  const isUnheard = (): boolean => readFlows(scene).length < scene.store.state.orders.size;
  for (let waitedMs = 0; waitedMs === 0 || listBusy(scene).length > 0 || isUnheard(); waitedMs += LOOK_MS) {
    // Orders that nobody has heard of are the oracles' business.
    if (waitedMs > LONGEST_UNREST_MS) return listBusy(scene).map((flow) => `never at rest: ${sayFlow(flow)}`);
    await liveOn(world, LOOK_MS);
  }
  return [];
}

/** How many pieces there should be, now that it is known what became of every order. */
async function reckonPieces(
  world: SimWorld,
  scene: OrderScene,
  wares: Wares,
  counting: Counting,
): Promise<void> {
  wares.refresh();
  const isKnown = await proveStock(world, scene, wares);
  wares.refresh();
  takeWebPieces(scene, wares);
  counting.open();
  if (!isKnown) for (const ware of wares.all) ware.isCountOpen = true;
}

/** Nothing is written any more, also after one more start. */
async function listen(world: SimWorld): Promise<string[]> {
  const before = countWrites(world);
  await world.restart();
  await liveOn(world, SILENCE_MS);
  const writes = countWrites(world) - before;
  return writes === 0 ? [] : [`not quiet: ${writes} writes after one more start`];
}
