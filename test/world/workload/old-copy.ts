import { drawBetween } from '../chance.ts';
import { importAgain } from '../passes.ts';
import { MEANT_FIELDS, type Value, type Ware } from '../ware.ts';
import { readCount, readField } from '../wares.ts';
import { connectBoth } from './connect.ts';
import type { Deed, Office } from './deed.ts';

const ALL_RUNS = 1_000;

/** What both sides said when the copy was made; a ware that is missing was not yet known on both. */
type Then = ReadonlyMap<Ware, ReadonlyMap<string, readonly [till: Value | null, store: Value | null]>>;

const look = ({ world, wares }: Office): Then => {
  wares.refresh();
  const linked = new Set(world.eye.links().map(({ cloverId }) => cloverId));
  return new Map(
    wares.all
      .filter(({ tillId, storeId }) => tillId !== null && storeId !== null && linked.has(tillId))
      .map((ware) => [
        ware,
        new Map(
          MEANT_FIELDS.map((field) => [
            field,
            [readField(world, ware, 'till', field), readField(world, ware, 'store', field)],
          ]),
        ),
      ]),
  );
};

/** The day's copy is made, and later takes the data file's place: both sides have gone on in between (older-file.ts). */
export const putBackOldCopy: Deed = async (office, random) => {
  const { world } = office;
  await world.keepCopy();
  const then = look(office);
  const isGone = drawBetween(random, 0, 1) === 1;
  let isBack = false;
  return async () => {
    // The copy may be of an hour in which a side was not connected, or another one was.
    if (isBack) return (await connectBoth(office)) && linkAnew(office);
    isBack = true;
    office.wares.refresh();
    await world.putBackCopy(isGone);
    world.story.note(isGone ? 'copy took the place' : 'copy put back');
    followRules(office);
    for (const ware of office.wares.all) settleWare(office, ware, then.get(ware));
    settleCategories(office);
    return (await connectBoth(office)) && linkAnew(office);
  };
};

/** The copy may be of the time between the undo of an import and the next one: what was undone waits for that. */
async function linkAnew({ world, wares }: Office): Promise<boolean> {
  const linked = new Set(world.eye.links().map(({ cloverId }) => cloverId));
  const hasUndone = world
    .core()
    .engine.runs(ALL_RUNS)
    .some(({ kind }) => kind === 'undo');
  if (!hasUndone || wares.all.every(({ tillId }) => tillId === null || linked.has(tillId))) return true;
  world.network.pause(true);
  const failure = await importAgain(world);
  world.network.pause(false);
  return failure === null;
}

/** The rules of the shop are those of the copy again. */
function followRules({ world, wares, rules }: Office): void {
  for (const { key, value } of world.core().engine.settings.list()) {
    if (rules[key] === value || (rules[key] === undefined && !key.startsWith('price.'))) continue;
    if (key.startsWith('price.') && rules[key] !== undefined) {
      for (const ware of wares.all) ware.meanings.delete('price');
      wares.ruled.add('price');
    }
    rules[key] = value;
  }
}

/** Where both sides have another name than the copy knows, the till's goes for both: categories have no conflicts. */
function settleCategories({ world, wares }: Office): void {
  const { till, store, shelves } = world;
  for (const [wooId, cloverId] of shelves)
    if (till.state.categories.get(cloverId)?.name !== store.state.categories.get(wooId)?.name)
      wares.words.delete(`category ${cloverId}`);
}

/** What an older file cannot tell from what it has itself carried over since. */
function settleWare({ world, isSame }: Office, ware: Ware, then: ReturnType<Then['get']>): void {
  const count = { till: readCount(world, ware, 'till'), store: readCount(world, ware, 'store') };
  // Counts are agreed on anew: a movement that was under way is one that may be counted already.
  const isOpen = count.till !== count.store || count.till !== ware.pieces;
  if (isOpen) ware.isCountOpen = true;
  // That it ran out was written by a life of the app which the file does not know: it passes for somebody's word.
  if (Math.min(count.till ?? 0, count.store ?? 0) <= 0) ware.meanings.delete('availability');
  for (const field of MEANT_FIELDS) {
    const till = readField(world, ware, 'till', field);
    const store = readField(world, ware, 'store', field);
    if (till === null || store === null) continue;
    if (isSame(field, till, store)) continue;
    const [tillThen, storeThen] = then?.get(field) ?? [];
    // One side as it was and the other not: the other is taken for the one that was written to since.
    if (till === tillThen || store === storeThen) ware.meanings.delete(field);
  }
}
