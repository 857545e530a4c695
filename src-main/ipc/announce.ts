import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import type { HandlerDeps } from './handler-deps.ts';
import { readStatus } from './views/status-view.ts';
import { readSyncState } from './views/sync-view.ts';

/** What telling every window takes. */
export type Announcing = Pick<HandlerDeps, 'engine' | 'session' | 'liveCounts' | 'publish'>;

/** Tells every window how things stand now, and answers it. */
export function announceStatus({
  engine,
  session,
  publish,
}: Pick<Announcing, 'engine' | 'session' | 'publish'>): StatusShape {
  const status = readStatus(engine, session);
  publish('status:changed', status);
  return status;
}

/** Products were linked, unlinked or written: lists, counts, log and status are to be asked anew. */
export function announceProducts(deps: Announcing): StatusShape {
  deps.liveCounts.forget();
  deps.publish('products:changed', {});
  deps.publish('conflicts:changed', {});
  deps.publish('stock:changed', {});
  deps.publish('orders:changed', {});
  deps.publish('log:changed', {});
  deps.publish('sync:changed', readSyncState(deps));
  return announceStatus(deps);
}
