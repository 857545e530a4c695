import { expect, it, vi } from 'vitest';
import { createCrashPoints } from '../../support/crash-points.ts';
import { type CrashWorld, startCrashWorld } from '../../support/crash-world.ts';
import { makeGuestOrder } from '../../support/guest-order.ts';

const points = vi.hoisted(() => ({ current: null as ReturnType<typeof createCrashPoints> | null }));

vi.mock('../../../src-main/store/database.ts', async (load) => {
  const real = await load<typeof import('../../../src-main/store/database.ts')>();
  return {
    ...real,
    openDatabase: (options: Parameters<typeof real.openDatabase>[0]) => {
      const db = real.openDatabase(options);
      return points.current?.watchDatabase(db) ?? db;
    },
  };
});

const { signal } = new AbortController();
/** Two of the first dish and one of the third. */
const TOTAL = 2 * 500 + 550;

function placeOrder({ sides }: CrashWorld): number {
  const find = (sku: string): number => {
    for (const product of sides.store.state.products.values()) if (product.sku === sku) return product.id;
    throw new Error(`no ${sku}`);
  };
  const lines = [
    { productId: find('DISH-0'), quantity: 2, choices: [] },
    { productId: find('DISH-2'), quantity: 1, choices: [] },
  ];
  return sides.store.staff.placeOrder(makeGuestOrder({ format: 'plain', lines }));
}

/** Looks until the order is over, and a little on; or so often that a person must have been told. */
async function takeOrder({ engine, time }: CrashWorld, most: number): Promise<void> {
  let quiet = 0;
  for (let looks = 0; looks < most && quiet < 2; looks += 1) {
    await engine.sync.once({ full: false, signal });
    const { waiting } = engine.orders.list({ limit: 1, offset: 0 }).counts;
    quiet = waiting === 0 && looks > 0 ? quiet + 1 : 0;
    time.pass(looks < 4 ? 2_000 : 15_000);
  }
}

function findTroubles({ sides, engine }: CrashWorld, id: number): string[] {
  const { state } = sides.till;
  const troubles: string[] = [];
  const shown = [...state.orders.values()].filter((order) => order.state !== undefined);
  if (shown.length !== 1) troubles.push(`${shown.length} orders are shown`);
  const [order] = shown;
  if (order?.total !== TOTAL || order.lines.length !== 3) troubles.push(`total ${order?.total}`);
  const paid = (order?.paymentIds ?? []).map((payment) => state.payments.get(payment)?.amount);
  if (paid.length !== 1 || paid[0] !== TOTAL) troubles.push(`paid ${paid.join(' ')}`);
  const tickets = state.kitchen.tickets.length;
  if (tickets > 1) troubles.push(`${tickets} tickets`);
  const { alerts } = engine.alerts.list({ limit: 9, offset: 0 });
  if (tickets === 0 && !alerts.some(({ kind }) => kind === 'failed-print')) troubles.push('nobody knows');
  const [stock] = [...sides.store.state.products.values()].filter(({ sku }) => sku === 'DISH-0');
  const [item] = [...state.items.values()].filter(({ sku }) => sku === 'DISH-0');
  const counts = [stock?.stockQuantity, state.itemStocks.get(item?.id ?? '')?.quantity];
  if (counts.some((count) => count !== 18)) troubles.push(`stock ${counts.join(' ')}`);
  const found = engine.orders.get(String(id));
  if (!found.ok || found.value.flow.abandoned.length > 0) troubles.push('something is left on the till');
  return troubles;
}

async function crashOnce(after: number) {
  const crash = createCrashPoints();
  points.current = crash;
  const world = await startCrashWorld(crash.watchNetwork);
  const id = placeOrder(world);
  const died = crash.arm(after).then(() => true);
  const taken = takeOrder(world, 4)
    .then(() => false)
    .catch(() => true);
  const isDead = await Promise.race([died, taken]);
  crash.disarm();
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  crash.revive();
  await world.close();
  await world.open();
  await takeOrder(world, 12);
  const troubles = findTroubles(world, id);
  await world.close();
  world.remove();
  return { isOver: !isDead, troubles };
}

it('an app that is ended anywhere leaves one order, one payment, at most one ticket', {
  timeout: 240_000,
}, async () => {
  const failures: string[] = [];
  let after = 0;
  for (; ; after += 1) {
    const { isOver, troubles } = await crashOnce(after);
    if (troubles.length > 0) failures.push(`after ${after}: ${troubles.join('; ')}`);
    if (isOver) break;
  }
  expect(failures).toEqual([]);
  expect(after, 'else it proved nothing').toBeGreaterThan(20);
});
