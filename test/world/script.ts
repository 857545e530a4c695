import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';

/** What one thing that happens draws its chances from, and whether it is to happen at all. */
export interface Cue {
  readonly name: string;
  readonly random: PracticeRandom;
  /** Says that it is about to happen; false where this run of the world goes without it. */
  takes(): boolean;
}

/**
 * What happens in one world: every deed, fault, crash and wait by its own name, each with its own chance, so that one
 * can be left out and the others stay as they were.
 */
export interface Script {
  readonly seed: number;
  /** Something that happens once. */
  cue(name: string): Cue;
  /** A scene begins: requests are counted anew in it. */
  begin(scene: string): void;
  /** The next request of this kind in the scene. */
  cueRequest(label: string): Cue;
  /** Names of all that has happened. */
  readonly taken: readonly string[];
}

export const NOTHING_LEFT_OUT: ReadonlySet<string> = new Set();

/** @param without names of what is not to happen */
export function createScript(seed: number, without: ReadonlySet<string> = NOTHING_LEFT_OUT): Script {
  const taken: string[] = [];
  const counts = new Map<string, number>();
  let scene = 'start';
  const cue = (name: string): Cue => ({
    name,
    random: createRandom(mixText(seed, name)),
    takes: () => {
      if (without.has(name)) return false;
      taken.push(name);
      return true;
    },
  });
  return {
    seed,
    cue,
    begin: (next) => {
      scene = next;
      counts.clear();
    },
    cueRequest: (label) => {
      const nth = (counts.get(label) ?? 0) + 1;
      counts.set(label, nth);
      return cue(`fault ${scene} ${label} ${nth}`);
    },
    taken,
  };
}

/** A source of chance that draws from another one with each cue. */
export function createSwitchedRandom(
  first: PracticeRandom,
): PracticeRandom & { turn(to: PracticeRandom): void } {
  let now = first;
  return {
    next: () => now.next(),
    below: (limit) => now.below(limit),
    pick: (list) => now.pick(list),
    turn: (to) => {
      now = to;
    },
  };
}

/** FNV-1a over the text, begun with the seed. */
function mixText(seed: number, text: string): number {
  let mixed = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at += 1)
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return mixed;
}
