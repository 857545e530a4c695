import { requireManager } from '../access/permission.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { OrderRecord, RefundRecord } from './order.ts';
import { findOrder } from './order-routes.ts';
import { REFUND_SCHEMA } from './order-schema.ts';
import { renderRefund } from './order-view.ts';
import { refundOrder, removeRefund } from './refund-desk.ts';

const COLLECTION = '/wc/v3/orders/{order_id}/refunds';
const ITEM = '/wc/v3/orders/{order_id}/refunds/{id}';

/** Registers the refunds of an order, and those of all. */
export function addRefundRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      schema: PAGING_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerRefunds(shop, call),
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: REFUND_SCHEMA,
      permit: (key) => requireManager(key, 'create'),
      handle: (call) => answerCreate(shop, call),
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'view'),
      handle: (call) => {
        const { order, refund } = findRefund(shop, call);
        return answerOk(renderRefund(shop, call, order.id, refund));
      },
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'delete'),
      handle: (call) => {
        const { order, refund } = findRefund(shop, call);
        removeRefund(shop, order, refund);
        return answerOk(renderRefund(shop, call, order.id, refund));
      },
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/refunds',
      schema: PAGING_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerAll(shop, call),
    },
  );
}

async function answerCreate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenOrderMs');
  const order = findOrder(shop, call.params.order_id, 404);
  const refund = refundOrder(shop, order, call.params);
  const location = `${call.origin}/wp-json/wc/v3/orders/${order.id}/refunds/${refund.id}`;
  return answerCreated(renderRefund(shop, call, order.id, refund), location);
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

function answerAll(shop: Shop, call: RestCall): RestAnswer {
  const ids = shop.orders.listRefundIds();
  const sorted = call.params.order === 'asc' ? ids : ids.toReversed();
  const { start, end } = readWindow(call);
  const rows = sorted.slice(start, end).flatMap((id) => {
    const order = shop.orders.findByRefund(id);
    const refund = order?.refunds.find((known) => known.id === id);
    return order && refund ? [renderRefund(shop, call, order.id, refund, true)] : [];
  });
  return answerPage(call, rows, ids.length);
}

function findRefund(shop: Shop, call: RestCall): { order: OrderRecord; refund: RefundRecord } {
  const order = findOrder(shop, call.params.order_id, 404);
  const refund = order.refunds.find(({ id }) => id === toId(call.params.id));
  if (refund) return { order, refund };
  throw new RestFailure(404, 'woocommerce_rest_shop_order_refund_invalid_id', 'Invalid ID.');
}
