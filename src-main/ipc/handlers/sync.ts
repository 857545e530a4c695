import { type Attempt, type SyncResult, succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { noteReached } from '../reach.ts';
import { toSyncResult } from '../views/live-view.ts';
import { readSyncState } from '../views/sync-view.ts';

type Channels = 'sync:state' | 'sync:now' | 'sync:pause' | 'products:resync';

const SYNCING = { name: 'a sync', runId: null };

export function createSyncHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { engine, publish } = deps;
  return {
    'sync:state': () => succeed(readSyncState(deps)),
    'sync:now': async ({ isFull }) => {
      const synced = await syncOnce(deps, isFull);
      return synced.ok ? succeed(toSyncResult(synced.value)) : synced;
    },
    'sync:pause': ({ minutes }) => {
      engine.sync.pause(minutes);
      const state = readSyncState(deps);
      publish('sync:changed', state);
      return succeed(state);
    },
    'products:resync': ({ linkIds }) => {
      let hinted = 0;
      for (const linkId of linkIds) {
        const product = engine.records.product(linkId);
        if (!product.ok) continue;
        engine.sync.hint('till', product.value.link.cloverId);
        hinted += 1;
      }
      return succeed({ hinted });
    },
  };
}

/** One pass, alone. A person who asks for it means now: a pause is over with it. */
async function syncOnce(deps: HandlerDeps, isFull: boolean): Promise<Attempt<SyncResult>> {
  const { engine, session } = deps;
  if (engine.sync.state().pausedUntilMs !== null) engine.sync.pause(0);
  const synced = await session.work(SYNCING, ({ signal }) => engine.sync.once({ full: isFull, signal }));
  noteReached(deps, synced);
  announceProducts(deps);
  return synced;
}
