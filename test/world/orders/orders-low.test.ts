import { describe, expect, it } from 'vitest';
import { ORDERS_A_WORLD, runOrderSeeds } from './order-stories.ts';
import { simulateOrders } from './simulate-orders.ts';

describe('web orders while a fifth of all answers is lost, the app dies and people act on both sides', () => {
  it(
    'are on the till once, paid once to the cent, and printed once: 1,000 of them',
    { timeout: 300_000 },
    () => runOrderSeeds(1, 1_000 / ORDERS_A_WORLD),
  );

  it('go the same way twice', { skip: process.env.ORDER_SEED !== undefined }, async () => {
    expect((await simulateOrders(5, 20)).hash).toBe((await simulateOrders(5, 20)).hash);
  });
});
