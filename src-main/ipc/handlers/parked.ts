import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { announceLive } from '../sync-keeper.ts';
import { toParked } from '../views/live-view.ts';
import { readSyncState } from '../views/sync-view.ts';

export function createParkedHandlers(deps: HandlerDeps): Pick<Handlers, 'parked:list' | 'parked:retry'> {
  const { engine, publish } = deps;
  return {
    'parked:list': ({ limit, offset }) => {
      const { rows, total } = engine.parked.list(limit, offset);
      return succeed({ rows: rows.map(toParked), total });
    },
    'parked:retry': ({ ids }) => {
      const retried = engine.parked.retry(ids);
      announceLive(deps);
      publish('sync:changed', readSyncState(engine));
      return succeed({ retried });
    },
  };
}
