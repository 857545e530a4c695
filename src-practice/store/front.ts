import type { WireRequest, WireResponse, WireService } from '../wire.ts';
import { createAuthenticator } from './access/authentication.ts';
import type { KeyRing } from './access/keys.ts';
import { createDispatcher } from './dispatch.ts';
import { parseQuery } from './rest/request-params.ts';
import type { RouteTable } from './rest/route-table.ts';
import { toText } from './rest/values.ts';
import type { Shop } from './shop.ts';
import { answerBlocked, answerHome, answerRedirect } from './site/html-pages.ts';
import { type AuthDesk, createAuthDesk } from './wc-auth/auth-desk.ts';
import { createWorkPool } from './work.ts';

const REST_PATH = /^\/*(?:index\.php\/)?wp-json(?=\/|$)/;

/** What stands before REST: the worker slots, permalinks, blocked sites and the home page. */
export function createFront(shop: Shop, keys: KeyRing, table: RouteTable): WireService {
  const { workers, work: times } = shop.settings;
  const pool = createWorkPool(shop.clock, workers, times, shop.counters);
  const auth = createAuthDesk(shop, keys);
  const dispatch = createDispatcher(shop, table, createAuthenticator(keys, shop.clock));
  return {
    handle: (given) =>
      pool.run(async (work) => {
        const request = shop.switches.stripAuthorization ? dropAuthorization(given) : given;
        const [rawPath = '/', queryText = ''] = splitOnce(request.url, '?');
        const query = parseQuery(queryText);
        const restPath = findRestPath(shop, rawPath, toText(query.rest_route));
        const response =
          restPath === undefined
            ? ((await answerAuth(shop, auth, request)) ?? answerPage(shop, request, rawPath, queryText))
            : shop.switches.rest
              ? await dispatch({ request, path: restPath, query, work })
              : answerBlocked();
        await work.spendMinimum();
        return request.method === 'HEAD' ? { ...response, body: '' } : response;
      }),
  };
}

/** The path below the REST root; undefined for a page. `?rest_route=` works with both permalink kinds. */
function findRestPath(shop: Shop, path: string, restRoute: string): string | undefined {
  if (restRoute !== '') return restRoute.replace(/\/+$/, '');
  if (shop.switches.permalinks === 'plain') return undefined;
  const root = REST_PATH.exec(path);
  return root ? decodePath(path.slice(root[0].length)) : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/+$/, '');
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}

/** The key hand-over needs pretty permalinks and WooCommerce (woocommerce.md 6). */
async function answerAuth(
  shop: Shop,
  auth: AuthDesk,
  request: WireRequest,
): Promise<WireResponse | undefined> {
  const { permalinks, woo } = shop.switches;
  return permalinks === 'pretty' && woo ? auth.answer(request) : undefined;
}

/** With plain permalinks even `/wp-json/` is just an unknown page, sent to its canonical address. */
function answerPage(shop: Shop, request: WireRequest, path: string, query: string): WireResponse {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && REST_PATH.test(path) && !path.endsWith('/')) {
    return answerRedirect(`${request.origin}${path}/${query === '' ? '' : `?${query}`}`);
  }
  return answerHome(shop, request.origin);
}

function dropAuthorization(request: WireRequest): WireRequest {
  const { authorization: _, ...headers } = request.headers;
  return { ...request, headers };
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const position = text.indexOf(mark);
  return position < 0 ? [text, ''] : [text.slice(0, position), text.slice(position + 1)];
}
