/** Who carries a key: several may, since a trashed product keeps its SKU. */
export interface OwnerIndex<Key> {
  /** In order of arrival. */
  owners(key: Key): readonly number[];
  move(id: number, from: readonly Key[], to: readonly Key[]): void;
}

const NOBODY: readonly number[] = [];

/** An empty index. */
export function createOwnerIndex<Key>(): OwnerIndex<Key> {
  const owners = new Map<Key, Set<number>>();
  const lists = new Map<Key, readonly number[]>();
  const change = (id: number, key: Key, isOwner: boolean): void => {
    const set = owners.get(key) ?? new Set<number>();
    if (isOwner) set.add(id);
    else set.delete(id);
    lists.delete(key);
    if (set.size > 0) owners.set(key, set);
    else owners.delete(key);
  };
  return {
    owners: (key) => {
      const set = owners.get(key);
      if (!set) return NOBODY;
      const list = lists.get(key) ?? [...set];
      lists.set(key, list);
      return list;
    },
    move: (id, from, to) => {
      if (from === to) return;
      for (const key of from) if (!to.includes(key)) change(id, key, false);
      for (const key of to) if (!from.includes(key)) change(id, key, true);
    },
  };
}
