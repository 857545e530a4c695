import type { Side } from '../../../src-hub/log/event-log.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import { createRandom } from '../../../src-practice/random.ts';
import { createChance, drawBetween, isLucky } from '../chance.ts';
import { countWrites, importShop } from '../passes.ts';
import { openSimWorld, type SimWorld } from '../sim-world.ts';
import { drawWorldPlan } from '../world-plan.ts';
import { startHintedPc } from './hinted-pc.ts';
import { openHubInProcess } from './hub-in-process.ts';
import { describeShop, describeSides } from './shop-at-rest.ts';
import { createHands, drawPeriods, PERIOD_MS } from './shop-deeds.ts';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** A hint is at the PC, and its acknowledgement at the hub. */
const MOST_ON_WAY_MS = 100;
const CALM = { percent: 0, kinds: [], crashPercent: 0, fullPercent: 0, abortPercent: 0, bustlePercent: 0 };

/** How the hints of one life fare on their way to the hub. */
export interface HintWeather {
  /** Of a hint: how much later each copy of it arrives. None: it is lost. */
  draw(random: PracticeRandom): readonly number[];
  /** Hints among a hundred after which the PC's line to the hub is cut: before they are there, or acknowledged. */
  readonly cutPercent: number;
  /** Whether everything is compared at the end of each period. */
  readonly compares: boolean;
}

/** Each hint once, at once, in order; nothing is ever compared as a whole. */
export const CLEAN: HintWeather = { draw: () => [0], cutPercent: 0, compares: false };

/** Three in ten are lost, the others come one to five times, shuffled, up to a day late. */
export const TROUBLED: HintWeather = {
  draw: (random) => {
    if (isLucky(random, 30)) return [];
    return Array.from({ length: drawBetween(random, 1, 5) }, () =>
      random.below(isLucky(random, 50) ? DAY_MS : PERIOD_MS),
    );
  },
  cutPercent: 30,
  compares: true,
};

export interface HintedLife {
  /** Both sides at the end of each period. */
  readonly rests: readonly (readonly string[])[];
  /** The shop when the last hint has come. */
  readonly end: readonly string[];
  /** What a comparison of everything still had to write then. */
  readonly lateWrites: number;
  readonly hints: number;
  readonly lost: number;
  readonly copies: number;
  /** What the hub sent to the PC. */
  readonly sent: number;
  /** Hints that the hub still has to be rid of. */
  readonly waiting: number;
  readonly unannounced: readonly string[];
}

/** One life of the shop of a seed: the same people do the same at the same times, whatever becomes of the hints. */
export async function liveHinted(seed: number, weather: HintWeather): Promise<HintedLife> {
  const chance = createChance(seed);
  const plan = { ...drawWorldPlan(chance.people), weather: CALM };
  const world = await openSimWorld(chance, plan);
  const hub = openHubInProcess(world.dataDir, world.time);
  try {
    await importShop(world);
    const tally = { hints: 0, lost: 0, copies: 0 };
    const random = createRandom(seed + 1_000_000);
    const tell = (side: Side, key: string): void => {
      const delays = weather.draw(random);
      tally.hints += 1;
      tally.copies += delays.length;
      if (delays.length === 0) tally.lost += 1;
      for (const delayMs of delays)
        world.time.timers.after(delayMs, () => {
          void hub.tell(side, key);
          if (isLucky(random, weather.cutPercent))
            world.time.timers.after(random.below(MOST_ON_WAY_MS), hub.cut);
        });
    };
    const watch = watchChanges(world, tell);
    const app = createHintedApp(world, watch);
    const end = startHintedPc(world.dataDir, world.time, hub.hub, app);
    const periods = drawPeriods(chance.bustle, plan);
    const lived = await world.time.run(live({ world, watch, app, compares: weather.compares }, periods));
    const waiting = await world.time.run(hub.countWaiting());
    await end();
    return { ...lived, ...tally, sent: hub.countSent(), waiting, unannounced: world.unannounced };
  } finally {
    await hub.close();
    await world.close();
  }
}

interface Scene {
  readonly world: SimWorld;
  readonly watch: () => void;
  readonly app: HintedApp;
  readonly compares: boolean;
}

async function live(
  { world, watch, app, compares }: Scene,
  periods: ReturnType<typeof drawPeriods>,
): Promise<Pick<HintedLife, 'rests' | 'end' | 'lateWrites'>> {
  const { clock, timers } = world.time;
  const act = createHands(world);
  const rests: (readonly string[])[] = [];
  const startMs = clock.monotonicMs() + MINUTE_MS;
  const waitUntil = (atMs: number): Promise<void> => timers.sleep(startMs + atMs - clock.monotonicMs());
  for (const { untilMs, deeds } of periods) {
    for (const { atMs, deed } of deeds) {
      await waitUntil(atMs);
      act(deed);
      watch();
    }
    await waitUntil(untilMs);
    if (compares) app.everything();
    await timers.sleep(MINUTE_MS);
    await app.rest();
    // As the app does every five minutes at least: what a write of its own moved in turn.
    if (compares) app.look();
    await app.rest();
    rests.push(describeSides(world));
  }
  await timers.sleep(DAY_MS + MINUTE_MS);
  await app.rest();
  // What the app has just made it agrees on in full when it next looks at it.
  const before = countWrites(world);
  app.everything();
  await app.rest();
  return { rests, end: describeShop(world), lateWrites: countWrites(world) - before };
}

const WEIGHT = { hinted: 0, look: 1, full: 2 } as const;
type Wish = keyof typeof WEIGHT;

interface HintedApp {
  products(): void;
  look(): void;
  everything(): void;
  /** Resolves when no pass is under way or asked for. */
  rest(): Promise<void>;
}

/** The app looks only where hints send it: what it would find by looking by itself is left out. */
function createHintedApp({ core }: SimWorld, onPass: () => void): HintedApp {
  const { signal } = new AbortController();
  let wish: Wish | null = null;
  let work: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (wish !== null) {
      const [full, isHinted] = [wish === 'full', wish === 'hinted'];
      wish = null;
      const result = await core().engine.sync.once({ full, signal, isHinted });
      if (!result.ok) throw new Error(result.failure.code);
      onPass();
    }
    work = null;
  };
  const ask = (next: Wish): void => {
    if (wish === null || WEIGHT[next] > WEIGHT[wish]) wish = next;
    work ??= run();
  };
  return {
    products: () => ask('hinted'),
    look: () => ask('look'),
    everything: () => ask('full'),
    rest: async () => {
      while (work) await work;
    },
  };
}

/** Tells of everything that has changed on either side since it was asked last, our own writes among it, as webhooks do. */
function watchChanges({ till, store }: SimWorld, tell: (side: Side, key: string) => void): () => void {
  const known = new Map<string, string>();
  const list = (): [Side, string, string][] => [
    ...[...till.state.items.values()].flatMap((item): [Side, string, string][] => [
      ['till', `I:${item.id}`, JSON.stringify(item)],
      ['till', `IS:${item.id}`, JSON.stringify(till.state.itemStocks.get(item.id) ?? null)],
    ]),
    ...[...store.state.products.values()].map((product): [Side, string, string] => [
      'store',
      product.type === 'variation' ? `variation:${product.parentId}:${product.id}` : `product:${product.id}`,
      JSON.stringify(product),
    ]),
  ];
  for (const [side, key, text] of list()) known.set(`${side} ${key}`, text);
  return () => {
    for (const [side, key, text] of list()) {
      const name = `${side} ${key}`;
      if (known.get(name) === text) continue;
      known.set(name, text);
      tell(side, key);
    }
  };
}
