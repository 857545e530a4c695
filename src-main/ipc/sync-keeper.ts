import type { Engine, SyncEvent, SyncResult } from '../engine/face.ts';
import type { Timers } from '../engine/ports.ts';
import { describeDefect } from '../log/crash-record.ts';
import { type Announcing, announceProducts, announceStatus } from './announce.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { noteReached } from './reach.ts';
import { readHubState } from './views/hub-view.ts';
import { readSyncState } from './views/sync-view.ts';

/** Keeps the two sides in step while the program stays, except while something else has them for itself. */
export interface SyncKeeper {
  /** Begins, once both sides are connected and imported; called whenever that may have changed. */
  start(): void;
  /** The sync rests while the work lasts, and begins again after it. */
  rest<T>(work: () => Promise<T>): Promise<T>;
  /** Stops it, and waits a moment for the pass under way. */
  close(): Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** A side that does not answer may keep a pass for minutes; an end without it loses nothing, as after a power cut. */
const LONGEST_FAREWELL_MS = 5_000;

/** What the keeper tells windows with. */
type Telling = Announcing & Pick<HandlerDeps, 'hostName'> & Partial<Pick<HandlerDeps, 'recovery'>>;

export function createSyncKeeper(deps: Telling, timers: Pick<Timers, 'after'>): SyncKeeper {
  const { engine, recovery } = deps;
  let running: Running | null = null;
  let isClosed = false;
  let resting = 0;
  const tellRelay = createRelayTeller(deps);
  const hear = createHearing(deps, tellRelay);
  const stop = async (): Promise<void> => {
    running?.controller.abort();
    await running?.ended;
  };
  const start = (): void => {
    const isSafe = recovery?.readMode().safe != null;
    if (running || isClosed || isSafe || resting > 0 || !isReady(engine)) return;
    const controller = new AbortController();
    const end = (): void => {
      running = null;
      // The link to the relay has ended with it.
      if (!isClosed) tellRelay();
    };
    const ended = engine.sync
      .run({ signal: controller.signal, onEvent: hear })
      .then(end, (error: unknown) => {
        end();
        // Without its data file, a pass that was not waited for has nothing left to do.
        if (isClosed) return;
        if (recovery) recovery.crash(error);
        else engine.records.note(describeBug(error));
      });
    running = { controller, ended };
  };
  return {
    start,
    rest: async (work) => {
      resting += 1;
      try {
        await stop();
        return await work();
      } finally {
        resting -= 1;
        start();
      }
    },
    close: async () => {
      isClosed = true;
      await waitAtMost(LONGEST_FAREWELL_MS, stop(), timers);
    },
  };
}

/** Waits for the work, and no longer than this. */
function waitAtMost(delayMs: number, work: Promise<void>, timers: Pick<Timers, 'after'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = timers.after(delayMs, resolve);
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}

const describeBug = (error: unknown) => ({
  level: 'error' as const,
  action: 'bug',
  entity: 'sync',
  message: describeDefect(error),
});

/** Nothing is written by itself before a person has approved the first import, nor beside one that is half done. */
function isReady(engine: Engine): boolean {
  const { till, store, lastSyncMs, unfinishedRun } = engine.status();
  return till !== null && store !== null && lastSyncMs !== null && unfinishedRun === null;
}

/** Tells every window what the sync does; lists are asked anew only after a pass that changed something. */
function createHearing(deps: Announcing, tellRelay: () => void) {
  const { session, publish } = deps;
  let before: SyncResult | null = null;
  return (event: SyncEvent): void => {
    if (event.kind === 'synced') {
      if (hasChanged(event.result, before)) announceProducts(deps);
      before = event.result;
    }
    if (event.kind === 'side') {
      session.noteReach(event.side, event.failure);
      announceStatus(deps);
    }
    if (event.kind === 'orders') {
      // Orders look more often than the catalog does, so they miss a side first.
      noteReached(deps, event.result);
      announceStatus(deps);
      publish('orders:changed', {});
    }
    publish('sync:changed', readSyncState(deps));
    tellRelay();
  };
}

/** Most of what the sync tells changes nothing about the relay. */
function createRelayTeller(deps: Telling): () => void {
  let told = '';
  return () => {
    const state = readHubState(deps);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    deps.publish('hub:changed', state);
  };
}

const hasChanged = (now: SyncResult, before: SyncResult | null): boolean =>
  before === null ||
  now.applied.till + now.applied.store + now.failed > 0 ||
  now.conflicts !== before.conflicts ||
  now.parked !== before.parked ||
  now.waiting !== before.waiting ||
  now.braked !== before.braked;
