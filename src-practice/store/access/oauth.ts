import { createHmac } from 'node:crypto';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { isRow, toText } from '../rest/values.ts';
import type { ConsumerKey } from './keys.ts';

const PARAM_NAMES = [
  'oauth_consumer_key',
  'oauth_timestamp',
  'oauth_nonce',
  'oauth_signature',
  'oauth_signature_method',
] as const;
const WINDOW_S = 15 * 60;

export interface SignedRequest {
  readonly method: string;
  /** The address without its query, as the client called it. */
  readonly address: string;
  readonly params: Fields;
}

/** Remembers the nonces of each key for as long as their timestamps are accepted. */
export interface NonceBook {
  use(key: ConsumerKey, timestampS: number, nonce: string, nowMs: number): void;
}

/**
 * Collects query and header parameters of an OAuth 1.0a call; undefined if it is none.
 * @throws RestFailure when only some of the OAuth parameters are there
 */
export function readOauthParams(query: Fields, header: string | undefined): Fields | undefined {
  const params = { ...query, ...parseOauthHeader(header ?? '') };
  const missing = PARAM_NAMES.filter((name) => !toText(params[name]));
  if (missing.length === PARAM_NAMES.length) return undefined;
  if (missing.length > 0) {
    const noun = missing.length === 1 ? 'parameter' : 'parameters';
    throw new RestFailure(
      401,
      'woocommerce_rest_authentication_missing_parameter',
      `Missing OAuth ${noun} ${missing.join(', ')}`,
    );
  }
  return params;
}

/**
 * Compares the signature: all parameters count, the JSON body does not (woocommerce.md 2).
 * @throws RestFailure
 */
export function verifySignature(key: ConsumerKey, request: SignedRequest): void {
  const algorithm = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' }[
    toText(request.params.oauth_signature_method)
  ];
  if (!algorithm) throw refuse('Invalid signature - signature method is invalid.');
  const { oauth_signature: given, ...signed } = request.params;
  const base = [request.method, request.address, joinParams(signed)].map(encodePercent).join('&');
  const expected = createHmac(algorithm, `${key.consumerSecret}&`).update(base).digest('base64');
  if (expected !== toText(given).replaceAll(' ', '+')) {
    throw refuse('Invalid signature - provided signature does not match.');
  }
}

/** An empty nonce book. */
export function createNonceBook(): NonceBook {
  const used = new Map<string, Map<string, number>>();
  return {
    use: (key, timestampS, nonce, nowMs) => {
      const nowS = Math.floor(nowMs / 1000);
      if (!(Math.abs(nowS - timestampS) <= WINDOW_S)) throw refuse('Invalid timestamp.');
      const ofKey = used.get(key.consumerKey) ?? new Map<string, number>();
      used.set(key.consumerKey, ofKey);
      if (ofKey.has(nonce)) throw refuse('Invalid nonce - nonce has already been used.');
      ofKey.set(nonce, timestampS);
      for (const [old, sinceS] of ofKey) {
        if (nowS - sinceS <= WINDOW_S) break;
        ofKey.delete(old);
      }
    },
  };
}

function refuse(message: string): RestFailure {
  return new RestFailure(401, 'woocommerce_rest_authentication_error', message);
}

function parseOauthHeader(header: string): Record<string, string> {
  if (!/^OAuth\s/i.test(header)) return {};
  const params: Record<string, string> = {};
  for (const [, name = '', value = ''] of header.matchAll(/(oauth_[a-z_-]+)="([^"]*)"/g)) {
    params[name] = decodeURIComponent(value);
  }
  return params;
}

function joinParams(params: Fields): string {
  return Object.entries(params)
    .flatMap(([name, value]) => flatten(name, value))
    .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`)
    .sort()
    .join('&');
}

function flatten(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((item, index) => [`${name}[${index}]`, toText(item)]);
  if (isRow(value)) return Object.entries(value).map(([key, item]) => [`${name}[${key}]`, toText(item)]);
  return [[name, toText(value)]];
}

/** RFC 3986, stricter than encodeURIComponent by five characters. */
function encodePercent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
