import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCore } from '../../src-main/boot/core.ts';
import type { Engine } from '../../src-main/engine/face.ts';
import type { BenchPair, Deed, LiveOrder } from './live-practice-process.ts';

/**
 * How long a change takes from one side to the other while `run` only polls at its fastest, or (`--relay`) while
 * both sides tell the relay; and what that costs while nothing happens. The servers live in a process of their own, the engine in this one.
 */
const LATENCY_MS = 60;
const TILL_LIMIT_A_SECOND = 16;
const LONGEST_WAIT_MS = 60_000;
const DEED_GAP_MS = 1500;
/** After the import the till's newest second holds many items, and is read again for a while. */
const SETTLE_MS = 40_000;

interface Servers {
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
  readonly hub: { readonly url: string; readonly code: string };
}

interface Sample extends Deed {
  /** When the other side had the value, and when the engine had read it back; ms after the change. */
  arrivedMs: number;
  confirmedMs: number;
}

const { values: flags } = parseArgs({
  options: {
    items: { type: 'string', default: '5000' },
    deeds: { type: 'string', default: '60' },
    rest: { type: 'string', default: '60' },
    quiet: { type: 'string', default: '0' },
    poll: { type: 'string', default: '2' },
    relay: { type: 'boolean', default: false },
  },
});

const practice = fork(new URL('./live-practice-process.ts', import.meta.url));
const send = (order: LiveOrder): boolean => practice.send(order);
const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-live-'));
async function measure(items: number): Promise<void> {
  send({ kind: 'start', items, latencyMs: LATENCY_MS });
  const [servers] = (await once(practice, 'message')) as [Servers];
  const core = await openCore({
    dataDir,
    secretKey: randomBytes(32).toString('base64'),
    nativeBinding: null,
    isWriter: true,
  });
  if (!core.ok) throw new Error(core.failure.code);
  const { engine } = core.value;
  await importAll(engine, servers);
  const pairs = await listPairs(engine);
  const stop = new AbortController();
  const passes: { endedMs: number; ms: number }[] = [];
  const running = engine.sync.run({
    signal: stop.signal,
    onEvent: (event) => {
      if (event.kind === 'synced') passes.push({ endedMs: performance.now(), ms: event.result.ms });
      if (event.kind === 'side' && event.failure) console.log(`  ${event.side}: ${event.failure.code}`);
    },
  });
  await sleep(SETTLE_MS);
  await tellRest(servers, Number(flags.rest), 'at rest');
  const passTimes = passes.slice(1).map(({ ms }) => ms);
  console.log(`  a look at rest takes ${sayTimes(passTimes)}, every ${engine.sync.state().everySeconds} s`);
  if (Number(flags.quiet) > 0) {
    await sleep(Number(flags.quiet) * 1000);
    await tellRest(servers, Number(flags.rest), `after ${flags.quiet} s more of quiet`);
    console.log(`  every ${engine.sync.state().everySeconds} s`);
  }
  tellSamples(items, await carryOutDeeds(pairs, passes));
  if (flags.relay) await tellHinted(engine, servers);
  stop.abort();
  await running;
  await core.value.close();
}

async function importAll(engine: Engine, { till, store, hub }: Servers): Promise<void> {
  const { url: apiUrl, merchant: merchantId, token } = till;
  unwrap(await engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token }));
  unwrap(await engine.connections.connectStore(store));
  unwrap(engine.settings.set({ 'import.status': 'publish', 'poll.fastestSeconds': flags.poll }));
  const silent = { onProgress: () => undefined };
  const plan = unwrap(await engine.plan({ choices: new Map(), ...silent }));
  const { signal } = new AbortController();
  unwrap(await engine.apply(plan.runId, { signal, ...silent }));
  unwrap(await engine.sync.once({ full: false, signal }));
  if (flags.relay) unwrap(await engine.hub.connect({ ...hub, deviceName: 'bench' }));
}

/** Trusted once both sides have told of something: rest is cheap only then. */
async function tellHinted(engine: Engine, servers: Servers): Promise<void> {
  console.log(`hints ${engine.hub.state().isHinted ? 'flow' : 'do not flow'}`);
  await tellRest(servers, Number(flags.rest), 'at rest while hints flow');
}

/** Counted products without variants, spread over the whole catalog. */
async function listPairs(engine: Engine): Promise<BenchPair[]> {
  const pairs = engine
    .links({ limit: 100_000, offset: 0 })
    .filter(({ kind, groupId, wooId }) => kind === 'product' && groupId === null && wooId !== null)
    .map(({ cloverId, wooId }) => ({ cloverId, wooId: Number(wooId) }));
  send({ kind: 'pairs', pairs });
  const [answer] = (await once(practice, 'message')) as [{ readonly pairs: BenchPair[] }];
  return answer.pairs;
}

