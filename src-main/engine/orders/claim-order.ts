import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import type { WebOrder } from '../../domain/orders/web-order.ts';
import type { OrderContext } from './order-context.ts';

/** The order as this shop knows it; `other-till` where it was put on one that is no longer connected. */
export function claimOrder(
  { id, number, createdMs }: WebOrder,
  { orders }: Pick<OrderContext, 'orders'>,
): OrderFlow | 'other-till' | null {
  const known = orders.get(id);
  if (known) return known;
  const elsewhere = orders.findElsewhere({ wooId: id, number, createdMs });
  if (!elsewhere) return null;
  return elsewhere.isSameTill ? orders.takeOver(id, elsewhere.shop) : 'other-till';
}
