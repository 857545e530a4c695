/** A seeded source of chance: the same seed gives the same catalog, ids and order on every machine. */
export interface PracticeRandom {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32: 32 bits of state, good enough to make menus and ids, never used for secrets. */
export function createRandom(seed: number): PracticeRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => {
      const value = list[below(list.length)];
      if (value === undefined) throw new Error('pick from an empty list');
      return value;
    },
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A Clover id: 13 characters of Crockford's base 32 (clover.md 0). */
export function createCloverId(random: PracticeRandom): string {
  let id = '';
  for (let position = 0; position < 13; position += 1) id += CROCKFORD[random.below(32)];
  return id;
}
