import type { PracticeRandom } from '../../src-practice/random.ts';
import { drawBetween } from './chance.ts';
import type { SimWorld } from './sim-world.ts';
import type { Side, Ware } from './ware.ts';
import type { Wares } from './wares.ts';

/** Deeds that change what many wares share. */
export interface MenuPeople {
  renameCategory(side: Side): void;
  editModifier(): void;
  /** Attaches or detaches a group of modifiers. */
  changeModifiers(ware: Ware): void;
}

/** What one shared thing says now, by the name under which the last word on it is kept; null where it is gone. */
export function readMenuWord({ till }: SimWorld, what: string): string | null {
  const [kind, id = ''] = what.split(' ');
  const { state } = till;
  if (kind === 'groups' && state.items.get(id)?.deletedTime !== undefined) return null;
  if (kind === 'category') return state.categories.get(id)?.name ?? '';
  if (kind === 'groups') return [...state.itemModifierGroups.rightsOf(id)].sort().join(' ');
  const modifier = state.modifiers.get(id);
  return `${modifier?.name} ${modifier?.price} ${modifier?.available}`;
}

export function createMenuPeople(
  world: SimWorld,
  wares: Wares,
  random: PracticeRandom,
  note: (what: string) => void,
): MenuPeople {
  const { till, store, story, shelves } = world;
  const { state } = till;
  let serial = 0;
  const keepWord = (what: string): void => {
    wares.words.set(what, readMenuWord(world, what) ?? '');
    story.tell(`${what} = ${wares.words.get(what)}`);
  };
  return {
    renameCategory: (side) => {
      if (shelves.size === 0) return;
      const [wooId, cloverId] = random.pick([...shelves]);
      // Renamed on both sides at once, the till's name wins by a rule: nothing to be kept.
      if (state.categories.get(cloverId)?.name !== store.state.categories.get(wooId)?.name) return;
      serial += 1;
      const name = `Shelf ${serial}`;
      if (side === 'till') till.staff.renameCategory(cloverId, name);
      else store.staff.renameCategory(wooId, name);
      // In a store that was put back a name passes for an older one until the app has looked, and the till's holds.
      if (side === 'store' && wares.isStoreOlder) wares.words.delete(`category ${cloverId}`);
      else wares.words.set(`category ${cloverId}`, name);
      story.tell(`${side}: category ${cloverId} renamed to ${name}`);
      note(`rename category ${side}`);
    },
    editModifier: () => {
      const modifier = random.pick([...state.modifiers.values()]);
      serial += 1;
      const change = random.pick([
        { price: drawBetween(random, 0, 300) },
        { name: `Sauce ${serial}` },
        { available: !modifier.available },
      ]);
      state.modifiers.put({ ...modifier, ...change, modifiedTime: world.time.clock.nowMs() });
      keepWord(`modifier ${modifier.id}`);
      note('edit modifier');
    },
    changeModifiers: ({ tillId, isMember }) => {
      if (tillId === null || isMember) return;
      const group = random.pick([...state.modifierGroups.keys()]);
      const pairs = state.itemModifierGroups;
      if (pairs.has(tillId, group)) pairs.unlink(tillId, group);
      else pairs.link(tillId, group);
      keepWord(`groups ${tillId}`);
      note('change modifiers');
    },
  };
}
