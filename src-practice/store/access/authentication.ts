import type { PracticeClock } from '../../clock.ts';
import type { WireRequest } from '../../wire.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toText } from '../rest/values.ts';
import type { ConsumerKey, KeyRing } from './keys.ts';
import { createNonceBook, type NonceBook, readOauthParams, verifySignature } from './oauth.ts';

export interface Credentials {
  readonly request: WireRequest;
  readonly method: string;
  readonly query: Fields;
  readonly isHttps: boolean;
}

/** Tells whose key a request carries. */
export interface Authenticator {
  /**
   * Undefined is an anonymous request: also what an unknown key over Basic is (woocommerce.md 2).
   * @throws RestFailure 401 for a wrong secret or signature
   */
  authenticate(credentials: Credentials): ConsumerKey | undefined;
}

/** Creates the authenticator; nonces are remembered per store. */
export function createAuthenticator(keys: KeyRing, clock: PracticeClock): Authenticator {
  const nonces = createNonceBook();
  return {
    authenticate: (credentials) => {
      if (!isWooAddress(credentials.request.url)) return undefined;
      const basic = credentials.isHttps ? authenticateBasic(keys, credentials) : undefined;
      return basic ?? authenticateOauth(keys, nonces, clock, credentials);
    },
  };
}

/** WooCommerce looks for its prefix anywhere in the address, so `?rest_route=` alone is not enough. */
function isWooAddress(url: string): boolean {
  return url.includes('wp-json/wc/') || url.includes('wp-json/wc-');
}

function authenticateBasic(keys: KeyRing, { request, query }: Credentials): ConsumerKey | undefined {
  const pair = readQueryPair(query) ?? readBasicPair(request.headers.authorization);
  if (!pair) return undefined;
  const key = keys.find(pair[0]);
  if (key && key.consumerSecret !== pair[1]) {
    throw new RestFailure(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.');
  }
  return key;
}

function readQueryPair(query: Fields): readonly [string, string] | undefined {
  const key = toText(query.consumer_key);
  const secret = toText(query.consumer_secret);
  return key && secret ? [key, secret] : undefined;
}

function readBasicPair(header: string | undefined): readonly [string, string] | undefined {
  const match = /^Basic\s+(\S+)$/i.exec(header ?? '');
  if (!match?.[1]) return undefined;
  const decoded = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : [decoded.slice(0, colon), decoded.slice(colon + 1)];
}

function authenticateOauth(
  keys: KeyRing,
  nonces: NonceBook,
  clock: PracticeClock,
  { request, method, query }: Credentials,
): ConsumerKey | undefined {
  const params = readOauthParams(query, request.headers.authorization);
  if (!params) return undefined;
  const key = keys.find(toText(params.oauth_consumer_key));
  if (!key) {
    throw new RestFailure(401, 'woocommerce_rest_authentication_error', 'Consumer key is invalid.');
  }
  verifySignature(key, { method, address: `${request.origin}${readPath(request.url)}`, params });
  nonces.use(key, Number(params.oauth_timestamp), toText(params.oauth_nonce), clock.nowMs());
  return key;
}

function readPath(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
