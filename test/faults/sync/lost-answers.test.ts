import { describe, expect, it } from 'vitest';
import { createFaultyTransport, type Fault } from '../../support/faulty-transport.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { findTroubles } from '../../support/sync-truth.ts';

/** What becomes of a write, and how many of them it meets in a row. */
const FAULTS: readonly { readonly what: string; readonly fault: Fault; readonly times: number }[] = [
  { what: 'the answer is lost', fault: 'lose-answer', times: 1 },
  { what: 'two answers in a row are lost', fault: 'lose-answer', times: 2 },
  { what: 'the request is lost on its way', fault: 'hold', times: 1 },
  { what: 'nobody listens', fault: 'never-sent', times: 2 },
  { what: 'the side fails', fault: 'fail-500', times: 1 },
];

describe.each(SYNC_CHANGES)('a sync that writes $name', (change) => {
  it('loses nothing and doubles nothing, whatever becomes of the write', async () => {
    let fault: Fault = 'none';
    let left = 0;
    let struck = 0;
    const world = await startSmallWorld({
      wrap: (real) =>
        createFaultyTransport(real, ({ method, url }) => {
          if (left === 0 || !change.isWrite(method, new URL(url).pathname)) return 'none';
          left -= 1;
          struck += 1;
          return fault;
        }),
    });
    for (const [round, { what, ...next }] of FAULTS.entries()) {
      change.make(world.sides, world.deeds, round);
      [fault, left, struck] = [next.fault, next.times, 0];
      await syncToQuiet(world, change.isSeenByFullOnly);
      expect(struck, `${what}: no such write was seen`).toBeGreaterThan(0);
      left = 0;
      await syncToQuiet(world, change.isSeenByFullOnly);
      expect(findTroubles(world.sides, world.deeds), what).toEqual([]);
      expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts, what).toEqual([]);
      world.writes();
      await world.sync(true);
      expect(world.writes(), what).toEqual({ till: 0, store: 0 });
    }
  });
});
