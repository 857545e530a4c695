import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPractice } from '../../src-practice/practice.ts';
import { createRandom, type PracticeRandom } from '../../src-practice/random.ts';
import { listDifferences } from './compare-sides.ts';

const CHILD = new URL('./import-child.ts', import.meta.url).pathname;
const MOST_KILLS = 3;
/** About as long as applying takes here, so that some trials end by themselves. */
const LONGEST_LIFE_MS = 450;
/** One kill in four comes while both sides are read or the plan is kept; the others while it is applied. */
const EARLY_KILLS = 4;

export interface KillTrial {
  readonly kills: number;
  readonly differences: readonly string[];
}

/**
 * One import of 200 items, killed with SIGKILL at up to three moments that the seed chooses, then left to
 * finish. Both sides must be equal afterwards, with nothing doubled.
 */
export async function runKillTrial(seed: number): Promise<KillTrial> {
  const random = createRandom(seed);
  const practice = await startPractice({ menu: 'generated', items: 200, seed, latencyMs: 60, limits: false });
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-kill-'));
  const order = JSON.stringify({
    dataDir,
    secretKey: randomBytes(32).toString('base64'),
    till: practice.till,
    store: practice.store,
  });
  try {
    let kills = 0;
    let isFinished = false;
    // Whoever reaches the end is the last: another import would mend what this one lost.
    while (!isFinished) {
      isFinished = await runChild(order, kills < MOST_KILLS ? chooseEnd(random) : null);
      if (!isFinished && kills === MOST_KILLS) throw new Error(`seed ${seed}: the undisturbed import failed`);
      if (!isFinished) kills += 1;
    }
    return { kills, differences: listDifferences(practice) };
  } finally {
    await practice.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface End {
  readonly after: 'importing' | 'applying';
  readonly lifeMs: number;
}

const chooseEnd = (random: PracticeRandom): End => ({
  after: random.below(EARLY_KILLS) === 0 ? 'importing' : 'applying',
  lifeMs: random.below(LONGEST_LIFE_MS),
});

/** True when the child finished by itself; its life is counted from the moment it says that it has come so far. */
async function runChild(order: string, end: End | null): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on('data', (said: Buffer) => {
    if (end === null || timer !== null || !String(said).includes(end.after)) return;
    timer = setTimeout(() => child.kill('SIGKILL'), end.lifeMs);
  });
  const [code] = await ended;
  if (timer) clearTimeout(timer);
  return code === 0;
}
