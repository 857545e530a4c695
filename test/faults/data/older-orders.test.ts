import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createCrashPoints } from '../../support/crash-points.ts';
import { type CrashWorld, startCrashWorld } from '../../support/crash-world.ts';
import { DISH_TOTAL, placeDishOrder, takeDishOrder } from '../../support/dish-order.ts';

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

/** All of them would take a minute; which ones are tried is the same each time. */
const EVERY = 7;
const KEEPING = { recursive: true, preserveTimestamps: true } as const;
const isDataFile = (name: string): boolean => /^tillbridge\.sqlite(-wal|-shm)?$/.test(name);

/** What the till has of a web order, and the kitchen. */
function describeOrder({ sides, engine }: CrashWorld, id: number): string {
  const { state } = sides.till;
  const shown = [...state.orders.values()].filter(
    ({ title = '', state: word }) => word !== undefined && new RegExp(`(^|\\D)${id}(\\D|$)`).test(title),
  );
  const ids = new Set(shown.map((order) => order.id));
  const paid = shown.flatMap(({ paymentIds }) => paymentIds.map((it) => state.payments.get(it)?.amount));
  const tickets = state.kitchen.tickets.filter(({ orderId }) => ids.has(orderId)).length;
  const isTold = engine.alerts
    .list({ limit: 9, offset: 0 })
    .alerts.some(({ kind }) => kind === 'failed-print');
  return `${shown.length} orders, paid ${paid.join(' ')}, ${tickets > 0 || !isTold ? tickets : 'told of'} tickets`;
}

const ONCE = `1 orders, paid ${DISH_TOTAL}, 1 tickets`;

/** An order goes to the kitchen; then the data file is as it was after so many commits and calls of that. */
async function goBack(after: number): Promise<{ readonly isOver: boolean; readonly troubles: string[] }> {
  const crash = createCrashPoints();
  points.current = crash;
  const world = await startCrashWorld(crash.watchNetwork);
  const kept = mkdtempSync(join(tmpdir(), 'tillbridge-older-'));
  const first = placeDishOrder(world);
  const died = crash.arm(after).then(() => true);
  const taken = takeDishOrder(world, 4)
    .then(() => false)
    .catch(() => true);
  const isDead = await Promise.race([died, taken]);
  crash.disarm();
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  cpSync(world.dataDir, kept, KEEPING);
  crash.revive();
  await world.close();
  await world.open();
  await takeDishOrder(world, 12);
  await world.close();
  const second = placeDishOrder(world);
  for (const name of readdirSync(world.dataDir)) if (isDataFile(name)) rmSync(join(world.dataDir, name));
  for (const name of readdirSync(kept))
    if (isDataFile(name)) cpSync(join(kept, name), join(world.dataDir, name), KEEPING);
  await world.open();
  await takeDishOrder(world, 12);
  const told = [first, second].map((id) => describeOrder(world, id));
  await world.close();
  world.remove();
  rmSync(kept, { recursive: true });
  return { isOver: !isDead, troubles: told.filter((words) => words !== ONCE) };
}

it('D4: a data file from before a web order was done does not send, charge or print it again; one that came since goes over', {
  timeout: 240_000,
}, async () => {
  const failures: string[] = [];
  let after = 0;
  for (; ; after += EVERY) {
    const { isOver, troubles } = await goBack(after);
    if (troubles.length > 0) failures.push(`after ${after}: ${troubles.join('; ')}`);
    if (isOver) break;
  }
  expect(failures).toEqual([]);
  expect(after, 'else it proved nothing').toBeGreaterThan(20);
});
