import type { SideName } from '../../src-preload/contract/shapes.ts';
import type { Failure } from '../domain/failure.ts';
import type { Attempt } from '../engine/face.ts';
import type { HandlerDeps } from './handler-deps.ts';

/** Keeps what work with both sides told about reaching them. */
export function noteReached(
  { engine, session }: Pick<HandlerDeps, 'engine' | 'session'>,
  attempt: Attempt<unknown>,
): void {
  if (attempt.ok) {
    session.noteReach('till', null);
    session.noteReach('store', null);
    return;
  }
  const storeUrl = engine.connections.readStore()?.store.url ?? null;
  const side = findSide(attempt.failure, storeUrl);
  if (side) session.noteReach(side, attempt.failure);
}

/** The side that a failure is about; null where it is about neither. */
function findSide({ code, facts }: Failure, storeUrl: string | null): SideName | null {
  if (code.startsWith('CLOVER_')) return 'till';
  if (code.startsWith('WOO_')) return 'store';
  if (!code.startsWith('NET_')) return null;
  const storeHost = storeUrl !== null && URL.canParse(storeUrl) ? new URL(storeUrl) : null;
  const isStore = facts.host === storeHost?.host || facts.host === storeHost?.hostname;
  return isStore || facts.host === 'the store' ? 'store' : 'till';
}
