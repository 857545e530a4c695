import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findElectron } from '../../src-main/headless/electron-app.ts';
import buildDesktop from '../e2e/electron/support/build-desktop.ts';
import {
  type Home,
  listArgs,
  listEnv,
  makeHome,
  ROOT,
  startDesktop,
} from '../e2e/electron/support/desktop.ts';
import { openSession, type Session } from '../e2e/electron/support/session.ts';
import preparePage from '../e2e/support/build-page.ts';
import type { connectShop } from '../e2e/support/shop.ts';
import { buildPlainApp } from './electron-plain.ts';
import { listTree } from './process-tree.ts';
import { readCpuSeconds, readMemory } from './window-machine.ts';
import { summarize } from './window-summary.ts';

// The desktop app's figures as JSON on standard output: `node test/perf/electron.ts [5000] [--settle SECONDS]`. Linux,
// with an Electron. At rest is measured so long after the start: for the first half minute it compares both sides.

const START_RUNS = 7;
const SETTLE_S = '60';
const IDLE_MS = 30_000;
const LONGEST_START_MS = 60_000;
const USABLE = join(import.meta.dirname, 'electron-usable.cjs');
const HOME_SENTENCE = 'in step|need[s]? you|could not be brought';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { settle: { type: 'string', default: SETTLE_S } },
});
const [items = 5_000] = positionals.map(Number);
const settleMs = Number(values.settle) * 1000;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const program = findElectron(ROOT, process);
if (program === null) throw new Error('There is no Electron here.');
await preparePage();
buildDesktop();
const session = await openSession();
const home = makeHome();
const plainDir = mkdtempSync(join(tmpdir(), 'tillbridge-plain-'));
buildPlainApp(plainDir, ROOT);
const closePractice = await seed(session, home, items);

// By turns, so that a busy minute of this computer is not one app's alone.
const oursMs: number[] = [];
const plainMs: number[] = [];
for (let run = 1; run <= START_RUNS; run += 1) {
  say(`Start ${run} of ${START_RUNS} ...`);
  oursMs.push(await timeStart(startOurs));
  plainMs.push(await timeStart(startPlain));
}
say(`Nobody does anything for ${settleMs / 1000} s, and then for ${IDLE_MS / 1000} s, three times ...`);
const figures = {
  electron: readFileSync(join(program, '..', 'version'), 'utf8').trim(),
  items,
  tillbridge: { startToUsableMs: summarize(oursMs), ...(await measureIdle(startOurs)) },
  tillbridgeHidden: await measureIdle(startHidden),
  plain: { startToUsableMs: summarize(plainMs), ...(await measureIdle(startPlain)) },
};
console.log(JSON.stringify(figures, null, 2));
closePractice();
home.remove();
rmSync(plainDir, { recursive: true, force: true });
await session.close();

/** Imports a generated catalog from practice servers in a process of their own. */
async function seed(from: Session, into: Home, count: number): Promise<() => void> {
  say(`Importing ${count} items ...`);
  const practice = fork(new URL('./practice-process.ts', import.meta.url));
  practice.send({ items: count, work: 'none', latencyMs: 0 });
  const [shop] = (await once(practice, 'message')) as [Parameters<typeof connectShop>[1]];
  const { url: apiUrl, merchant: merchantId, token } = shop.till;
  const { call, quit } = await startDesktop(from, into);
  await call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token });
  await call('store:connect', shop.store);
  const { runId, brake } = await call('plan:make', { choices: [] });
  if (brake) await call('run:approve', { runId });
  await call('run:apply', { runId });
  await quit();
  return () => practice.disconnect();
}

function startOurs(): ChildProcess {
  return startApp(listArgs(home), listEnv(session, home, { TILLBRIDGE_USABLE: HOME_SENTENCE }));
}

function startHidden(): ChildProcess {
  return startApp(listArgs(home, ['--hidden']), listEnv(session, home, { TILLBRIDGE_USABLE: HOME_SENTENCE }));
}

function startPlain(): ChildProcess {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), plainDir];
  return startApp(args, { ...listEnv(session, home), TILLBRIDGE_USABLE: HOME_SENTENCE });
}

function startApp(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(program ?? '', ['-r', USABLE, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** From the start of a cold process to the first frame with what it is for. */
async function timeStart(start: () => ChildProcess): Promise<number> {
  const startMs = performance.now();
  const child = start();
  await waitUntilUsable(child);
  const tookMs = performance.now() - startMs;
  await end(child);
  return tookMs;
}

function waitUntilUsable(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => reject(new Error('The window did not become usable.')),
      LONGEST_START_MS,
    );
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('usable')) return;
      clearTimeout(patience);
      resolve();
    });
  });
}

/** Of all processes of the app, while nobody does anything. */
async function measureIdle(start: () => ChildProcess) {
  const child = start();
  if (start !== startHidden) await waitUntilUsable(child);
  await sleep(settleMs);
  const sumCpu = (): number => listTree(child.pid ?? 0).reduce((sum, pid) => sum + readCpuSeconds(pid), 0);
  const before = sumCpu();
  await sleep(IDLE_MS);
  const idleCpuPercent = Math.round(((sumCpu() - before) / (IDLE_MS / 1000)) * 10_000) / 100;
  const pids = listTree(child.pid ?? 0);
  const byKind = Object.fromEntries(pids.map((pid) => [`${readKind(pid)} ${pid}`, readMemory(pid).pssMiB]));
  const pssMiB = Object.values(byKind).reduce((sum, each) => sum + each, 0);
  await end(child);
  return { processes: pids.length, idleCpuPercent, pssMiB, byKind };
}

/** What a process of Electron is for. */
function readKind(pid: number): string {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return /--type=([\w-]+)/.exec(args)?.[1] ?? 'main';
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
