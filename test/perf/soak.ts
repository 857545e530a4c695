import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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
import { listTree } from './process-tree.ts';
import { readMemory } from './window-machine.ts';

// Whether the desktop app's memory stays flat in a busy shop: `node test/perf/soak.ts [minutes] [speed]`, JSON on
// standard output. The shop is a process of its own, so its memory is not counted. Linux, with an Electron.

const SAMPLE_MS = 15_000;
const [minutes = 30, speed = 20] = process.argv.slice(2).map(Number);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const program = findElectron(ROOT, process);
if (program === null) throw new Error('There is no Electron here.');
await preparePage();
buildDesktop();
const session = await openSession();
const home = makeHome();
const shop = fork(new URL('./soak-practice.ts', import.meta.url));
await connect(session, home);

let done: unknown = null;
shop.on('message', (message) => {
  done = message;
});
shop.send('work');
const app = spawn(program, listArgs(home), { env: listEnv(session, home), stdio: 'ignore' });
const samples = await watch(app);
const ended = once(app, 'exit');
app.kill('SIGTERM');
await ended;
shop.disconnect();
home.remove();
await session.close();
console.log(JSON.stringify({ minutes, speed, done, ...judge(samples), samplesMiB: samples }, null, 2));

/** Connects the app, imports the menu, and lets it look as often as it may. */
async function connect(from: Session, into: Home): Promise<void> {
  shop.send({ speed });
  const [{ till, store }] = (await once(shop, 'message')) as [Parameters<typeof connectShop>[1]];
  const { url: apiUrl, merchant: merchantId, token } = till;
  const { call, quit } = await startDesktop(from, into);
  await call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token });
  await call('store:connect', store);
  await call('settings:set', { values: { 'poll.fastestSeconds': '2', 'poll.hours': 'always' } });
  const { runId, brake } = await call('plan:make', { choices: [] });
  if (brake) await call('run:approve', { runId });
  await call('run:apply', { runId });
  await quit();
}

/** Megabytes that all processes of the app hold, shared pages by their share, every quarter of a minute. */
async function watch({ pid = 0 }: ChildProcess): Promise<number[]> {
  const samples: number[] = [];
  const count = (minutes * 60_000) / SAMPLE_MS;
  for (let at = 0; at < count; at += 1) {
    await sleep(SAMPLE_MS);
    const parts = readParts(pid);
    samples.push([...parts.values()].reduce((sum, each) => sum + each, 0));
    if (at % 4 === 3)
      say(
        `${(at + 1) / 4} min: ${JSON.stringify(Object.fromEntries(parts))} MiB, done ${JSON.stringify(done)}`,
      );
  }
  return samples;
}

/** Megabytes by what a process does: `main`, `renderer`, `gpu-process`, ... */
function readParts(pid: number): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const each of listTree(pid)) {
    const line = readFileSync(`/proc/${each}/cmdline`, 'utf8');
    const kind = /--type=([a-z-]+)/.exec(line)?.[1] ?? 'main';
    parts.set(kind, (parts.get(kind) ?? 0) + readMemory(each).pssMiB);
  }
  return parts;
}

/** The last third against the one before: the first is warming up. */
function judge(samples: readonly number[]) {
  const third = Math.floor(samples.length / 3);
  const mean = (part: readonly number[]): number => part.reduce((sum, each) => sum + each, 0) / part.length;
  const middle = mean(samples.slice(third, 2 * third));
  const last = mean(samples.slice(2 * third));
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    middleMiB: round(middle),
    lastMiB: round(last),
    changePercent: round((last / middle - 1) * 100),
  };
}
