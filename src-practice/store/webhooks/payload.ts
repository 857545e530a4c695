import { RestFailure } from '../rest/failure.ts';
import { encodePhpJson } from '../rest/php-json.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { checkParams } from '../rest/schema.ts';
import type { Shop } from '../shop.ts';
import { IDLE_WORK } from '../work.ts';
import { splitTopic } from './webhook.ts';

/**
 * The body of a delivery, made when it goes out and not when it happened: what REST answers for the resource now,
 * of a deleted one its id alone, of an action its name (woocommerce.md 5).
 */
export async function buildPayload(
  shop: Shop,
  table: RouteTable,
  topic: string,
  id: number,
): Promise<string> {
  const { resource, event } = splitTopic(topic);
  // Objects come out as {}, so only the order's number is of any use.
  if (resource === 'action') {
    return encodePhpJson({ action: event, arg: event.includes('_order_') ? id : {} });
  }
  return encodePhpJson(event === 'deleted' ? { id } : await readResource(shop, table, resource, id));
}

async function readResource(shop: Shop, table: RouteTable, resource: string, id: number): Promise<unknown> {
  const path = `/wc/v3/${resource}s/${id}`;
  const match = table.match('GET', path);
  if (!match) throw new Error(`no route reads ${path}`);
  const { route } = match;
  const params = route.schema ? checkParams(match.params, route.schema) : match.params;
  const { origin } = shop.site;
  try {
    const call = { method: 'GET', origin, path, params, query: {}, selection: undefined, work: IDLE_WORK };
    return (await route.handle(call)).data;
  } catch (error) {
    // Gone for good before its delivery: the store sends the refusal as it stands.
    if (error instanceof RestFailure) return error.toBody();
    throw error;
  }
}
