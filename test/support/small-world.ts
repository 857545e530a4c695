import type { SyncResult } from '../../src-main/engine/face.ts';
import { createLeapingTime, type LeapingTime } from './leaping-time.ts';
import { extendWorld, type LiveWorld } from './live-world.ts';
import { startWorld, unwrap, type WorldOptions } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { createDeeds, type Deeds, type Sides } from './sync-changes.ts';

/** The small menu on both sides, in step, over real HTTP. */
export interface SmallWorld extends LiveWorld {
  readonly sides: Sides;
  readonly deeds: Deeds;
  /** Of the engine and both services: all waits are leaps. */
  readonly time: LeapingTime;
}

export async function startSmallWorld(options: WorldOptions = {}): Promise<SmallWorld> {
  const time = createLeapingTime(Date.now());
  const { wrap = (real) => real, ...others } = options;
  const world = await startWorld({
    menu: 'empty',
    clock: time.practiceClock,
    engineTime: time,
    wrap: (real) => wrap(time.watch(real)),
    ...others,
  });
  world.practice.tillService.load(SMALL_MENU);
  unwrap(world.engine.settings.set({ 'import.status': 'publish', 'orders.enabled': 'off' }));
  await world.import();
  const live = extendWorld(world);
  await live.sync();
  live.writes();
  const { tillService: till, storeService: store } = world.practice;
  const sides: Sides = { till, store, engine: () => world.engine };
  return { ...live, time, sides, deeds: createDeeds(sides) };
}

const MOST_PASSES = 12;

/** Passes until one finds nothing to do; what a side refuses meanwhile is tried again by the next. */
export async function syncToQuiet({ engine }: Pick<SmallWorld, 'engine'>, full = false): Promise<SyncResult> {
  const { signal } = new AbortController();
  let last = '';
  for (let passes = 0; passes < MOST_PASSES; passes += 1) {
    const result = await engine.sync.once({ full, signal });
    if (result.ok) {
      const { applied, failed, waiting } = result.value;
      if (applied.till + applied.store + failed + waiting === 0) return result.value;
      last = JSON.stringify(result.value);
    } else last = result.failure.code;
  }
  throw new Error(`not quiet after ${MOST_PASSES} passes: ${last}`);
}
