import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import { createFetchTransport } from '../../../src-main/runtime/machine.ts';
import { connect, unwrap } from '../../support/practice-world.ts';
import { pair, type RelayWorld, startRelayWorld, waitFor } from '../../support/relay-world.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

interface SecondPc {
  readonly engine: Engine;
  /** Requests that would have changed something, as they left this PC. */
  readonly writes: string[];
  run(): { stop(): Promise<void> };
}

/** Another PC of the shop: the same till and store, a data folder and a pairing of its own. */
async function openSecondPc({ practice, hub, shopId }: RelayWorld): Promise<SecondPc> {
  const writes: string[] = [];
  const real = createFetchTransport();
  const core = unwrap(
    await openCore({
      dataDir: makeTemporaryFolder(),
      secretKey: randomBytes(32).toString('base64'),
      nativeBinding: null,
      isWriter: true,
      ports: {
        transport: {
          send: (request) => {
            if (request.method !== 'GET' && !request.url.startsWith(hub.url)) writes.push(request.url);
            return real.send(request);
          },
        },
      },
    }),
  );
  onTestFinished(() => core.close());
  const { engine } = core;
  await connect(engine, practice);
  unwrap(engine.settings.set({ 'orders.enabled': 'off', 'poll.fastestSeconds': '2' }));
  const plan = unwrap(await engine.plan({ choices: new Map(), onProgress: () => undefined }));
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  unwrap(await engine.apply(plan.runId, options));
  await pair(engine, hub, shopId, 'Kitchen');
  writes.length = 0;
  const run = () => {
    const stop = new AbortController();
    const ended = engine.sync.run({ signal: stop.signal, onEvent: () => undefined });
    const end = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    onTestFinished(end);
    return { stop: end };
  };
  return { engine, writes, run };
}

describe('two PCs of one shop', { timeout: 90_000 }, () => {
  it('one writes, the other watches and says so, and takes over when the first is closed', async () => {
    const world = await startRelayWorld({ pollSeconds: 2 });
    const first = world.run();
    const second = await openSecondPc(world);
    await waitFor('the first PC', () => world.engine.hub.state().word === 'connected');
    const secondRun = second.run();
    await waitFor('the watching', () => second.engine.hub.state().word === 'watching');
    expect(second.engine.hub.state().failure).toEqual({
      code: 'LEASE_ELSEWHERE',
      facts: { holder: 'Office' },
    });
    const { item, product } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 4321 });
    await waitFor('the price in the store', () => world.product(product.id).regularPrice === '43.21');
    expect(second.writes, 'of the PC that watches').toEqual([]);

    const refused = await second.engine.sync.once({ full: true, signal: AbortSignal.timeout(1_500) });
    expect(
      refused.ok && refused.value.applied.till + refused.value.applied.store,
      'by hand neither',
    ).not.toBeGreaterThan(0);
    expect(second.writes).toEqual([]);

    await first.stop();
    await waitFor('the second PC to take over', () => second.engine.hub.state().word === 'connected');
    world.practice.tillService.staff.editItem(item.id, { price: 1234 });
    await waitFor('the new price in the store', () => world.product(product.id).regularPrice === '12.34');
    expect(second.writes.length).toBeGreaterThan(0);
    await secondRun.stop();
  });
});
