import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import preparePage from '../e2e/support/build-page.ts';
import { CHROMIUM_ARGS, findChromium } from '../e2e/support/chromium.ts';
import { take } from '../e2e/support/shop.ts';
import type { WindowProcess } from '../e2e/support/window-process.ts';
import { findProcesses, measureBundle, readCpuSeconds, readMemory } from './window-machine.ts';
import { NOTE_USABLE, readUsable, scrollThrough, timeChip, timeSearch, timeSort } from './window-page.ts';
import { seedWindow } from './window-seed.ts';
import { type Summary, summarize } from './window-summary.ts';

// The window's figures as JSON on standard output: `node test/perf/window.ts [5000 [20000]]`. Linux, with a Chromium.

const START_RUNS = 7;
const ROUNDS = 8;
const SCROLL_MS = 10_000;
const IDLE_MS = 20_000;
const SETTLE_MS = 3_000;
const PAGE = join(import.meta.dirname, '../../out/renderer');
/** The two prices are mostly the same: one after the other changes nothing. */
const SORTS = ['Name', 'Till price', 'SKU', 'Store price', 'Status', 'Last success'] as const;
const SORT_KEYS = ['name', 'sku', 'status', 'tillPrice', 'storePrice', 'lastSyncedMs'] as const;
const STATUSES = ['error', 'conflict', 'waiting'] as const;
const CHIPS = ['Error', 'Conflict', 'Waiting'] as const;
const WORDS = ['tea', 'blue', 'large', '12'] as const;

const [small = 5_000, large = 20_000] = process.argv.slice(2).map(Number);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

await preparePage();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...CHROMIUM_ARGS],
  ...(executablePath === null ? {} : { executablePath }),
});
const bundle = { script: measureBundle(PAGE, '.js'), style: measureBundle(PAGE, '.css') };
const start = await measureStart(browser, small);
const list = await measureList(browser, large);
await browser.close();
console.log(JSON.stringify({ chromium: browser.version(), bundle, start, list }, null, 2));

/** Until Home shows its sentence: from the start of the engine's process, and from the navigation alone. */
async function measureStart(from: Browser, items: number) {
  say(`Importing ${items} items ...`);
  const { server, products, close } = await seedWindow(items);
  const [ready, navigation, whole]: [number[], number[], number[]] = [[], [], []];
  for (let run = 1; run <= START_RUNS; run += 1) {
    say(`Start ${run} of ${START_RUNS} ...`);
    await server.stop();
    const startedMs = performance.now();
    await server.start();
    const readyMs = performance.now() - startedMs;
    const page = await openPage(from, server);
    const usableMs = await readUsable(page);
    ready.push(readyMs);
    navigation.push(usableMs);
    whole.push(readyMs + usableMs);
    await page.context().close();
  }
  const idle = await measureIdle(from, server);
  await close();
  return {
    products,
    serverReadyMs: summarize(ready),
    navigationToUsableMs: summarize(navigation),
    processStartToUsableMs: summarize(whole),
    ...idle,
  };
}

async function openPage(from: Browser, server: WindowProcess): Promise<Page> {
  const context = await from.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(NOTE_USABLE);
  const page = await context.newPage();
  await page.goto(server.url);
  return page;
}

/** Home is open, and nobody does anything. */
async function measureIdle(from: Browser, server: WindowProcess) {
  const page = await openPage(from, server);
  await readUsable(page);
  const pids = { server: server.pid, page: (await findProcesses(from)).get('renderer') ?? 0 };
  await sleep(SETTLE_MS);
  say(`Idle for ${IDLE_MS / 1000} s ...`);
  const before = { server: readCpuSeconds(pids.server), page: readCpuSeconds(pids.page) };
  await sleep(IDLE_MS);
  const percent = (side: 'server' | 'page'): number =>
    round(((readCpuSeconds(pids[side]) - before[side]) / (IDLE_MS / 1000)) * 100);
  const figures = {
    idleCpuPercent: { server: percent('server'), page: percent('page') },
    memory: { server: readMemory(pids.server), page: readMemory(pids.page) },
  };
  await page.context().close();
  return figures;
}

/** Filters, sorts and scrolls a long list of products. */
async function measureList(from: Browser, items: number) {
  say(`Importing ${items} items ...`);
  const { server, products, importMs, close } = await seedWindow(items);
  const page = await openPage(from, server);
  const usableMs = await readUsable(page);
  await page.getByRole('link', { name: 'Products' }).click();
  await page.getByRole('grid', { name: 'Products' }).getByRole('row').nth(1).waitFor();
  say('Sorting, filtering, searching ...');
  const engine = await timeEngine(server);
  const sort = await repeat(SORTS, (title) => timeSort(page, title));
  const filter = await repeat(CHIPS, (word) => timeChip(page, word));
  await page.getByRole('button', { name: /^Waiting/ }).click();
  const search = await repeat(WORDS, (word) => timeSearch(page, word));
  await timeSearch(page, '');
  say(`Scrolling for ${SCROLL_MS / 1000} s ...`);
  const scroll = await scrollThrough(page, SCROLL_MS);
  const renderer = (await findProcesses(from)).get('renderer') ?? 0;
  const memory = { server: readMemory(server.pid), page: readMemory(renderer) };
  await page.context().close();
  await close();
  return {
    products,
    importSeconds: round(importMs / 1000),
    navigationToUsableMs: round(usableMs),
    engineAnswerMs: engine,
    clickToRowsMs: { sort, filter, searchWithItsPause: search },
    scroll,
    memory,
  };
}

/** The same questions without a page: from the call to the engine's answer. */
async function timeEngine(server: WindowProcess): Promise<Record<'sort' | 'filter' | 'search', Summary>> {
  const bridge = await server.openBridge();
  const ask = async (input: object): Promise<number> => {
    const startedMs = performance.now();
    take(
      await bridge.ask('products:page', {
        sort: 'name',
        isDescending: false,
        limit: 200,
        offset: 0,
        ...input,
      }),
    );
    return performance.now() - startedMs;
  };
  const figures = {
    sort: await repeat(SORT_KEYS, (sort) => ask({ sort, isDescending: true })),
    filter: await repeat(STATUSES, (status) => ask({ status })),
    search: await repeat(WORDS, (search) => ask({ search })),
  };
  bridge.close();
  return figures;
}

/** Each of them in turn, several times. */
async function repeat<T>(all: readonly T[], measure: (one: T) => Promise<number>): Promise<Summary> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const one of all) times.push(await measure(one));
  return summarize(times);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
