import type { LeaseNews } from '../../src-hub/protocol/frames.ts';
import type { ClusterWorld } from './cluster-world.ts';
import { type FollowingPc, type PcWatcher, startFollowingPc } from './following-pc.ts';
import { createHintAccount, type Lost } from './hint-account.ts';
import type { MadeShop } from './make-shops.ts';

/** What came of a trial. */
export interface ClusterVerdict {
  readonly acknowledged: number;
  /** Deliveries that were answered 200 and that a PC of the shop was not told, with all that is known of each. */
  readonly lost: readonly string[];
  /** Hints that came to a PC of another shop. */
  readonly strayed: readonly string[];
  /** Two PCs of one shop that held the lease under one epoch, or an older one after a newer. */
  readonly twoWriters: readonly string[];
  readonly welcomes: number;
  readonly refused: number;
  /** From the answer 200 to the hint at a PC, at most. */
  readonly slowestMs: number;
}

export interface ClusterTrial {
  /** Begins to deliver once every PC has been there, to every node that is up. */
  startLoad(): void;
  /** Ends the deliveries, waits until all that was acknowledged has come, at most so long, and judges. */
  finish(withinMs: number): Promise<ClusterVerdict>;
  readonly pcs: readonly FollowingPc[];
}

const SENDERS = 12;
const PAUSE_MS = 4;
/** What spreads requests leaves a node out for a while that did not answer well. */
const LEFT_OUT_MS = 1_000;

export const sleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, delayMs));

/** Never the same twice: a delivery that was taken before is not told again. */
let nextId = 1;

/** PCs of every shop at the nodes of a world, and senders that deliver to them. */
export function createClusterTrial(world: ClusterWorld): ClusterTrial {
  const { shops } = world;
  const account = createHintAccount();
  const strayed: string[] = [];
  const leases = createLeaseJudge();
  const watcher: PcWatcher = {
    onHint: (shop, { key, seq }, { token }) => {
      account.noteHint(token, key, seq, performance.now());
      if (findOwner(shops, key)?.shopId !== shop.shopId) strayed.push(`${key} at ${shop.shopId}`);
    },
    onResync: (shop, { side, seq }, { token }) =>
      account.noteResync(shop, token, side, seq, performance.now()),
    onLease: leases.note,
  };
  const pcs = shops.flatMap((shop) =>
    shop.tokens.map((token) => startFollowingPc(shop, token, world.findHome, watcher, true)),
  );
  const leftOutUntil = new Map<string, number>();
  let [refused, isOver] = [0, false];
  const sendOn = async (): Promise<void> => {
    // A PC is told what came since it was first here: what it missed before is no loss.
    while (!isOver && pcs.some((pc) => pc.countWelcomes() === 0)) await sleep(20);
    while (!isOver) {
      const id = nextId;
      nextId += 1;
      const shop = shops[id % shops.length];
      const nowMs = performance.now();
      const up = world.nodes.filter((node) => node.isUp() && nowMs >= (leftOutUntil.get(node.url) ?? 0));
      const node = up[id % Math.max(1, up.length)];
      if (!shop || !node) {
        await sleep(20);
        continue;
      }
      account.noteSent(shop, `product:${id}`, node.url, nowMs);
      if ((await world.deliver(node.url, shop, id)) === 200)
        account.noteAnswered(`product:${id}`, performance.now());
      else {
        refused += 1;
        leftOutUntil.set(node.url, performance.now() + LEFT_OUT_MS);
      }
      await sleep(PAUSE_MS);
    }
  };
  let senders: Promise<void>[] = [];
  return {
    pcs,
    startLoad: () => {
      senders = Array.from({ length: SENDERS }, sendOn);
    },
    finish: async (withinMs) => {
      isOver = true;
      await Promise.all(senders);
      const startedMs = performance.now();
      while (account.listLost().length > 0 && performance.now() - startedMs < withinMs) await sleep(50);
      for (const pc of pcs) pc.stop();
      return {
        acknowledged: account.countAcknowledged(),
        lost: await tellLost(world, account.listLost()),
        strayed,
        twoWriters: leases.listFaults(),
        welcomes: pcs.reduce((count, pc) => count + pc.countWelcomes(), 0),
        refused,
        slowestMs: account.readSlowestMs(),
      };
    },
  };
}

/** With what the database has of them. */
async function tellLost(world: ClusterWorld, lost: readonly Lost[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { shopId, key, story } of lost) {
    const log = await world.readLog(shopId, key).catch((error: unknown) => `not read: ${error}`);
    told.push(`lost ${story}; log: ${log}`);
  }
  return told;
}

/** The number of a delivery says whose it is. */
const findOwner = (shops: readonly MadeShop[], key: string): MadeShop | undefined =>
  shops[Number(key.slice('product:'.length)) % shops.length];

/** Sees that an epoch has one holder, and that none is given an older one after a newer was told. */
function createLeaseJudge() {
  const holders = new Map<string, string>();
  const newest = new Map<string, number>();
  const faults: string[] = [];
  return {
    listFaults: (): readonly string[] => faults,
    note: ({ shopId }: MadeShop, { token }: FollowingPc, { epoch, isHolder }: LeaseNews): void => {
      if (!isHolder) return;
      const name = `${shopId} ${epoch}`;
      const holder = holders.get(name) ?? token;
      holders.set(name, holder);
      if (holder !== token) faults.push(`two PCs of ${shopId} in epoch ${epoch}`);
      const latest = newest.get(shopId) ?? 0;
      if (epoch < latest) faults.push(`${shopId}: epoch ${epoch} after ${latest}`);
      newest.set(shopId, Math.max(latest, epoch));
    },
  };
}
