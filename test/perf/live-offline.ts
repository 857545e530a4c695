import { parseArgs } from 'node:util';
import { createGeneratedCatalog } from '../../src-practice/catalogs/generated.ts';
import type { BenchPair } from './live-practice-process.ts';
import { openVirtualWorld, unwrap, type VirtualWorld } from './live-virtual-world.ts';

/**
 * One side out of reach for hours while people go on changing things, then back: whether anything is lost, and
 * how fast the queue drains with the till's limits on. Half of the changes are prices, half are counts.
 */
const PLENTY = 500;
const LOOK_MS = 1000;
const LONGEST_DRAIN_MS = 2 * 3_600_000;
/** How often it says where it stands: so many times while a side is away, and each so much of the drain. */
const TOLD_AWAY = 6;
const TOLD_DRAIN_MS = 60_000;

const { values: flags } = parseArgs({
  options: {
    items: { type: 'string', default: '5000' },
    changes: { type: 'string', default: '2000' },
    hours: { type: 'string', default: '1' },
    away: { type: 'string', default: 'till,store,both' },
  },
});
const changes = Number(flags.changes);
const world = await openVirtualWorld(
  createGeneratedCatalog({ items: Number(flags.items), seed: 1 }).catalog,
  (till) => {
    for (const { id } of till.state.itemStocks.values()) till.staff.recount(id, PLENTY);
  },
);
const pairs = world.pairs();
const startedMs = world.time.clock.nowMs();
for (const away of flags.away.split(',')) await measure(away);
await world.close();

async function measure(away: string): Promise<void> {
  const { time, till } = world;
  let drainMs = 0;
  let rounds = 0;
  await world.runWhile(async () => {
    setAway(away, true);
    for (let at = 0; at < changes; at += 1) {
      const round = Math.floor(at / pairs.length);
      // The first time through the catalog prices change, the second time counts: no change hides another.
      change(world, pairs[at % pairs.length], round % 2 === 0 ? 'price' : 'count', pickSide(away, at));
      rounds = round + 1;
      if ((at + 1) % Math.ceil(changes / TOLD_AWAY) === 0) tell(away, `${at + 1} changes`);
      await time.practiceClock.sleep((Number(flags.hours) * 3_600_000) / changes);
    }
    world.resetTraffic();
    setAway(away, false);
    const backMs = time.clock.nowMs();
    tell(away, `back, ${countUnequal()} products differ`);
    let toldMs = backMs;
    while (time.clock.nowMs() - backMs < LONGEST_DRAIN_MS && pairs.some((pair) => !isEqual(world, pair))) {
      approveBraked(world);
      await time.practiceClock.sleep(LOOK_MS);
      if (time.clock.nowMs() - toldMs < TOLD_DRAIN_MS) continue;
      toldMs = time.clock.nowMs();
      tell(away, `${((toldMs - backMs) / 1000).toFixed(0)} s after, ${countUnequal()} products differ`);
    }
    drainMs = time.clock.nowMs() - backMs;
  });
  const unequal = countUnequal();
  const conflicts = world.engine.conflicts.list({ limit: 1, offset: 0 }).total;
  const asked = world.traffic.till.reads + world.traffic.till.writes;
  const tooMany = till.counters.tooMany;
  console.log(
    `${away} away for ${flags.hours} h, ${changes.toLocaleString('en')} changes on ${pairs.length} products ` +
      `(${rounds} a product): drained in ${(drainMs / 1000).toFixed(0)} s since it was back, ` +
      `${(changes / (drainMs / 1000)).toFixed(1)} a second; unequal ${unequal}, conflicts ${conflicts}; ` +
      `till ${world.traffic.till.reads} reads, ${world.traffic.till.writes} writes of ${world.traffic.till.rows} rows, ` +
      `store ${world.traffic.store.reads} reads, ${world.traffic.store.writes} writes of ${world.traffic.store.rows} rows; ` +
      `429: ${tooMany} (${((100 * tooMany) / Math.max(1, asked)).toFixed(2)} %)`,
  );
}

function countUnequal(): number {
  return pairs.filter((pair) => !isEqual(world, pair)).length;
}

function tell(away: string, what: string): void {
  const hours = (world.time.clock.nowMs() - startedMs) / 3_600_000;
  const seconds = process.cpuUsage().user / 1e6;
  console.log(`  ${away} away, hour ${hours.toFixed(1)}: ${what} (${seconds.toFixed(0)} s of computing)`);
}

function setAway(away: string, isAway: boolean): void {
  world.away.till = isAway && away !== 'store';
  world.away.store = isAway && away !== 'till';
}

/** While one side is out of the app's reach both may still be changed by people. */
function pickSide(away: string, at: number): 'till' | 'store' {
  if (away === 'both') return at % 2 === 0 ? 'till' : 'store';
  return away === 'till' ? 'store' : 'till';
}

function change(
  { till, store }: VirtualWorld,
  pair: BenchPair | undefined,
  what: 'price' | 'count',
  side: 'till' | 'store',
): void {
  if (!pair) throw new Error('no counted products');
  const { cloverId, wooId } = pair;
  if (what === 'price') {
    const cents = (till.state.items.get(cloverId)?.price ?? 0) + 1;
    if (side === 'till') till.staff.editItem(cloverId, { price: cents });
    else store.staff.editProduct(wooId, { regular_price: (cents / 100).toFixed(2) });
    return;
  }
  if (side === 'till') till.staff.sell(cloverId, 1);
  else store.staff.buy(wooId, 1);
}

function approveBraked({ engine }: VirtualWorld): void {
  for (const { id, state } of engine.runs(3)) if (state === 'braked') unwrap(engine.approve(id));
}

function isEqual({ till, store }: VirtualWorld, { cloverId, wooId }: BenchPair): boolean {
  const product = store.state.products.get(wooId);
  return (
    product?.stockQuantity === till.state.itemStocks.get(cloverId)?.quantity &&
    Math.round(Number(product?.regularPrice) * 100) === till.state.items.get(cloverId)?.price
  );
}
