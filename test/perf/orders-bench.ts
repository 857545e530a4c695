import { existsSync, readFileSync } from 'node:fs';
import { createPizzeriaCatalog } from '../../src-practice/catalogs/pizzeria.ts';
import { makeGuestOrder } from '../support/guest-order.ts';
import { openVirtualWorld, type VirtualWorld } from './live-virtual-world.ts';
import { countCalls, countLeast, readCalls } from './orders-calls.ts';
import { type PaidTimes, REST_MS, readWaits, sayWaits } from './orders-waits.ts';

/**
 * Web orders with 60 ms a request in virtual time, polling at its fastest (2 s), the sync of catalog and stock
 * beside them: how long each takes from paid to paper, what it costs in calls, and a real Friday evening.
 */
const ORDERS = 200;
const LONGEST_GAP_MS = 20_000;
const SPEED = 20;
/** The busiest Friday evening of the year. */
const FRIDAY = '2015-11-27';
const OPENS = '16:00:00';
const FOLDER = new URL('../../../shared/data/pizza/', import.meta.url);

export async function runOrderBenches(): Promise<void> {
  await measureOrders();
  if (existsSync(FOLDER)) await measureFriday();
  else console.log('a Friday evening: the data set is not here (../shared/data/pizza)');
}

async function measureOrders(): Promise<void> {
  const world = await openVirtualWorld(createPizzeriaCatalog());
  const paid = new Map<number, number>();
  const before = readCalls(world);
  await world.runWhile(async () => {
    for (let seed = 1; seed <= ORDERS; seed += 1) {
      await world.time.practiceClock.sleep(world.random.below(LONGEST_GAP_MS));
      paid.set(world.store.staff.placeRandomOrder(seed), world.time.clock.nowMs());
    }
    await world.time.practiceClock.sleep(REST_MS);
  });
  console.log(`\n${ORDERS} web orders, one in ${LONGEST_GAP_MS / 2000} s`);
  tell(world, paid);
  const { perOrder, byRoute } = countCalls(before, readCalls(world), ORDERS);
  const { flows } = world.engine.orders.list({ limit: ORDERS, offset: 0 });
  console.log(
    `  calls per order: ${perOrder.toFixed(1)}, the least possible ${countLeast(flows).toFixed(1)}`,
  );
  for (const line of byRoute) console.log(`    ${line}`);
  await world.close();
}

async function measureFriday(): Promise<void> {
  const evening = readFriday();
  const world = await openVirtualWorld(createPizzeriaCatalog());
  const paid = new Map<number, number>();
  const startMs = world.time.clock.nowMs();
  await world.runWhile(async () => {
    for (const { afterMs, lines } of evening) {
      await world.time.practiceClock.sleep(startMs + afterMs / SPEED - world.time.clock.nowMs());
      const id = placeReal(world, lines);
      paid.set(id, world.time.clock.nowMs());
    }
    await world.time.practiceClock.sleep(REST_MS);
  });
  const pizzas = evening.reduce(
    (sum, { lines }) => sum + lines.reduce((all, line) => all + line.quantity, 0),
    0,
  );
  console.log(
    `\nFriday ${FRIDAY} from ${OPENS}, ${evening.length} orders with ${pizzas} pizzas, at ${SPEED} x`,
  );
  tell(world, paid);
  await world.close();
}

function tell(world: VirtualWorld, paid: PaidTimes): void {
  for (const line of sayWaits(readWaits(world, paid))) console.log(line);
  const tickets = world.till.state.kitchen.tickets.length;
  const { counts } = world.engine.orders.list({ limit: 1, offset: 0 });
  console.log(
    `  tickets ${tickets} of ${paid.size}, 429 ${world.till.counters.tooMany}, for a person ${counts.holds.person}`,
  );
}

interface RealLine {
  readonly sku: string;
  readonly quantity: number;
}

function placeReal({ store }: VirtualWorld, lines: readonly RealLine[]): number {
  const bySku = new Map([...store.state.products.values()].map(({ sku, id }) => [sku, id]));
  const ordered = lines.map(({ sku, quantity }) => ({
    productId: bySku.get(sku) ?? 0,
    quantity,
    choices: [],
  }));
  return store.staff.placeOrder(
    makeGuestOrder({ format: 'plain', checkout: 'block', guest: null, lines: ordered }),
  );
}

/** The evening's orders with their pizzas, and how long after the opening each came. */
function readFriday(): { readonly afterMs: number; readonly lines: readonly RealLine[] }[] {
  const read = (name: string): string[][] =>
    readFileSync(new URL(name, FOLDER), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','));
  const lines = new Map<string, RealLine[]>();
  for (const [, order = '', sku = '', quantity] of read('order_details.csv'))
    lines.set(order, [...(lines.get(order) ?? []), { sku, quantity: Number(quantity) }]);
  const toMs = (clock: string): number => Date.parse(`${FRIDAY}T${clock}Z`);
  return read('orders.csv')
    .filter(([, day, clock = '']) => day === FRIDAY && clock >= OPENS)
    .map(([order = '', , clock = '']) => ({
      afterMs: toMs(clock) - toMs(OPENS),
      lines: lines.get(order) ?? [],
    }));
}
