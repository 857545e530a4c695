import { loadavg } from 'node:os';
import type { HubFrame } from '../../src-hub/protocol/frames.ts';
import type { MadeShop } from '../support/make-shops.ts';
import { CONNECTIONS, withHub } from './hub-bench-world.ts';
import { runClusterBench } from './hub-cluster-bench.ts';
import { connectAll, sayQuantile, sendSteadily, sleep } from './hub-load.ts';
import { runPermitBench } from './hub-permits-bench.ts';
import { runSlowBench } from './hub-slow-bench.ts';
import { runSmallBench } from './hub-small-bench.ts';
import { runStalledBench } from './hub-stalled-bench.ts';

/** Each figure with what was aimed at (design/hub.md 3.7); the hub runs in one process, the driver in another. */
const BENCHES = {
  ...{ ingest, latency, overload, isolation },
  stalled: runStalledBench,
  slow: runSlowBench,
  permits: runPermitBench,
  small: runSmallBench,
  cluster: runClusterBench,
} as const;
type BenchName = keyof typeof BENCHES;

/** `npm run bench -- hub [ingest | latency | overload | isolation | stalled | slow | permits | small | cluster] [scale]`; scale 1 is what was aimed at. */
export async function runHubBenches(name = 'all', scale = 1): Promise<void> {
  const names = Object.keys(BENCHES) as BenchName[];
  for (const each of names.filter((candidate) => name === 'all' || candidate === name)) {
    const load = loadavg()[0]?.toFixed(1);
    await BENCHES[each](scale);
    console.log(`  (load of the machine before: ${load})`);
  }
}

/** How many verified deliveries a second are on disk, from as many senders at once. */
async function ingest(scale: number): Promise<void> {
  await withHub({ shops: 100 }, async ({ senders, shops, readMetric }) => {
    const timesMs: number[] = [];
    const forMs = 5_000 * scale;
    const sinceMs = performance.now();
    let id = 0;
    const one = async (): Promise<void> => {
      while (performance.now() - sinceMs < forMs) {
        id += 1;
        const atMs = performance.now();
        const shop = shops[id % shops.length];
        if (shop) await senders.sendWoo(shop, id % 100_000);
        timesMs.push(performance.now() - atMs);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, one));
    const seconds = (performance.now() - sinceMs) / 1000;
    const commits = await readMetric('hub_log_commits');
    console.log(
      `durable ingest: ${Math.round(timesMs.length / seconds)} deliveries/s, p50 ${sayQuantile(timesMs, 0.5)} ms, p99 ${sayQuantile(timesMs, 0.99)} ms, ${(timesMs.length / commits).toFixed(1)} in a commit`,
    );
  });
}

/** H2: from the sending of a delivery to its hint at the PC, under so many a second with so many sockets. */
async function latency(scale: number): Promise<void> {
  const sockets = Math.round(10_000 * scale);
  const perSecond = Math.round(1_000 * scale);
  await withHub({ shops: sockets }, async ({ hub, senders, shops, readMetric }) => {
    const before = await readMetric('hub_memory_bytes');
    const sentMs = new Map<string, number>();
    const timesMs: number[] = [];
    await connectAll(hub.said, shops, (_shop, frame) => {
      if (frame.type === 'hint') timesMs.push(performance.now() - (sentMs.get(frame.key) ?? 0));
    });
    await sleep(3_000);
    const perSocket = ((await readMetric('hub_memory_bytes')) - before) / sockets / 1024;
    const statuses = new Map<number, number>();
    await sendSteadily(perSecond, 8_000, (number) => {
      const shop = shops[(number * 7919) % shops.length];
      if (!shop) return;
      sentMs.set(`product:${number + 1}`, performance.now());
      void senders
        .sendWoo(shop, number + 1)
        .then((status) => statuses.set(status, (statuses.get(status) ?? 0) + 1));
    });
    await senders.idle();
    await sleep(1_500);
    console.log(
      `delivery sent -> PC told, ${perSecond}/s, ${sockets} sockets: p50 ${sayQuantile(timesMs, 0.5)} ms, p95 ${sayQuantile(timesMs, 0.95)} ms (aim < 100), p99 ${sayQuantile(timesMs, 0.99)} ms (aim < 250); ${timesMs.length} of ${sentMs.size} told, answers ${sayStatuses(statuses)}`,
    );
    console.log(`  memory for an idle socket: ${perSocket.toFixed(1)} KiB`);
  });
}

/** H5: three times what a sender may; nothing but 200, and every PC converges after. */
async function overload(scale: number): Promise<void> {
  const rated = Math.round(300 * scale);
  await withHub({ shops: 50, sourceRate: rated }, async ({ hub, senders, shops, readMetric }) => {
    const told = new Map<string, { resyncs: number; hints: number }>();
    const note = (shop: MadeShop, frame: HubFrame): void => {
      const own = told.get(shop.shopId) ?? { resyncs: 0, hints: 0 };
      told.set(shop.shopId, own);
      if (frame.type === 'resync') own.resyncs += 1;
      if (frame.type === 'hint') own.hints += 1;
    };
    await connectAll(hub.said, shops, note);
    const statuses = new Map<number, number>();
    let sent = 0;
    await sendSteadily(3 * rated, 12_000, (number) => {
      const shop = shops[number % shops.length];
      if (!shop) return;
      sent += 1;
      void senders
        .sendWoo(shop, number + 1)
        .then((status) => statuses.set(status, (statuses.get(status) ?? 0) + 1));
    });
    await senders.idle();
    await sleep(1_000);
    const waiting = await readMetric('hub_waiting_rows');
    const all = [...told.values()];
    const hints = all.reduce((total, { hints: count }) => total + count, 0);
    const resyncs = all.reduce((total, { resyncs: count }) => total + count, 0);
    console.log(
      `overload, 3 x ${rated}/s for 12 s: ${sent} sent, answers ${sayStatuses(statuses)} (aim: 200 alone); ${hints} hints, ${resyncs} resyncs told to ${all.length} PCs, ${waiting} rows wait after`,
    );
  });
}

/** H4: a million hints to a hundred tenants; each says whose it is. */
async function isolation(scale: number): Promise<void> {
  const frames = Math.round(1_000_000 * scale);
  const perShop = 25; // a delivery to all stays under the longest body
  await withHub({ shops: 100 }, async ({ hub, senders, shops }) => {
    let seen = 0;
    let wrong = 0;
    await connectAll(hub.said, shops, (shop, frame) => {
      if (frame.type !== 'hint') return;
      seen += 1;
      if (!frame.key.startsWith(`I:${shop.merchantId}-`)) wrong += 1;
    });
    const sinceMs = performance.now();
    let sent = 0;
    while (sent < frames) {
      const at = sent;
      const byMerchant = shops.map(({ merchantId }) => [
        merchantId,
        Array.from({ length: perShop }, (_, number) => `I:${merchantId}-${at + number}`),
      ]);
      const status = await senders.sendClover(Object.fromEntries(byMerchant));
      if (status !== 200) throw new Error(`the hub answered ${status}`);
      sent += perShop * shops.length;
      while (sent - seen > 50_000) await sleep(5);
    }
    while (seen < sent) await sleep(20);
    const seconds = (performance.now() - sinceMs) / 1000;
    console.log(
      `isolation: ${seen} frames to 100 tenants in ${seconds.toFixed(0)} s (${Math.round(seen / seconds)}/s), ${wrong} to the wrong one (aim 0)`,
    );
  });
}

const sayStatuses = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
