import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { RunState } from '../../src-main/engine/ledger-ports.ts';
import { type Practice, startPractice } from '../../src-practice/practice.ts';
import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';
import { connect, unwrap } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { syncToQuiet } from './small-world.ts';
import { createDeeds, type Deeds, type Sides, SYNC_CHANGES } from './sync-changes.ts';
import { findTroubles } from './sync-truth.ts';

const CHILD = new URL('./sync-child.ts', import.meta.url).pathname;
/** A pass that writes takes about as long here; later than that there may be nothing under way. */
const LONGEST_LIFE_MS = 1_200;
/** On a computer at its limits a pass takes longer to begin. */
const LONGEST_WAIT_MS = 5_000;
const LOOK_EVERY_MS = 10;
/** A run of some rows takes about as long. */
const LONGEST_RUN_MS = 400;
const UNDER_WAY: readonly RunState[] = ['planned', 'approved', 'applying'];
const LATENCY_MS = 15;
/** Changes that people make in one life of the app. */
const MOST_CHANGES = 4;

export interface SyncKillTrial {
  /** Kills that came while a run was under way. */
  readonly hits: number;
  readonly troubles: readonly string[];
}

/**
 * A sync that runs while people change things on both sides, killed with SIGKILL so many times at moments
 * that the seed chooses; another one then ends what they left. A count may be a person's business then.
 */
export async function runSyncKillTrial(seed: number, kills: number): Promise<SyncKillTrial> {
  const random = createRandom(seed);
  const practice = await startPractice({ menu: 'empty', seed, latencyMs: LATENCY_MS, limits: false });
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-sync-kill-'));
  const secretKey = randomBytes(32).toString('base64');
  const open = async (isWriter: boolean): Promise<Core> =>
    unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter }));
  try {
    const first = await open(true);
    await importMenu(first, practice);
    await first.close();
    // Looks at what the killed ones have committed.
    let core = await open(false);
    const { tillService: till, storeService: store } = practice;
    const sides: Sides = { till, store, engine: () => core.engine };
    const deeds = createDeeds(sides);
    let hits = 0;
    const isUnderWay = (): boolean => core.engine.runs(1).some(({ state }) => UNDER_WAY.includes(state));
    for (let kill = 0; kill < kills; kill += 1) {
      await killOne(JSON.stringify({ dataDir, secretKey }), {
        change: () => changeSomething(sides, deeds, random, kill),
        // Some at any moment, and some amid a run, however slow this computer is.
        live: async () => {
          if (kill % 2 === 1) await waitFor(isUnderWay);
          await wait(random.below(kill % 2 === 1 ? LONGEST_RUN_MS : LONGEST_LIFE_MS));
        },
      });
      if (isUnderWay()) hits += 1;
    }
    await core.close();
    core = await open(true);
    await syncToQuiet(core);
    await syncToQuiet(core, true);
    const troubles = findTroubles(sides, deeds);
    await core.close();
    return { hits, troubles };
  } finally {
    await practice.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function importMenu({ engine }: Core, practice: Practice): Promise<void> {
  practice.tillService.load(SMALL_MENU);
  await connect(engine, practice);
  unwrap(engine.settings.set({ 'import.status': 'publish', 'poll.fastestSeconds': '2' }));
  const plan = unwrap(await engine.plan({ choices: new Map(), onProgress: () => undefined }));
  const listen = { signal: new AbortController().signal, onProgress: () => undefined };
  unwrap(await engine.apply(plan.runId, listen));
  unwrap(await engine.sync.once({ full: false, signal: listen.signal }));
}

/** Every round gives other values and names, so that no change is the one before. */
function changeSomething(sides: Sides, deeds: Deeds, random: PracticeRandom, life: number): void {
  const changes = 1 + random.below(MOST_CHANGES);
  for (let at = 0; at < changes; at += 1) {
    const change = random.pick(SYNC_CHANGES);
    change.make(sides, deeds, life * MOST_CHANGES + at);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Until something is so, or it is not to be any more. */
async function waitFor(isSo: () => boolean): Promise<void> {
  const startedMs = performance.now();
  while (!isSo() && performance.now() - startedMs < LONGEST_WAIT_MS) await wait(LOOK_EVERY_MS);
}

async function killOne(
  order: string,
  { change, live }: { readonly change: () => void; readonly live: () => Promise<void> },
): Promise<void> {
  change();
  const child = spawn(process.execPath, [CHILD, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await hear(child, 'running');
  await live();
  child.kill('SIGKILL');
  const [code] = (await ended) as [number | null];
  if (code !== null) throw new Error(`the sync ended by itself with ${code}`);
}

function hear({ stdout }: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    stdout?.on('data', (said: Buffer) => {
      if (String(said).includes(word)) resolve();
    });
  });
}
