import { describe, expect, it } from 'vitest';
import type { Clock, Timers, Transport } from '../../../src-main/engine/ports.ts';
import { createMachineClock, createMachineTimers } from '../../../src-main/runtime/machine.ts';
import { startRelayWorld, waitFor } from '../../support/relay-world.ts';

const ROUND_MS = 5 * 60_000;

/** The machine's time, but rests of five minutes end when the test says so, five minutes later by the clock. */
function createRoundTime() {
  const [machine, timers] = [createMachineClock(), createMachineTimers()];
  const resting = new Set<() => void>();
  let offsetMs = 0;
  const clock: Clock = {
    nowMs: () => machine.nowMs() + offsetMs,
    monotonicMs: () => machine.monotonicMs() + offsetMs,
  };
  const sleep: Timers['sleep'] = (delayMs, signal) =>
    delayMs !== ROUND_MS
      ? timers.sleep(delayMs, signal)
      : new Promise((resolve, reject) => {
          resting.add(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
  return {
    engineTime: { clock, timers: { ...timers, sleep } },
    isResting: () => resting.size > 0,
    endRest: (): void => {
      offsetMs += ROUND_MS;
      for (const wake of resting) wake();
      resting.clear();
    },
  };
}

async function start() {
  const time = createRoundTime();
  const asked: string[] = [];
  const wrap = (real: Transport): Transport => ({
    send: (request) => {
      asked.push(request.url);
      return real.send(request);
    },
  });
  const world = await startRelayWorld({ engineTime: time.engineTime, wrap });
  world.run();
  const { webhooks } = world.practice.storeService.state;
  await waitFor('the first round', () => webhooks.size === 7 && time.isResting());
  return { ...world, time, asked, webhooks };
}

describe('what is done beside the socket, by its own clock', { timeout: 60_000 }, () => {
  it('V8: a webhook that the store has switched off is on again with the next round, five minutes later', async () => {
    const { engine, time, webhooks } = await start();
    const [hook] = [...webhooks.values()];
    if (!hook) throw new Error('no webhook');
    webhooks.set(hook.id, { ...hook, status: 'disabled' });
    await new Promise((resolve) => void setTimeout(resolve, 300));
    expect(webhooks.get(hook.id)?.status, 'until then').toBe('disabled');
    time.endRest();
    await waitFor('the healing', () => webhooks.get(hook.id)?.status === 'active');
    const isTold = () =>
      engine.log({ limit: 30, offset: 0 }).some(({ message }) => message.includes('switched on again'));
    await waitFor('the line in the log', isTold);
  });

  it('A19: the relay hears that this PC is alive every quarter of an hour, and no oftener', async () => {
    const { time, asked } = await start();
    const countBeats = (): number => asked.filter((url) => url.endsWith('/v1/heartbeat')).length;
    const counts = [countBeats()];
    for (let round = 1; round <= 6; round += 1) {
      time.endRest();
      await waitFor('the next rest', time.isResting);
      counts.push(countBeats());
    }
    expect(counts).toEqual([1, 1, 1, 2, 2, 2, 3]);
  });
});
