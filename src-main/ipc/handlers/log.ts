import { succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';

export function createLogHandlers({ engine }: HandlerDeps): Pick<Handlers, 'log:page'> {
  return { 'log:page': (filter) => succeed(engine.records.log(filter)) };
}
