import type { CrashWorld } from './crash-world.ts';
import { makeGuestOrder } from './guest-order.ts';

const { signal } = new AbortController();
/** Two of the first dish and one of the third. */
export const DISH_TOTAL = 2 * 500 + 550;

/** A guest orders from the small menu; answers the store's number. */
export function placeDishOrder({ sides }: Pick<CrashWorld, 'sides'>): number {
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
export async function takeDishOrder({ engine, time }: CrashWorld, most: number): Promise<void> {
  let quiet = 0;
  for (let looks = 0; looks < most && quiet < 2; looks += 1) {
    await engine.sync.once({ full: false, signal });
    const { waiting } = engine.orders.list({ limit: 1, offset: 0 }).counts;
    quiet = waiting === 0 && looks > 0 ? quiet + 1 : 0;
    time.pass(looks < 4 ? 2_000 : 15_000);
  }
}
