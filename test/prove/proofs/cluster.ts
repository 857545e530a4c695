import { createRandom } from '../../../src-practice/random.ts';
import {
  type ClusterTrial,
  type ClusterVerdict,
  createClusterTrial,
  sleep,
} from '../../support/cluster-trial.ts';
import { type ClusterWorld, startClusterWorld } from '../../support/cluster-world.ts';
import { sayNotTested } from '../../support/needs.ts';
import { canSeparate } from '../../support/network-apart.ts';
import type { Proof } from '../runner.ts';

const PACE = { beatMs: 500, goneMs: 2_500, cutOffMs: 6_000, leaveMs: 500 };
const TROUBLES = 8;
const MINUTE_MS = 60_000;
/** A lost wake-up is made good within 15 seconds, and a database that was down needs a while. */
const ALL_COME_WITHIN_MS = 40_000;

/** Each PC looks every 15 seconds, and a machine that does much else takes its time. */
const FOUND_WITHIN_MS = 20_000;
/** So many are told of singly. */
const MOST_FAULTS = 50;

/**
 * Two or three nodes under load while the seed kills, restarts and cuts off nodes and database; in the first part no
 * wake-up comes through for a minute, and in every third one node has a network of its own, whose cables are cut:
 * nothing that was answered 200 is lost, nothing comes to another shop, one PC of a shop writes.
 */
export const clusterProof: Proof = {
  name: 'cluster',
  total: 10,
  runPart: async (number) => {
    const random = createRandom(number);
    const hasOneApart = number % 3 === 0 && (canSeparate() || sayNotTested('a node in a network of its own'));
    const size = { nodes: 2 + (number % 2), shops: 24, pcs: 2 };
    const world = await startClusterWorld({ ...size, pace: PACE, hasOneApart });
    try {
      const trial = createClusterTrial(world);
      await sleep(1_000);
      trial.startLoad();
      if (number === 1) return judgeSleep(await sleepForAMinute(world, trial));
      for (let trouble = 0; trouble < TROUBLES; trouble += 1) {
        await sleep(random.below(2_000));
        await makeTrouble(world, random.below(7), random.below(world.nodes.length));
        if (random.below(3) === 0) trial.pcs[random.below(trial.pcs.length)]?.rest();
      }
      await sleep(2_000);
      return judge(await trial.finish(ALL_COME_WITHIN_MS));
    } finally {
      await world.end();
    }
  },
};

async function sleepForAMinute(world: ClusterWorld, trial: ClusterTrial): Promise<ClusterVerdict> {
  for (const { wakeLine } of world.nodes) wakeLine.swallow();
  await sleep(MINUTE_MS);
  const verdict = await trial.finish(ALL_COME_WITHIN_MS);
  for (const { wakeLine } of world.nodes) wakeLine.heal();
  return verdict;
}

async function makeTrouble(world: ClusterWorld, kind: number, at: number): Promise<void> {
  const node = world.nodes[at];
  if (!node) return;
  switch (kind) {
    case 0:
    case 1:
      await node.kill(kind === 0 ? 'SIGKILL' : 'SIGTERM');
      await sleep(kind * 500);
      return node.start();
    case 2:
      await world.database.kill();
      await sleep(500);
      return world.database.start();
    case 3:
      for (const { wakeLine } of world.nodes) wakeLine.swallow();
      await sleep(5_000);
      for (const { wakeLine } of world.nodes) wakeLine.heal();
      return;
    case 4: // off from the database, or from everybody
    case 5: {
      const lines = [node.line, node.wakeLine, ...(kind === 5 && node.door ? [node.door] : [])];
      for (const line of lines) line.swallow();
      await sleep(8_000);
      for (const line of lines) line.heal();
      return;
    }
    default: // a blink, in the midst of statements
      node.line.swallow();
      await sleep(300);
      node.line.heal();
  }
}

function judgeSleep(verdict: ClusterVerdict): string | null {
  const { slowestMs } = verdict;
  if (slowestMs < FOUND_WITHIN_MS / 4) return `somebody was woken: the slowest took ${slowestMs} ms`;
  return slowestMs > FOUND_WITHIN_MS ? `found only after ${slowestMs} ms` : judge(verdict);
}

function judge({ acknowledged, lost, strayed, twoWriters }: ClusterVerdict): string | null {
  if (acknowledged < 500) return `only ${acknowledged} were acknowledged`;
  const faults = [...lost, ...strayed, ...twoWriters];
  if (faults.length === 0) return null;
  return [`${faults.length} of ${acknowledged}:`, ...faults.slice(0, MOST_FAULTS)].join('\n    ');
}
