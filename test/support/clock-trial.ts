import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppProcess, startApp } from './app-process.ts';
import { type AppWorld, startAppWorld } from './app-world.ts';
import { placeDishOrder } from './dish-order.ts';
import { findOrderTroubles, takeOffForOrder } from './order-truth.ts';
import { makeShiftedClock } from './shifted-clock.ts';
import { SYNC_CHANGES } from './sync-changes.ts';
import { waitUntil } from './wait-until.ts';

export const DAY_SECONDS = 86_400;
const MOST_MS = 60_000;

export interface ClockTrial {
  /** All that both sides have in the end, without what is a time. */
  readonly outcome: string;
  readonly troubles: readonly string[];
  /** What a person would have been told. */
  readonly alerts: readonly string[];
}

/** People work on both sides, a round for each of these; before it the app's clock is set to so many seconds off. */
export async function runClockTrial(shifts: readonly number[]): Promise<ClockTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-clock-'));
  const clock = makeShiftedClock(folder);
  const world = await startAppWorld(join(folder, 'data'));
  try {
    const app = await startApp({ ...world, env: clock.env });
    for (const [round, shift] of shifts.entries()) {
      clock.shift(shift);
      // Whatever each change is, it is the same in every trial.
      for (const at of [0, 4, 8])
        SYNC_CHANGES[(at + round) % SYNC_CHANGES.length]?.make(world.sides, world.deeds, round);
      const id = placeDishOrder(world);
      takeOffForOrder(world.sides, world.deeds, id);
      await waitUntil(`round ${round}`, () => isDone(app, world.sides.store.state.orders.size), MOST_MS);
    }
    const told = await app.ask('alerts:list', { limit: 50, offset: 0 });
    const alerts = told.ok ? told.value.alerts.map(({ title }) => title) : [told.failure.code];
    await app.stop();
    const troubles = [...(await world.settle()), ...findOrderTroubles(world.sides)];
    return { outcome: describeSides(world), troubles, alerts };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every order is over; the sync needs no word for that, since both sides are compared in the end. */
async function isDone(app: AppProcess, orders: number): Promise<boolean> {
  const listed = await app.ask('orders:list', { limit: 50, offset: 0 });
  return listed.ok && listed.value.lanes.done === orders;
}

function describeSides({ sides: { till, store } }: AppWorld): string {
  const items = [...till.state.items.values()].map(
    ({ id, name, price }) => `${name} ${price} ${till.state.itemStocks.get(id)?.quantity}`,
  );
  const products = [...store.state.products.values()].map(
    ({ name, regularPrice, stockQuantity, status }) => `${name} ${regularPrice} ${stockQuantity} ${status}`,
  );
  const orders = [...store.state.orders.values()].map(
    ({ id, status, totals }) => `${id} ${status} ${totals.total}`,
  );
  return [...items.sort(), ...products.sort(), ...orders.sort()].join('\n');
}
