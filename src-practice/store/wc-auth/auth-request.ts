import { isLoopback } from '../../outgoing.ts';
import type { KeyPermission } from '../access/keys.ts';

const SCOPES: readonly KeyPermission[] = ['read', 'write', 'read_write'];
const PARAMS = ['app_name', 'user_id', 'return_url', 'callback_url', 'scope'] as const;

/** What an app asks of a shop's owner. */
export interface AuthRequest {
  readonly appName: string;
  readonly userId: string;
  readonly returnUrl: string;
  readonly callbackUrl: string;
  readonly scope: KeyPermission;
}

/** The request, or what the page says is wrong with it, in WooCommerce's words and order (woocommerce.md 6). */
export function readAuthRequest(query: URLSearchParams): AuthRequest | string {
  const missing = PARAMS.find((name) => !query.get(name));
  if (missing) return `Missing parameter ${missing}`;
  const read = (name: (typeof PARAMS)[number]): string => query.get(name) ?? '';
  const scope = SCOPES.find((known) => known === read('scope'));
  if (!scope) return `Invalid scope ${read('scope')}`;
  const [returnUrl, callbackUrl] = [completeUrl(read('return_url')), completeUrl(read('callback_url'))];
  const invalid = [returnUrl, callbackUrl].find((url) => !URL.canParse(url));
  if (invalid !== undefined) return `The ${invalid} is not a valid URL`;
  const callback = new URL(callbackUrl);
  // The real store refuses http even here; a practice receiver on this machine has no certificate to show.
  if (callback.protocol !== 'https:' && !(callback.protocol === 'http:' && isLoopback(callback))) {
    return 'The callback_url needs to be over SSL';
  }
  return { appName: read('app_name'), userId: read('user_id'), returnUrl, callbackUrl, scope };
}

/**
 * Where the browser goes afterwards; undefined for a scheme of its own, which WordPress strips off: the approval
 * works and no redirect follows (woocommerce.md 6).
 */
export function readReturn({ returnUrl, userId }: AuthRequest, isGranted: boolean): string | undefined {
  const url = new URL(returnUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.searchParams.set('success', isGranted ? '1' : '0');
  url.searchParams.set('user_id', userId);
  return url.href;
}

/** The request as a query of the next page. */
export function writeQuery(request: AuthRequest): URLSearchParams {
  return new URLSearchParams({
    app_name: request.appName,
    user_id: request.userId,
    return_url: request.returnUrl,
    callback_url: request.callbackUrl,
    scope: request.scope,
  });
}

function completeUrl(url: string): string {
  return url.includes('://') ? url : `https://${url}`;
}
