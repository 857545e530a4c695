import type { CloverId } from '../../domain/ids.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { Timers } from '../ports.ts';

const LOOK_EVERY_MS = 1_500;
const MOST_LOOKS = 4;

/** What became of an item's categories by our own write. */
export interface Shelving {
  readonly added: readonly CloverId[];
  readonly removed: readonly CloverId[];
}

/**
 * Reads items back until they show the categories that were just written: the till may take a moment (clover.md 6.3),
 * and what the next comparison then saw would pass for somebody's change. Whoever changes them meanwhile is waited for
 * no longer than that.
 */
export async function readShelved(
  read: () => Promise<ReadonlyMap<CloverId, TillItem>>,
  written: ReadonlyMap<CloverId, Shelving>,
  timers: Pick<Timers, 'sleep'>,
): Promise<ReadonlyMap<CloverId, TillItem>> {
  for (let looks = 1; ; looks += 1) {
    const items = await read();
    const isShown = [...written].every(([id, shelving]) => shows(items.get(id), shelving));
    if (isShown || looks >= MOST_LOOKS) return items;
    await timers.sleep(LOOK_EVERY_MS);
  }
}

/** One that is gone shows nothing any more. */
const shows = (item: TillItem | undefined, { added, removed }: Shelving): boolean =>
  !item ||
  (added.every((id) => item.categoryIds.includes(id)) &&
    !removed.some((id) => item.categoryIds.includes(id)));
