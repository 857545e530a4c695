import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { readStatus } from './views/status-view.ts';

/** Tells every window how things stand now, and answers it. */
export function announceStatus({ engine, session, publish }: HandlerDeps): StatusShape {
  const status = readStatus(engine, session);
  publish('status:changed', status);
  return status;
}

/** Products were linked, unlinked or written: lists, log and status are to be asked anew. */
export function announceProducts(deps: HandlerDeps): StatusShape {
  deps.publish('products:changed', {});
  deps.publish('log:changed', {});
  return announceStatus(deps);
}
