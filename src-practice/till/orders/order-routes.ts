import type { TillContext } from '../context.ts';
import type { OrderRow } from '../order-rows.ts';
import { readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED, readExpand } from '../rest/expand.ts';
import { miss, refuse } from '../rest/failure.ts';
import { answerList } from '../rest/list.ts';
import { createDiscount, showDiscount } from './discount-desk.ts';
import { CHARGE_BODY, DISCOUNT_BODY, ORDER_BODY } from './order-body.ts';
import { changeOrder, createOrder, deleteOrder, findOrder, updateOrder } from './order-desk.ts';
import { createOrderList } from './order-list.ts';
import { ORDER_EXPANDS, showOrder } from './order-view.ts';

const AREA = 'orders';

/** `/orders`: plain orders, which a client adds up itself (clover.md 7.2). */
export function createOrderRoutes(till: TillContext): Route[] {
  const find = (call: TillCall): OrderRow => findOrder(till, call.param('orderId'));
  const show = (call: TillCall, order: OrderRow): TillAnswer => ({
    body: showOrder(till, order, NOTHING_EXPANDED, call),
  });
  const read = (call: TillCall): TillAnswer => {
    const expand = readExpand(call, ORDER_EXPANDS, till.answers);
    return { body: createOrderList(till, call).show(find(call), expand) };
  };
  const remove = (call: TillCall): TillAnswer => {
    deleteOrder(till, find(call));
    return EMPTY_ANSWER;
  };
  const path = '/orders/{orderId}';
  return [
    {
      method: 'GET',
      path: '/orders',
      area: AREA,
      answer: (call) => answerList(till, call, createOrderList(till, call)),
    },
    {
      method: 'POST',
      path: '/orders',
      area: AREA,
      answer: (call) => show(call, createOrder(till, readBody(call, ORDER_BODY))),
    },
    { method: 'GET', path, area: AREA, answer: read },
    {
      method: 'POST',
      path,
      area: AREA,
      answer: (call) => show(call, updateOrder(till, find(call), readBody(call, ORDER_BODY))),
    },
    { method: 'DELETE', path, area: AREA, answer: remove },
    ...createDiscountRoutes(till, find),
    ...createChargeRoutes(till, find),
  ];
}

function createDiscountRoutes(till: TillContext, find: (call: TillCall) => OrderRow): Route[] {
  const path = '/orders/{orderId}/discounts';
  const add = (call: TillCall): TillAnswer => {
    const order = find(call);
    const discount = createDiscount(till, readBody(call, DISCOUNT_BODY));
    changeOrder(till, order, { discounts: [...order.discounts, discount] });
    return { body: showDiscount(discount, { orderRef: { id: order.id } }) };
  };
  const remove = (call: TillCall): TillAnswer => {
    const order = find(call);
    const id = call.param('discountId');
    if (!order.discounts.some((discount) => discount.id === id)) throw miss('Discount');
    changeOrder(till, order, { discounts: order.discounts.filter((discount) => discount.id !== id) });
    return EMPTY_ANSWER;
  };
  return [
    { method: 'POST', path, area: AREA, answer: add },
    { method: 'DELETE', path: `${path}/{discountId}`, area: AREA, answer: remove },
  ];
}

/** The charge is the merchant's own one: it needs an id, as recorded (clover.md 7.4). */
function createChargeRoutes(till: TillContext, find: (call: TillCall) => OrderRow): Route[] {
  const add = (call: TillCall): TillAnswer => {
    const order = find(call);
    const { id } = readBody(call, CHARGE_BODY);
    if (id === undefined) throw refuse('Service charge in body is missing an ID');
    const serviceCharge = till.state.serviceCharges.get(id);
    if (!serviceCharge) throw miss('Service charge');
    changeOrder(till, order, { serviceCharge });
    return { body: { ...serviceCharge, orderRef: { id: order.id } } };
  };
  const remove = (call: TillCall): TillAnswer => {
    const order = find(call);
    if (order.serviceCharge?.id !== call.param('chargeId')) throw miss('Service charge');
    changeOrder(till, order, { serviceCharge: undefined });
    return EMPTY_ANSWER;
  };
  const path = '/orders/{orderId}/service_charge';
  return [
    { method: 'POST', path, area: AREA, answer: add },
    { method: 'DELETE', path: `${path}/{chargeId}`, area: AREA, answer: remove },
  ];
}
