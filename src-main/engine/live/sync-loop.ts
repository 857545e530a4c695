import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import { COUNTED_MARK } from '../cursors.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { LiveState, LiveSync, SyncResult, Wish } from '../live-face.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { createLookRecord } from './look-record.ts';
import { createNap, type Nap } from './nap.ts';
import { createOutageLog } from './outage-log.ts';
import { createPause } from './pause.ts';
import { type Beacon, createRunBeacon } from './run-beacon.ts';
import type { ShopHours } from './shop-hours.ts';
import type { SyncPass } from './sync-pass.ts';
import { createSideWatch, NOTHING_LINKED } from './sync-sides.ts';
import { createFullSchedule, createTempo, readFastestMs } from './sync-tempo.ts';

const WEIGHT: Readonly<Record<Wish, number>> = { hinted: 0, look: 1, full: 2 };
/** Another PC writes: how often it is seen whether that is still so. */
const STANDBY_MS = 5_000;
const COUNTED_EVERY_MS = 10_000;

export interface SyncLoopParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  /** The pass for the till and store that are connected now. */
  openPass(signal: AbortSignal): Promise<Attempt<SyncPass>>;
  /** null where no store is connected. */
  readStoreHost(): string | null;
  /** The till and store that are connected now; null where one is missing. */
  readShop(): string | null;
  readonly hours: Pick<ShopHours, 'isOpen'>;
  /** What is done between two looks, seldom: opening hours are read, old rows go. */
  rest(signal: AbortSignal): Promise<void>;
  /** After every pass that did something, and the first. */
  onPass(): void;
  /** Hints, writes and orders that wait. */
  countWaiting(): number;
  /** A failure in words. */
  say(failure: Failure): string;
  /** Share of the till's limit used in the last minute, 0 to 100. */
  readQuotaPercent(): number;
  /** Hints of the relay flow from both sides. */
  isHinted(): boolean;
  /** Why this PC may not write at present; null: it may. */
  findRefusal(): Failure | null;
}

export interface SyncLoop extends LiveSync {
  /** A side is waited for in the pass that is under way. */
  noteWait(failure: Failure): void;
}

/** Looks and syncs until it is told to stop; what a side or the network does never ends it. */
export function createSyncLoop(parts: SyncLoopParts): SyncLoop {
  const { ledger, clock, timers } = parts;
  const sides = createSideWatch(parts.readStoreHost, () => beacon.show(state()));
  let isRunning = false;
  let lastPassMs: number | null = null;
  let everyMs = 0;
  const tempo = createTempo(ledger, parts.random, parts.hours.isOpen, parts.isHinted);
  const pause = createPause(clock);
  const nap = createNap(timers);
  const wishes = createWishes(nap);
  const full = createFullSchedule(ledger, clock);
  const beacon = createRunBeacon(ledger.meta, () => clock.nowMs());
  const counted = createCountedMark(parts);
  const record = createLookRecord(ledger.meta, () => clock.nowMs(), parts.readShop, parts.readStoreHost);
  const once: LiveSync['once'] = async (options) => {
    sides.beginPass();
    const result = await runPass(parts, options, lastPassMs === null);
    record.note(result, sides.waited());
    if (result.ok) lastPassMs = clock.nowMs();
    // A pass that made way has not got to every count.
    if (result.ok && !options.isHinted && !options.signal.aborted) counted.note();
    if (result.ok && options.full) full.note();
    return result;
  };
  const state = (): LiveState => ({
    isRunning,
    isLooking: isRunning,
    pausedUntilMs: pause.untilMs(),
    away: isRunning ? sides.away() : record.away(),
    lastPassMs: Math.max(lastPassMs ?? 0, record.passMs() ?? 0) || null,
    everySeconds: Math.round((everyMs || readFastestMs(ledger)) / 1000),
    pace: tempo.pace(),
    quotaPercent: parts.readQuotaPercent(),
    ...(isRunning ? {} : readOther(beacon.read(), parts.readQuotaPercent())),
  });

  const run: LiveSync['run'] = async ({ signal, onEvent }) => {
    isRunning = true;
    let nextLookMs = clock.monotonicMs();
    sides.listen(onEvent);
    onEvent({ kind: 'started' });
    while (!signal.aborted) {
      const restMs = pause.leftMs() || (parts.findRefusal() === null ? 0 : STANDBY_MS);
      if (restMs > 0) {
        await nap.take(restMs, signal);
        continue;
      }
      const startedMs = clock.monotonicMs();
      const wish = wishes.take();
      const isHinted = wish === 'hinted' && startedMs < nextLookMs && parts.isHinted();
      const result = await once({ full: full.isDue() || wish === 'full', signal, isHinted });
      if (signal.aborted) break;
      sides.endPass(result);
      if (result.ok) onEvent({ kind: 'synced', result: result.value });
      if (result.ok) await parts.rest(signal);
      if (!isHinted || !result.ok) {
        everyMs = tempo.next(result);
        nextLookMs = startedMs + everyMs;
      }
      beacon.show(state());
      await nap.take(Math.max(0, nextLookMs - clock.monotonicMs()), signal);
    }
    isRunning = false;
    sides.listen(null);
    beacon.hide();
    onEvent({ kind: 'stopped' });
  };

  return { once, run, ...createNudges(parts, pause, wishes), noteWait: sides.noteWait, state };
}

