import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { toLogEntry } from '../views/log-view.ts';

export function createLogHandlers({ engine }: HandlerDeps): Pick<Handlers, 'log:page'> {
  return {
    'log:page': (filter) => {
      const { entries, ...rest } = engine.records.log(filter);
      return succeed({ ...rest, entries: entries.map(toLogEntry) });
    },
  };
}
