import { succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { toParked } from '../views/live-view.ts';

export function createParkedHandlers(deps: HandlerDeps): Pick<Handlers, 'parked:list' | 'parked:retry'> {
  const { engine } = deps;
  return {
    'parked:list': ({ limit, offset }) => {
      const { rows, total } = engine.parked.list(limit, offset);
      return succeed({ rows: rows.map(toParked), total });
    },
    'parked:retry': ({ ids }) => {
      const retried = engine.parked.retry(ids);
      announceProducts(deps);
      return succeed({ retried });
    },
  };
}
