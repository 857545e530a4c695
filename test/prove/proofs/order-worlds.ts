import { ORDERS_A_WORLD, tellBroken } from '../../world/orders/order-stories.ts';
import { simulateOrders } from '../../world/orders/simulate-orders.ts';
import type { Proof } from '../runner.ts';

/** Behind the seeds that `npm test` runs. */
const FIRST_SEED = 1_000;

/** 100,000 web orders (promises.md P3, P4, P5): none lost, doubled, paid twice or printed twice. */
export const orderProof: Proof = {
  name: 'orders',
  total: 100_000 / ORDERS_A_WORLD,
  runPart: async (number) => {
    const result = await simulateOrders(FIRST_SEED + number, ORDERS_A_WORLD);
    return result.broken.length === 0 ? null : tellBroken(result);
  },
};
