import type { WireRequest, WireResponse } from '../wire.ts';
import type { Authenticator } from './access/authentication.ts';
import { requireKeyPermission } from './access/permission.ts';
import type { RestAnswer, Route } from './rest/call.ts';
import { type Fields, RestFailure } from './rest/failure.ts';
import { readFieldSelection, selectFields } from './rest/field-selection.ts';
import { encodePhpJson } from './rest/php-json.ts';
import { parseBody } from './rest/request-params.ts';
import type { RouteMatch, RouteTable } from './rest/route-table.ts';
import { checkParams } from './rest/schema.ts';
import { toText } from './rest/values.ts';
import type { Shop } from './shop.ts';
import { listNamespaces } from './site/index-routes.ts';
import type { RequestWork } from './work.ts';

export interface RestRequest {
  readonly request: WireRequest;
  /** Below the REST root, without a trailing slash: `/wc/v3/products`. */
  readonly path: string;
  readonly query: Fields;
  readonly work: RequestWork;
}

export type Dispatcher = (rest: RestRequest) => Promise<WireResponse>;

/**
 * Takes a REST request through WordPress's stations in their order: who it is, what the key may do, which
 * route, is the body JSON, are the parameters right, may this user; then the work itself.
 */
export function createDispatcher(shop: Shop, table: RouteTable, authenticator: Authenticator): Dispatcher {
  return async (rest) => {
    try {
      return respond(rest.request.origin, await answer(shop, table, authenticator, rest));
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error;
      return respond(rest.request.origin, { status: error.status, data: error.toBody() });
    }
  };
}

async function answer(
  shop: Shop,
  table: RouteTable,
  authenticator: Authenticator,
  { request, path, query, work }: RestRequest,
): Promise<RestAnswer> {
  const sent = request.method.toUpperCase();
  const isHttps = shop.settings.https ?? request.origin.startsWith('https:');
  const key = authenticator.authenticate({ request, method: sent, query, isHttps });
  const method = readMethod(sent, request, query);
  if (key) requireKeyPermission(key, method);
  const { route, params: pathParams } = findRoute(shop, table, method, path);
  countRequest(shop, sent, route);
  const given = { ...pathParams, ...query, ...parseBody(request) };
  const params = route.schema ? checkParams(given, route.schema) : given;
  route.permit(key, params);
  const selection = readFieldSelection(params._fields);
  const { origin } = request;
  const result = await route.handle({ method, origin, path, params, query, selection, work });
  return selection ? { ...result, data: selectFields(result.data, selection) } : result;
}

function findRoute(shop: Shop, table: RouteTable, method: string, path: string): RouteMatch {
  const match = table.match(method === 'HEAD' ? 'GET' : method, path);
  if (match && isOpen(shop, match.route)) return match;
  const message = 'No route was found matching the URL and request method.';
  throw new RestFailure(404, 'rest_no_route', message);
}

function isOpen(shop: Shop, { pattern }: Route): boolean {
  if (pattern === '') return true;
  return listNamespaces(shop).some((namespace) => pattern.startsWith(`/${namespace}/`));
}

/** Old proxies know only GET and POST: `_method` and a header may name another verb. */
function readMethod(sent: string, request: WireRequest, query: Fields): string {
  const asked = toText(query._method) || (request.headers['x-http-method-override'] ?? '');
  return (asked || sent).toUpperCase();
}

function countRequest(shop: Shop, method: string, route: Route): void {
  const name = `${method} ${route.pattern || '/'}`;
  shop.counters.requests.set(name, (shop.counters.requests.get(name) ?? 0) + 1);
}

function respond(origin: string, result: RestAnswer): WireResponse {
  return {
    status: result.status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'Cache-Control': 'no-cache, must-revalidate, max-age=0, no-store, private',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      Link: `<${origin}/wp-json/>; rel="https://api.w.org/"`,
      ...result.headers,
    },
    body: encodePhpJson(result.data),
  };
}
