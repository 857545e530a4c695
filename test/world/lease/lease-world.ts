import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Fastify from 'fastify';
import { openHubDatabase } from '../../../src-hub/database/database.ts';
import { createLocalStorage } from '../../../src-hub/database/local-storage.ts';
import { createHubMetrics } from '../../../src-hub/ops/hub-metrics.ts';
import type { LeaseBook } from '../../../src-hub/relay/lease-book.ts';
import { Relay } from '../../../src-hub/relay/relay.ts';
import { openRooms, type Rooms } from '../../../src-hub/rooms.ts';
import type { HubTime } from '../../../src-hub/runtime/time.ts';
import { createRandom, type PracticeRandom } from '../../../src-practice/random.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { cut, type LeasePc, startLeasePc, type Write } from './lease-pc.ts';

const STORY_MS = 15 * 60_000;
const RESTART_MS = 3_000;
const CLOSED_MS = 1_000;

/** What came of one story. */
export interface LeaseStory {
  /** Writes that arrived under an epoch that was over, because the other PC had been given a newer one. */
  readonly stale: readonly string[];
  readonly grants: number;
  readonly writes: readonly number[];
  readonly refused: number;
}

interface Grant {
  readonly epoch: number;
  readonly deviceId: string;
}

/** Two PCs of one shop, whose relay they are cut off from, and which freeze, sleep, restart and have their clocks set. */
export function tellLeaseStory(seed: number): Promise<LeaseStory> {
  const time = createVirtualTime();
  return time.run(live(time, createRandom(seed), createRandom(seed + 1_000_000)));
}

async function live(time: VirtualTime, random: PracticeRandom, network: PracticeRandom): Promise<LeaseStory> {
  const grants: Grant[] = [];
  const stale: string[] = [];
  const hub = await openHub(time, (grant) => void grants.push(grant));
  const onWrite = ({ deviceId, epoch }: Write): void => {
    const newer = grants.find((grant) => grant.epoch > epoch && grant.deviceId !== deviceId);
    if (newer) stale.push(`epoch ${epoch} wrote at ${time.clock.monotonicMs()} ms, after ${newer.epoch}`);
  };
  const world = { timers: time.timers, random: network, relay: hub.relay };
  const pcs: LeasePc[] = [];
  const start = async (name: string): Promise<void> => {
    const hasOthers = pcs.length > 0;
    pcs.push(startLeasePc({ time, world, onWrite, hasOthers, ...(await hub.pair(name)) }));
  };
  await start('Office');
  // The first one may be cut off when the second is paired: it has been told that it is alone.
  const secondMs = drawBetween(random, 0, 120_000);
  while (time.clock.monotonicMs() < STORY_MS) {
    await time.timers.sleep(drawBetween(random, 5_000, 60_000));
    if (pcs.length === 1 && time.clock.monotonicMs() >= secondMs) await start('Kitchen');
    for (const pc of pcs) if (isLucky(random, 60)) trouble(pc, random, time);
    if (isLucky(random, 5)) await hub.restart();
  }
  // What is on its way arrives.
  await time.timers.sleep(30_000);
  for (const pc of pcs) pc.stop();
  await time.timers.sleep(10 * 60_000);
  for (const pc of pcs) pc.close();
  await hub.close();
  await time.timers.sleep(2 * CLOSED_MS);
  const refused = pcs.reduce((sum, { counts }) => sum + counts.refused, 0);
  return { stale, grants: grants.length, writes: pcs.map(({ counts }) => counts.writes), refused };
}

/** One thing that happens to a PC. */
function trouble(pc: LeasePc, random: PracticeRandom, time: VirtualTime): void {
  const forMs = drawBetween(random, 1_000, 240_000);
  switch (random.below(8)) {
    case 0:
    case 1:
      cut(pc, time, forMs);
      return;
    case 2:
      pc.freeze(forMs, false);
      return;
    case 3:
      pc.freeze(forMs, true);
      return;
    case 4:
      pc.setClock(drawBetween(random, -7_200_000, 7_200_000));
      return;
    case 5:
      pc.freezeAsked(forMs, isLucky(random, 50));
      return;
    case 6:
      // One clock stands still, the other one was just set back: neither knows how long it slept.
      pc.setClock(-drawBetween(random, forMs, 7_200_000));
      pc.freeze(forMs, true);
      return;
    default:
      pc.restart(isLucky(random, 70));
  }
}

/** The relay's own rooms and sessions, on the world's time. */
async function openHub(time: VirtualTime, onGrant: (grant: Grant) => void) {
  const file = join(makeTemporaryFolder(), 'hub.db');
  const key = randomBytes(32);
  const hubTime: HubTime = {
    nowMs: () => Math.floor(time.clock.nowMs()),
    monotonicMs: time.clock.monotonicMs,
    after: time.timers.after,
    soon: (ring) => void setImmediate(ring),
    fraction: () => 0,
  };
  let open = await openRelay();
  let isAway = false;
  const shopId = await open.rooms.desk.add('Harbour Pizza');
  return {
    relay: () => (isAway ? null : open.relay),
    pair: async (name: string): Promise<{ deviceId: string; token: string }> => {
      const code = (await open.rooms.pairing.invite(shopId))?.code ?? '';
      const outcome = await open.rooms.pairing.redeem(code, name, '127.0.0.1');
      if (outcome.kind !== 'paired') throw new Error(outcome.kind);
      return outcome;
    },
    restart: async (): Promise<void> => {
      isAway = true;
      await open.close();
      open = await openRelay();
      time.timers.after(RESTART_MS, () => {
        isAway = false;
      });
    },
    close: async (): Promise<void> => {
      isAway = true;
      await open.close();
    },
  };

  async function openRelay(): Promise<{ relay: Relay; rooms: Rooms; close(): Promise<void> }> {
    const db = openHubDatabase(file);
    const storage = createLocalStorage(db, hubTime, randomBytes, async () => void db.close());
    const { log, placement } = storage;
    const rooms = await openRooms({
      ...storage,
      ...{ key, operatorApp: null, mail: null, publicUrl: 'http://hub' },
      ...{ nowMs: hubTime.nowMs, monotonicMs: hubTime.monotonicMs, after: hubTime.after },
      ...{ makeBytes: randomBytes, tellOperator: () => undefined },
    });
    const { book, permits } = rooms;
    const readGrant = db.prepare<[], Grant>('SELECT epoch, device_id AS deviceId FROM lease');
    let known = readGrant.get()?.epoch ?? 0;
    const leases: LeaseBook = {
      ...rooms.leases,
      claim: async (deviceId, nowMs) => {
        const news = await rooms.leases.claim(deviceId, nowMs);
        const grant = readGrant.get();
        if (grant && grant.epoch > known) {
          known = grant.epoch;
          onGrant(grant);
        }
        return news;
      },
    };
    const relay = new Relay(
      { log, book, leases, permits, time: hubTime, placement },
      createHubMetrics(),
      Fastify().log,
    );
    const close = async (): Promise<void> => {
      relay.drain();
      await rooms.stop();
      // What was begun for a device ends by then.
      time.timers.after(CLOSED_MS, () => void storage.close());
    };
    return { relay, rooms, close };
  }
}
