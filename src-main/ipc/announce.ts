import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { readStatus } from './views/status-view.ts';

type Announcing = Pick<HandlerDeps, 'engine' | 'session' | 'publish'>;

/** Tells every window how things stand now, and answers it. */
export function announceStatus({ engine, session, publish }: Announcing): StatusShape {
  const status = readStatus(engine, session);
  publish('status:changed', status);
  return status;
}

/** Products were linked, unlinked or written: lists, log and status are to be asked anew. */
export function announceProducts(deps: Announcing): StatusShape {
  deps.publish('products:changed', {});
  deps.publish('log:changed', {});
  return announceStatus(deps);
}
