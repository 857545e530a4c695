import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { findTroubles } from '../../support/sync-truth.ts';

/** A pass that is told to make way (a person plans, imports or syncs by hand) as it sends a request. */
async function makeWayAt(nth: number): Promise<{ isOver: boolean; troubles: string[] }> {
  let way: AbortController | null = null;
  let sent = 0;
  const wrap = (real: Transport): Transport => ({
    send: (request) => {
      sent += 1;
      if (sent === nth) way?.abort();
      return real.send(request);
    },
  });
  const world = await startSmallWorld({ wrap });
  const changes = SYNC_CHANGES.filter((change) => !change.isSeenByFullOnly);
  for (const change of changes) change.make(world.sides, world.deeds, 0);
  sent = 0;
  way = new AbortController();
  await world.engine.sync.once({ full: false, signal: way.signal });
  const isOver = !way.signal.aborted;
  way = null;
  // Only what later passes see by themselves: nobody asks for a comparison of everything.
  await syncToQuiet(world);
  const troubles = findTroubles(world.sides, world.deeds);
  return { isOver, troubles };
}

it('a pass that makes way anywhere loses nothing: the next one goes on', { timeout: 240_000 }, async () => {
  const failures: string[] = [];
  let nth = 1;
  for (; ; nth += 1) {
    const { isOver, troubles } = await makeWayAt(nth);
    if (troubles.length > 0) failures.push(`at request ${nth}: ${troubles.join('; ')}`);
    if (isOver) break;
  }
  expect(failures).toEqual([]);
  expect(nth).toBeGreaterThan(20); // else it proved nothing
});
