import { createChance, drawBetween, isLucky } from './chance.ts';
import { drawPages, isLaterPage, shiftPages } from './faults/page-shift.ts';
import { judgeWorld } from './judge.ts';
import { overtake } from './overtake.ts';
import { importShop, passAmidFaults } from './passes.ts';
import { createPeople, type People } from './people.ts';
import { createScript, createSwitchedRandom, NOTHING_LEFT_OUT, type Script } from './script.ts';
import { openSimWorld, type SimWorld, type WorldPlan } from './sim-world.ts';
import { createSameness, Wares } from './wares.ts';
import { type OfficeDesk, openOffice } from './workload/office.ts';
import { putBackOldCopy } from './workload/old-copy.ts';
import { putBackStore } from './workload/put-back-store.ts';
import { undoImport } from './workload/undo-import.ts';
import { drawWorldPlan } from './world-plan.ts';

export interface SimResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly story: readonly string[];
  readonly notes: ReadonlyMap<string, number>;
  readonly hash: string;
  /** How long it was, in its own time. */
  readonly virtualMs: number;
}

/** A world that can be lived again without some of what happened in it. */
export interface ScriptedResult extends SimResult {
  /** Names of all that happened, as `simulate` takes them to leave them out. */
  readonly happened: readonly string[];
}

/** One world in ten has a long day; in the others less happens, so that there can be many. */
const LONG_EVERY = 10;
const LONG_DEEDS = { fewest: 20, most: 60 };
const SHORT_DEEDS = { fewest: 4, most: 16 };

const COPY_PERCENT = 6;
const HOST_COPY_PERCENT = 6;
const UNDO_PERCENT = 8;

/** What is turned to whoever acts next. */
type Hand = ReturnType<typeof createSwitchedRandom>;

/**
 * One world from its seed to its end.
 * @param without names of what is not to happen in it (`happened` of an earlier run)
 */
export async function simulate(
  seed: number,
  without: ReadonlySet<string> = NOTHING_LEFT_OUT,
): Promise<ScriptedResult> {
  const chance = createChance(seed);
  const isLong = seed % LONG_EVERY === 0;
  const script = createScript(seed, without);
  const plan = { ...drawWorldPlan(chance.people), ...drawPages(script.cue('pages').random) };
  const world = await openSimWorld(chance, plan, script);
  tellPlan(world, seed, plan);
  try {
    const wares = listWares(world);
    await importShop(world);
    const isSame = createSameness(plan.settings);
    const hand = createSwitchedRandom(chance.people);
    const people = createPeople(world, wares, hand, isSame, { isContesting: true });
    const office = openOffice({ world, wares, isSame, people, rules: plan.settings });
    const { fewest, most } = isLong ? LONG_DEEDS : SHORT_DEEDS;
    const deeds = drawBetween(chance.people, fewest, most);
    const copyAt = drawStep(script, 'copy', COPY_PERCENT, deeds);
    // With both at once nothing tells which of the two is older.
    const hostCopyAt =
      copyAt === null ? drawStep(script, 'store of the host', HOST_COPY_PERCENT, deeds) : null;
    // What a restored store brings back of an import that was taken back is no one's word.
    const undoAt = hostCopyAt === null ? drawStep(script, 'undo of import', UNDO_PERCENT, deeds) : null;
    for (let step = 1; step <= deeds; step += 1) {
      if (step === copyAt) await office.begin('old copy', putBackOldCopy, script.cue('old copy'));
      if (step === hostCopyAt) await office.begin('store put back', putBackStore, script.cue('host copy'));
      if (step === undoAt) await office.begin('undo of import', undoImport, script.cue('undo an import'));
      await liveStep(step, { world, wares, plan, script, people, hand, office });
    }
    world.network.clear();
    await office.leave();
    const broken = await judgeWorld(world, wares, isSame);
    return { ...endStory(world, seed, broken), happened: script.taken };
  } finally {
    await world.close();
  }
}

/** In some worlds this happens at one of the steps; null in the others. */
function drawStep(script: Script, what: string, percent: number, steps: number): number | null {
  const { random } = script.cue(what);
  return isLucky(random, percent) ? drawBetween(random, 1, steps) : null;
}

interface Scene {
  readonly world: SimWorld;
  readonly wares: Wares;
  readonly plan: WorldPlan;
  readonly script: Script;
  readonly people: People;
  readonly hand: Hand;
  readonly office: OfficeDesk;
}

/** A deed; maybe some time; maybe a pass, during which the network fails, people act, and the app may die. */
async function liveStep(step: number, scene: Scene): Promise<void> {
  const { world, plan, script, people, hand, office } = scene;
  const { weather } = plan;
  script.begin(`${step}`);
  const deed = script.cue(`deed ${step}`);
  if (deed.takes()) {
    hand.turn(deed.random);
    people.act();
  }
  const visit = script.cue(`office ${step}`);
  hand.turn(visit.random);
  await office.visit(visit);
  const wait = script.cue(`wait ${step}`);
  if (isLucky(wait.random, 50) && wait.takes()) await world.wait(wait.random.below(8_000));
  const pass = script.cue(`pass ${step}`);
  if (!isLucky(pass.random, 35) || !pass.takes()) return;
  let reads = 0;
  let looks = 0;
  world.network.setMeanwhile((others, read) => {
    if (isLaterPage(read.url)) shiftPages(read.url, scene);
    // As in `hour.ts`: between a look and the write that it is for, nothing prevents a deed.
    if (others > 0) return;
    looks += 1;
    const look = script.cue(`overtaking ${step} at read ${looks}`);
    if (overtake(scene, read, look, () => hand.turn(look.random))) return;
    if (weather.bustlePercent === 0) return;
    reads += 1;
    const bustle = script.cue(`deed ${step} amid ${reads}`);
    if (!isLucky(bustle.random, weather.bustlePercent) || !bustle.takes()) return;
    world.story.note('deed during a pass');
    hand.turn(bustle.random);
    people.act();
  });
  await passAmidFaults(world, pass.random, weather, (what) => script.cue(`${what} ${step}`).takes());
}

/** What came of a world. */
export const endStory = ({ story, time }: SimWorld, seed: number, broken: readonly string[]): SimResult => ({
  seed,
  broken,
  story: story.lines,
  notes: story.notes,
  hash: story.hash(),
  virtualMs: time.clock.monotonicMs(),
});

export const tellPlan = ({ story }: SimWorld, seed: number, plan: WorldPlan): void =>
  story.tell(`seed ${seed}: ${JSON.stringify({ ...plan, catalog: plan.catalog.items.length })}`);

/** What is for sale before anybody does anything. */
export function listWares(world: SimWorld): Wares {
  const wares = new Wares(world);
  for (const item of world.till.state.items.values()) wares.add('till', item.id, `${item.name} (${item.id})`);
  return wares;
}
