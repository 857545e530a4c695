import { expect, it, vi } from 'vitest';
import { createCrashPoints } from '../../support/crash-points.ts';
import { type CrashWorld, startCrashWorld } from '../../support/crash-world.ts';
import { placeDishOrder, DISH_TOTAL as TOTAL, takeDishOrder } from '../../support/dish-order.ts';

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
  const id = placeDishOrder(world);
  const died = crash.arm(after).then(() => true);
  const taken = takeDishOrder(world, 4)
    .then(() => false)
    .catch(() => true);
  const isDead = await Promise.race([died, taken]);
  crash.disarm();
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  crash.revive();
  await world.close();
  await world.open();
  await takeDishOrder(world, 12);
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
