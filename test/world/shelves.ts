import type { PracticeRandom } from '../../src-practice/random.ts';
import { isLucky } from './chance.ts';
import type { SimWorld } from './sim-world.ts';
import { type Meaning, readItem, readProduct, type Side, type Value, type Ware } from './ware.ts';

const NO_CATEGORY = 'Uncategorized';
const GROUPS_META = '_tillbridge_modifier_groups';
/** Of a store category that the till does not have yet. */
const UNLINKED = 'store:';
/** Among which a person chooses. */
const MOST_SHELVES = 6;

/** The categories of a ware, in the till's ids, as one text; null where the ware is not there. */
export function readShelves(world: SimWorld, ware: Ware, side: Side): Value | null {
  const { till, store, shelves } = world;
  if (side === 'till') {
    const item = readItem(world, ware);
    return item && [...till.state.itemCategories.rightsOf(item.id)].sort().join(' ');
  }
  const product = readProduct(world, ware);
  if (!product) return null;
  return product.categoryIds
    .filter((id) => store.state.categories.get(id)?.name !== NO_CATEGORY)
    .map((id) => shelves.get(id) ?? `${UNLINKED}${id}`)
    .sort()
    .join(' ');
}

/** Some of the shelves that both sides know; those that only the store knows stay. */
export function drawShelves(world: SimWorld, ware: Ware, side: Side, random: PracticeRandom): Value {
  const own = String(readShelves(world, ware, side) ?? '')
    .split(' ')
    .filter((key) => key.startsWith(UNLINKED));
  const known = [...world.shelves.values()].slice(0, MOST_SHELVES).filter(() => isLucky(random, 30));
  return [...own, ...known].sort().join(' ');
}

/** Store categories that the till has by now, under its ids. */
export function nameShelves({ shelves }: SimWorld, meaning: Meaning): Meaning {
  const { last, before, overruled } = meaning;
  const isUnlinked = (words: Meaning['last'] = {}): boolean =>
    String(words.till).includes(UNLINKED) || String(words.store).includes(UNLINKED);
  if (!isUnlinked(last) && !isUnlinked(before) && !isUnlinked(overruled)) return meaning;
  const rename = (value: Value): Value =>
    String(value)
      .split(' ')
      .map((key) =>
        key.startsWith(UNLINKED) ? (shelves.get(Number(key.slice(UNLINKED.length))) ?? key) : key,
      )
      .sort()
      .join(' ');
  const renameAll = (words: Meaning['last']): Meaning['last'] => ({
    ...(words.till === undefined ? {} : { till: rename(words.till) }),
    ...(words.store === undefined ? {} : { store: rename(words.store) }),
  });
  return {
    last: renameAll(last),
    before: renameAll(before),
    ...(overruled ? { overruled: renameAll(overruled) } : {}),
  };
}

/** What a conflict says of categories, in the till's ids. */
export const readConflictShelves = ({ shelves }: SimWorld, keys: readonly string[]): Value =>
  keys
    .map((key) => {
      const word = String(key);
      return word.startsWith('till:') ? word.slice('till:'.length) : (shelves.get(Number(word)) ?? word);
    })
    .sort()
    .join(' ');

/** Puts a ware on exactly these shelves; those that the till does not know keep it. */
export function writeShelves(world: SimWorld, ware: Ware, side: Side, wanted: readonly string[]): void {
  const { till, store, shelves } = world;
  if (side === 'till') {
    till.staff.placeItem(ware.tillId ?? '', wanted);
    return;
  }
  const storeIds = new Map([...shelves].map(([wooId, cloverId]) => [cloverId, wooId]));
  const kept = (readProduct(world, ware)?.categoryIds ?? []).filter((id) => !shelves.has(id));
  const ids = wanted.map((id) => storeIds.get(id)).filter((id) => id !== undefined);
  store.staff.editProduct(ware.storeId ?? 0, { categories: [...kept, ...ids].map((id) => ({ id })) });
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly mods: readonly {
    readonly id: string;
    readonly name: string;
    readonly price: number;
    readonly available: boolean;
  }[];
}

/** The modifiers that can be chosen with a ware, as one text. */
export function readModifiers(world: SimWorld, ware: Ware, side: Side): Value | null {
  const groups = side === 'till' ? listTillGroups(world, ware) : listStoreGroups(world, ware);
  return groups === null ? null : tellGroups(groups);
}

/** Groups of modifiers as one text, in no order of theirs. */
export const tellGroups = (groups: readonly Group[]): string => groups.map(tellGroup).sort().join('; ');

const tellGroup = ({ id, name, mods }: Group): string =>
  `${id} ${name}: ${mods.map((mod) => `${mod.id} ${mod.name} ${mod.price} ${mod.available}`).join(', ')}`;

function listTillGroups(world: SimWorld, ware: Ware): Group[] | null {
  const { state } = world.till;
  const item = readItem(world, ware);
  return (
    item &&
    [...state.modifierGroups.pick(state.itemModifierGroups.rightsOf(item.id))].map(({ id, name }) => ({
      id,
      name,
      mods: [...state.modifiers.pick(state.groupModifiers.rightsOf(id))],
    }))
  );
}

function listStoreGroups(world: SimWorld, ware: Ware): readonly Group[] | null {
  const product = readProduct(world, ware);
  const value = product?.meta.find(({ key }) => key === GROUPS_META)?.value;
  return product && (Array.isArray(value) ? (value as Group[]) : []);
}
