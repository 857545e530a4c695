import { describe, expect, it } from 'vitest';
import type { WireAnswer, WireRequest } from '../../src-main/engine/ports.ts';
import { createRandom } from '../../src-practice/random.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import type { Fault } from './faults/fault.ts';
import { createStory } from './story.ts';
import { createWorldTransport, type WorldTransport } from './transport.ts';

const TILL = 'http://till.example';
const ANSWER: WireAnswer = { status: 200, headers: {}, body: '[]', url: TILL };
/** What a side takes for an answer. */
const WORK_MS = 10;

const ask: WireRequest = { method: 'GET', url: `${TILL}/v3/merchants/M/items`, headers: {} };

interface Line {
  readonly time: VirtualTime;
  readonly network: WorldTransport;
}

/** A line to a till in which each request meets the same. */
function openLine(kind: Fault | null): Line {
  const time = createVirtualTime();
  const network = createWorldTransport({
    carrier: { send: () => time.timers.sleep(WORK_MS).then(() => ANSWER) },
    time,
    random: createRandom(1),
    weather: {
      ...{ percent: kind === null ? 0 : 100, kinds: kind === null ? [] : [kind] },
      ...{ crashPercent: 0, fullPercent: 0, abortPercent: 0, bustlePercent: 0 },
    },
    story: createStory(time.clock.nowMs),
    tillOrigins: [TILL],
    onWrite: () => undefined,
  });
  network.pause(false);
  return { time, network };
}

describe('calls too many for the till', () => {
  const askInTurn = async ({ time, network }: Line, times: number): Promise<number> => {
    const transport = network.open();
    for (let nth = 0; nth < times; nth += 1) await time.run(transport.send(ask));
    return network.ownCalls.tooMany;
  };

  it('are the app’s own above sixteen a second', async () => {
    expect(await askInTurn(openLine(null), 16)).toBe(0);
    expect(await askInTurn(openLine(null), 18)).toBe(2);
  });

  it('are the app’s own above five at once', async () => {
    const { time, network } = openLine(null);
    const transport = network.open();
    await time.run(Promise.all(Array.from({ length: 6 }, () => transport.send(ask))));
    expect(network.ownCalls.tooMany).toBe(1);
  });

  it('are not what the line repeats by itself', async () => {
    expect(await askInTurn(openLine('duplicate'), 16)).toBe(0);
  });
});

describe('an app that was to die at a request', () => {
  it('dies there while it waits for the answer', async () => {
    const { time, network } = openLine(null);
    const transport = network.open();
    const isDead = network.killAt(1, true).then(() => 'dead');
    expect(await time.run(Promise.race([isDead, transport.send(ask)]))).toBe('dead');
  });

  it('lives where its pass was over before that answer came', async () => {
    const { time, network } = openLine('slow');
    const transport = network.open();
    const isDead = network.killAt(1, true).then(() => 'dead');
    const late = transport.send(ask);
    network.spare();
    network.clear();
    expect(await time.run(Promise.race([isDead, late]))).toEqual(ANSWER);
    expect(await time.run(transport.send(ask))).toEqual(ANSWER);
  });
});
