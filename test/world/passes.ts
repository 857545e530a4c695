import { drawBetween, isLucky } from './chance.ts';
import type { SimWorld } from './sim-world.ts';
import type { Weather } from './weather.ts';

/** Passes until all must be quiet; the first ones also finish what was stopped. */
const MOST_PASSES = 15;
const QUIET_PASSES = 2;
const PASS_EVERY_MS = 15_000;
/** A pass asks a side some dozen times; later than this, one that is to end at a request is over by itself. */
const LATEST_REQUEST = 25;

const silent = { onProgress: () => undefined };

/** An import as a person makes it: plan, look, apply. Answers its failure's code or null. */
export async function importAgain({ core, time, story }: SimWorld): Promise<string | null> {
  const { engine } = core();
  const planned = await time.run(engine.plan({ choices: new Map(), ...silent }));
  if (!planned.ok) return planned.failure.code;
  const { signal } = new AbortController();
  const applied = await time.run(engine.apply(planned.value.runId, { signal, ...silent }));
  story.tell(`import: ${applied.ok ? JSON.stringify(planned.value.counts) : applied.failure.code}`);
  return applied.ok ? null : applied.failure.code;
}

/** The first import is another test's business: it runs in fair weather. */
export async function importShop(world: SimWorld): Promise<void> {
  const failure = await importAgain(world);
  if (failure !== null) throw new Error(failure);
  const { signal } = new AbortController();
  const synced = await world.time.run(world.core().engine.sync.once({ full: false, signal }));
  if (!synced.ok) throw new Error(synced.failure.code);
  world.network.pause(false);
  world.story.tell('--- imported ---');
}

/**
 * One pass, in which the app may die, or be told to make way.
 * @param allows whether a `crash` or a `make way` that was drawn is to happen
 */
export async function passAmidFaults(
  world: SimWorld,
  random: { next(): number; below(below: number): number; pick<T>(list: readonly T[]): T },
  { crashPercent, fullPercent, abortPercent }: Pick<Weather, 'crashPercent' | 'fullPercent' | 'abortPercent'>,
  allows: (what: string) => boolean = () => true,
): Promise<void> {
  const isFull = isLucky(random, fullPercent);
  if (isLucky(random, crashPercent) && allows('crash')) {
    const killed = world.network
      .killAt(drawBetween(random, 1, LATEST_REQUEST), isLucky(random, 50))
      .then(() => true);
    // Bare: a pass that dies never ends, and neither would the clock that runs for it.
    const over = startPass(world, isFull).then(() => false);
    if (await world.time.run(Promise.race([killed, over]))) await world.restart();
    world.network.spare();
    return;
  }
  const way = new AbortController();
  if (abortPercent > 0 && isLucky(random, abortPercent) && allows('make way'))
    world.network.callAt(drawBetween(random, 1, LATEST_REQUEST), () => {
      world.story.note('pass made way');
      world.story.tell('  / told to make way');
      way.abort();
    });
  await runPass(world, isFull, way.signal);
  world.network.spare();
}

/** One pass; answers its failure's code or null. */
export const runPass = (world: SimWorld, full: boolean, signal?: AbortSignal): Promise<string | null> =>
  world.time.run(startPass(world, full, signal));

/** The same for whoever lets the time run. */
async function startPass(
  world: SimWorld,
  full: boolean,
  signal: AbortSignal = new AbortController().signal,
): Promise<string | null> {
  const { engine } = world.core();
  const result = await engine.sync.once({ full, signal });
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

export const countWrites = ({ network }: SimWorld): number => network.writes.till + network.writes.store;

/** Passes until nothing is written any more and nothing waits; answers why that never came, or null. */
export async function findRest(world: SimWorld): Promise<string | null> {
  let quiet = 0;
  let last: string | null = null;
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    await world.wait(PASS_EVERY_MS);
    const before = countWrites(world);
    last = await runPass(world, false);
    quiet = last === null && countWrites(world) === before ? quiet + 1 : 0;
    const { hints, writes } = world.eye.countWaiting();
    if (quiet >= (hints + writes === 0 ? 1 : QUIET_PASSES)) return null;
  }
  return `never quiet: ${last ?? 'it goes on writing'}`;
}

/** A pass that compares everything, as the app does from time to time; answers how often it wrote, or its failure. */
export async function compareAll(world: SimWorld): Promise<number | string> {
  await world.wait(PASS_EVERY_MS);
  const before = countWrites(world);
  return (await runPass(world, true)) ?? countWrites(world) - before;
}
