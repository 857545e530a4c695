import { requireManager } from '../access/permission.ts';
import { checkAddOnFields, readAddOnFields, settleCreatedAddOns } from '../add-ons/product-add-ons.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, readWindow } from '../rest/paging.ts';
import { addResource } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId, toSwitch } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { RequestWork } from '../work.ts';
import { PRODUCT_LIST_SCHEMA } from './list-schema.ts';
import type { ProductRecord } from './product.ts';
import { createProduct, removeProduct, trashProduct, updateProduct } from './product-desk.ts';
import { PRODUCT_SCHEMA } from './product-fields.ts';
import { fireTrashed } from './product-hooks.ts';
import { refuseLocked } from './product-lock.ts';
import { searchProducts } from './product-search.ts';
import { renderProduct } from './product-view.ts';
import { resolveInventoryDelta } from './stock.ts';
import { readViewSettings } from './view-scene.ts';

const COLLECTION = '/wc/v3/products';
/** Seen in a batch without the `error` wrapper (woocommerce.md 2.3). */
const BARE_CODES = new Set(['product_invalid_catalog_visibility', 'woocommerce_rest_invalid_product_id']);

/** Registers /products, its items and its batch. */
export function addProductRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: { list: PRODUCT_LIST_SCHEMA, create: PRODUCT_SCHEMA, edit: PRODUCT_SCHEMA },
    // WooCommerce asks for rights only over what exists; an unknown id is told to anybody.
    permitItem: (key, params, action) => {
      if (shop.catalog.find(toId(params.id))) requireManager(key, action);
    },
    list: (call) => answerList(shop, call),
    create: (call) => answerCreate(shop, call),
    view: (call) => answerItem(shop, call),
    edit: (call) => answerUpdate(shop, call),
    remove: (call) => answerDelete(shop, call),
    batch: (call) => answerBatch(shop, call),
  });
}

async function answerList(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const found = searchProducts(shop, call.params, readWindow(call));
  await call.work.spendPage('productPageMs', found.records.length);
  const settings = readViewSettings(shop, call);
  const rows = found.records.map((record) => renderProduct(settings, record, call.selection));
  return answerPage(call, rows, found.total);
}

function answerItem(shop: Shop, call: RestCall): RestAnswer {
  const record = findProduct(shop, call.params.id, 404);
  return answerOk(renderProduct(readViewSettings(shop, call), record));
}

async function answerCreate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  checkAddOnFields(shop, call.params);
  const created = await createRow(shop, call.params, call.work);
  const record = settleCreatedAddOns(shop, created, call.params);
  const location = `${call.origin}/wp-json${COLLECTION}/${record.id}`;
  return answerCreated(renderProduct(readViewSettings(shop, call), record), location);
}

async function answerUpdate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  checkAddOnFields(shop, call.params);
  const record = await updateRow(shop, call.params, call.work);
  return answerOk(renderProduct(readViewSettings(shop, call), record));
}

async function answerDelete(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const isForced = toSwitch(call.params.force);
  await call.work.spend('updatedProductMs');
  const record = findProduct(shop, call.params.id, 404);
  if (record.type === 'variation') throw refuseVariation();
  if (!isForced && record.status === 'trash') {
    const message = 'The product has already been deleted.';
    throw new RestFailure(410, 'woocommerce_rest_already_trashed', message);
  }
  const view = renderProduct({ ...readViewSettings(shop, call), isEdit: true }, record);
  if (isForced) removeProduct(shop, record);
  else for (const id of trashProduct(shop, record)) fireTrashed(shop, id);
  return answerOk(view);
}

function answerBatch(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const settings = readViewSettings(shop, call);
  return runBatch(call, shop.switches.batchLimit, {
    bareCodes: BARE_CODES,
    create: async (row) => renderProduct(settings, await createRow(shop, row, call.work)),
    update: async (row) => renderProduct(settings, await updateRow(shop, row, call.work)),
    remove: async (id) => {
      await call.work.spend('updatedProductMs');
      const record = findProduct(shop, id, 404);
      if (record.type === 'variation') throw refuseVariation();
      const view = renderProduct(settings, record);
      removeProduct(shop, record);
      return view;
    },
  });
}

async function createRow(shop: Shop, row: Fields, work: RequestWork): Promise<ProductRecord> {
  await work.spend('createdProductMs');
  if (toId(row.id) === 0) return createProduct(shop, row);
  throw new RestFailure(400, 'woocommerce_rest_product_exists', 'Cannot create existing product.');
}

async function updateRow(shop: Shop, row: Fields, work: RequestWork): Promise<ProductRecord> {
  const before = findProduct(shop, row.id, 400);
  const fields = resolveInventoryDelta(shop, before, row);
  await work.spend('updatedProductMs');
  const record = findProduct(shop, row.id, 400);
  if (record.type === 'variation') throw refuseVariation();
  refuseLocked(shop, record.id);
  return updateProduct(shop, record, readAddOnFields(shop, record, fields));
}

function findProduct(shop: Shop, id: unknown, status: 400 | 404): ProductRecord {
  const record = shop.catalog.find(toId(id));
  if (record) return record;
  throw new RestFailure(status, 'woocommerce_rest_product_invalid_id', 'Invalid ID.');
}

function refuseVariation(): RestFailure {
  const message =
    'To manipulate product variations you should use the /products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint.';
  return new RestFailure(404, 'woocommerce_rest_invalid_product_id', message);
}
