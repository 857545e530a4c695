import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { readMenuWord } from '../menu-people.ts';
import { MEANT_FIELDS, type Meaning, readItem, readProduct, type Ware } from '../ware.ts';
import { readCount, readField } from '../wares.ts';
import type { Deed, Office } from './deed.ts';

/** Something is made at once, under an id that the app knows as another product's. */
const NEWCOMER_PERCENT = 60;

/**
 * The host makes a copy of the store, and later the store is put back to it: what was made since is gone, values and
 * counts are older, and ids come again with other content (`src-practice/store/store-copy.ts`).
 */
export const putBackStore: Deed = async (office, random) => {
  const { world, wares, people } = office;
  const copy = world.store.staff.keepCopy();
  // The store's dates know whole seconds only: what is changed in the very second of the copy looks as it did before.
  await world.wait(1_000);
  return async () => {
    await world.wait(1_000);
    wares.refresh();
    world.store.staff.putBack(copy);
    world.story.note('store put back');
    world.story.tell('store: put back to an earlier copy');
    people.forgetOrders();
    wares.forgetStore();
    for (const ware of wares.all) settleWare(office, ware);
    for (const what of [...wares.words.keys()]) settleWord(office, what);
    if (isLucky(random, NEWCOMER_PERCENT)) addNewcomer(office, random);
    return true;
  };
};

/** What people meant is what the till shows of it: of the store only what was older is left. */
function settleWare({ world, isSame }: Office, ware: Ware): void {
  if (ware.storeId !== null && !world.store.state.products.has(ware.storeId)) ware.storeId = null;
  const isInTrash = ware.storeId !== null && readProduct(world, ware) === null;
  // Nobody has it any more who could bring it back.
  if (ware.storeId === null && ware.tillId === null) ware.goneOn = 'store';
  if (ware.goneOn === 'store' && ware.storeId !== null && !isInTrash) {
    ware.goneOn = null;
    ware.meanings.clear();
    ware.isCountOpen = true;
  }
  for (const field of MEANT_FIELDS) {
    const now = readItem(world, ware) ? readField(world, ware, 'till', field) : null;
    const { till, store } = ware.meanings.get(field)?.last ?? {};
    // Said in the store before the copy was made, and still there.
    if (till === undefined && store !== undefined && store === readField(world, ware, 'store', field))
      continue;
    const isTheirs = till === now || (store !== undefined && now !== null && isSame(field, now, store));
    if (now === null || !isTheirs) ware.meanings.delete(field);
    else ware.meanings.set(field, { last: { till: now }, before: {} } satisfies Meaning);
  }
  const [onTill, inStore] = [readCount(world, ware, 'till'), readCount(world, ware, 'store')];
  // What was sold in the store and had not come over is forgotten there: only a person who counts can know.
  if (onTill !== inStore || onTill !== ware.pieces) ware.isCountOpen = true;
}

/** A name that was given in the store and had not come over is nobody's any more. */
function settleWord({ world, wares }: Office, what: string): void {
  if (what.startsWith('category ') && readMenuWord(world, what) !== wares.words.get(what))
    wares.words.delete(what);
}

function addNewcomer({ world, wares }: Office, random: PracticeRandom): void {
  const name = `Newcomer ${drawBetween(random, 1, 999)}`;
  const id = world.store.staff.addProduct({
    name,
    type: 'simple',
    status: 'publish',
    regular_price: `${drawBetween(random, 60, 90)}.00`,
    ...(isLucky(random, 50) ? { sku: `NEW-${drawBetween(random, 1, 999)}` } : {}),
  });
  wares.add('store', id, `${name} (${id})`);
  world.story.tell(`store: ${name} is new, as ${id}`);
  world.story.note('newcomer under a known id');
}
