import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogFacts } from '../../src-practice/catalogs/facts.ts';
import type { Report } from './engine-process.ts';
import { type CatalogSize, countLeastRequests } from './least-possible.ts';

const LATENCY_MS = 60;
const STORE_WORKERS = 2;
const NAMES = { import: ', unchanged again', loss: ', linked again after the data was lost' } as const;

export interface BenchCase {
  readonly items: number;
  readonly work: 'none' | 'measured';
  /** What the reported import finds on both sides, unchanged: one of before, whose data is there or all lost. */
  readonly after?: 'import' | 'loss';
}

export interface BenchResult extends Report {
  readonly name: string;
  readonly isWorking: boolean;
  /** The store's modelled work divided by its workers, ms; 0 for a store that answers at once. */
  readonly storeWorkMs: number;
  readonly requests: number;
  readonly writes: number;
  readonly leastRequests: number;
  readonly tooMany: number;
  readonly maxInFlight: number;
}

interface Servers {
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
  readonly facts: CatalogFacts;
}

interface Counters {
  readonly requests: Readonly<Record<string, number>>;
  readonly workMs?: number;
  readonly tooMany?: number;
  readonly maxInFlight?: number;
}

/** Runs one import between practice servers in a process of their own and an engine in another. */
export async function runBenchCase(bench: BenchCase): Promise<BenchResult> {
  const practice = fork(new URL('./practice-process.ts', import.meta.url));
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-bench-'));
  const secretKey = randomBytes(32).toString('base64');
  try {
    practice.send({ items: bench.items, work: bench.work, latencyMs: LATENCY_MS });
    const [servers] = (await once(practice, 'message')) as [Servers];
    const order = { dataDir, secretKey, till: servers.till, store: servers.store };
    if (bench.after !== undefined) await runEngine(order, servers);
    if (bench.after === 'loss') rmSync(dataDir, { recursive: true });
    const report = await runEngine(order, servers);
    const till = await callDesk<Counters>(servers.till.url, servers.till.token, 'GET', 'counters');
    const store = await callDesk<Counters>(servers.store.url, servers.store.secret, 'GET', 'counters');
    const least = countLeastRequests(describeSize(servers.facts, bench.after !== undefined));
    return {
      ...report,
      name: `${bench.items.toLocaleString('en')} items${bench.after === undefined ? '' : NAMES[bench.after]}`,
      isWorking: bench.work === 'measured',
      storeWorkMs: (store.workMs ?? 0) / STORE_WORKERS,
      requests: sum(till.requests) + sum(store.requests),
      writes: countWrites(till.requests) + countWrites(store.requests),
      leastRequests: least.reads + least.writes,
      tooMany: till.tooMany ?? 0,
      maxInFlight: till.maxInFlight ?? 0,
    };
  } finally {
    practice.disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Connecting is not part of the figure: the counters start after it. */
async function runEngine(order: object, servers: Servers): Promise<Report> {
  const engine = fork(new URL('./engine-process.ts', import.meta.url));
  const failed = once(engine, 'exit').then(([code]) =>
    Promise.reject(new Error(`the engine ended with ${code}`)),
  );
  engine.send(order);
  await Promise.race([once(engine, 'message'), failed]);
  await callDesk(servers.till.url, servers.till.token, 'POST', 'counters/reset');
  await callDesk(servers.store.url, servers.store.secret, 'POST', 'counters/reset');
  engine.send('go');
  const report = await Promise.race([readReport(engine), failed]);
  failed.catch(() => undefined);
  engine.disconnect();
  return report;
}

const readReport = async (engine: ChildProcess): Promise<Report> => {
  const [report] = (await once(engine, 'message')) as [Report];
  return report;
};

async function callDesk<T>(url: string, key: string, method: string, path: string): Promise<T> {
  const response = await fetch(`${url}/practice/${path}`, { method, headers: { 'x-practice-key': key } });
  return (await response.json()) as T;
}

function describeSize(facts: CatalogFacts, isAgain: boolean): CatalogSize {
  const simple = facts.items - facts.groupedItems;
  const all = {
    products: simple + facts.itemGroups,
    variations: facts.groupedItems,
    categories: facts.categories + 1,
  };
  return {
    items: facts.items,
    categories: facts.categories,
    modifierGroups: facts.modifierGroups,
    itemGroups: facts.itemGroups,
    attributes: facts.itemGroups,
    simpleProducts: simple,
    variableProducts: facts.itemGroups,
    inStore: isAgain ? all : { products: 0, variations: 0, categories: 1 },
    writes: isAgain
      ? { products: 0, variableProducts: 0, categories: 0 }
      : { products: all.products, variableProducts: facts.itemGroups, categories: facts.categories },
  };
}

const sum = (requests: Counters['requests']): number =>
  Object.values(requests).reduce((total, count) => total + count, 0);

const countWrites = (requests: Counters['requests']): number =>
  Object.entries(requests).reduce(
    (total, [route, count]) => total + (/^(GET|HEAD) /.test(route) ? 0 : count),
    0,
  );
