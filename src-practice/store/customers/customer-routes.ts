import { renderLocal } from '../orders/order-view.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import { addResource, requireForce } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId, toIds, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { CustomerRecord } from './customer.ts';
import { createCustomer, saveCustomer } from './customer-desk.ts';

const COLLECTION = '/wc/v3/customers';
const EMAIL = { type: 'string', isEmail: true } as const;
const CUSTOMER_SCHEMA: ParamSchemas = {
  email: EMAIL,
  first_name: { type: 'string' },
  last_name: { type: 'string' },
  billing: { type: 'object', properties: { email: EMAIL } },
};

/** Registers /customers. */
export function addCustomerRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: {
      list: PAGING_SCHEMA,
      create: { ...CUSTOMER_SCHEMA, email: { ...EMAIL, isRequired: true } },
      edit: CUSTOMER_SCHEMA,
    },
    list: (call) => answerList(shop, call),
    create: (call) => {
      const customer = createCustomer(shop, call.params);
      const location = `${call.origin}/wp-json${COLLECTION}/${customer.id}`;
      return answerCreated(renderCustomer(shop, call, customer), location);
    },
    view: (call) => answerOk(renderCustomer(shop, call, findCustomer(shop, call.params, 404))),
    edit: (call) => answerOk(change(shop, call, call.params)),
    remove: (call) => {
      requireForce(call, 'Customers do');
      return answerOk(remove(shop, call, call.params));
    },
    batch: (call) =>
      runBatch(call, shop.switches.batchLimit, {
        bareCodes: new Set(),
        create: async (row) => renderCustomer(shop, call, createCustomer(shop, row)),
        update: async (row) => change(shop, call, row),
        remove: async (id) => remove(shop, call, { id }),
      }),
  });
}

/** By name unless asked otherwise; `email` is exact. */
function answerList(shop: Shop, call: RestCall): RestAnswer {
  const { params } = call;
  const email = toText(params.email).toLowerCase();
  const text = toText(params.search).toLowerCase();
  const included = new Set(toIds(params.include));
  const found = [...shop.state.customers.values()].filter(
    (customer) =>
      (email === '' || customer.email.toLowerCase() === email) &&
      (included.size === 0 || included.has(customer.id)) &&
      `${customer.email} ${customer.firstName} ${customer.lastName}`.toLowerCase().includes(text),
  );
  if (params.orderby !== 'id') found.sort((left, right) => left.username.localeCompare(right.username));
  if (params.order === 'desc') found.reverse();
  const { start, end } = readWindow(call);
  const rows = found.slice(start, end).map((customer) => renderCustomer(shop, call, customer));
  return answerPage(call, rows, found.length);
}

const change = (shop: Shop, call: RestCall, fields: Fields) =>
  renderCustomer(shop, call, saveCustomer(shop, findCustomer(shop, fields, 400), fields));

function remove(shop: Shop, call: RestCall, fields: Fields): Record<string, unknown> {
  const customer = findCustomer(shop, fields, 404);
  shop.state.customers.delete(customer.id);
  shop.hooks.fire('customer.deleted', customer.id);
  return renderCustomer(shop, call, customer);
}

function findCustomer(shop: Shop, { id }: Fields, status: 400 | 404): CustomerRecord {
  const customer = shop.state.customers.get(toId(id));
  if (customer) return customer;
  throw new RestFailure(status, 'woocommerce_rest_invalid_id', 'Invalid resource ID.');
}

function renderCustomer(shop: Shop, { origin }: RestCall, customer: CustomerRecord): Record<string, unknown> {
  return {
    id: customer.id,
    date_created: renderLocal(shop, customer.createdMs),
    date_created_gmt: renderGmt(customer.createdMs),
    date_modified: renderLocal(shop, customer.modifiedMs),
    date_modified_gmt: renderGmt(customer.modifiedMs),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    role: customer.role,
    username: customer.username,
    billing: customer.billing,
    shipping: customer.shipping,
    is_paying_customer: false,
    avatar_url: '',
    meta_data: customer.meta,
    _links: {
      self: renderLink(origin, `${COLLECTION}/${customer.id}`, true),
      collection: renderLink(origin, COLLECTION, false),
    },
  };
}
