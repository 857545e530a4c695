import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import { addResource, requireForce } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { WEBHOOK_STATUSES, type WebhookRecord } from './webhook.ts';
import { createWebhook, ping, updateWebhook } from './webhook-desk.ts';
import { renderWebhook } from './webhook-view.ts';

const COLLECTION = '/wc/v3/webhooks';
const TEXT = { type: 'string' } as const;
const WEBHOOK_SCHEMA: ParamSchemas = {
  name: TEXT,
  status: { type: 'string', choices: WEBHOOK_STATUSES },
  topic: TEXT,
  delivery_url: TEXT,
  secret: TEXT,
};
const REQUIRED = { type: 'string', isRequired: true } as const;

/** Registers /webhooks; a shop manager's key is enough (woocommerce.md 2). */
export function addWebhookRoutes(table: RouteTable, shop: Shop): void {
  addResource(table, {
    collection: COLLECTION,
    schemas: {
      list: { ...PAGING_SCHEMA, status: { type: 'string', choices: ['all', ...WEBHOOK_STATUSES] } },
      create: { ...WEBHOOK_SCHEMA, topic: REQUIRED, delivery_url: REQUIRED },
      edit: WEBHOOK_SCHEMA,
    },
    list: (call) => answerList(shop, call),
    create: async (call) => {
      const webhook = await create(shop, call.params);
      const location = `${call.origin}/wp-json${COLLECTION}/${webhook.id}`;
      return answerCreated(renderWebhook(shop, call.origin, webhook), location);
    },
    view: (call) => answerOk(renderWebhook(shop, call.origin, findWebhook(shop, call.params, 404))),
    edit: async (call) => answerOk(await change(shop, call, call.params)),
    remove: (call) => {
      requireForce(call, 'Webhooks do');
      return answerOk(remove(shop, call, call.params));
    },
    batch: (call) =>
      runBatch(call, shop.switches.batchLimit, {
        bareCodes: new Set(),
        create: async (row) => renderWebhook(shop, call.origin, await create(shop, row)),
        update: (row) => change(shop, call, row),
        remove: async (id) => remove(shop, call, { id }),
      }),
  });
}

/** The newest first, as lists of posts are. */
function answerList(shop: Shop, call: RestCall): RestAnswer {
  const status = toText(call.params.status) || 'all';
  const text = toText(call.params.search).toLowerCase();
  const found = [...shop.state.webhooks.values()].filter(
    (webhook) => (status === 'all' || webhook.status === status) && webhook.name.toLowerCase().includes(text),
  );
  if (call.params.order !== 'asc') found.reverse();
  const { start, end } = readWindow(call);
  const rows = found.slice(start, end).map((webhook) => renderWebhook(shop, call.origin, webhook));
  return answerPage(call, rows, found.length);
}

/** The answer comes after the ping, whatever becomes of it. */
async function create(shop: Shop, fields: Fields): Promise<WebhookRecord> {
  const webhook = createWebhook(shop, fields);
  await ping(shop, webhook);
  return webhook;
}

/** Only a new address is tried out; setting active again is not (woocommerce.md 5). */
async function change(shop: Shop, call: RestCall, fields: Fields): Promise<unknown> {
  const before = findWebhook(shop, fields, 400);
  const webhook = updateWebhook(shop, before, fields);
  if (webhook.deliveryUrl !== before.deliveryUrl) await ping(shop, webhook);
  return renderWebhook(shop, call.origin, webhook);
}

function remove(shop: Shop, call: RestCall, fields: Fields): unknown {
  const webhook = findWebhook(shop, fields, 404);
  shop.state.webhooks.delete(webhook.id);
  return renderWebhook(shop, call.origin, webhook);
}

function findWebhook(shop: Shop, { id }: Fields, status: 400 | 404): WebhookRecord {
  const webhook = shop.state.webhooks.get(toId(id));
  if (webhook) return webhook;
  throw new RestFailure(status, 'woocommerce_rest_shop_webhook_invalid_id', 'ID is invalid.');
}
