/** Ids in rising order. New ids come at the end, so adding is cheap. */
export interface IdList {
  readonly ids: readonly number[];
  add(id: number): void;
  remove(id: number): void;
}

/** An empty list. */
export function createIdList(): IdList {
  const ids: number[] = [];
  return {
    ids,
    add: (id) => {
      const last = ids.at(-1);
      if (last === undefined || id > last) ids.push(id);
      else ids.splice(findPosition(ids, id), 0, id);
    },
    remove: (id) => {
      const position = findPosition(ids, id);
      if (ids[position] === id) ids.splice(position, 1);
    },
  };
}

function findPosition(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
