import type { SideName, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { type Attempt, succeed } from '../../engine/face.ts';
import { announceProducts, announceStatus } from '../announce.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { alertMissing } from '../raise-alerts.ts';

type Channels = 'till:connect' | 'store:connect' | 'connection:test' | 'connection:disconnect';

/** A run keeps the connections it began with: none is changed under it. */
const CHANGE = { name: 'a change of the connections', runId: null };

export function createConnectionHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { engine, session } = deps;
  const { connections } = engine;
  return {
    'till:connect': (credentials) => connectSide(deps, 'till', () => connections.connectTill(credentials)),
    'store:connect': (credentials) => connectSide(deps, 'store', () => connections.connectStore(credentials)),
    'connection:test': async () => succeed(await askBothSides(deps)),
    'connection:disconnect': async ({ side }) => {
      const done = await session.work(CHANGE, async () => succeed(await connections.disconnect(side)));
      if (!done.ok) return done;
      session.forgetReach(side);
      alertMissing(engine.alerts, side, connections);
      deps.publish('log:changed', {});
      return succeed(announceStatus(deps));
    },
  };
}

/** Asks both sides whether they answer, and tells every window. */
export async function askBothSides(deps: HandlerDeps): Promise<StatusShape> {
  const { session } = deps;
  const { connections } = deps.engine;
  const asked = await connections.test();
  for (const side of ['till', 'store'] as const) {
    const answer = asked[side];
    const isConnected = (side === 'till' ? connections.readTill() : connections.readStore()) !== null;
    if (isConnected) session.noteReach(side, answer.ok ? null : answer.failure);
    else session.forgetReach(side);
  }
  return announceStatus(deps);
}

/** Where a real address came near keys that are in memory alone, practice has ended by it. */
export async function dropLostPractice(deps: HandlerDeps): Promise<void> {
  if (!(await deps.engine.practice.settle())) return;
  for (const side of ['till', 'store'] as const) deps.session.forgetReach(side);
  announceProducts(deps);
}

/** Connects a side alone, and tells every window. */
export async function connectSide(
  deps: HandlerDeps,
  side: SideName,
  connect: () => Promise<Attempt<unknown>>,
): Promise<Attempt<StatusShape>> {
  const done = await deps.session.work(CHANGE, connect);
  await dropLostPractice(deps);
  if (!done.ok) return done;
  deps.session.noteReach(side, null);
  alertMissing(deps.engine.alerts, side, deps.engine.connections);
  deps.publish('log:changed', {});
  return succeed(announceStatus(deps));
}
