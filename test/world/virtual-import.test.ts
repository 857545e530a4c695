import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../src-main/boot/core.ts';
import { createGeneratedCatalog } from '../../src-practice/catalogs/generated.ts';
import { createRandom } from '../../src-practice/random.ts';
import { createPracticeStore, MEASURED_WORK } from '../../src-practice/store/store.ts';
import { ALL_PERMISSIONS, createPracticeTill } from '../../src-practice/till/till.ts';
import type { WireService } from '../../src-practice/wire.ts';
import { listDifferences } from '../support/compare-sides.ts';
import { createInProcessTransport } from '../support/in-process-transport.ts';
import { unwrap } from '../support/practice-world.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { createVirtualTime } from '../support/virtual-time.ts';

const TILL = 'http://127.0.0.1:1';
const STORE = 'http://127.0.0.1:2';

async function importInVirtualTime(
  items: number,
): Promise<{ virtualMs: number; trace: string[]; differences: string[]; tooMany: number }> {
  const time = createVirtualTime();
  const clock = time.practiceClock;
  const merchant = {
    name: 'Virtual',
    currency: 'USD',
    timezone: 'America/New_York',
    country: 'US',
    vat: false,
    trackStock: true,
    updateStock: true,
  };
  const till = createPracticeTill({ clock, random: createRandom(1), merchant, holdMs: 60 });
  till.load(createGeneratedCatalog({ items, seed: 1 }).catalog);
  const store = createPracticeStore({
    clock,
    random: createRandom(2),
    name: 'Virtual',
    currency: 'USD',
    work: MEASURED_WORK,
  });
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  const trace: string[] = [];
  const carrier = createInProcessTransport(
    new Map<string, WireService>([
      [TILL, till],
      [STORE, store],
    ]),
  );
  let drawn = 0;
  const opened = await openCore({
    dataDir: makeTemporaryFolder(),
    secretKey: randomBytes(32).toString('base64'),
    nativeBinding: null,
    isWriter: true,
    ports: {
      clock: time.clock,
      timers: time.timers,
      random: {
        fraction: createRandom(3).next,
        hex: (length) => {
          drawn += 1;
          return String(drawn).padStart(length * 2, '0');
        },
      },
      transport: {
        send: (request) => {
          trace.push(`${time.clock.nowMs()} ${request.method} ${new URL(request.url).pathname}`);
          return carrier.send(request);
        },
      },
    },
  });
  const core = unwrap(opened);
  onTestFinished(() => core.close());
  const { engine } = core;
  const silent = { onProgress: () => undefined };
  const token = till.tokens.add(ALL_PERMISSIONS);
  unwrap(
    await time.run(
      engine.connections.connectTill({
        environment: 'sandbox',
        apiUrl: TILL,
        merchantId: till.merchant.id,
        token,
      }),
    ),
  );
  unwrap(await time.run(engine.connections.connectStore({ url: STORE, key, secret })));
  const startedMs = time.clock.monotonicMs();
  const plan = unwrap(await time.run(engine.plan({ choices: new Map(), ...silent })));
  unwrap(await time.run(engine.apply(plan.runId, { signal: new AbortController().signal, ...silent })));
  const differences = listDifferences({ tillService: till, storeService: store });
  return {
    virtualMs: time.clock.monotonicMs() - startedMs,
    trace,
    differences,
    tooMany: till.counters.tooMany,
  };
}

describe('under a virtual clock, without a network', () => {
  it('an import ends as on a real one, in the time the store needs, and twice the same way', {
    timeout: 60_000,
  }, async () => {
    const first = await importInVirtualTime(500);
    expect(first.differences).toEqual([]);
    expect(first.tooMany).toBe(0);
    expect(first.virtualMs).toBeGreaterThan(3_000);
    expect(first.virtualMs).toBeLessThan(6_000);
    const second = await importInVirtualTime(500);
    expect(second.trace).toEqual(first.trace);
  });
});
