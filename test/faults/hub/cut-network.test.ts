import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ClusterTrial,
  type ClusterVerdict,
  createClusterTrial,
  sleep,
} from '../../support/cluster-trial.ts';
import { type ClusterNode, type ClusterWorld, startClusterWorld } from '../../support/cluster-world.ts';
import { hasNeed } from '../../support/needs.ts';
import { canSeparate } from '../../support/network-apart.ts';
import { hasPostgres } from '../../support/postgres-server.ts';

const PACE = { beatMs: 300, goneMs: 1_500, cutOffMs: 2_500, leaveMs: 200 };
const PCS = 18;
/** A lost wake-up is made good within 15 seconds. */
const ALL_COME_WITHIN_MS = 20_000;
const WAIT = { timeout: 20_000 };
const isReady =
  hasPostgres() &&
  hasNeed('a node that is cut off (a network of its own takes root on Linux, and iproute2)', canSeparate());

/** Numbers far from those of a trial's load. */
let nextId = 1_000_000_000;

describe.skipIf(!isReady)('a node in a network of its own, under load,', () => {
  let world: ClusterWorld;
  let node: ClusterNode;
  beforeAll(async () => {
    world = await startClusterWorld({ nodes: 3, shops: 9, pcs: 2, pace: PACE, hasOneApart: true });
    const [first] = world.nodes;
    if (!first) throw new Error('the world has no node');
    node = first;
  }, 60_000);
  afterAll(() => world?.end());

  const countAt = ({ pcs }: ClusterTrial, isThere: (isAtNode: boolean) => boolean): number =>
    pcs.filter((pc) => pc.readAddress() !== null && isThere(pc.readAddress() === node.url)).length;
  const countElsewhere = (trial: ClusterTrial) => () => countAt(trial, (isAtNode) => !isAtNode);
  const countThere = (trial: ClusterTrial) => () => countAt(trial, (isAtNode) => isAtNode);
  const readHealth = async (): Promise<string> => (await fetch(`${node.url}/health`)).text();
  const deliver = async (): Promise<number> => {
    const [shop] = world.shops;
    nextId += world.shops.length;
    return shop ? world.deliver(node.url, shop, nextId - (nextId % world.shops.length)) : 0;
  };

  /** A trial whose PCs have all arrived, some of them at the node. */
  async function begin(): Promise<ClusterTrial> {
    const trial = createClusterTrial(world);
    await expect.poll(() => countAt(trial, () => true), WAIT).toBe(PCS);
    expect(countThere(trial)()).toBeGreaterThan(0);
    trial.startLoad();
    await sleep(500);
    return trial;
  }
  const expectWhole = ({ acknowledged, lost, strayed, twoWriters }: ClusterVerdict): void => {
    expect(acknowledged).toBeGreaterThan(50);
    expect({ lost, strayed, twoWriters }).toEqual({ lost: [], strayed: [], twoWriters: [] });
  };

  it('whose cable to the database is cut answers 503, hands its PCs over and takes them back; nothing is lost', {
    timeout: 90_000,
  }, async () => {
    const trial = await begin();
    for (const line of [node.line, node.wakeLine]) line.swallow();
    await expect.poll(deliver, WAIT).toBe(503);
    await expect.poll(readHealth, WAIT).toContain('cut off');
    await expect.poll(countElsewhere(trial), WAIT).toBe(PCS);
    for (const line of [node.line, node.wakeLine]) line.heal();
    await expect.poll(deliver, WAIT).toBe(200);
    await expect.poll(readHealth, WAIT).toContain('ok');
    await expect.poll(countThere(trial), WAIT).toBeGreaterThan(0);
    expectWhole(await trial.finish(ALL_COME_WITHIN_MS));
  });

  it('that is cut off from everybody loses its PCs to the others, and has them again; nothing is lost', {
    timeout: 90_000,
  }, async () => {
    const trial = await begin();
    const lines = [node.line, node.wakeLine, node.door];
    for (const line of lines) line?.swallow();
    await expect.poll(countElsewhere(trial), WAIT).toBe(PCS);
    expect(await deliver()).toBe(0);
    for (const line of lines) line?.heal();
    await expect.poll(countThere(trial), WAIT).toBeGreaterThan(0);
    expectWhole(await trial.finish(ALL_COME_WITHIN_MS));
  });
});
