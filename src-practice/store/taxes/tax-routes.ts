import { requireManager } from '../access/permission.ts';
import { renderLink } from '../products/view-scene.ts';
import { answerCreated, answerOk, EDIT_METHODS, type RestCall } from '../rest/call.ts';
import { RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { addTaxRate, readRate } from './tax-desk.ts';
import type { TaxRate } from './tax-rate.ts';

const COLLECTION = '/wc/v3/taxes';
const ITEM = '/wc/v3/taxes/{id}';

const TAX_SCHEMA: ParamSchemas = {
  country: { type: 'string' },
  state: { type: 'string' },
  rate: { type: 'string' },
  name: { type: 'string' },
  priority: { type: 'integer' },
  compound: { type: 'boolean' },
  shipping: { type: 'boolean' },
  order: { type: 'integer' },
  class: { type: 'string', choices: ['standard', 'reduced-rate', 'zero-rate'] },
};

/** Registers the store's tax rates. */
export function addTaxRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      schema: PAGING_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => {
        const rates = [...shop.state.taxRates.values()];
        const { start, end } = readWindow(call);
        return answerPage(
          call,
          rates.slice(start, end).map((rate) => renderRate(call, rate)),
          rates.length,
        );
      },
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: TAX_SCHEMA,
      permit: (key) => requireManager(key, 'create'),
      handle: (call) => {
        const rate = addTaxRate(shop, call.params);
        return answerCreated(renderRate(call, rate), `${call.origin}/wp-json${COLLECTION}/${rate.id}`);
      },
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'view'),
      handle: (call) => answerOk(renderRate(call, findRate(shop, call))),
    },
    {
      methods: [...EDIT_METHODS],
      pattern: ITEM,
      schema: TAX_SCHEMA,
      permit: (key) => requireManager(key, 'edit'),
      handle: (call) => {
        const rate = readRate(findRate(shop, call), call.params);
        shop.state.taxRates.set(rate.id, rate);
        return answerOk(renderRate(call, rate));
      },
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'delete'),
      handle: (call) => {
        const rate = findRate(shop, call);
        shop.state.taxRates.delete(rate.id);
        return answerOk(renderRate(call, rate));
      },
    },
  );
}

function findRate(shop: Shop, call: RestCall): TaxRate {
  const rate = shop.state.taxRates.get(toId(call.params.id));
  if (rate) return rate;
  throw new RestFailure(404, 'woocommerce_rest_invalid_id', 'Invalid resource ID.');
}

const renderRate = ({ origin }: RestCall, rate: TaxRate): Record<string, unknown> => ({
  id: rate.id,
  country: rate.country,
  state: rate.state,
  postcode: rate.postcodes.at(-1) ?? '',
  city: rate.cities.at(-1) ?? '',
  rate: rate.ratePercent.toFixed(4),
  name: rate.name,
  priority: rate.priority,
  compound: rate.isCompound,
  shipping: rate.isForShipping,
  order: rate.order,
  class: rate.taxClass || 'standard',
  postcodes: rate.postcodes,
  cities: rate.cities,
  _links: {
    self: renderLink(origin, `${COLLECTION}/${rate.id}`, true),
    collection: renderLink(origin, COLLECTION, false),
  },
});
