import { describe, expect, it } from 'vitest';
import { createMachineHeap, giveBackMemory } from '../../../src-main/runtime/spare-memory.ts';
import { createManualTime } from '../../support/manual-time.ts';

const MIB = 1024 * 1024;
const LOOK_MS = 10_000;
const DAY_LOOKS = 24 * 360;

/** A heap that a test fills; `usedMib` is what a collection leaves of it. */
function startHeap(usedMib: number) {
  const time = createManualTime();
  const heap = { mib: usedMib, usedMib, collections: 0 };
  const watch = giveBackMemory(time.timers, {
    readBytes: () => heap.mib * MIB,
    collect: () => {
      heap.collections += 1;
      heap.mib = heap.usedMib;
    },
  });
  const pass = (looks: number): void => time.pass(looks * LOOK_MS);
  return { heap, watch, pass };
}

describe('memory', () => {
  it('that a comparison of everything has left behind is given back once it is over', () => {
    const { heap, pass } = startHeap(20);
    heap.mib = 70;
    pass(1);
    expect(heap.collections).toBe(0);
    pass(1);
    expect(heap).toMatchObject({ mib: 20, collections: 1 });
  });

  it('is left alone while work takes more of it', () => {
    const { heap, pass } = startHeap(20);
    for (let look = 0; look < 10; look += 1) {
      heap.mib += 5;
      pass(1);
    }
    expect(heap.collections).toBe(0);
    pass(1);
    expect(heap.collections).toBe(1);
  });

  it('that was still in use at a collection is given back by a later one', () => {
    const { heap, pass } = startHeap(20);
    Object.assign(heap, { mib: 70, usedMib: 70 });
    pass(2);
    expect(heap).toMatchObject({ mib: 70, collections: 1 });
    heap.usedMib = 20;
    pass(4);
    expect(heap).toMatchObject({ mib: 20, collections: 2 });
  });

  it('is looked through ever more seldom where nothing comes of it', () => {
    const { heap, pass } = startHeap(20);
    pass(DAY_LOOKS);
    expect(heap.collections).toBeLessThan(35);
  });

  it('is looked for no more at the end', () => {
    const { heap, watch, pass } = startHeap(20);
    watch.stop();
    heap.mib = 200;
    pass(10);
    expect(heap.collections).toBe(0);
  });

  it('of this very process comes back', async () => {
    const heap = createMachineHeap();
    let held: unknown[] | null = Array.from({ length: 400_000 }, (_, at) => ({ at, text: `thing ${at}` }));
    const most = heap.readBytes();
    expect(held.length).toBe(400_000);
    held = null;
    // What runs beside this in the same process may take some of it meanwhile.
    await expect
      .poll(() => {
        heap.collect();
        return most - heap.readBytes();
      })
      .toBeGreaterThan(16 * MIB);
  });
});