/** What a person or a webhook says takes effect now, not after the nap. */
const createNudges = (
  { ledger, clock }: SyncLoopParts,
  pause: ReturnType<typeof createPause>,
  wishes: ReturnType<typeof createWishes>,
): Pick<LiveSync, 'pause' | 'hint' | 'wake'> => ({
  pause: (minutes) => {
    pause.set(minutes);
    wishes.add('look');
  },
  hint: (side, key) => {
    ledger.inbox.add([{ side, key }], clock.nowMs());
    wishes.add('look');
  },
  wake: wishes.add,
});

/** What the next pass is to be, of all that was asked for since the last one. */
function createWishes(nap: Nap) {
  let wanted: Wish | null = null;
  return {
    add: (wish: Wish): void => {
      if (wanted === null || WEIGHT[wish] > WEIGHT[wanted]) wanted = wish;
      nap.end();
    },
    take: (): Wish | null => {
      const wish = wanted;
      wanted = null;
      return wish;
    },
  };
}

/** Kept now and then: whoever waits for it waits for minutes. */
function createCountedMark({ ledger, clock, readShop }: SyncLoopParts): { note(): void } {
  let notedMs = Number.NEGATIVE_INFINITY;
  return {
    note: () => {
      if (clock.monotonicMs() - notedMs < COUNTED_EVERY_MS) return;
      notedMs = clock.monotonicMs();
      ledger.meta.put(`${COUNTED_MARK} ${readShop() ?? ''}`, String(clock.nowMs()));
    },
  };
}

async function runPass(
  parts: SyncLoopParts,
  { full, signal, silent, isHinted }: Parameters<LiveSync['once']>[0],
  isFirst: boolean,
): Promise<Attempt<SyncResult>> {
  const pass = await parts.openPass(signal);
  if (!pass.ok) return pass;
  const result = await pass.value.run({
    isFull: full,
    signal,
    ...(silent ? { silent } : {}),
    ...(isHinted ? { isHinted } : {}),
  });
  createOutageLog(parts).note(result);
  // What was told of products that are linked no more is over.
  if (!result.ok && result.failure.code === NOTHING_LINKED) parts.onPass();
  if (!result.ok) return result;
  const { applied, failed, conflicts } = result.value;
  if (isFirst || applied.till + applied.store + failed + conflicts > 0) parts.onPass();
  return result;
}

/** Another process may run on the same data: it makes the calls, with the same token. */
const readOther = (other: Beacon | null, ownPercent: number): Partial<LiveState> =>
  other
    ? {
        ...other,
        isLooking: true,
        quotaPercent: Math.min(100, Math.round((ownPercent + other.quotaPercent) * 10) / 10),
      }
    : {};
