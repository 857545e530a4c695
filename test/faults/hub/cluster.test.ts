import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClusterVerdict, createClusterTrial, sleep } from '../../support/cluster-trial.ts';
import { type ClusterWorld, startClusterWorld } from '../../support/cluster-world.ts';
import { hasPostgres } from '../../support/postgres-server.ts';

const PACE = { beatMs: 300, goneMs: 1_500, cutOffMs: 2_500, leaveMs: 1_000 };
/** A lost wake-up is made good within 15 seconds. */
const ALL_COME_WITHIN_MS = 20_000;
const ASLEEP_MS = 4_000;

describe.skipIf(!hasPostgres())('three nodes under load', () => {
  let world: ClusterWorld;
  beforeAll(async () => {
    world = await startClusterWorld({ nodes: 3, shops: 18, pcs: 2, pace: PACE });
  }, 60_000);
  afterAll(() => world?.end());

  async function endure(trouble: () => Promise<void>): Promise<ClusterVerdict> {
    const trial = createClusterTrial(world);
    await sleep(500);
    trial.startLoad();
    await sleep(300);
    await trouble();
    await sleep(500);
    return trial.finish(ALL_COME_WITHIN_MS);
  }
  const expectWhole = ({ acknowledged, lost, strayed, twoWriters }: ClusterVerdict): void => {
    expect(acknowledged).toBeGreaterThan(30);
    expect({ lost, strayed, twoWriters }).toEqual({ lost: [], strayed: [], twoWriters: [] });
  };

  it('lose nothing and mix nothing up when one of them is killed and comes back', {
    timeout: 60_000,
  }, async () => {
    const verdict = await endure(async () => {
      await world.nodes[0]?.kill('SIGKILL');
      await sleep(2_500);
      await world.nodes[0]?.start();
      await sleep(1_000);
    });
    expectWhole(verdict);
    // Its PCs have been at another node, and are back.
    expect(verdict.welcomes).toBeGreaterThan(36);
  });

  it('lose nothing when they are restarted one after another', { timeout: 60_000 }, async () => {
    const verdict = await endure(async () => {
      for (const node of world.nodes) {
        await node.kill('SIGTERM');
        await node.start();
      }
    });
    expectWhole(verdict);
  });

  it('answer yet for a while when they are told to stop, and say so to whoever spreads requests', {
    timeout: 60_000,
  }, async () => {
    const [node] = world.nodes;
    const [shop] = world.shops;
    if (!node || !shop) throw new Error('the world is empty');
    const stopped = node.kill('SIGTERM');
    const readHealth = async () => (await fetch(`${node.url}/health`)).text();
    await expect.poll(readHealth, { interval: 20 }).toContain('leaving');
    // Far from the numbers of the load, and of the same shop by the same rule.
    expect(await world.deliver(node.url, shop, 1_000_000 * world.shops.length)).toBe(200);
    await stopped;
    await node.start();
  });

  it('lose nothing when the database crashes and comes back', { timeout: 60_000 }, async () => {
    const verdict = await endure(async () => {
      await world.database.kill();
      await sleep(300);
      await world.database.start();
      await sleep(2_000);
    });
    expectWhole(verdict);
  });

  it('find by looking, within fifteen seconds, what no wake-up tells them', { timeout: 60_000 }, async () => {
    for (const { wakeLine } of world.nodes) wakeLine.swallow();
    const verdict = await endure(() => sleep(ASLEEP_MS));
    for (const { wakeLine } of world.nodes) wakeLine.heal();
    expectWhole(verdict);
    // Some waited for the next look: nobody was woken indeed.
    expect(verdict.slowestMs).toBeGreaterThan(ASLEEP_MS / 2);
  });

  it('lose nothing when one is cut off from the database and nobody is woken: its PCs go to the others', {
    timeout: 60_000,
  }, async () => {
    const [cut] = world.nodes;
    const trial = createClusterTrial(world);
    const countAt = (isThere: (address: string | null) => boolean): number =>
      trial.pcs.filter((pc) => isThere(pc.readAddress())).length;
    await expect.poll(() => countAt((address) => address !== null), { timeout: 20_000 }).toBe(36);
    expect(countAt((address) => address === cut?.url)).toBeGreaterThan(0);
    trial.startLoad();
    cut?.line.swallow();
    for (const { wakeLine } of world.nodes) wakeLine.swallow();
    await expect
      .poll(() => countAt((address) => address !== null && address !== cut?.url), { timeout: 20_000 })
      .toBe(36);
    cut?.line.heal();
    for (const { wakeLine } of world.nodes) wakeLine.heal();
    await sleep(2_500);
    expectWhole(await trial.finish(ALL_COME_WITHIN_MS));
  });
});
