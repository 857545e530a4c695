import { parseArgs } from 'node:util';
import { createGeneratedCatalog } from '../../src-practice/catalogs/generated.ts';
import type { BenchPair } from './live-practice-process.ts';
import { openVirtualWorld, type VirtualWorld } from './live-virtual-world.ts';

/**
 * Edits at both ends at random while `run` polls; both services answer polls with the engine's own writes too.
 * One edit is to cost one written row, and nothing is to come back.
 */
const GAP_MS = 250;
const QUIET_MS = 120_000;
const PLENTY = 500;

type Field = 'price' | 'sale' | 'recount';
const FIELDS: readonly Field[] = ['price', 'sale', 'recount'];

const { values: flags } = parseArgs({
  options: { items: { type: 'string', default: '1000' }, edits: { type: 'string', default: '2000' } },
});
const edits = Number(flags.edits);
const { catalog } = createGeneratedCatalog({ items: Number(flags.items), seed: 1 });
// Plenty of everything: what sells out is switched off on the till too, which is a write of its own.
const world = await openVirtualWorld(catalog, (till) => {
  for (const { id } of till.state.itemStocks.values()) till.staff.recount(id, PLENTY);
});
const pairs = world.pairs();
const done = { till: 0, store: 0 };
const startedMs = world.time.clock.nowMs();

await world.runWhile(async () => {
  for (let at = 0; at < edits; at += 1) {
    // Each product in its turn: the one before has long arrived, so that no two edits can become one write.
    const pair = pairs[at % pairs.length];
    if (!pair) throw new Error('no counted products');
    const side = world.random.below(2) === 0 ? 'till' : 'store';
    edit(world, pair, side, world.random.pick(FIELDS), at);
    done[side] += 1;
    await world.time.practiceClock.sleep(GAP_MS);
  }
  await world.time.practiceClock.sleep(QUIET_MS);
});
const { till, store } = world.traffic;
const rows = till.rows + store.rows;
const unequal = pairs.filter((pair) => !isEqual(world, pair)).length;
const minutes = (world.time.clock.nowMs() - startedMs) / 60_000;
console.log(
  `${edits.toLocaleString('en')} edits (${done.till} on the till, ${done.store} in the store) over ` +
    `${pairs.length} counted products in ${minutes.toFixed(0)} virtual minutes: written to the till ${till.rows} rows in ` +
    `${till.writes} requests, to the store ${store.rows} in ${store.writes}; ${(rows / edits).toFixed(4)} rows an edit; ` +
    `came back: ${till.rows - done.store + store.rows - done.till}; products unequal: ${unequal}; ` +
    `conflicts: ${world.engine.conflicts.list({ limit: 1, offset: 0 }).total}; 429: ${world.till.counters.tooMany}`,
);
world.resetTraffic();
for (let pass = 0; pass < 3; pass += 1) await world.sync(pass === 2);
console.log(
  `  three passes more, the last a full one: ${world.traffic.till.rows + world.traffic.store.rows} rows`,
);
await world.close();

function edit({ till, store }: VirtualWorld, pair: BenchPair, side: string, field: Field, at: number): void {
  const { cloverId, wooId } = pair;
  const isTill = side === 'till';
  if (field === 'price') {
    const cents = (till.state.items.get(cloverId)?.price ?? 0) + 1 + (at % 7);
    if (isTill) till.staff.editItem(cloverId, { price: cents });
    else store.staff.editProduct(wooId, { regular_price: (cents / 100).toFixed(2) });
    return;
  }
  if (field === 'sale') {
    if (isTill) till.staff.sell(cloverId, 1);
    else store.staff.buy(wooId, 1);
    return;
  }
  const count = (till.state.itemStocks.get(cloverId)?.quantity ?? 0) + 5;
  if (isTill) till.staff.recount(cloverId, count);
  else store.staff.editProduct(wooId, { stock_quantity: count });
}

function isEqual({ till, store }: VirtualWorld, { cloverId, wooId }: BenchPair): boolean {
  const product = store.state.products.get(wooId);
  return (
    product?.stockQuantity === till.state.itemStocks.get(cloverId)?.quantity &&
    Math.round(Number(product?.regularPrice) * 100) === till.state.items.get(cloverId)?.price
  );
}
