import { requireManager } from '../access/permission.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, readWindow } from '../rest/paging.ts';
import { addResource } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId, toSwitch } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { RequestWork } from '../work.ts';
import { VARIATION_LIST_SCHEMA } from './list-schema.ts';
import type { ProductRecord } from './product.ts';
import { VARIATION_SCHEMA } from './product-fields.ts';
import { fireTrashed } from './product-hooks.ts';
import { refuseLocked } from './product-lock.ts';
import { searchVariations } from './product-search.ts';
import { resolveInventoryDelta } from './stock.ts';
import { createVariation, removeVariation, trashVariation, updateVariation } from './variation-desk.ts';
import { renderVariation } from './variation-view.ts';
import { readViewSettings } from './view-scene.ts';

const COLLECTION = '/wc/v3/products/{product_id}/variations';
const NO_BARE_CODES: ReadonlySet<string> = new Set();

/** Registers the variations of one parent; the product list itself never shows any (woocommerce.md 3.2). */
export function addVariationRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: { list: VARIATION_LIST_SCHEMA, create: VARIATION_SCHEMA, edit: VARIATION_SCHEMA },
    list: (call) => answerList(shop, call),
    create: (call) => answerCreate(shop, call),
    view: (call) =>
      answerOk(renderVariation(readViewSettings(shop, call), findVariation(shop, call.params, 404))),
    edit: async (call) => {
      const record = await updateRow(shop, call.params, call.work);
      return answerOk(renderVariation(readViewSettings(shop, call), record));
    },
    remove: (call) => answerDelete(shop, call),
    batch: (call) => answerBatch(shop, call),
  });
}

/** Registers the flat list of all variations, an internal route of the admin pages. */
export function addAnalyticsRoutes(table: RouteTable, shop: Shop): void {
  table.add({
    methods: ['GET'],
    pattern: '/wc-analytics/variations',
    schema: VARIATION_LIST_SCHEMA,
    permit: (key) => requireManager(key, 'list'),
    handle: async (call) => {
      const ids = shop.catalog.listVariationIds();
      const found = searchVariations(shop, ids, call.params, readWindow(call));
      await call.work.spendPage('analyticsPageMs', found.records.length);
      return answerPage(call, renderRows(shop, call, found.records), found.total);
    },
  });
}

async function answerList(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const parent = shop.catalog.find(toId(call.params.product_id));
  const found = searchVariations(shop, parent?.variationIds ?? [], call.params, readWindow(call));
  await call.work.spend('parentVariationsMs');
  return answerPage(call, renderRows(shop, call, found.records), found.total);
}

function renderRows(shop: Shop, call: RestCall, records: readonly ProductRecord[]): unknown[] {
  const settings = readViewSettings(shop, call);
  return records.map((record) => renderVariation(settings, record, call.selection));
}

async function answerCreate(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenVariationMs');
  const parentId = toId(call.params.product_id);
  const record = createVariation(shop, parentId, call.params);
  const location = `${call.origin}/wp-json/wc/v3/products/${parentId}/variations/${record.id}`;
  return answerCreated(renderVariation(readViewSettings(shop, call), record), location);
}

async function answerDelete(shop: Shop, call: RestCall): Promise<RestAnswer> {
  await call.work.spend('writtenVariationMs');
  const record = findVariation(shop, call.params, 404);
  const isForced = toSwitch(call.params.force);
  if (!isForced && record.status === 'trash') {
    const message = 'The product_variation has already been deleted.';
    throw new RestFailure(410, 'woocommerce_rest_already_trashed', message);
  }
  const view = renderVariation({ ...readViewSettings(shop, call), isEdit: true }, record);
  if (isForced) {
    removeVariation(shop, record);
  } else {
    trashVariation(shop, record);
    fireTrashed(shop, record.id);
  }
  return answerOk(view);
}

function answerBatch(shop: Shop, call: RestCall): Promise<RestAnswer> {
  const settings = readViewSettings(shop, call);
  const parentId = toId(call.params.product_id);
  return runBatch(call, shop.switches.batchLimit, {
    bareCodes: NO_BARE_CODES,
    create: async (row) => {
      await call.work.spend('writtenVariationMs');
      return renderVariation(settings, createVariation(shop, parentId, row));
    },
    update: async (row) => {
      const record = await updateRow(shop, { ...row, product_id: parentId }, call.work);
      return renderVariation(settings, record);
    },
    remove: async (id) => {
      await call.work.spend('writtenVariationMs');
      const record = findVariation(shop, { id, product_id: parentId }, 404);
      const view = renderVariation(settings, record);
      removeVariation(shop, record);
      return view;
    },
  });
}

async function updateRow(shop: Shop, row: Fields, work: RequestWork): Promise<ProductRecord> {
  const fields = resolveInventoryDelta(shop, findVariation(shop, row, 400), row);
  await work.spend('writtenVariationMs');
  const record = findVariation(shop, row, 400);
  refuseLocked(shop, record.id);
  return updateVariation(shop, record, fields);
}

/** A variation of another parent is no such id (404); an id of nothing is 400 for writers. */
function findVariation(shop: Shop, params: Fields, status: 400 | 404): ProductRecord {
  const record = shop.catalog.find(toId(params.id));
  const isOfParent = record?.type === 'variation' && record.parentId === toId(params.product_id);
  if (record && isOfParent) return record;
  const code = 'woocommerce_rest_product_variation_invalid_id';
  throw new RestFailure(record ? 404 : status, code, 'Invalid ID.');
}
