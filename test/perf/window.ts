import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import preparePage from '../e2e/support/build-page.ts';
import { CHROMIUM_ARGS, findChromium } from '../e2e/support/chromium.ts';
import { take } from '../e2e/support/shop.ts';
import type { WindowProcess } from '../e2e/support/window-process.ts';
import { findProcesses, measureBundle, readCpuSeconds, readMemory } from './window-machine.ts';
import { NOTE_USABLE, scrollThrough, timeChip, timeSearch, timeSort } from './window-page.ts';
import { seedWindow } from './window-seed.ts';

// The window's figures as JSON on standard output: `node test/perf/window.ts [5000 [20000]]`. Linux, with a Chromium.

const START_RUNS = 7;
const ROUNDS = 12;
const SCROLL_MS = 10_000;
const IDLE_MS = 20_000;
const PAGE = join(import.meta.dirname, '../../out/renderer');
const SORTS = ['Name', 'SKU', 'Status', 'Till price', 'Store price', 'Last success'];
const CHIPS = ['Error', 'Conflict', 'Waiting'];
const WORDS = ['tea', 'blue', 'large', '12'];

const [small = 5_000, large = 20_000] = process.argv.slice(2).map(Number);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

await preparePage();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...CHROMIUM_ARGS],
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  const start = await measureStart(browser, small);
  const list = await measureList(browser, large);
  const bundle = { script: measureBundle(PAGE, '.js'), style: measureBundle(PAGE, '.css') };
  console.log(JSON.stringify({ chromium: browser.version(), bundle, start, list }, null, 2));
} finally {
  await browser.close();
}

/** From the start of the engine's process, and from the navigation alone, until Home shows its sentence. */
async function measureStart(from: Browser, items: number) {
  say(`Importing ${items} items ...`);
  const { server, products, close } = await seedWindow(items);
  const navigation: number[] = [];
  const process: number[] = [];
  const ready: number[] = [];
  for (let run = 0; run < START_RUNS; run += 1) {
    say(`Start ${run + 1} of ${START_RUNS} ...`);
    await server.stop();
    const startedMs = performance.now();
    await server.start();
    ready.push(performance.now() - startedMs);
    const page = await openPage(from, server);
    await page.waitForFunction(() => 'usableMs' in globalThis).catch(() => undefined);
    const usableMs = await readUsable(page);
    process.push(performance.now() - startedMs);
    navigation.push(usableMs);
    if (run === START_RUNS - 1) {
      const idle = await measureIdle(from, server);
      await page.context().close();
      await close();
      return {
        products,
        serverReadyMs: summarize(ready),
        fromNavigationMs: summarize(navigation),
        fromProcessStartMs: summarize(process),
        ...idle,
      };
    }
    await page.context().close();
  }
  throw new Error('no run');
}
