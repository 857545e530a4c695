import { describe, expect, it } from 'vitest';
import { CLOVER_LIMITS } from '../../../src-main/connectors/clover/clover-client.ts';
import { createRateGate } from '../../../src-main/connectors/rate-limit.ts';
import { createTestRandom } from './support/transports.ts';
import { createVirtualTime, type VirtualTime } from './support/virtual-time.ts';

const createGate = (time: VirtualTime, limits: Parameters<typeof createRateGate>[1]) =>
  createRateGate({ ...time, random: createTestRandom() }, limits);

/** Counts the most moments within any second. */
function countBusiestSecond(momentsMs: readonly number[]): number {
  const sorted = [...momentsMs].sort((left, right) => left - right);
  let from = 0;
  let most = 0;
  sorted.forEach((momentMs, at) => {
    while (momentMs - (sorted[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, at - from + 1);
  });
  return most;
}

describe('the gate', () => {
  it('lets callers in as they came, never more at once than allowed', async () => {
    const time = createVirtualTime();
    const gate = createGate(time, { inFlight: 3 });
    const order: number[] = [];
    let inFlight = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const pass = await gate.enter();
        order.push(at);
        inFlight += 1;
        most = Math.max(most, inFlight);
        await time.timers.sleep(10 + (at % 3));
        inFlight -= 1;
        pass.leave();
      }),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(most).toBe(3);
  });

  it('lets writes in one after another, in their order, and reads past them', async () => {
    const time = createVirtualTime();
    const gate = createGate(time, { inFlight: 3, writesInFlight: 1 });
    const order: string[] = [];
    const call = async (name: string) => {
      const pass = await gate.enter(undefined, name.startsWith('w'));
      order.push(name);
      await time.timers.sleep(10);
      pass.leave();
    };
    await Promise.all(['w1', 'w2', 'r1', 'w3', 'r2', 'r3'].map(call));
    expect(order).toEqual(['w1', 'r1', 'r2', 'w2', 'r3', 'w3']);
  });

  it('keeps every second of the service at 14 calls, wherever on the line a call is counted', async () => {
    for (const [seed, longestMs] of [
      [1, 0],
      [2, 60],
      [3, 400],
      [4, 1500],
    ] as const) {
      const time = createVirtualTime();
      const random = createTestRandom(seed);
      const gate = createGate(time, CLOVER_LIMITS);
      const countedMs: number[] = [];
      let inFlight = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 200 }, async () => {
          const pass = await gate.enter();
          inFlight += 1;
          most = Math.max(most, inFlight);
          await time.timers.sleep(random.fraction() * longestMs);
          countedMs.push(time.elapsedMs());
          await time.timers.sleep(random.fraction() * longestMs);
          inFlight -= 1;
          pass.leave();
        }),
      );
      expect(countBusiestSecond(countedMs)).toBeLessThanOrEqual(14);
      expect(most).toBeLessThanOrEqual(4);
    }
  });

  it('is not slower than it must be: 140 quick calls take about ten seconds', async () => {
    const time = createVirtualTime();
    const gate = createGate(time, CLOVER_LIMITS);
    await Promise.all(Array.from({ length: 140 }, async () => (await gate.enter()).leave()));
    expect(time.elapsedMs()).toBeGreaterThan(9_000);
    expect(time.elapsedMs()).toBeLessThan(10_500);
  });

  it('forgets a caller who gave up while waiting, and the next one moves up', async () => {
    const time = createVirtualTime();
    const gate = createGate(time, { inFlight: 1 });
    const first = await gate.enter();
    const controller = new AbortController();
    const second = gate.enter(controller.signal);
    const third = gate.enter();
    controller.abort(new Error('no longer wanted'));
    await expect(second).rejects.toThrow('no longer wanted');
    first.leave();
    (await third).leave();
    await expect(gate.enter(controller.signal)).rejects.toThrow('no longer wanted');
  });

  it('gives back a place once, however often a caller leaves', async () => {
    const gate = createGate(createVirtualTime(), { inFlight: 1 });
    const first = await gate.enter();
    const second = gate.enter();
    const third = gate.enter();
    first.leave();
    first.leave();
    await second;
    expect(await Promise.race([third, Promise.resolve('waits')])).toBe('waits');
  });

  it('stays shut for as long as the service asks', async () => {
    const time = createVirtualTime();
    const gate = createGate(time, { inFlight: 4 });
    gate.pause(21_000);
    (await gate.enter()).leave();
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(21_000);
    expect(time.elapsedMs()).toBeLessThan(21_500);
  });

  it('waits longer with each refusal in a row, and as at first after a call went well', async () => {
    const time = createVirtualTime();
    const gate = createRateGate({ ...time, random: { fraction: () => 1, hex: () => '' } }, { inFlight: 1 });
    const refuse = async (): Promise<number> => {
      const pass = await gate.enter();
      const delayMs = gate.pause(1_000);
      pass.leave();
      return delayMs;
    };
    const delays = [await refuse(), await refuse(), await refuse()];
    expect(delays).toEqual([1_250, 1_500, 2_000]);
    (await gate.enter()).leave();
    expect(await refuse()).toBe(1_250);
  });
});
