import { requireManager } from '../access/permission.ts';
import { runBatch } from '../rest/batch.ts';
import { answerCreated, answerOk, EDIT_METHODS, type RestAnswer, type RestCall } from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId, toSwitch, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { WEBHOOK_STATUSES, type WebhookRecord } from './webhook.ts';
import { createWebhook, ping, updateWebhook } from './webhook-desk.ts';
import { renderWebhook } from './webhook-view.ts';

const COLLECTION = '/wc/v3/webhooks';
const ITEM = '/wc/v3/webhooks/{id}';
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
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      schema: { ...PAGING_SCHEMA, status: { type: 'string', choices: ['all', ...WEBHOOK_STATUSES] } },
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerList(shop, call),
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: { ...WEBHOOK_SCHEMA, topic: REQUIRED, delivery_url: REQUIRED },
      permit: (key) => requireManager(key, 'create'),
      handle: async (call) => {
        const webhook = await create(shop, call.params);
        return answerCreated(
          renderWebhook(shop, call.origin, webhook),
          `${call.origin}/wp-json${COLLECTION}/${webhook.id}`,
        );
      },
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'view'),
      handle: (call) => answerOk(renderWebhook(shop, call.origin, findWebhook(shop, call.params, 404))),
    },
    {
      methods: [...EDIT_METHODS],
      pattern: ITEM,
      schema: WEBHOOK_SCHEMA,
      permit: (key) => requireManager(key, 'edit'),
      handle: async (call) => answerOk(await change(shop, call, call.params)),
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'delete'),
      handle: (call) => {
        if (!toSwitch(call.params.force)) {
          const message = 'Webhooks do not support trashing.';
          throw new RestFailure(501, 'woocommerce_rest_trash_not_supported', message);
        }
        return answerOk(remove(shop, call, call.params));
      },
    },
    {
      methods: [...EDIT_METHODS],
      pattern: `${COLLECTION}/batch`,
      permit: (key) => requireManager(key, 'batch'),
      handle: (call) =>
        runBatch(call, shop.switches.batchLimit, {
          bareCodes: new Set(),
          create: async (row) => renderWebhook(shop, call.origin, await create(shop, row)),
          update: (row) => change(shop, call, row),
          remove: async (id) => remove(shop, call, { id }),
        }),
    },
  );
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
