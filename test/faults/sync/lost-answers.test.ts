import { describe, expect, it } from 'vitest';
import { createFaultyTransport, type Fault } from '../../support/faulty-transport.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';
import { findTroubles } from '../../support/sync-truth.ts';

const MINUTE_MS = 60_000;

interface Trouble {
  readonly what: string;
  readonly fault: Fault;
  /** Writes in a row that meet it. */
  readonly times: number;
  /** So long after the line broke what was held is worked on after all; absent: never. */
  readonly lateMs?: number;
}

const FAULTS: readonly Trouble[] = [
  { what: 'the answer is lost', fault: 'lose-answer', times: 1 },
  { what: 'two answers in a row are lost', fault: 'lose-answer', times: 2 },
  { what: 'the request is lost on its way', fault: 'hold', times: 1 },
  { what: 'the side does the work after the line broke', fault: 'hold', times: 1, lateMs: 3_000 },
  { what: 'nobody listens', fault: 'never-sent', times: 2 },
  { what: 'the side fails', fault: 'fail-500', times: 1 },
];

describe.each(SYNC_CHANGES)('a sync that writes $name', (change) => {
  it('loses nothing and doubles nothing, whatever becomes of the write', async () => {
    let next: Trouble | null = null;
    let left = 0;
    let struck = 0;
    let late: { readonly dueMs: number; readonly deliver: () => Promise<unknown> } | null = null;
    const world = await startSmallWorld({
      wrap: (real) => {
        const faulty = createFaultyTransport(real, ({ method, url }) => {
          if (next === null || left === 0 || !change.isWrite(method, new URL(url).pathname)) return 'none';
          left -= 1;
          struck += 1;
          return next.fault;
        });
        return {
          send: async (request) => {
            const due = late !== null && late.dueMs <= world.time.clock.monotonicMs() ? late : null;
            if (due !== null) {
              late = null;
              await due.deliver();
            }
            const before = struck;
            try {
              return await faulty.send(request);
            } finally {
              if (struck > before && next?.lateMs !== undefined) {
                const { signal: _gone, ...again } = request;
                const dueMs = world.time.clock.monotonicMs() + next.lateMs;
                late = { dueMs, deliver: () => real.send(again) };
              }
            }
          },
        };
      },
    });
    for (const [round, trouble] of FAULTS.entries()) {
      const { what } = trouble;
      change.make(world.sides, world.deeds, round);
      [next, left, struck] = [trouble, trouble.times, 0];
      await syncToQuiet(world, change.isSeenByFullOnly);
      expect(struck, `${what}: no such write was seen`).toBeGreaterThan(0);
      left = 0;
      world.time.pass(MINUTE_MS);
      await syncToQuiet(world, change.isSeenByFullOnly);
      expect(findTroubles(world.sides, world.deeds), what).toEqual([]);
      expect(world.engine.conflicts.list({ limit: 9, offset: 0 }).conflicts, what).toEqual([]);
      world.writes();
      await world.sync(true);
      expect(world.writes(), what).toEqual({ till: 0, store: 0 });
    }
  });
});
