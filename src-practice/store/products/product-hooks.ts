import type { Shop } from '../shop.ts';
import type { ProductRecord } from './product.ts';

/**
 * Tells of a product or a variation that was made or saved, changed or not; of a variation's parent nothing is
 * told (woocommerce.md 5).
 */
export function fireSaved(shop: Shop, before: ProductRecord | undefined, after: ProductRecord): void {
  if (after.manageStock && after.stockQuantity !== before?.stockQuantity) fireStock(shop, after);
  shop.hooks.fire(before ? 'product.updated' : 'product.created', after.id);
}

/** Tells of a quantity an order moved. */
export function fireMoved(shop: Shop, owner: ProductRecord): void {
  fireStock(shop, owner);
  shop.hooks.fire('product.updated', owner.id);
}

function fireStock(shop: Shop, { type, id }: ProductRecord): void {
  const kind = type === 'variation' ? 'variation' : 'product';
  shop.hooks.fire(`action.woocommerce_${kind}_set_stock`, id);
}

/**
 * Tells what WooCommerce tells by mistake: trashed over REST, anything WordPress keeps as a post is "deleted" for
 * the webhooks of products and of coupons alike, whichever it is. Seen with 9.9.5; in wp-admin it is told right.
 */
export function fireTrashed(shop: Shop, id: number): void {
  shop.hooks.fire('coupon.deleted', id);
  shop.hooks.fire('product.deleted', id);
}
