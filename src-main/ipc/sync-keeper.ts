import type { Engine, SyncEvent, SyncResult } from '../engine/face.ts';
import type { Timers } from '../engine/ports.ts';
import { describeDefect } from '../log/crash-record.ts';
import { type Announcing, announceProducts, announceStatus } from './announce.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { createLoopKeeper, type LoopKeeper } from './loop-keeper.ts';
import { noteReached } from './reach.ts';
import { readHubState } from './views/hub-view.ts';
import { readSyncState } from './views/sync-view.ts';

/** A side that does not answer may keep a pass for minutes; an end without it loses nothing, as after a power cut. */
const LONGEST_FAREWELL_MS = 5_000;

/** What the keeper tells windows with. */
type Telling = Announcing & Pick<HandlerDeps, 'hostName'> & Partial<Pick<HandlerDeps, 'recovery'>>;

/** Keeps the two sides in step while the program stays, once both are connected and imported. */
export function createSyncKeeper(deps: Telling, timers: Pick<Timers, 'after'>): LoopKeeper {
  const { engine, recovery } = deps;
  const tellRelay = createRelayTeller(deps);
  const hear = createHearing(deps, tellRelay);
  const loop = createLoopKeeper({
    mayRun: () => recovery?.readMode().safe == null && isReady(engine),
    run: (signal) => engine.sync.run({ signal, onEvent: hear }),
    // The link to the relay has ended with it.
    onEnd: tellRelay,
    onDefect: (error) => (recovery ? recovery.crash(error) : engine.records.note(describeBug(error))),
  });
  return { ...loop, close: () => waitAtMost(LONGEST_FAREWELL_MS, loop.close(), timers) };
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
