import { drawBetween, isLucky } from '../chance.ts';
import type { Cue } from '../script.ts';
import type { SimWorld } from '../sim-world.ts';
import type { Weather } from '../weather.ts';

/** Both loops of the app ask for a while; later than this, one that is to end at a request is over by itself. */
const LATEST_REQUEST = 60;
const STRETCH_MS = { least: 5_000, most: 60_000 };

/** The app runs as it does by itself, orders and sync side by side, for so long. */
export const liveOn = (world: SimWorld, forMs: number): Promise<void> =>
  world.time.run(startApp(world, forMs).over);

/** The same amid faults: it may die at any request. */
export async function liveAmidFaults(
  world: SimWorld,
  { random }: Cue,
  { crashPercent }: Weather,
  allows: (what: string) => boolean,
): Promise<void> {
  const isToDie = isLucky(random, crashPercent) && allows('crash');
  const killed = isToDie
    ? world.network.killAt(drawBetween(random, 1, LATEST_REQUEST), isLucky(random, 50)).then(() => true)
    : new Promise<never>(() => undefined);
  const app = startApp(world, drawBetween(random, STRETCH_MS.least, STRETCH_MS.most));
  // Bare: an app that dies never ends, and neither would the clock that runs for it.
  if (await world.time.run(Promise.race([killed, app.over.then(() => false)]))) {
    app.forget();
    await world.restart();
  }
  world.network.spare();
}

interface RunningApp {
  readonly over: Promise<void>;
  /** It is dead: nobody tells it to stop. */
  forget(): void;
}

function startApp({ core, time, story, unannounced }: SimWorld, forMs: number): RunningApp {
  const stop = new AbortController();
  let isDead = false;
  const { sync } = core().engine;
  const run = sync.run({ signal: stop.signal, onEvent: () => undefined }).catch((error: unknown) => {
    // Who is dead may still stumble over the data file that was closed.
    if (isDead) return;
    story.tell(`the app broke: ${error instanceof Error ? error.stack : String(error)}`);
    unannounced.push(`the app broke: ${String(error)}`);
  });
  story.note('app ran on');
  return {
    over: time.practiceClock.sleep(forMs).then(() => {
      if (!isDead) stop.abort();
      return run;
    }),
    forget: () => {
      isDead = true;
    },
  };
}
