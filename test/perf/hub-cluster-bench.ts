import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClusterWorld } from '../support/cluster-world.ts';
import { startFollowingPc } from '../support/following-pc.ts';
import { startHubProcess } from '../support/hub-process.ts';
import { readMetric } from '../support/hub-world.ts';
import type { MadeShop } from '../support/make-shops.ts';
import { hasPostgres } from '../support/postgres-server.ts';
import { sayQuantile, sendSteadily, sleep } from './hub-load.ts';
import { listTree } from './process-tree.ts';

const SENDERS = 64;
const CONNECTING_AT_ONCE = 50;

/** A hub to be measured, however many processes it is. */
interface Measured {
  readonly name: string;
  readonly urls: readonly string[];
  readonly shops: readonly MadeShop[];
  /** Its processes, and those of its database. */
  readonly pids: readonly number[];
  readonly databasePids: () => readonly number[];
  end(): Promise<void>;
}

/** What one hub comes to, beside the others: a file, then one to three nodes on a database of the same machine. */
export async function runClusterBench(scale: number): Promise<void> {
  const sockets = Math.round(3_000 * scale);
  const perSecond = Math.round(300 * scale);
  const figures: Figures[] = [];
  console.log(
    `| hub | ingest/s | p50 | p95 | p99 | in a commit | µs of the hub | of the database | told p50 | p95 | p99 | KiB a socket |`,
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
  const openers = [
    () => openFile(sockets),
    ...(hasPostgres() ? [1, 2, 3].map((nodes) => () => openNodes(nodes, sockets)) : []),
  ];
  for (const open of openers) {
    const hub = await open();
    try {
      await warmUp(hub, 4_000 * scale);
      const measured = {
        ...(await measureLatency(hub, perSecond)),
        ...(await measureIngest(hub, 5_000 * scale)),
      };
      figures.push({ name: hub.name, ...measured });
      console.log(`| ${writeRow(hub.name, measured).join(' | ')} |`);
    } finally {
      await hub.end();
    }
  }
  console.log(
    `(${sockets} sockets, ${perSecond} deliveries a second; senders, PCs and database on this machine)`,
  );
  for (const each of figures) console.log(sayArithmetic(each));
}

interface Ingest {
  readonly perSecond: number;
  readonly refused: number;
  readonly answeredMs: readonly number[];
  readonly inCommit: number;
  readonly hubUs: number;
  readonly databaseUs: number;
}

interface Latency {
  readonly toldMs: readonly number[];
  readonly missing: number;
  /** Null where there were too few to tell them from what a process takes anyway. */
  readonly socketKiB: number | null;
}

const FEWEST_SOCKETS = 1_000;
const sayKiB = ({ socketKiB }: Latency): string => socketKiB?.toFixed(1) ?? '-';

type Figures = { readonly name: string } & Ingest & Latency;

const QUANTILES = [0.5, 0.95, 0.99];

const writeRow = (name: string, measured: Ingest & Latency): string[] => [
  name,
  `${Math.round(measured.perSecond)}${measured.refused > 0 ? ` (${measured.refused} refused)` : ''}`,
  ...QUANTILES.map((quantile) => `${sayQuantile(measured.answeredMs, quantile)} ms`),
  measured.inCommit.toFixed(1),
  measured.hubUs.toFixed(0),
  measured.databaseUs.toFixed(0),
  ...QUANTILES.map((quantile) => `${sayQuantile(measured.toldMs, quantile)} ms`),
  `${sayKiB(measured)}${measured.missing > 0 ? ` (${measured.missing} not told)` : ''}`,
];

/** Deliveries a second of 100,000 shops in the peak minute of a day (design/hub.md 3.5). */
const PEAKS = { typical: 8_917, busy: 25_000 };

/** What 100,000 shops come to with the figures of one line. */
function sayArithmetic({ name, hubUs, databaseUs, inCommit, socketKiB }: Figures): string {
  const cores = (perSecond: number, us: number): string => ((perSecond * us) / 1_000_000).toFixed(1);
  const peaks = Object.entries(PEAKS).map(
    ([day, perSecond]) =>
      `${day} peak minute ${perSecond}/s = ${cores(perSecond, hubUs)} cores of hub, ${cores(perSecond, databaseUs)} of database, ${Math.round(perSecond / inCommit)} commits/s`,
  );
  return `100,000 shops by ${name}: ${peaks.join('; ')}${socketKiB === null ? '' : `; sockets ${((100_000 * socketKiB) / 1024 / 1024).toFixed(2)} GiB`}`;
}

async function openFile(count: number): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-hub-bench-'));
  const hub = await startHubProcess({ dataDir, shops: count });
  return {
    name: 'one process, a file',
    urls: [hub.said.url],
    shops: hub.said.shops,
    pids: [hub.child.pid ?? 0],
    databasePids: () => [],
    end: async () => {
      await hub.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openNodes(nodes: number, shops: number): Promise<Measured> {
  const world = await startClusterWorld({ nodes, shops, isDirect: true });
  return {
    name: `${nodes} ${nodes === 1 ? 'node' : 'nodes'}, PostgreSQL`,
    urls: world.nodes.map(({ url }) => url),
    shops: world.shops,
    pids: world.nodes.map((node) => node.pid()),
    databasePids: () => listTree(world.database.pid()),
    end: world.end,
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
/** Never the same twice: a delivery that was taken before is not told again. */
let nextId = 1;

/** Resolves to whether it was answered 200. */
function deliver({ urls, shops }: Measured, id: number, shop = shops[id % shops.length]): Promise<boolean> {
  const body = `{"id":${id},"name":"${'x'.repeat(1200)}"}`;
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-resource': 'product',
    'x-wc-webhook-delivery-id': `d${id}`,
    'x-wc-webhook-signature': createHmac('sha256', shop?.secret ?? '')
      .update(body)
      .digest('base64'),
  };
  const url = `${urls[id % urls.length]}/v1/hooks/woo/${shop?.shopId}`;
  return new Promise((resolve) => {
    const call = request(url, { agent, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200));
    });
    call.on('error', () => resolve(false));
    call.end(body);
  });
}

async function sumMetric({ urls }: Measured, name: string): Promise<number> {
  const values = await Promise.all(urls.map((url) => readMetric(url, name)));
  return values.reduce((sum, value) => sum + value, 0);
}

/** Linux counts in hundredths of a second. */
const TICK_US = 10_000;

/** What processes have used of the processor, whoever else used it. */
function readBusyUs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_US;
  }, 0);
}

