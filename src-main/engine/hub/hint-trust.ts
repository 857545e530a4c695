import type { Ledger } from '../ledger-ports.ts';
import type { Side } from '../live-ledger.ts';
import type { Clock } from '../ports.ts';

/** A change that a look found may still be told of: the store's queue runs once a minute (woocommerce.md 5). */
const LATE_HINT_MS = 180_000;
/** A look between two hints of one object is far apart from both; older than this they tell nothing about it. */
const TOLD_FOR_MS = 15 * 60_000;
/** So many hints in a row make a side trusted again after one that did not come. */
const HINTS_TO_TRUST = 3;
/** Keys that are remembered; beyond it the oldest go. */
const MOST_KEYS = 2000;
const META = 'hub.trusted';

/** Whether hints flow so well that looking may slow down. Neither service promises one (clover.md 9.4). */
export interface HintTrust {
  /** The relay is connected, or not. */
  noteLink(isUp: boolean): void;
  noteHint(side: Side, key: string | null): void;
  /** A look found this changed, and something followed from it. */
  noteFound(side: Side, key: string): void;
  /** A webhook was found switched off. */
  noteBroken(side: Side): void;
  isTrusted(): boolean;
}

/** Trust is kept over a restart, for as long as the same relay is connected. */
export function createHintTrust(
  meta: Ledger['meta'],
  clock: Clock,
  readHubId: () => string | null,
): HintTrust {
  let isUp = false;
  const missing: Record<Side, number> = { till: 0, store: 0 };
  const told = new Map<string, number>();
  const found = new Map<string, { readonly side: Side; readonly atMs: number }>();
  const read = (): ReadonlySet<string> => {
    const [id, ...sides] = (meta.get(META) ?? '').split(' ');
    return new Set(id !== '' && id === readHubId() ? sides : []);
  };
  const keep = (sides: ReadonlySet<string>): void => meta.put(META, [readHubId() ?? '', ...sides].join(' '));
  const distrust = (side: Side): void => {
    missing[side] = HINTS_TO_TRUST;
    const sides = read();
    if (sides.has(side)) keep(new Set([...sides].filter((it) => it !== side)));
  };
  const settle = (): void => {
    const nowMs = clock.monotonicMs();
    for (const [key, { side, atMs }] of found) {
      if (nowMs - atMs < LATE_HINT_MS) continue;
      found.delete(key);
      distrust(side);
    }
  };
  return {
    noteLink: (next) => {
      isUp = next;
      // What was found while the relay was away is not to be waited for.
      if (!next) found.clear();
    },
    noteHint: (side, key) => {
      if (key !== null) {
        const name = `${side} ${key}`;
        found.delete(name);
        told.delete(name);
        told.set(name, clock.monotonicMs());
        forgetOldest(told);
      }
      missing[side] = Math.max(0, missing[side] - 1);
      const sides = read();
      if (missing[side] === 0 && !sides.has(side)) keep(new Set([...sides, side]));
    },
    noteFound: (side, key) => {
      const name = `${side} ${key}`;
      const toldMs = told.get(name);
      const nowMs = clock.monotonicMs();
      if (!isUp || (toldMs !== undefined && nowMs - toldMs < TOLD_FOR_MS) || found.has(name)) return;
      found.set(name, { side, atMs: nowMs });
      forgetOldest(found);
    },
    noteBroken: distrust,
    isTrusted: () => {
      settle();
      const sides = read();
      return isUp && sides.has('till') && sides.has('store');
    },
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > MOST_KEYS && oldest !== undefined) map.delete(oldest);
}
