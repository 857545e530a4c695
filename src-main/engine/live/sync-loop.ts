import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger, Side } from '../ledger-ports.ts';
import type { LiveState, LiveSync } from '../live-face.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { createNap } from './nap.ts';
import type { SyncPass } from './sync-pass.ts';
import { tellSides } from './sync-sides.ts';
import { createFullSchedule, createTempo, readFastestMs } from './sync-tempo.ts';

const MINUTE_MS = 60_000;

export interface SyncLoopParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  /** The pass for the till and store that are connected now. */
  openPass(signal: AbortSignal): Promise<Attempt<SyncPass>>;
  /** null where no store is connected. */
  readStoreHost(): string | null;
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
  const nap = createNap(timers);
  const full = createFullSchedule(ledger, clock);

  const once: LiveSync['once'] = async ({ full: isFull, signal }) => {
    const pass = await parts.openPass(signal);
    if (!pass.ok) return pass;
    const result = await pass.value.run({ isFull, signal });
    if (result.ok) {
      const { applied, failed, conflicts } = result.value;
      if (lastPassMs === null || applied.till + applied.store + failed + conflicts > 0) parts.onPass();
      lastPassMs = clock.nowMs();
    }
    if (result.ok && isFull) full.note();
    return result;
  };

  const state = (): LiveState => ({
    isRunning,
    pausedUntilMs,
    away: { ...away },
    lastPassMs,
    everySeconds: Math.round((everyMs || readFastestMs(ledger)) / 1000),
    quotaPercent: parts.readQuotaPercent(),
  });

  const run: LiveSync['run'] = async ({ signal, onEvent }) => {
    isRunning = true;
    onEvent({ kind: 'started' });
    const tempo = createTempo(ledger, parts.random);
    while (!signal.aborted) {
      if (pausedUntilMs !== null && clock.nowMs() < pausedUntilMs) {
        await nap.take(pausedUntilMs - clock.nowMs(), signal);
        continue;
      }
      pausedUntilMs = null;
      const startedMs = clock.monotonicMs();
      const result = await once({ full: full.isDue(), signal });
      if (signal.aborted) break;
      tellSides(result, away, parts.readStoreHost(), onEvent);
      if (result.ok) onEvent({ kind: 'synced', result: result.value });
      everyMs = tempo.next(result);
      await nap.take(Math.max(0, everyMs - (clock.monotonicMs() - startedMs)), signal);
    }
    isRunning = false;
    onEvent({ kind: 'stopped' });
  };

  return {
    once,
    run,
    pause: (minutes) => {
      pausedUntilMs = minutes > 0 ? clock.nowMs() + minutes * MINUTE_MS : null;
      nap.end();
    },
    hint: (side, key) => {
      ledger.inbox.add([{ side, key }], clock.nowMs());
      nap.end();
    },
    state,
  };
}
