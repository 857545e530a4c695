import { completeSettings } from '../../domain/settings.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Pace, SyncResult } from '../live-face.ts';
import type { Clock, Random } from '../ports.ts';

/** After a failure the next try waits longer each time, to at most this. */
const LONGEST_WAIT_MS = 60_000;
const SHORTEST_RETRY_MS = 2000;
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
/** Looks slow down to this while nothing happens: the till's limits are shared by every shop (clover.md 4). */
const MOST_SLOWDOWN = 4;
const QUIET_LOOKS = 20;
/** While the shop is open nothing is quiet for long. */
const OPEN_SLOWDOWN = 2;
/** Somebody who works after hours sees their changes as fast as in hours, for so many looks. */
const LOOKS_AWAKE = 5;
/** The least that may be set. */
const FASTEST_MS = 2000;
/** Whoever sets less wants every change at once: then looks stay as fast when nothing happens. */
const HASTY_MS = 5000;
/**
 * A third of the least interval of the stock comparison (features.md): what was not told of waits no longer.
 * Hints flow only as long as looks find nothing else (`hint-trust`).
 */
export const HINTED_MS = 5 * MINUTE_MS;
/** A look reads all counts in pages of a thousand (clover.md 6.4), and the changed items and orders. */
const ROWS_A_PAGE = 1000;
const OTHER_CALLS = 3;
/** A quarter of what the till allows one token in a second (clover.md 4). */
const CALLS_A_SECOND = 4;
const WEEKLY_MARK = 'sync.full';

/** The shortest time between two looks that is set. */
export const readFastestMs = (ledger: Ledger): number =>
  Number(completeSettings(ledger.settings.all())['poll.fastestSeconds']) * 1000;

/**
 * How long until the next look: fast while things change, slower when nothing does or the shop is closed,
 * slowest when a side is away.
 * @param isOpen null where nobody says when the shop is open
 * @param isHinted the relay tells of every change: looking is only the net below it
 */
export function createTempo(
  ledger: Ledger,
  random: Pick<Random, 'fraction'>,
  isOpen: () => boolean | null,
  isHinted: () => boolean = () => false,
): Tempo {
  let quiet = 0;
  let failures = 0;
  let pace: Pace = 'shared';
  return {
    next: (result) => {
      if (!result.ok) {
        failures += 1;
        pace = 'failing';
        const delayMs = Math.min(LONGEST_WAIT_MS, SHORTEST_RETRY_MS * 2 ** Math.min(failures - 1, 6));
        return Math.round(delayMs * (0.5 + random.fraction() / 2));
      }
      failures = 0;
      const { applied } = result.value;
      quiet = applied.till + applied.store > 0 ? 0 : quiet + 1;
      const fastestMs = readFastestMs(ledger);
      const isClosed = isOpen() === false && quiet >= LOOKS_AWAKE;
      const slowdown = isClosed ? MOST_SLOWDOWN : findSlowdown(fastestMs, quiet, isOpen());
      const delayMs = fastestMs * slowdown;
      const leastMs = findLeastMs(ledger);
      pace = namePace(fastestMs, isClosed, slowdown, leastMs > delayMs);
      if (isHinted()) pace = 'hinted';
      return Math.max(delayMs, leastMs, isHinted() ? HINTED_MS : 0);
    },
    pace: () => pace,
  };
}

export interface Tempo {
  /** Milliseconds until the next look, after one that came to this. */
  next(result: Attempt<SyncResult>): number;
  /** Why it is as it is. */
  pace(): Pace;
}

function findSlowdown(fastestMs: number, quiet: number, isOpen: boolean | null): number {
  if (fastestMs < HASTY_MS) return 1;
  return Math.min(isOpen ? OPEN_SLOWDOWN : MOST_SLOWDOWN, 1 + Math.floor(quiet / QUIET_LOOKS));
}

function namePace(fastestMs: number, isClosed: boolean, slowdown: number, isBig: boolean): Pace {
  if (isBig) return 'catalog';
  if (isClosed) return 'closed';
  if (slowdown > 1) return 'quiet';
  return fastestMs > FASTEST_MS ? 'shared' : 'fastest';
}

/** A big catalog is looked at less often, so that the till's limit is not used up by looking. */
function findLeastMs(ledger: Ledger): number {
  const rows = Object.values(ledger.links.countByStatus()).reduce((sum, count) => sum + count, 0);
  return ((Math.ceil(rows / ROWS_A_PAGE) + OTHER_CALLS) * 1000) / CALLS_A_SECOND;
}

/** When everything is compared: by the interval that is set, and at least once a week where that is wanted. */
export function createFullSchedule(ledger: Ledger, clock: Clock) {
  let lastMonotonicMs: number | null = null;
  const readSettings = () => completeSettings(ledger.settings.all());
  return {
    isDue: (): boolean => {
      const settings = readSettings();
      if (lastMonotonicMs !== null) {
        const everyMs = Number(settings['reconcile.everyMinutes']) * MINUTE_MS;
        return clock.monotonicMs() - lastMonotonicMs >= everyMs;
      }
      // At the start only if the last time is long ago: a restart is no reason to read everything.
      lastMonotonicMs = clock.monotonicMs();
      const last = Number(ledger.meta.get(WEEKLY_MARK) ?? 0);
      const isStale = clock.nowMs() - last > WEEK_MS || clock.nowMs() < last;
      return settings['reconcile.weekly'] === 'on' && isStale;
    },
    /** Everything was compared just now. */
    note: (): void => {
      ledger.meta.put(WEEKLY_MARK, String(clock.nowMs()));
      lastMonotonicMs = clock.monotonicMs();
    },
  };
}