/** So that no line measures the compiling of its code. */
async function warmUp(hub: Measured, deliveries: number): Promise<void> {
  let left = deliveries;
  const one = async (): Promise<void> => {
    for (; left > 0; left -= 1) {
      nextId += 1;
      await deliver(hub, nextId);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, one));
}

/** Verified deliveries on disk, from as many senders at once. */
async function measureIngest(hub: Measured, forMs: number): Promise<Ingest> {
  const answeredMs: number[] = [];
  let refused = 0;
  const before = await sumMetric(hub, 'hub_log_commits');
  const busy = { hub: readBusyUs(hub.pids), database: readBusyUs(hub.databasePids()) };
  const sinceMs = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() - sinceMs < forMs) {
      const atMs = performance.now();
      nextId += 1;
      if (await deliver(hub, nextId)) answeredMs.push(performance.now() - atMs);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, one));
  const seconds = (performance.now() - sinceMs) / 1000;
  const count = answeredMs.length;
  return {
    perSecond: count / seconds,
    ...{ refused, answeredMs },
    hubUs: (readBusyUs(hub.pids) - busy.hub) / count,
    databaseUs: (readBusyUs(hub.databasePids()) - busy.database) / count,
    inCommit: count / ((await sumMetric(hub, 'hub_log_commits')) - before),
  };
}

/** From the sending of a delivery to its hint at the PC, and what an idle socket costs. */
async function measureLatency(hub: Measured, perSecond: number): Promise<Latency> {
  const sentMs = new Map<string, number>();
  const toldMs: number[] = [];
  const memory = await sumMetric(hub, 'hub_memory_bytes');
  const watcher = {
    onHint: (_shop: MadeShop, { key }: { readonly key: string }): void => {
      const atMs = sentMs.get(key);
      if (atMs !== undefined) toldMs.push(performance.now() - atMs);
    },
    onResync: () => undefined,
  };
  let turn = 0;
  const findHome = (): string => {
    turn += 1;
    return hub.urls[turn % hub.urls.length] ?? '';
  };
  const pcs = [];
  for (const shop of hub.shops) {
    pcs.push(startFollowingPc(shop, shop.token, findHome, watcher, false, 15_000));
    if (pcs.length % CONNECTING_AT_ONCE === 0) await sleep(100);
  }
  while (pcs.some((pc) => pc.readAddress() === null)) await sleep(100);
  await sleep(3_000);
  const grown = (await sumMetric(hub, 'hub_memory_bytes')) - memory;
  const socketKiB = pcs.length < FEWEST_SOCKETS ? null : grown / pcs.length / 1024;
  const firstId = nextId + 1;
  await sendSteadily(perSecond, 8_000, (number) => {
    const id = firstId + number;
    nextId = id;
    sentMs.set(`product:${id}`, performance.now());
    void deliver(hub, id, hub.shops[(id * 7919) % hub.shops.length]);
  });
  await sleep(2_000);
  for (const pc of pcs) pc.stop();
  return { toldMs, missing: sentMs.size - toldMs.length, socketKiB };
}
