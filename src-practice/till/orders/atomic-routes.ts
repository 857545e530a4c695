import type { TillContext } from '../context.ts';
import { readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED } from '../rest/expand.ts';
import { TillFailure } from '../rest/failure.ts';
import { CART_BODY, placeCart, priceCart } from './atomic-desk.ts';
import { showLineItem, showOrder } from './order-view.ts';

/** `/atomic_order`: an order in one call, and its price without the order (clover.md 7.2). */
export function createAtomicRoutes(till: TillContext): Route[] {
  const place = (call: TillCall): TillAnswer => {
    refuseRegion(till);
    const order = placeCart(till, readBody(call, CART_BODY).orderCart);
    const elements = order.lines.map((line) => showLineItem(till, order, line, NOTHING_EXPANDED));
    // Read as 0 although taxed; the total is right (clover.md 7.2).
    return {
      body: {
        ...showOrder(till, order, NOTHING_EXPANDED, call),
        taxAmount: 0,
        lineItems: { elements },
      },
    };
  };
  const price = (call: TillCall): TillAnswer => {
    refuseRegion(till);
    const { order, priced } = priceCart(till, readBody(call, CART_BODY).orderCart);
    const { merchant } = till;
    const lineItems = { elements: order.lines.map(({ name, price }) => ({ name, price })) };
    const { subtotal, tax, total } = priced;
    return { body: { currency: merchant.currency, subtotal, totalTaxAmount: tax, total, lineItems } };
  };
  return [
    { method: 'POST', path: '/atomic_order/orders', area: 'orders', answer: place },
    { method: 'POST', path: '/atomic_order/checkouts', area: 'orders', answer: price },
  ];
}

/** Whether they are there outside North America is not published (clover.md 1). */
function refuseRegion({ answers }: TillContext): void {
  if (answers.atomicOrders === 'missing') throw new TillFailure(404, 'Not Found');
}