async function tellRest({ till, store }: Servers, seconds: number, when: string): Promise<void> {
  await callDesk(till.url, till.token, 'POST', 'counters/reset');
  await callDesk(store.url, store.secret, 'POST', 'counters/reset');
  const cpuBefore = process.cpuUsage();
  await sleep(seconds * 1000);
  const cpu = process.cpuUsage(cpuBefore);
  const atTill = await callDesk(till.url, till.token, 'GET', 'counters');
  const atStore = await callDesk(store.url, store.secret, 'GET', 'counters');
  const [tillRequests, storeRequests] = [sum(atTill.requests), sum(atStore.requests)];
  const share = (100 * tillRequests) / (seconds * TILL_LIMIT_A_SECOND);
  const busy = (cpu.user + cpu.system) / (seconds * 10_000);
  console.log(
    `${when}, a minute: till ${perMinute(tillRequests, seconds)} requests (${share.toFixed(1)} % of its limit, ` +
      `429: ${atTill.tooMany}), store ${perMinute(storeRequests, seconds)}; processor ${busy.toFixed(1)} % of a core`,
  );
  for (const [route, count] of Object.entries({ ...atTill.requests, ...atStore.requests }))
    console.log(`    ${perMinute(count, seconds)} ${route}`);
}

async function carryOutDeeds(
  pairs: readonly BenchPair[],
  passes: readonly { readonly endedMs: number }[],
): Promise<Sample[]> {
  const samples = new Map<number, Sample & { startedMs: number }>();
  const arrived: Sample[] = [];
  practice.on('message', (message: { kind?: string; id?: number; ms?: number }) => {
    const sample = message.kind === 'arrived' ? samples.get(message.id ?? -1) : undefined;
    if (!sample) return;
    sample.arrivedMs = message.ms ?? Number.NaN;
    arrived.push(sample);
  });
  const deeds = Number(flags.deeds);
  for (let id = 0; id < deeds; id += 1) {
    const pair = pairs[Math.floor((id * pairs.length) / deeds)];
    if (!pair) throw new Error('no counted products');
    const what = (['price', 'sale', 'price', 'recount'] as const)[id % 4] ?? 'price';
    const deed: Deed = { ...pair, id, what, side: id % 8 < 4 ? 'till' : 'store' };
    samples.set(id, {
      ...deed,
      startedMs: performance.now(),
      arrivedMs: Number.NaN,
      confirmedMs: Number.NaN,
    });
    send({ kind: 'deed', deed });
    await sleep(DEED_GAP_MS * (0.5 + Math.random()));
  }
  const deadlineMs = performance.now() + LONGEST_WAIT_MS;
  while (arrived.length < deeds && performance.now() < deadlineMs) await sleep(100);
  await sleep(5000);
  for (const sample of samples.values()) {
    const atMs = sample.startedMs + sample.arrivedMs;
    const pass = passes.find(({ endedMs }) => endedMs >= atMs);
    if (pass) sample.confirmedMs = pass.endedMs - sample.startedMs;
  }
  return [...samples.values()];
}

function tellSamples(items: number, samples: readonly Sample[]): void {
  console.log(
    `${items.toLocaleString('en')} items | changes | there p50 | p95 | worst | confirmed p50 | p95 | lost`,
  );
  for (const side of ['till', 'store'] as const)
    for (const what of ['price', 'sale', 'recount', 'all'] as const) {
      const these = samples.filter(
        (sample) => sample.side === side && (what === 'all' || sample.what === what),
      );
      const there = these.map(({ arrivedMs }) => arrivedMs).filter(Number.isFinite);
      const confirmed = these.map(({ confirmedMs }) => confirmedMs).filter(Number.isFinite);
      const cells = [
        these.length,
        ...[0.5, 0.95, 1].map((part) => seconds(pickQuantile(there, part))),
        ...[0.5, 0.95].map((part) => seconds(pickQuantile(confirmed, part))),
        these.length - there.length,
      ];
      console.log(`  ${side} -> other, ${what} | ${cells.join(' | ')}`);
    }
}

interface Counters {
  readonly requests: Readonly<Record<string, number>>;
  readonly tooMany?: number;
}

async function callDesk(url: string, key: string, method: string, path: string): Promise<Counters> {
  const response = await fetch(`${url}/practice/${path}`, { method, headers: { 'x-practice-key': key } });
  return (await response.json()) as Counters;
}

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, delayMs));
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const perMinute = (count: number, overSeconds: number): number => Math.round((60 * count) / overSeconds);
const sum = (requests: Counters['requests']): number =>
  Object.values(requests).reduce((total, count) => total + count, 0);
const sayTimes = (times: readonly number[]): string =>
  `${seconds(pickQuantile(times, 0.5))} (p95 ${seconds(pickQuantile(times, 0.95))})`;

function pickQuantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

function unwrap<T>(attempt: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (attempt.ok) return attempt.value;
  throw new Error(attempt.failure.code);
}

try {
  await measure(Number(flags.items));
} finally {
  practice.disconnect();
  rmSync(dataDir, { recursive: true, force: true });
}
