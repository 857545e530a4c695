import {
  HELD_FLAGS,
  HELD_KINDS,
  type HeldCounts,
  type HeldFilter,
  type HeldWrite,
} from '../rehearsal-face.ts';

/** How many of each. @param linked pairs that were found and need no write */
export function countHeld(writes: readonly HeldWrite[], linked: number): HeldCounts {
  const count = (fits: (write: HeldWrite) => boolean): number => writes.filter(fits).length;
  const byName = <Name extends string>(
    names: readonly Name[],
    fits: (name: Name, it: HeldWrite) => boolean,
  ) => Object.fromEntries(names.map((name) => [name, count((it) => fits(name, it))])) as Record<Name, number>;
  return {
    total: writes.length,
    sides: byName(['till', 'store'], (side, write) => write.side === side),
    kinds: byName(HELD_KINDS, (kind, write) => write.kind === kind),
    flags: byName(HELD_FLAGS, (flag, write) => write.flags.includes(flag)),
    linked,
  };
}

/** Those that fit, without regard to the portion that is asked for. */
export function filterHeld(
  writes: readonly HeldWrite[],
  { side, kind, flag, search = '' }: Omit<HeldFilter, 'limit' | 'offset'>,
): HeldWrite[] {
  const wanted = search.trim().toLowerCase();
  return writes.filter(
    (write) =>
      (side === undefined || write.side === side) &&
      (kind === undefined || write.kind === kind) &&
      (flag === undefined || write.flags.includes(flag)) &&
      (write.name.toLowerCase().includes(wanted) || write.sku.toLowerCase().includes(wanted)),
  );
}
