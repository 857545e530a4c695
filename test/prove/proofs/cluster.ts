import { createRandom } from '../../../src-practice/random.ts';
import { type ClusterVerdict, createClusterTrial, sleep } from '../../support/cluster-trial.ts';
import { type ClusterWorld, startClusterWorld } from '../../support/cluster-world.ts';
import type { Proof } from '../runner.ts';

const PACE = { beatMs: 500, goneMs: 2_500, cutOffMs: 6_000, leaveMs: 500 };
const TROUBLES = 8;
const MINUTE_MS = 60_000;
/** A lost wake-up is made good within 15 seconds, and a database that was down needs a while. */
const ALL_COME_WITHIN_MS = 40_000;

/**
 * Two or three nodes under load while the seed kills, restarts and cuts off nodes and database, and once keeps everybody
 * asleep for a minute: nothing that was answered 200 is lost, nothing comes to another shop, one PC of a shop writes.
 */
export const clusterProof: Proof = {
  name: 'cluster',
  total: 10,
  runPart: async (number) => {
    const random = createRandom(number);
    const world = await startClusterWorld({ nodes: 2 + (number % 2), shops: 24, pcs: 2, pace: PACE });
    try {
      const trial = createClusterTrial(world);
      await sleep(1_000);
      trial.startLoad();
      for (let trouble = 0; trouble < TROUBLES; trouble += 1) {
        await sleep(random.below(2_000));
        await makeTrouble(world, random.below(6), random.below(world.nodes.length), number);
        if (random.below(3) === 0) trial.pcs[random.below(trial.pcs.length)]?.rest();
      }
      await sleep(2_000);
      return judge(await trial.finish(ALL_COME_WITHIN_MS));
    } finally {
      await world.end();
    }
  },
};

async function makeTrouble(world: ClusterWorld, kind: number, at: number, part: number): Promise<void> {
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
      await sleep(part === 1 ? MINUTE_MS : 5_000);
      for (const { wakeLine } of world.nodes) wakeLine.heal();
      return;
    case 4:
      node.line.swallow();
      node.wakeLine.swallow();
      await sleep(8_000);
      node.line.heal();
      node.wakeLine.heal();
      return;
    default: // a blink, in the midst of statements
      node.line.swallow();
      await sleep(300);
      node.line.heal();
  }
}

function judge({ acknowledged, lost, strayed, twoWriters }: ClusterVerdict): string | null {
  if (acknowledged < 500) return `only ${acknowledged} were acknowledged`;
  const faults = [...lost.map((key) => `lost ${key}`), ...strayed, ...twoWriters];
  return faults.length === 0 ? null : `${faults.length} of ${acknowledged}, the first: ${faults[0]}`;
}
