import { RestFailure } from '../rest/failure.ts';
import type { Shop } from '../shop.ts';

/** A plugin's refusal in a filter such as `woocommerce_rest_pre_insert_product_object`: its own code and words. */
export function refuseLocked({ state }: Shop, id: number): void {
  if (!state.locked.has(id)) return;
  throw new RestFailure(403, 'catalog_lock_locked', 'This product is locked by the plugin Catalog Lock.');
}
