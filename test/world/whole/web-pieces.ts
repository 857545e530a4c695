import type { OrderRecord } from '../../../src-practice/store/store.ts';
import type { OrderScene } from '../orders/order-scene.ts';
import type { Ware } from '../ware.ts';
import { movePieces, type Wares } from '../wares.ts';

/** Wares of an order's lines, with their pieces. */
export function listOrdered(
  { lines }: OrderRecord,
  wares: Wares,
): { readonly ware: Ware; readonly pieces: number }[] {
  return lines.flatMap(({ productId, variationId, quantity }) => {
    const ware = wares.all.find(({ storeId }) => storeId === (variationId || productId));
    return ware ? [{ ware, pieces: quantity }] : [];
  });
}

/**
 * Whether an order's pieces are gone for good. What is cancelled comes back, and what is refunded in full
 * (features.md, rulings); of an order that was refunded before the till had it the store keeps what it took, as it
 * always does (woocommerce.md 4). An order that waits for its payment has taken nothing there yet, or has given it back
 * (`pending`, the same place), also where the till has it already.
 */
function isSold({ history }: OrderScene, { id, status }: OrderRecord): boolean {
  if (status === 'refunded') return history.of(id, 'shown').length === 0;
  return status !== 'cancelled' && status !== 'pending';
}

/** Takes the pieces of all web orders off what there should be, at the end of a world. */
export function takeWebPieces(scene: OrderScene, wares: Wares): void {
  for (const order of scene.store.state.orders.values()) {
    if (!isSold(scene, order)) continue;
    for (const { ware, pieces } of listOrdered(order, wares)) movePieces(ware, -pieces);
  }
}
