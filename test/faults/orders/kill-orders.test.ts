import { describe, expect, it } from 'vitest';
import { runOrderKillTrial } from '../../support/order-kill-trial.ts';

const SEED = 1;
const KILLS = 6;

describe('kill -9 of the app while it takes orders and syncs', () => {
  it('leaves each order once on the till, paid once, printed at most once, and no piece too few', {
    timeout: 180_000,
  }, async () => {
    const { orders, hits, troubles } = await runOrderKillTrial(SEED, KILLS);
    expect(troubles).toEqual([]);
    expect(orders).toBeGreaterThan(KILLS);
    expect(hits).toBeGreaterThan(1); // else it proved nothing
  });
});
