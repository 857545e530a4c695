import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import { startPractice } from '../../src-practice/practice.ts';
import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';
import { placeDishOrder } from './dish-order.ts';
import { findOrderTroubles, takeOffForOrder } from './order-truth.ts';
import { connect, unwrap } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { syncToQuiet } from './small-world.ts';
import { createDeeds, type Deeds, type Sides, SYNC_CHANGES } from './sync-changes.ts';
import { findTroubles } from './sync-truth.ts';

const CHILD = new URL('./sync-child.ts', import.meta.url).pathname;
const LATENCY_MS = 15;
/** About as long as three orders and a pass of the sync take here. */
const LONGEST_LIFE_MS = 1_500;
const MOST_ORDERS = 3;
/** A ticket that nothing proves is told of within a minute. */
const LAST_LIFE_MS = 75_000;

export interface OrderKillTrial {
  readonly orders: number;
  /** Kills that came while an order was on its way. */
  readonly hits: number;
  readonly troubles: readonly string[];
}

/**
 * An app that takes web orders and syncs while people change things on both sides, killed with SIGKILL so many times at
 * moments that the seed chooses; another one then ends what they left.
 */
export async function runOrderKillTrial(seed: number, kills: number): Promise<OrderKillTrial> {
  const random = createRandom(seed);
  const practice = await startPractice({ menu: 'empty', seed, latencyMs: LATENCY_MS, limits: false });
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-order-kill-'));
  const secretKey = randomBytes(32).toString('base64');
  const open = async (isWriter: boolean): Promise<Core> =>
    unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter }));
  const { tillService: till, storeService: store } = practice;
  try {
    till.load(SMALL_MENU);
    const first = await open(true);
    await connect(first.engine, practice);
    unwrap(first.engine.settings.set({ 'import.status': 'publish', 'poll.fastestSeconds': '2' }));
    const plan = unwrap(await first.engine.plan({ choices: new Map(), onProgress: () => undefined }));
    const listen = { signal: new AbortController().signal, onProgress: () => undefined };
    unwrap(await first.engine.apply(plan.runId, listen));
    await syncToQuiet(first);
    await first.close();
    // Looks at what the killed ones have committed.
    let core = await open(false);
    const sides: Sides = { till, store, engine: () => core.engine };
    const deeds = createDeeds(sides);
    let hits = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      await liveAndDie({ dataDir, secretKey }, () => beBusy(sides, deeds, random, kill), random);
      if (core.engine.orders.list({ limit: 1, offset: 0 }).counts.waiting > 0) hits += 1;
    }
    await core.close();
    core = await open(true);
    await endOrders(core);
    await syncToQuiet(core, true);
    const troubles = [...findTroubles(sides, deeds), ...findOrderTroubles(sides)];
    await core.close();
    return { orders: store.state.orders.size, hits, troubles };
  } finally {
    await practice.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What people do in one life of the app. */
function beBusy(sides: Sides, deeds: Deeds, random: PracticeRandom, life: number): void {
  random.pick(SYNC_CHANGES).make(sides, deeds, life);
  const orders = 1 + random.below(MOST_ORDERS);
  for (let at = 0; at < orders; at += 1) takeOffForOrder(sides, deeds, placeDishOrder({ sides }));
}

async function liveAndDie(order: object, people: () => void, random: PracticeRandom): Promise<void> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await hear(child, 'running');
  people();
  await new Promise((resolve) => void setTimeout(resolve, random.below(LONGEST_LIFE_MS)));
  child.kill('SIGKILL');
  const [code] = (await ended) as [number | null];
  if (code !== null) throw new Error(`the app ended by itself with ${code}`);
}

const hear = ({ stdout }: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    stdout?.on('data', (said: Buffer) => {
      if (String(said).includes(word)) resolve();
    });
  });

/** Looks until no order moves any more, or so long that a person must have been told of what does not. */
async function endOrders({ engine }: Core): Promise<void> {
  const startedMs = performance.now();
  const { signal } = new AbortController();
  while (performance.now() - startedMs < LAST_LIFE_MS) {
    unwrap(await engine.sync.once({ full: false, signal }));
    const { flows, counts } = engine.orders.list({ limit: 200, offset: 0 });
    const isTold = ({ failure }: (typeof flows)[number]): boolean => failure?.code === 'ORDER_PRINT_UNPROVED';
    if (counts.waiting === 0 || flows.every((flow) => flow.step === 'reported' || isTold(flow))) return;
    await new Promise((resolve) => void setTimeout(resolve, 500));
  }
}
