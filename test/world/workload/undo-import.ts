import type { RunId } from '../../../src-main/domain/ids.ts';
import type { RunChange } from '../../../src-main/engine/ledger-records.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { importAgain } from '../passes.ts';
import { FIELDS, readProduct } from '../ware.ts';
import { readField, type Wares } from '../wares.ts';
import { connectBoth } from './connect.ts';
import type { Deed, Office } from './deed.ts';

const NEVER = new AbortController().signal;
const ALL = 10_000;
const RUNS = 1_000;
/** An undo of these small shops asks a side about as often. */
const LATEST_REQUEST = 30;
const CRASH_PERCENT = 30;
const CANCEL_PERCENT = 20;

/**
 * A whole import is taken back in whatever weather there is; the app may die over it, or be told to stop. Whoever did
 * that sees it through later, and imports once more.
 */
export const undoImport: Deed = async (office, random) => {
  const { world } = office;
  const { engine } = world.core();
  const runs = engine
    .runs(RUNS)
    .filter(
      ({ id, kind, state }) => kind === 'import' && state === 'done' && listMade(office, id).length > 0,
    );
  if (runs.length === 0) return 'nothing';
  const { id } = random.pick(runs);
  const shelved = new Set(world.store.state.categories.keys());
  await undoAmidFaults(office, id, random);
  let isUndone = false;
  return async () => {
    if (!(await connectBoth(office))) return false;
    world.network.pause(true);
    isUndone ||= await seeThrough(office, id, shelved);
    forgetLinked(office);
    const failure = isUndone ? await importAgain(world) : 'not undone';
    world.network.pause(false);
    if (failure !== null) return false;
    world.story.note('import after an undo');
    takeBackDeletions(office);
    return true;
  };
};

/** What the run had made, and nobody has taken back yet. */
const listMade = ({ world }: Office, id: RunId): readonly RunChange[] => {
  const rows = world.core().engine.rows(id, { limit: ALL, offset: 0 });
  return rows.ok ? rows.value.filter(({ state, action }) => state === 'done' && action === 'create_woo') : [];
};

async function undoAmidFaults({ world, wares }: Office, id: RunId, random: PracticeRandom): Promise<void> {
  const { network, story, time } = world;
  wares.refresh();
  const stop = new AbortController();
  const start = async (): Promise<void> => {
    const undone = await world.core().engine.undo(id, { signal: stop.signal, onProgress: () => undefined });
    const state = undone.ok ? undone.value.state : undone.failure.code;
    story.note(`undo of import ${state}`);
    story.tell(
      `undo of import ${id}: ${undone.ok ? JSON.stringify({ ...undone.value, failures: [] }) : undone.failure.code}`,
    );
  };
  if (isLucky(random, CRASH_PERCENT)) {
    const killed = network
      .killAt(drawBetween(random, 1, LATEST_REQUEST), isLucky(random, 50))
      .then(() => true);
    if (await time.run(Promise.race([killed, start().then(() => false)]))) {
      story.note('undo of import cut off');
      await world.restart();
    }
  } else {
    if (isLucky(random, CANCEL_PERCENT))
      network.callAt(drawBetween(random, 1, LATEST_REQUEST), () => stop.abort());
    await time.run(start());
  }
  network.spare();
}

/** Whoever asked for it asks again until it is done, and looks at what is left. */
async function seeThrough(office: Office, id: RunId, shelved: ReadonlySet<number>): Promise<boolean> {
  const { world } = office;
  const undone = await world.time.run(
    world.core().engine.undo(id, { signal: NEVER, onProgress: () => undefined }),
  );
  const isOver = undone.ok ? undone.value.state === 'done' : undone.failure.code === 'RUN_NOTHING_TO_UNDO';
  world.story.tell(
    `undo of import ${id}, seen through: ${undone.ok ? JSON.stringify({ ...undone.value, failures: [] }) : undone.failure.code}`,
  );
  if (isOver) judgeUndo(office, id, shelved);
  return isOver;
}

/**
 * What was kept with the links is forgotten with them: that an item is off since it ran out, which from now on passes for
 * somebody's word, and a price of the store that the shop's rule does not make of the till's.
 */
function forgetLinked({ world, wares, isSame }: Office): void {
  for (const ware of wares.all) {
    if (readProduct(world, ware) !== null) continue;
    if (readField(world, ware, 'till', 'availability') === 'off') ware.meanings.delete('availability');
    const said = ware.meanings.get('price')?.last.store;
    const till = readField(world, ware, 'till', 'price');
    if (said !== undefined && till !== null && isSame('price', till, said)) ware.meanings.delete('price');
  }
}

/**
 * What the store deleted before the undo is forgotten with its link: the next import brings what the till has, and the
 * till's words with it.
 */
function takeBackDeletions({ world, wares }: Office): void {
  for (const ware of wares.all) {
    if (ware.goneOn !== 'store' || readProduct(world, ware) === null) continue;
    ware.goneOn = null;
    ware.meanings.clear();
    ware.isCountOpen = true;
  }
}

/** What was undone is gone, what is gone was the run's. */
function judgeUndo({ world, wares }: Office, id: RunId, shelved: ReadonlySet<number>): void {
  const rows = world.core().engine.rows(id, { limit: ALL, offset: 0 });
  if (!rows.ok) return;
  const made = rows.value.filter(({ action }) => action === 'create_woo');
  if (made.some(({ state }) => state === 'kept')) world.story.note('undo of import kept');
  const ownShelves = new Set(
    made.filter(({ kind }) => kind === 'category').map(({ wooId }) => wooId as number),
  );
  for (const wooId of shelved)
    if (!world.store.state.categories.has(wooId) && !ownShelves.has(wooId))
      wares.wrongUndos.push(`category ${wooId} is gone, and was not of that run`);
  leaveDifferent(wares, rows.value);
  // What an import since has brought back is linked again.
  const linked = new Set(world.eye.links().map(({ cloverId }) => cloverId));
  for (const ware of wares.all) {
    const row = made.find(({ kind, cloverId }) => kind === 'product' && cloverId === ware.tillId);
    const isThere = readProduct(world, ware) !== null && !linked.has(ware.tillId ?? '');
    if (row?.state === 'done') wares.wrongUndos.push(`${ware.label}: was left to be undone`);
    if (row?.state === 'undone' && isThere && row.wooId === ware.storeId)
      wares.wrongUndos.push(`${ware.label}: was undone, and is still in the store`);
  }
}

/** Of an update the old value stands, until somebody says something new (undo-rows.ts). */
function leaveDifferent(wares: Wares, rows: readonly RunChange[]): void {
  for (const { action, state, cloverId, decisions } of rows) {
    const ware = wares.all.find(({ tillId }) => tillId !== null && tillId === cloverId);
    if (action !== 'update_woo' || state !== 'undone' || !ware) continue;
    for (const { field, verdict } of decisions) {
      const known = FIELDS.find((name) => name === field);
      if (verdict !== 'write') continue;
      if (field === 'stock') ware.isCountOpen = true;
      if (!known) continue;
      ware.meanings.delete(known);
      ware.leftDifferent.add(known);
    }
  }
}
