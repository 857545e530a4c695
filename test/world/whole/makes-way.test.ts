import { expect, it } from 'vitest';
import { createChance, drawBetween } from '../chance.ts';
import { listBusy, readFlows, sayFlow } from '../orders/judge-orders.ts';
import { createOrderPeople } from '../orders/order-people.ts';
import { drawOrderRules } from '../orders/order-plan.ts';
import { importShop } from '../passes.ts';
import { openSimWorld } from '../sim-world.ts';
import type { Weather } from '../weather.ts';
import { drawWorldPlan } from '../world-plan.ts';
import { liveOn } from './live-on.ts';
import { describeOrders } from './simulate-whole.ts';

const STOPS = 25;
/** What the app remembers of the till is old then, and asked for again. */
const OLD_MS = 61_000;
const BUSY = {
  ...{ percent: 30, kinds: ['too-many', 'too-many-bare', 'server-error'], crashPercent: 0 },
  ...{ fullPercent: 0, abortPercent: 0, bustlePercent: 0 },
} as const satisfies Weather;

/** Orders come while the app is stopped again and again (somebody imports by hand), and both sides are busy. */
async function stopAgainAndAgain(seed: number): Promise<readonly string[]> {
  const chance = createChance(seed);
  const orders = { ...drawOrderRules(chance.stretches), isTaxed: false };
  const { settings } = orders;
  const plan = { ...drawWorldPlan(chance.people), weather: BUSY, orders };
  const world = await openSimWorld(chance, {
    ...plan,
    orders: { ...orders, settings: { ...settings, 'orders.customer': 'full' } },
  });
  try {
    await importShop(world);
    const scene = describeOrders(world);
    const guests = createOrderPeople(scene, chance.people);
    for (let stops = 1; stops <= STOPS; stops += 1) {
      if (stops % 3 === 1) guests.order();
      await liveOn(world, drawBetween(chance.bustle, 20, 3_000));
      if (stops % 3 === 0) await world.wait(OLD_MS);
    }
    world.network.clear();
    await liveOn(world, 4 * OLD_MS);
    const stuck = [...readFlows(scene).filter(({ hold }) => hold !== null), ...listBusy(scene)];
    return [...world.unannounced, ...stuck.map(sayFlow)];
  } finally {
    await world.close();
  }
}

it.each([1, 4, 5, 6])(
  'an app that is stopped and started again and again brings every order to the kitchen by itself (%i)',
  { timeout: 60_000 },
  async (seed) => {
    expect(await stopAgainAndAgain(seed)).toEqual([]);
  },
);
