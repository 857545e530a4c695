import type { ConsumerKey } from '../access/keys.ts';
import { requireManager } from '../access/permission.ts';
import {
  type Action,
  answerCreated,
  answerOk,
  EDIT_METHODS,
  type RestAnswer,
  type RestCall,
} from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId, toSwitch } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { OrderRecord } from './order.ts';
import { createOrder, removeOrder, trashOrder, updateOrder } from './order-desk.ts';
import { ORDER_LIST_SCHEMA, ORDER_SCHEMA, REFUND_SCHEMA } from './order-schema.ts';
import { searchOrders } from './order-search.ts';
import { renderOrder, renderRefund } from './order-view.ts';
import { refundOrder } from './refund-desk.ts';

const COLLECTION = '/wc/v3/orders';
const ITEM = '/wc/v3/orders/{id}';
const REFUNDS = '/wc/v3/orders/{order_id}/refunds';

/** Registers /orders and its items. */
export function addOrderRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      schema: ORDER_LIST_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerList(shop, call),
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: ORDER_SCHEMA,
      permit: (key) => requireManager(key, 'create'),
      handle: (call) => answerCreate(shop, call),
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: (key, params) => requireItem(shop, key, params, 'view'),
      handle: (call) => answerOk(renderOrder(shop, call, findOrder(shop, call.params.id, 404))),
    },
    {
      methods: [...EDIT_METHODS],
      pattern: ITEM,
      schema: ORDER_SCHEMA,
      permit: (key, params) => requireItem(shop, key, params, 'edit'),
      handle: (call) => answerUpdate(shop, call),
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: (key, params) => requireItem(shop, key, params, 'delete'),
      handle: (call) => answerDelete(shop, call),
    },
  );
}

/** Registers the refunds of an order. */
export function addRefundRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: REFUNDS,
      schema: PAGING_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerRefunds(shop, call),
    },
    {
      methods: ['POST'],
      pattern: REFUNDS,
      schema: REFUND_SCHEMA,
      permit: (key) => requireManager(key, 'create'),
      handle: async (call) => {
        await call.work.spend('writtenOrderMs');
        const order = findOrder(shop, call.params.order_id, 404);
        const refund = refundOrder(shop, order, call.params);
        const location = `${call.origin}/wp-json${COLLECTION}/${order.id}/refunds/${refund.id}`;
        return answerCreated(renderRefund(shop, call, order.id, refund), location);
      },
    },
  );
}

function requireItem(shop: Shop, key: ConsumerKey | undefined, params: Fields, action: Action): void {
  if (shop.orders.find(toId(params.id))) requireManager(key, action);
}

async function answerList(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const found = searchOrders(shop, call.params, readWindow(call));
  await call.work.spendPage('orderPageMs', found.orders.length);
  const rows = found.orders.map((order) => renderOrder(shop, call, order));
  return answerPage(call, rows, found.total);
}

async function answerCreate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenOrderMs');
  const order = createOrder(shop, call.params, 'rest-api');
  const location = `${call.origin}/wp-json${COLLECTION}/${order.id}`;
  return answerCreated(renderOrder(shop, call, order), location);
}

async function answerUpdate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenOrderMs');
  const order = findOrder(shop, call.params.id, 400);
  return answerOk(renderOrder(shop, call, updateOrder(shop, order, call.params)));
}

/** With `force` for good; otherwise into the trash. The answer shows the order as it was before. */
async function answerDelete(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenOrderMs');
  const order = findOrder(shop, call.params.id, 404);
  const isForced = toSwitch(call.params.force);
  if (!isForced && order.status === 'trash') {
    const message = 'The shop_order has already been deleted.';
    throw new RestFailure(410, 'woocommerce_rest_already_trashed', message);
  }
  const view = renderOrder(shop, call, order);
  if (isForced) removeOrder(shop, order);
  else trashOrder(shop, order);
  return answerOk(view);
}

/** An order that is not there has none: that is no error. */
function answerRefunds(shop: Shop, call: RestCall): RestAnswer {
  const orderId = toId(call.params.order_id);
  const sign = call.params.order === 'asc' ? 1 : -1;
  const all = shop.orders.find(orderId)?.refunds ?? [];
  const refunds = all.toSorted((left, right) => sign * (left.id - right.id));
  const { start, end } = readWindow(call);
  const rows = refunds.slice(start, end).map((refund) => renderRefund(shop, call, orderId, refund));
  return answerPage(call, rows, refunds.length);
}

function findOrder(shop: Shop, id: unknown, status: 400 | 404): OrderRecord {
  const order = shop.orders.find(toId(id));
  if (order) return order;
  throw new RestFailure(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
}
