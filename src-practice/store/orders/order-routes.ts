import { requireManager } from '../access/permission.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, readWindow } from '../rest/paging.ts';
import { addResource } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId, toSwitch } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { ORDER_STATUSES, type OrderRecord } from './order.ts';
import { createOrder, removeOrder, trashOrder, updateOrder } from './order-desk.ts';
import { STATUS_NAMES } from './order-notes.ts';
import { ORDER_LIST_SCHEMA, ORDER_SCHEMA } from './order-schema.ts';
import { searchOrders } from './order-search.ts';
import { renderOrder } from './order-view.ts';

const COLLECTION = '/wc/v3/orders';
const REST = { createdVia: 'rest-api' } as const;

/** Registers /orders, its items and its batch, and what the statuses are called. */
export function addOrderRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: { list: ORDER_LIST_SCHEMA, create: ORDER_SCHEMA, edit: ORDER_SCHEMA },
    // As for products: an unknown id is told to anybody.
    permitItem: (key, params, action) => {
      if (shop.orders.find(toId(params.id))) requireManager(key, action);
    },
    list: (call) => answerList(shop, call),
    create: (call) => answerCreate(shop, call),
    view: (call) => answerOk(renderOrder(shop, call, findOrder(shop, call.params.id, 404))),
    edit: async (call) => {
      await call.work.spend('writtenOrderMs');
      return answerOk(change(shop, call, call.params));
    },
    remove: (call) => answerDelete(shop, call),
    batch: (call) => answerBatch(shop, call),
  });
  addStatusRoutes(table, shop);
}

/** An order of a call. */
export function findOrder(shop: Shop, id: unknown, status: 400 | 404): OrderRecord {
  const order = shop.orders.find(toId(id));
  if (order) return order;
  throw new RestFailure(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
}

/** Cheap totals of a store: how many orders stand where (woocommerce.md 7). */
function addStatusRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: `${COLLECTION}/statuses`,
      permit: (key) => requireManager(key, 'list'),
      handle: () => answerOk(ORDER_STATUSES.map((slug) => ({ slug, name: STATUS_NAMES[slug] }))),
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/reports/orders/totals',
      permit: (key) => requireManager(key, 'list'),
      handle: () =>
        answerOk(
          ORDER_STATUSES.map((slug) => ({
            slug,
            name: STATUS_NAMES[slug],
            total: shop.orders.listIds(slug).length,
          })),
        ),
    },
  );
}

async function answerList(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const found = searchOrders(shop, call.params, readWindow(call));
  await call.work.spendPage('orderPageMs', found.orders.length);
  const rows = found.orders.map((order) => renderOrder(shop, call, order));
  return answerPage(call, rows, found.total);
}

async function answerCreate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenOrderMs');
  const order = createOrder(shop, call.params, REST);
  const location = `${call.origin}/wp-json${COLLECTION}/${order.id}`;
  return answerCreated(renderOrder(shop, call, order), location);
}

const change = (shop: Shop, call: RestCall, fields: Fields) =>
  renderOrder(shop, call, updateOrder(shop, findOrder(shop, fields.id, 400), fields));

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

/** Rows of a batch are not validated, and delete for good (woocommerce.md 2.3). */
function answerBatch(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const spend = () => call.work.spend('writtenOrderMs');
  return runBatch(call, shop.switches.batchLimit, {
    bareCodes: new Set(),
    create: async (row) => {
      await spend();
      return renderOrder(shop, call, createOrder(shop, row, REST));
    },
    update: async (row) => {
      await spend();
      return change(shop, call, row);
    },
    remove: async (id) => {
      await spend();
      const order = findOrder(shop, id, 404);
      const view = renderOrder(shop, call, order);
      removeOrder(shop, order);
      return view;
    },
  });
}
