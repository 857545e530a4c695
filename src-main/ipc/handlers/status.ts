import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readStatus } from '../views/status-view.ts';

export function createStatusHandlers(deps: HandlerDeps): Pick<Handlers, 'app:info' | 'status:get'> {
  return {
    'app:info': () => succeed({ ...deps.info }),
    'status:get': () => succeed(readStatus(deps.engine, deps.session)),
  };
}
