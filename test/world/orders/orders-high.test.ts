import { describe, it } from 'vitest';
import { ORDERS_A_WORLD, runOrderSeeds } from './order-stories.ts';

/** A file of its own, so that two cores share the worlds. */
describe.skipIf(process.env.ORDER_SEED !== undefined)('another 1,000 web orders in that weather', () => {
  it('are on the till once, paid once to the cent, and printed once too', { timeout: 300_000 }, () =>
    runOrderSeeds(11, 1_000 / ORDERS_A_WORLD),
  );
});
