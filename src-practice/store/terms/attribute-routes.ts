import type { ConsumerKey } from '../access/keys.ts';
import { requireManager } from '../access/permission.ts';
import { runBatch } from '../rest/batch.ts';
import {
  type Action,
  answerCreated,
  answerOk,
  EDIT_METHODS,
  type RestAnswer,
  type RestCall,
} from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { requireForce } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { createAttribute, updateAttribute } from './attribute-desk.ts';
import { openAttribute } from './shelves.ts';
import type { AttributeRecord } from './term.ts';
import { addTermRoutes } from './term-routes.ts';
import { renderAttribute } from './term-view.ts';

const COLLECTION = '/wc/v3/products/attributes';
const ITEM = `${COLLECTION}/{id}`;
const SCHEMA: ParamSchemas = {
  name: { type: 'string' },
  slug: { type: 'string' },
  type: { type: 'string', choices: ['select'] },
  order_by: { type: 'string', choices: ['menu_order', 'name', 'name_num', 'id'] },
  has_archives: { type: 'boolean' },
};
const CREATE_SCHEMA: ParamSchemas = { ...SCHEMA, name: { type: 'string', isRequired: true } };

/** Registers global attributes and their terms. */
export function addAttributeRoutes(table: RouteTable, shop: Shop): void {
  const permit = (action: Action) => (key: ConsumerKey | undefined, params: Fields) => {
    if (params.id !== undefined) findAttribute(shop, params.id);
    requireManager(key, action);
  };
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      permit: permit('list'),
      handle: (call) =>
        answerOk([...shop.state.attributes.values()].map((row) => renderAttribute(call.origin, row))),
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: CREATE_SCHEMA,
      permit: permit('create'),
      handle: async (call) => {
        await call.work.spend('updatedProductMs');
        const row = createAttribute(shop, call.params);
        return answerCreated(
          renderAttribute(call.origin, row),
          `${call.origin}/wp-json${COLLECTION}/${row.id}`,
        );
      },
    },
    {
      methods: [...EDIT_METHODS],
      pattern: `${COLLECTION}/batch`,
      permit: permit('batch'),
      handle: (call) => answerBatch(shop, call),
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: permit('view'),
      handle: (call) => answerOk(renderAttribute(call.origin, findAttribute(shop, call.params.id))),
    },
    {
      methods: [...EDIT_METHODS],
      pattern: ITEM,
      schema: SCHEMA,
      permit: permit('edit'),
      handle: async (call) => {
        await call.work.spend('updatedProductMs');
        const before = findAttribute(shop, call.params.id);
        return answerOk(renderAttribute(call.origin, updateAttribute(shop, before, call.params)));
      },
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: permit('delete'),
      handle: async (call) => {
        requireForce(call, 'Resource does');
        await call.work.spend('updatedProductMs');
        return answerOk(removeAttribute(shop, call, call.params.id));
      },
    },
  );
  addTermRoutes(table, shop, {
    collection: `${COLLECTION}/{attribute_id}/terms`,
    look: { hasParent: false, hasDisplay: false, hasOrder: true },
    bareCodes: new Set(['term_exists']),
    open: (params) => openAttribute(shop, findTaxonomy(shop, params.attribute_id)),
  });
}

function answerBatch(shop: Shop, call: RestCall): Promise<RestAnswer> {
  return runBatch(call, shop.switches.batchLimit, {
    bareCodes: new Set(),
    create: async (row) => {
      await call.work.spend('updatedProductMs');
      return renderAttribute(call.origin, createAttribute(shop, row));
    },
    update: async (row) => {
      await call.work.spend('updatedProductMs');
      return renderAttribute(call.origin, updateAttribute(shop, findAttribute(shop, row.id), row));
    },
    remove: async (id) => {
      await call.work.spend('updatedProductMs');
      return removeAttribute(shop, call, id);
    },
  });
}

function removeAttribute(shop: Shop, call: RestCall, id: unknown): unknown {
  const attribute = findAttribute(shop, id);
  shop.state.attributes.delete(attribute.id);
  return renderAttribute(call.origin, attribute);
}

function findAttribute(shop: Shop, id: unknown): AttributeRecord {
  const attribute = shop.state.attributes.get(toId(id));
  if (attribute) return attribute;
  throw new RestFailure(404, 'woocommerce_rest_taxonomy_invalid', 'Resource does not exist.');
}

function findTaxonomy(shop: Shop, id: unknown): AttributeRecord {
  const attribute = shop.state.attributes.get(toId(id));
  if (attribute) return attribute;
  throw new RestFailure(404, 'woocommerce_rest_taxonomy_invalid', 'Taxonomy does not exist.');
}
