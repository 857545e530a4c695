import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Timers } from '../engine/ports.ts';

const LOOK_EVERY_MS = 10_000;
const MIB = 1024 * 1024;
/** What a collection, some 30 ms, is worth. */
const WORTH_BYTES = 16 * MIB;
/** Work that is under way takes more than this between two looks. */
const QUIET_BYTES = 2 * MIB;
/** Looks between two collections at rest: half a minute at first, an hour at last. */
const FEWEST_LOOKS = 3;
const MOST_LOOKS = 360;

/** The memory that the program's own objects lie in. */
export interface Heap {
  /** Taken from the system, used or not. */
  readBytes(): number;
  /** Gives back what nobody uses, after a moment. */
  collect(): void;
}

/**
 * Gives memory back after large work: a comparison of everything leaves tens of MiB behind, and at rest, where hardly
 * anything new is made, V8 sees no reason to look for them, some days never.
 */
export function giveBackMemory(timers: Pick<Timers, 'after'>, heap: Heap): { stop(): void } {
  let before = heap.readBytes();
  /** What the last collection has left; null while it is not known yet. */
  let left: number | null = before;
  let looksToWait = FEWEST_LOOKS;
  let looks = 0;
  const look = (): void => {
    const now = heap.readBytes();
    left ??= now;
    looks += 1;
    const hasGrown = now - left > WORTH_BYTES;
    // What was in use at the last collection may be so no more; where nothing comes of it, it is tried ever more seldom.
    if (now - before < QUIET_BYTES && (hasGrown || looks >= looksToWait)) {
      looksToWait = hasGrown ? FEWEST_LOOKS : Math.min(looksToWait * 2, MOST_LOOKS);
      looks = 0;
      left = null;
      heap.collect();
    }
    before = now;
    timer = timers.after(LOOK_EVERY_MS, look);
  };
  let timer = timers.after(LOOK_EVERY_MS, look);
  return { stop: () => timer.cancel() };
}

/** V8's heap of this process. */
export function createMachineHeap(): Heap {
  // The one way to a collection without a flag at the start, which the installed app takes none of.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return { readBytes: () => getHeapStatistics().total_heap_size, collect: () => collect() };
}
