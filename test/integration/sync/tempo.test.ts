import { describe, expect, it } from 'vitest';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { createMachineClock, createMachineTimers } from '../../../src-main/runtime/machine.ts';
import { startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

/** Runs until the first look is done, and answers how the sync then stands. */
async function lookOnce(world: Awaited<ReturnType<typeof startLiveWorld>>) {
  const stop = new AbortController();
  await world.engine.sync.run({
    signal: stop.signal,
    onEvent: ({ kind }) => kind === 'synced' && setTimeout(() => stop.abort(), 100),
  });
  return world.engine.sync.state();
}

/** The machine's time, which a test moves ahead. */
function createLeap() {
  const [clock, timers] = [createMachineClock(), createMachineTimers()];
  let aheadMs = 0;
  return {
    clock: {
      nowMs: () => clock.nowMs() + aheadMs,
      monotonicMs: () => clock.monotonicMs() + aheadMs,
    },
    timers: {
      ...timers,
      sleep: (delayMs: number, signal?: AbortSignal) => timers.sleep(Math.min(delayMs, 20), signal),
    },
    pass: (delayMs: number): void => {
      aheadMs += delayMs;
    },
  };
}

describe('opening hours', () => {
  const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const ask = (requests: string[]) => (transport: Transport) => ({
    send: (request: WireRequest) => {
      requests.push(request.url);
      return transport.send(request);
    },
  });

  it('are read from the till, once for many looks', async () => {
    const requests: string[] = [];
    const openingHours = Object.fromEntries(EVERY_DAY.map((day) => [day, [{ start: 0, end: 2400 }]]));
    const world = await startLiveWorld({ openingHours, wrap: ask(requests) });
    await lookOnce(world);
    await lookOnce(world);
    expect(requests.filter((url) => url.includes('/opening_hours'))).toHaveLength(1);
  });

  it('that a person set are not asked of the till, and neither are they where looks are always the same', async () => {
    const requests: string[] = [];
    const world = await startLiveWorld({ wrap: ask(requests) });
    unwrap(world.engine.settings.set({ 'poll.hours': '11-23' }));
    await lookOnce(world);
    unwrap(world.engine.settings.set({ 'poll.hours': 'always' }));
    expect((await lookOnce(world)).pace).toBe('shared');
    expect(requests.filter((url) => url.includes('/opening_hours'))).toEqual([]);
    expect(world.engine.settings.set({ 'poll.hours': 'sometimes' })).toMatchObject({ ok: false });
  });
});

describe('a mass edit within one second of the till', () => {
  it('is read again for half a minute and then left alone', async () => {
    const { clock, timers, pass } = createLeap();
    const reads: string[] = [];
    const world = await startLiveWorld({
      engineTime: { clock, timers },
      wrap: (transport) => ({
        send: (request) => {
          const since = /modifiedTime(?:%3E%3D|>=)(\d+)/i.exec(request.url)?.[1];
          if (since !== undefined && request.url.includes('/items')) reads.push(since);
          return transport.send(request);
        },
      }),
    });
    world.practice.tillService.staff.editItem(world.pick().item.id, { price: 123 });
    await world.sync();
    reads.length = 0;
    await world.sync();
    await world.sync();
    const [first = '', second] = reads;
    expect(second).toBe(first);
    pass(30_000);
    await world.sync();
    expect(reads.at(-1)).toBe(first);
    await world.sync();
    expect(reads.at(-1)).toBe(String(Number(first) + 1));
  });
});
