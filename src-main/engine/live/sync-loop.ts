import type { Failure } from '../../domain/failure.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger, Side } from '../ledger-ports.ts';
import type { LiveState, LiveSync, SyncEvent, SyncResult } from '../live-face.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import type { SyncPass } from './sync-pass.ts';

/** After a failure the next try waits longer each time, to at most this. */
const LONGEST_WAIT_MS = 60_000;
const SHORTEST_RETRY_MS = 2000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Looks slow down to this while nothing happens: the till's limits are shared by every shop (clover.md 4). */
const MOST_SLOWDOWN = 4;
const QUIET_LOOKS = 20;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKLY_MARK = 'sync.full';

export interface SyncLoopParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  /** The pass for the till and store that are connected now. */
  openPass(): Promise<Attempt<SyncPass>>;
  /** After every pass that did something, and the first. */
  onPass(): void;
  /** Share of the till's limit used in the last minute, 0 to 100. */
  readQuotaPercent(): number;
}

/** Looks and syncs until it is told to stop; what a side or the network does never ends it. */
export function createSyncLoop(parts: SyncLoopParts): LiveSync {
  const { ledger, clock, timers } = parts;
  const away: Record<Side, Failure | null> = { till: null, store: null };
  let isRunning = false;
  let pausedUntilMs: number | null = null;
  let lastPassMs: number | null = null;
  let everyMs = 0;
  let wake: (() => void) | null = null;
  /** One pass at a time: a second one waits for the first. */
  let busy: Promise<unknown> = Promise.resolve();

  const passOnce = async (isFull: boolean, signal: AbortSignal): Promise<Attempt<SyncResult>> => {
    const pass = await parts.openPass();
    if (!pass.ok) return pass;
    const result = await pass.value.run({ isFull, signal });
    if (result.ok) {
      const { applied, failed, conflicts } = result.value;
      if (lastPassMs === null || applied.till + applied.store + failed + conflicts > 0) parts.onPass();
      lastPassMs = clock.nowMs();
    }
    if (result.ok && isFull) ledger.meta.put(WEEKLY_MARK, String(clock.nowMs()));
    return result;
  };
  const once: LiveSync['once'] = ({ full, signal }) => {
    const next = busy.then(
      () => passOnce(full, signal),
      () => passOnce(full, signal),
    );
    busy = next.catch(() => undefined);
    return next;
  };

  const state = (): LiveState => ({
    isRunning,
    pausedUntilMs,
    away: { ...away },
    lastPassMs,
    everySeconds: Math.round(everyMs / 1000),
    quotaPercent: parts.readQuotaPercent(),
  });

  /** Waits, or until somebody wakes the loop. */
  const rest = async (delayMs: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    const woken = new AbortController();
    const stop = (): void => woken.abort();
    signal.addEventListener('abort', stop, { once: true });
    wake = stop;
    try {
      await timers.sleep(delayMs, woken.signal);
    } catch (error) {
      if (!woken.signal.aborted) throw error;
    } finally {
      wake = null;
      signal.removeEventListener('abort', stop);
    }
  };

  const run: LiveSync['run'] = async ({ signal, onEvent }) => {
    isRunning = true;
    onEvent({ kind: 'started' });
    const tempo = createTempo(ledger, parts.random);
    const full = createFullSchedule(ledger, clock);
    while (!signal.aborted) {
      if (pausedUntilMs !== null && clock.nowMs() < pausedUntilMs) {
        await rest(pausedUntilMs - clock.nowMs(), signal);
        continue;
      }
      pausedUntilMs = null;
      const isFull = full.isDue();
      const startedMs = clock.monotonicMs();
      const result = await once({ full: isFull, signal });
      if (signal.aborted) break;
      tellSides(result, away, onEvent);
      if (result.ok && isFull) full.note();
      if (result.ok) onEvent({ kind: 'synced', result: result.value });
      everyMs = tempo.next(result);
      await rest(Math.max(0, everyMs - (clock.monotonicMs() - startedMs)), signal);
    }
    isRunning = false;
    onEvent({ kind: 'stopped' });
  };

  return {
    once,
    run,
    pause: (minutes) => {
      pausedUntilMs = minutes > 0 ? clock.nowMs() + minutes * MINUTE_MS : null;
      wake?.();
    },
    hint: (side, key) => {
      ledger.inbox.add([{ side, key }], clock.nowMs());
      wake?.();
    },
    state,
  };
}

/** The failure of a pass belongs to the side that its code names. */
function tellSides(
  result: Attempt<SyncResult>,
  away: Record<Side, Failure | null>,
  onEvent: (event: SyncEvent) => void,
): void {
  const failed = result.ok ? null : readSide(result.failure);
  for (const side of ['till', 'store'] as const) {
    const failure = !result.ok && (failed === side || failed === null) ? result.failure : null;
    if (failure?.code !== away[side]?.code) onEvent({ kind: 'side', side, failure });
    away[side] = failure;
  }
}

function readSide({ code, facts }: Failure): Side | null {
  if (code.startsWith('CLOVER_')) return 'till';
  if (code.startsWith('WOO_')) return 'store';
  const host = String(facts.host ?? '');
  if (host.includes('clover') || host === 'the till') return 'till';
  return host === 'the store' ? 'store' : null;
}

/** How long until the next look: fast while things change, slower when nothing does, slowest when a side is away. */
function createTempo(ledger: Ledger, random: Pick<Random, 'fraction'>) {
  let quiet = 0;
  let failures = 0;
  return {
    next: (result: Attempt<SyncResult>): number => {
      const fastestMs = Number(completeSettings(ledger.settings.all())['poll.fastestSeconds']) * 1000;
      if (!result.ok) {
        failures += 1;
        const delayMs = Math.min(LONGEST_WAIT_MS, SHORTEST_RETRY_MS * 2 ** Math.min(failures - 1, 6));
        return Math.round(delayMs * (0.5 + random.fraction() / 2));
      }
      failures = 0;
      const { applied } = result.value;
      quiet = applied.till + applied.store > 0 ? 0 : quiet + 1;
      return fastestMs * Math.min(MOST_SLOWDOWN, 1 + Math.floor(quiet / QUIET_LOOKS));
    },
  };
}

/** When everything is compared: by the interval that is set, and at least once a week where that is wanted. */
function createFullSchedule(ledger: Ledger, clock: Clock) {
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
    note: (): void => {
      lastMonotonicMs = clock.monotonicMs();
    },
  };
}
